import { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Broadcaster, PostOptions, Rendered, Sent, SentMessage } from '../../core/broadcast.ts';
import type { Place } from '../../core/subscription.ts';
import { clientOptions } from './client-options.ts';
import type { Compose, Composed } from './compose.ts';
import { failureOf } from './failures.ts';
import { createPlaces } from './places.ts';
import { createSender } from './send.ts';

export interface BroadcasterParts {
  token: string;
  /** Where the Bot API is; Telegram's own server unless told. */
  apiRoot?: string | undefined;
  compose: Compose;
  log: Logger;
  now: () => number;
  /** How long one call may take. */
  timeoutMs?: number | undefined;
}

const usualTimeoutMs = 30_000;

/**
 * Posts to chats and topics through an API client of its own, which calls once: only a form of the message that Telegram
 * refuses is followed by the plainer one.
 */
export function createBroadcaster(parts: BroadcasterParts): Broadcaster {
  const { token, apiRoot, compose, log, now, timeoutMs = usualTimeoutMs } = parts;
  const api = new Api(token, clientOptions(apiRoot, timeoutMs / 1000));
  const sender = createSender(api, log, now);
  // A token begins with the bot's own id.
  const { inspect } = createPlaces(api, Number(token.split(':', 1)[0]));

  async function post({ chat, thread }: Place, message: Rendered, { silent, replyTo }: PostOptions): Promise<Sent> {
    const chatId = Number(chat);
    const repliesHere = replyTo?.channel === chat ? { message_id: Number(replyTo.id) } : undefined;
    const to = { chatId, threadId: thread === undefined ? undefined : Number(thread), replyTo: repliesHere, silent };
    try {
      const sent = await sender.send(to, message as Composed);
      const isRich = sent.rich_message !== undefined;
      return { kind: 'sent', message: { channel: String(sent.chat.id), id: String(sent.message_id), isRich } };
    } catch (error) {
      return failureOf(error, chat);
    }
  }

  async function edit(sent: SentMessage, message: Rendered): Promise<Sent> {
    const target = { chat_id: Number(sent.channel), message_id: Number(sent.id) };
    try {
      const isDone = await sender.edit(target, message as Composed, sent.isRich === true);
      return isDone ? { kind: 'sent', message: sent } : { kind: 'not-editable', reason: 'Telegram does not change it' };
    } catch (error) {
      const failure = failureOf(error, sent.channel);
      // A supergroup numbers its messages anew: there the same id is another message's.
      return failure.kind === 'moved' ? { kind: 'not-editable', reason: 'the group has become a supergroup' } : failure;
    }
  }

  return {
    dedupes: false,
    render: (answer, reader): Composed => compose(answer, reader),
    post,
    edit,
    crosspost: async () => ({ kind: 'content', reason: 'Telegram has no crossposts' }),
    inspect,
  };
}
