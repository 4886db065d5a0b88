import { sequentialize } from '@grammyjs/runner';
import { type Bot, type Context, HttpError } from 'grammy';
import type { Logger } from 'pino';
import type { Texts } from '../../core/texts.ts';
import { authorOf, callerOf, placeOf } from './callers.ts';
import { createInlineHandler, type InlineParts } from './inline-mode.ts';
import { type AnsweringParts, createMessageHandler, destinationOf } from './messages.ts';
import { alert, createPressHandler, type Toast } from './presses.ts';
import { loggable, reasonOf, refusalOf } from './refusals.ts';

export interface UpdateParts extends AnsweringParts, InlineParts {
  texts: Texts;
  log: Logger;
  newIncidentId: () => string;
}

/** Inline results are kept by Telegram this long, in seconds, for the same person and words. */
const cacheSeconds = 60;

/** Joins the bot's updates to what answers them. Here every error ends: told to the log once, and to the person. */
export function handleUpdates(bot: Bot, parts: UpdateParts): void {
  const { log, texts, newIncidentId } = parts;
  const answerMessage = createMessageHandler(parts);
  const answerPress = createPressHandler(parts);
  const answerInline = createInlineHandler(parts);

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

  bot.use(sequentialize(orderKey));

  bot.on(['message', 'channel_post'], async ({ msg, api }) => {
    try {
      await answerMessage(msg);
    } catch (error) {
      const incident = report(error);
      if (incident === undefined || error instanceof HttpError) return;
      const { t } = callerOf(authorOf(msg), placeOf(msg.chat), texts);
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
        toast = alert(callerOf(callbackQuery.from, 'shared', texts).t('error-fault', { incident }));
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

/** Updates with the same key are handled one after the other: those of a chat, or of a person outside of chats. */
const orderKey = (context: Context): string | undefined =>
  context.chat ? `chat ${context.chat.id}` : context.from && `person ${context.from.id}`;
