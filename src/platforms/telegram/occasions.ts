import type { CallbackQuery, Chat, Message, User } from 'grammy/types';
import type { Call } from '../../core/answer.ts';
import type { Caller } from '../../core/command.ts';
import type { Origin } from '../../core/reception.ts';
import { authorOf, isGroup, sharedChat, topicOf } from './origins.ts';
import type { Destination } from './send.ts';

/** What an answer is to: a message, or the press of a button under one of ours. */
export interface Occasion {
  caller: Caller;
  call: Call;
  chat: Chat;
  /** The group or channel; nothing in private. */
  shared: Origin['chat'];
  /** The person; nobody where it was written in the name of a chat. */
  user: User | undefined;
  /** The message that asked. */
  messageId?: number | undefined;
  /** The message of somebody else that it replies to. */
  repliedTo?: number | undefined;
  /** The message whose button was pressed. */
  pressed?: Message | undefined;
  /** Which answers take the place of the pressed message where it can be changed; otherwise a new one is sent. */
  replaces?: 'any' | 'confidential' | undefined;
  /** Where everybody sees the answer, unless there is only one who sees what it is an answer to. */
  open: Destination;
  /** The same place for the asker alone, as far as the chat can do that. */
  alone: Destination;
}

/** Under the question, for everybody or, if it is for the asker alone, as a message that only they see. */
export function occasionOfMessage(message: Message, caller: Caller, call: Call): Occasion {
  return {
    caller,
    call,
    chat: message.chat,
    shared: sharedChat(message.chat),
    user: authorOf(message),
    // An ephemeral message has no id of its own: 0.
    messageId: message.message_id || undefined,
    repliedTo: message.reply_to_message?.message_id,
    open: destinationOf(message, false),
    alone: destinationOf(message, true),
  };
}

export function destinationOf(message: Message, isForAuthor: boolean): Destination {
  const { chat, message_id, ephemeral_message_id } = message;
  const author = authorOf(message);
  const isQuestionEphemeral = ephemeral_message_id !== undefined;
  const isAlone = (isForAuthor || isQuestionEphemeral) && isGroup(chat);
  return {
    chatId: chat.id,
    threadId: topicOf(message),
    replyTo: chat.type === 'private' ? undefined : isQuestionEphemeral ? { ephemeral_message_id } : { message_id },
    only: author && isAlone ? { userId: author.id } : undefined,
  };
}

/** Answers to presses are for whoever pressed, except for the pages of a message that everybody sees. */
export function occasionOfPress(
  query: CallbackQuery,
  pressed: Message,
  caller: Caller,
  call: Call,
  replaces?: Occasion['replaces'],
): Occasion {
  const { chat, message_id } = pressed;
  const isEphemeral = pressed.ephemeral_message_id !== undefined;
  const open: Destination = {
    chatId: chat.id,
    threadId: topicOf(pressed),
    replyTo: isGroup(chat) && !isEphemeral ? { message_id } : undefined,
  };
  const only = { userId: query.from.id, callbackQueryId: query.id, replacesPressed: isEphemeral };
  const alone = isGroup(chat) ? { ...open, only } : open;
  const shared = sharedChat(chat);
  const seenByAll = replaces === 'any' && !isEphemeral ? open : alone;
  return { caller, call, chat, shared, user: query.from, pressed, replaces, open: seenByAll, alone };
}
