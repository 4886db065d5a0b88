import type { Chat, Message, User } from 'grammy/types';
import type { Caller } from '../../core/command.ts';
import { type Language, languageOf } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';

/** Somebody who asks, answered in the language of their Telegram app. */
export function callerOf(
  user: User | undefined,
  place: Caller['place'],
  texts: Texts,
  language: Language = languageOf(user?.language_code),
): Caller {
  return { platform: 'telegram', userId: user && String(user.id), place, language, t: texts.in(language) };
}

/** The person who wrote a message; nobody where it was written in the name of a chat. */
export const authorOf = (message: Message): User | undefined => (message.sender_chat ? undefined : message.from);

export const placeOf = (chat: Chat): Caller['place'] => (chat.type === 'private' ? 'private' : 'shared');

export const isGroup = (chat: Chat): boolean => chat.type === 'group' || chat.type === 'supergroup';

/** The topic that a message stands in; a mere thread of replies has an id too, which must not be sent. */
export const topicOf = (message: Message): number | undefined =>
  message.is_topic_message ? message.message_thread_id : undefined;
