import { sequentialize } from '@grammyjs/runner';
import { type Bot, type Context, HttpError } from 'grammy';
import type { CallbackQuery, InlineQuery, Message } from 'grammy/types';
import type { Logger } from 'pino';
import { languageOf } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';
import type { InlineAnswer } from './inline-mode.ts';
import type { createMembership } from './membership.ts';
import { destinationOf } from './occasions.ts';
import { authorOf } from './origins.ts';
import { loggable, reasonOf, refusalOf } from './refusals.ts';
import { alert, type Toast } from './toast.ts';

export interface UpdateParts {
  answerMessage(message: Message): Promise<void>;
  answerPress(query: CallbackQuery): Promise<Toast>;
  answerInline(query: InlineQuery): Promise<InlineAnswer>;
  membership: ReturnType<typeof createMembership>;
  texts: Texts;
  log: Logger;
  newIncidentId: () => string;
}

/** Inline results are kept by Telegram this long, in seconds, for the same person and words. */
const cacheSeconds = 60;

/** Joins the bot's updates to what answers them. Here every error ends: told to the log once, and to the person. */
export function handleUpdates(bot: Bot, parts: UpdateParts): void {
  const { answerMessage, answerPress, answerInline, membership, log, texts, newIncidentId } = parts;

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

  bot.use(sequentialize(orderKeys));

  bot.on('chat_member', ({ chatMember }) => membership.memberChanged(chatMember));
  bot.on('my_chat_member', ({ myChatMember }) => membership.ourselvesChanged(myChatMember).catch(report));

  bot.on(['message', 'channel_post'], async ({ msg, api }) => {
    try {
      await membership.heard(msg);
      await answerMessage(msg);
    } catch (error) {
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

  bot.on('callback_query', async ({ callbackQuery, api }) => {
    let toast: Toast = {};
    try {
      toast = await answerPress(callbackQuery);
    } catch (error) {
      const incident = report(error);
      if (incident !== undefined)
        toast = alert(texts.in(languageOf(callbackQuery.from.language_code))('error-fault', { incident }));
    }
    await api.answerCallbackQuery(callbackQuery.id, toast).catch(report);
  });

  bot.on('inline_query', async ({ inlineQuery, api }) => {
    try {
      const { results, button } = await answerInline(inlineQuery);
      const kept = { cache_time: cacheSeconds, is_personal: true, ...(button && { button }) };
      await api.answerInlineQuery(inlineQuery.id, results, kept);
    } catch (error) {
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
