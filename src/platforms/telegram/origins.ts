import type { CallbackQuery, Chat, MaybeInaccessibleMessage, Message, User } from 'grammy/types';
import type { Caller } from '../../core/command.ts';
import type { Person } from '../../core/community.ts';
import type { Origin } from '../../core/reception.ts';
import type { Moderators } from './moderators.ts';

/** Who asks, as Telegram's updates tell it. */
export interface Origins {
  ofMessage(message: Message): Origin;
  /** Telegram names whoever pressed, anonymous administrators too. */
  ofPress(query: CallbackQuery): Origin;
  /** Somebody who asks where we don't see the chat, or in private about what they do in `chat`. */
  ofUser(user: User, chat?: Origin['chat']): Origin;
}

export function createOrigins(moderators: Moderators): Origins {
  const ofUser = (user: User, place: Caller['place'], chat: Origin['chat'], here?: Origin['here']): Origin => ({
    person: personOf(user),
    place,
    chat,
    here,
    languageTag: user.language_code,
    // Where we don't see the chat there is nothing but a text to be changed.
    pictures: place === 'private' || here !== undefined ? 'asked' : 'never',
    moderates: async ({ platform, id }) => platform === 'telegram' && (await moderators.include(id, String(user.id))),
  });

  return {
    ofMessage(message) {
      const user = authorOf(message);
      const place = placeOf(message.chat);
      return user
        ? ofUser(user, place, sharedChat(message.chat), hereOf(message))
        : inNameOf(message.sender_chat ?? message.chat, message);
    },
    ofPress: ({ from, message }) =>
      message
        ? ofUser(from, placeOf(message.chat), sharedChat(message.chat), hereOf(message))
        : ofUser(from, 'shared', undefined),
    ofUser: (user, chat) => ofUser(user, chat ? 'private' : 'shared', chat),
  };
}

/**
 * Only a chat's administrators can write in its name within it, so Telegram vouches for them there. Elsewhere, and in
 * what a channel forwards into its discussion group, a chat's name gives no right, to that chat neither.
 */
function inNameOf(sender: Chat, message: Message): Origin {
  const { chat } = message;
  const isOwnChat = sender.id === chat.id;
  return {
    person: { platform: 'telegram', id: String(sender.id), name: titleOf(sender) },
    place: placeOf(chat),
    chat: sharedChat(chat),
    here: hereOf(message),
    pictures: 'asked',
    moderates: async ({ platform, id }) => isOwnChat && platform === 'telegram' && id === String(chat.id),
  };
}

const personOf = ({ id, first_name, last_name }: User): Person => ({
  platform: 'telegram',
  id: String(id),
  name: [first_name, last_name].filter(Boolean).join(' '),
});

/** The person who wrote a message; nobody where it was written in the name of a chat. */
export const authorOf = (message: Message): User | undefined => (message.sender_chat ? undefined : message.from);

export const placeOf = (chat: Chat): Caller['place'] => (chat.type === 'private' ? 'private' : 'shared');

export const isGroup = (chat: Chat): boolean => chat.type === 'group' || chat.type === 'supergroup';

/** The group or channel as the community knows it; nothing for a private chat. */
export const sharedChat = (chat: Chat): Origin['chat'] =>
  chat.type === 'private' ? undefined : { platform: 'telegram', id: String(chat.id), title: titleOf(chat) };

/** A text, whatever was sent: anything else could not be kept, and would stand in the way of all that is of the chat. */
function titleOf({ title, first_name }: Chat): string {
  const name: unknown = title ?? first_name;
  return typeof name === 'string' ? name : '';
}

/** The topic that a message stands in; a mere thread of replies has an id too, which must not be sent. */
export const topicOf = (message: Message): number | undefined =>
  message.is_topic_message ? message.message_thread_id : undefined;

/** The chat and topic. Of messages that are too old Telegram does not say in which topic they stand. */
function hereOf(message: MaybeInaccessibleMessage): Origin['here'] {
  const { chat } = message;
  if (message.date === 0) return undefined;
  const id = String(chat.id);
  const thread = topicOf(message);
  return {
    place: { platform: 'telegram', chat: id, channel: id, ...(thread !== undefined && { thread: String(thread) }) },
    title: titleOf(chat),
  };
}
