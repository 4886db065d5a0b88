import type { Api } from 'grammy';
import type { ChatFullInfo, ChatMember } from 'grammy/types';
import type { Inspection } from '../../core/broadcast.ts';
import type { Place } from '../../core/subscription.ts';
import { failureOf } from './failures.ts';
import { mayWrite } from './membership.ts';

/** Asks Telegram whether the bot may write somewhere. Whether a topic is there, or open, it does not tell. */
export function createPlaces(api: Api, selfId: number) {
  async function inspect(place: Place): Promise<Inspection> {
    try {
      const chat = await api.getChat(place.chat);
      const missing = await missingIn(chat);
      if (missing !== undefined) return { kind: 'unfit', missing: [missing] };
      const title = chat.title ?? [chat.first_name, chat.last_name].filter(Boolean).join(' ');
      return { kind: 'fit', place: { ...place, channel: place.chat }, title, canCrosspost: false };
    } catch (error) {
      const failure = failureOf(error, place.chat);
      if (failure.kind === 'moved') return await inspect({ ...place, chat: failure.to });
      return failure.kind === 'gone' ? { kind: 'unfit', missing: [failure.reason] } : { kind: 'unknown' };
    }
  }

  /** The key of what is missing. */
  async function missingIn(chat: ChatFullInfo): Promise<string | undefined> {
    if (chat.type === 'private') {
      // Telegram shows the chat of somebody who blocks the bot all the same, and refuses only what is done there.
      await api.sendChatAction(chat.id, 'typing');
      return undefined;
    }
    const self = await api.getChatMember(chat.id, selfId);
    if (self.status === 'left' || self.status === 'kicked') return 'place-left';
    if (chat.type === 'channel') return mayWrite(self, 'channel') ? undefined : 'right-post-in-channel';
    return mayWrite(self, chat.type) && isAllowed(self, chat) ? undefined : 'right-write-in-group';
  }

  return { inspect };
}

/** What a group allows everybody; administrators may write in any case, and who is restricted has rights of their own. */
const isAllowed = ({ status }: ChatMember, { permissions }: ChatFullInfo): boolean =>
  status !== 'member' || permissions?.can_send_messages !== false;
