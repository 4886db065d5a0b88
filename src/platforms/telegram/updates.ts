import { sequentialize } from '@grammyjs/runner';
import { type Bot, type Context, HttpError } from 'grammy';
import type { CallbackQuery, InlineQuery, Message } from 'grammy/types';
import type { Logger } from 'pino';
import { languageOf } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';
import { type Asked, unwatched, type Watch } from '../../core/watch.ts';
import type { InlineAnswer } from './inline-mode.ts';
import type { createMembership } from './membership.ts';
import { destinationOf } from './occasions.ts';
import { authorOf } from './origins.ts';
import { loggable, reasonOf, refusalOf } from './refusals.ts';
import { alert, type Toast } from './toast.ts';

export interface UpdateParts {
  /** Tells what was asked, if anything was. */
  answerMessage(message: Message, asked: Asked): Promise<void>;
  answerPress(query: CallbackQuery, asked: Asked): Promise<Toast>;
  answerInline(query: InlineQuery): Promise<InlineAnswer>;
  membership: ReturnType<typeof createMembership>;
  texts: Texts;
  log: Logger;
  newIncidentId: () => string;
  watch?: Watch | undefined;
}

/** Inline results are kept by Telegram this long, in seconds, for the same person and words. */
const cacheSeconds = 60;

/** Joins the bot's updates to what answers them. Here every error ends: told to the log once, and to the person. */
export function handleUpdates(bot: Bot, parts: UpdateParts): void {
  const { answerMessage, answerPress, answerInline, membership, log, texts, newIncidentId } = parts;
  const { watch = unwatched } = parts;
  const askedIn = new WeakMap<Context, Asked>();
  const askedOf = (context: Context): Asked => askedIn.get(context) ?? { outcome: 'answered' };

  /** Logs what is worth it; the id under which our own faults are found, undefined for what is nobody's fault. */
  function report(error: unknown): string | undefined {
    const refusal = refusalOf(error);
    if (refusal === 'revoked' || refusal === 'gone' || refusal === 'late') {
      log.debug({ reason: reasonOf(error) }, 'Telegram did not take an answer.');
      return undefined;
    }
    const incident = newIncidentId();
    log.error({ incident, err: loggable(error) }, 'An update from Telegram could not be answered.');
    return incident;
  }

  // What waits for its turn is waited for by whoever asked.
  bot.use((context, next) =>
    watch.answering('telegram', async (asked) => {
      askedIn.set(context, asked);
      await next();
    }),
  );
  bot.use(sequentialize(orderKeys));

  bot.on('chat_member', ({ chatMember }) => membership.memberChanged(chatMember));
  bot.on('my_chat_member', ({ myChatMember }) => membership.ourselvesChanged(myChatMember).catch(report));

  bot.on(['message', 'channel_post'], async (context) => {
    const { msg, api } = context;
    const asked = askedOf(context);
    try {
      await membership.heard(msg);
      await answerMessage(msg, asked);
    } catch (error) {
      asked.outcome = 'failed';
      const incident = report(error);
      if (incident === undefined || error instanceof HttpError) return;
      const t = texts.in(languageOf(authorOf(msg)?.language_code));
      const { chatId, threadId } = destinationOf(msg, false);
      const inTopic = threadId === undefined ? {} : { message_thread_id: threadId };
      await api.sendMessage(chatId, t('error-fault', { incident }), inTopic).catch((second: unknown) => {
        log.debug({ incident, reason: reasonOf(second) }, 'The person could not be told of the fault.');
      });
    }
  });

  bot.on('callback_query', async (context) => {
    const { callbackQuery, api } = context;
    const asked = askedOf(context);
    let toast: Toast = {};
    try {
      toast = await answerPress(callbackQuery, asked);
    } catch (error) {
      asked.outcome = 'failed';
      const incident = report(error);
      if (incident !== undefined)
        toast = alert(texts.in(languageOf(callbackQuery.from.language_code))('error-fault', { incident }));
    }
    await api.answerCallbackQuery(callbackQuery.id, toast).catch((error: unknown) => {
      asked.outcome = 'failed';
      report(error);
    });
  });

  bot.on('inline_query', async (context) => {
    const { inlineQuery, api } = context;
    const asked = askedOf(context);
    asked.command = 'inline';
    try {
      const { results, button } = await answerInline(inlineQuery);
      const kept = { cache_time: cacheSeconds, is_personal: true, ...(button && { button }) };
      await api.answerInlineQuery(inlineQuery.id, results, kept);
    } catch (error) {
      asked.outcome = 'failed';
      if (report(error) !== undefined) await api.answerInlineQuery(inlineQuery.id, [], { cache_time: 0 }).catch(report);
    }
  });
}

/**
 * Updates that share a key are handled one after the other: those of a chat, or of a person outside of chats. A group
 * that becomes a supergroup is one chat with both of its ids.
 */
function orderKeys({ chat, from, msg }: Context): string[] {
  if (!chat) return from ? [`person ${from.id}`] : [];
  const ids = [chat.id, msg?.migrate_from_chat_id, msg?.migrate_to_chat_id];
  return ids.filter((id) => id !== undefined).map((id) => `chat ${id}`);
}
