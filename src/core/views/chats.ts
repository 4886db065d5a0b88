import type { Caller } from '../command.ts';
import type { Chat } from '../community.ts';
import { isSameChat } from '../linking.ts';
import { platformName } from './settings.ts';

/** The chat's platform, with its title where that is known and its id where not. */
export function chatInWords(
  one: Chat & { title?: string | undefined },
  { chat, t }: Pick<Caller, 'chat' | 't'>,
): string {
  const isHere = chat !== undefined && isSameChat(chat, one);
  const title = (isHere && chat.title) || one.title || one.id;
  return `${platformName(one.platform)}: ${title}${isHere ? ` (${t('community-this-chat')})` : ''}`;
}
