import type { Message } from 'grammy/types';
import type { Dispatcher } from '../../core/dispatch.ts';
import type { Texts } from '../../core/texts.ts';
import { callOf, type Self } from './asked.ts';
import { authorOf, callerOf, isGroup, placeOf, topicOf } from './callers.ts';
import type { Compose } from './compose.ts';
import type { Destination, Sender } from './send.ts';

export interface AnsweringParts {
  dispatcher: Dispatcher;
  texts: Texts;
  compose: Compose;
  sender: Sender;
  /** Known once Telegram has told us who we are. */
  self: () => Self;
}

/** Answers a message where it asks something of us. */
export function createMessageHandler({ dispatcher, texts, compose, sender, self }: AnsweringParts) {
  return async (message: Message): Promise<void> => {
    const call = callOf(message, self(), dispatcher.commands);
    if (!call) return;
    const caller = callerOf(authorOf(message), placeOf(message.chat), texts);
    const answer = await dispatcher.answer(call, caller);
    await sender.send(destinationOf(message, answer.private ?? false), compose(answer, caller, call.page));
  };
}

/** Under the question, for everybody or, if it is for the asker alone, as a message that only they see. */
export function destinationOf(message: Message, isPrivate: boolean): Destination {
  const { chat, message_id, ephemeral_message_id } = message;
  const author = authorOf(message);
  const isQuestionEphemeral = ephemeral_message_id !== undefined;
  const isForAuthor = (isPrivate || isQuestionEphemeral) && isGroup(chat);
  return {
    chatId: chat.id,
    threadId: topicOf(message),
    replyTo: chat.type === 'private' ? undefined : isQuestionEphemeral ? { ephemeral_message_id } : { message_id },
    only: author && isForAuthor ? { userId: author.id } : undefined,
  };
}
