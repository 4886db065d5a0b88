import type { Caller } from '../../core/command.ts';
import type { Chat, Community, Person } from '../../core/community.ts';
import { isSameChat } from '../../core/linking.ts';
import type { Place } from '../../core/subscription.ts';

type Who = Pick<Person, 'platform' | 'id'>;

/** Whether somebody acts as themself: on Telegram, who writes in a chat's name has that chat's id, which is below zero. */
export const isPersonal = ({ platform, id }: Who): boolean => platform !== 'telegram' || !id.startsWith('-');

/** Whether it is that person's own private chat. */
export const isOwn = ({ platform, chat }: Place, person: Who): boolean =>
  platform === person.platform && chat === person.id && isPersonal(person);

/** Whether the caller moderates exactly that chat of a community, as its platform says now. */
export async function moderates(caller: Caller, community: Community, chat: Chat): Promise<boolean> {
  if (chat.platform !== caller.person.platform || !community.chats.some((one) => isSameChat(one, chat))) return false;
  return (await caller.roleIn({ ...community, chats: [chat] })) === 'moderator';
}
