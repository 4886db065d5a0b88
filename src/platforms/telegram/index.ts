import { setTimeout as sleep } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { Bot, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Broadcaster } from '../../core/broadcast.ts';
import type { Chat, Person } from '../../core/community.ts';
import type { Dialogues } from '../../core/dialogues.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { OperatorError } from '../../core/errors.ts';
import type { Language } from '../../core/language.ts';
import type { Deliverer } from '../../core/messenger.ts';
import type { Reception } from '../../core/reception.ts';
import { createRefreshing } from '../../core/refreshing.ts';
import type { Texts } from '../../core/texts.ts';
import type { Watch } from '../../core/watch.ts';
import { createAnswering } from './answering.ts';
import { createBroadcaster } from './broadcaster.ts';
import { createChatNames } from './chat-names.ts';
import { clientOptions, telegramsOwn } from './client-options.ts';
import { createComposer } from './compose.ts';
import { createDeliverer } from './deliverer.ts';
import { createIntake } from './intake.ts';
import type { ChatEvents } from './membership.ts';
import { menus, registerMenus } from './menus.ts';
import { createPatience } from './patience.ts';
import { allowedUpdates, type Polling, startPolling } from './polling.ts';
import { loggable, reasonOf } from './refusals.ts';
import { createSender } from './send.ts';
import { createSharedIntake, type SharedInbox } from './shared-intake.ts';
import { reportTraffic } from './traffic.ts';
import { handleUpdates } from './updates.ts';
import { createWebhookRoute, type WebhookRoute } from './webhook.ts';

export { fitsOnePage } from './compose.ts';
export type { ChatEvents } from './membership.ts';
export { type Menu, menus } from './menus.ts';
export type { WebhookRoute } from './webhook.ts';

export interface TelegramParts {
  token: string;
  /** Where the Bot API is, without a slash at the end; Telegram's own server unless told. */
  apiRoot?: string | undefined;
  dispatcher: Dispatcher;
  /** Makes who asks out of what Telegram knows of them. */
  reception: Reception;
  texts: Texts;
  log: Logger;
  /** Updates are pushed to `url` instead of being polled for; `secret` is of A-Z, a-z, 0-9, _ and -. */
  webhook?: { url: string; secret: string } | undefined;
  /** Ids of the entries that answer a question, best first; none where nothing is near. For inline mode. */
  nearest: (question: string, language: Language) => string[];
  /** Where updates wait that several processes receive by webhook; without it, this process is the only one. */
  inbox?: SharedInbox | undefined;
  /** Whether this process fetches updates where there is no webhook: from the start, while told to, or not at all. */
  polls?: 'always' | 'while-told' | 'never' | undefined;
  newIncidentId: () => string;
  /** Called when Telegram stops for good while running. */
  onStopped: (reason: OperatorError) => void;
  /** Keeps forms under way. */
  dialogues: Dialogues;
  /** From now on the moderator works for that chat's community in private; called once their right is confirmed. */
  workFor(person: Person, chat: Chat & { title: string }): Promise<void>;
  /** What becomes of the chats that the bot is in. */
  chats: ChatEvents;
  /** Resolves when a message may be sent to the chat: awaited before each attempt but the broadcaster's. */
  beforeSend?: (chat: string) => Promise<void>;
  /** Told of each other message that is sent or edited, with its chat if that is known. */
  onSent?: (chat: string | undefined) => void;
  /** Told how answering goes. */
  watch?: Watch;
  /** How long one call of the broadcaster may take. */
  broadcastTimeoutMs?: number;
  /** In ms since the epoch; the real clock unless told. */
  now?: () => number;
  /** Resolves after so many milliseconds, or once the signal aborts; real time unless told. */
  delay?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The waits before the first, second… repetition of what failed, in ms. */
  delaysMs?: readonly number[];
}

export interface Telegram extends Deliverer {
  broadcaster: Broadcaster;
  /** The group or channel with a public name, `@` included; undefined where there is none, or it can't be asked. */
  chatNamed(name: string): Promise<Chat | undefined>;
  /** Resolves when the bot is ready; waits for a server out of reach. Throws OperatorError for what must be mended. */
  start(): Promise<void>;
  /** Takes no more updates and resolves when those taken are answered. */
  stop(): Promise<void>;
  /** Fetches updates from now on. */
  poll(): void;
  /** Fetches no more, and lets Telegram know which ones were taken. */
  stopPolling(): Promise<void>;
  /** Whether updates can be taken. */
  isReady(): boolean;
  /** To be served by the HTTP server before `start`, where a webhook is used. */
  webhook?: WebhookRoute;
}

const unknownToken = 'Telegram does not accept the token: set TELEGRAM_TOKEN to the one that @BotFather shows.';
const noServer = 'The address in TELEGRAM_API_ROOT does not know this bot: check it, and TELEGRAM_TOKEN.';
const revokedToken = 'Telegram no longer accepts the token; set TELEGRAM_TOKEN to the new one that @BotFather shows.';
const realDelay = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal });
const growingDelaysMs = [1000, 2000, 5000, 10_000, 20_000, 40_000, 60_000];
/** Of one call; longer than a long poll, so that it ends first. */
const timeoutSeconds = 60;

export function createTelegram(parts: TelegramParts): Telegram {
  const { token, apiRoot, dispatcher, texts, log, webhook, now = Date.now, delay = realDelay, onStopped } = parts;
  const { polls = 'always' } = parts;
  const bot = new Bot(token, { client: clientOptions(apiRoot, timeoutSeconds) });
  const stopping = new AbortController();
  const patiently = createPatience({ log, signal: stopping.signal, delaysMs: parts.delaysMs ?? growingDelaysMs, now });
  const local = createIntake(handle, now);
  const { signal } = stopping;
  const shared = parts.inbox && createSharedIntake({ inbox: parts.inbox, alone: local, handle, log, delay, signal });
  const intake = shared ?? local;
  let polling: Polling | undefined;
  let isReady = false;
  let isRevoked = false;

  /** The handlers deal with their own errors; what still comes out of them must not end the process. */
  async function handle(update: Update): Promise<void> {
    await bot.handleUpdate(update).catch((error: unknown) => {
      log.error({ err: loggable(error) }, 'An update from Telegram could not be handled.');
    });
  }

  function revoked(): void {
    if (isRevoked || !isReady || stopping.signal.aborted) return;
    isRevoked = true;
    onStopped(new OperatorError(revokedToken));
  }

  // What is installed first is nearest to the network: each repetition waits for its turn, and is reported.
  bot.api.config.use(reportTraffic(parts));
  useTransformers(bot, revoked);
  const sender = createSender(bot.api, log, now);
  const compose = createComposer(dispatcher.commands);
  const refreshing = createRefreshing({
    delay,
    now,
    onFault: (error) => log.warn({ err: loggable(error) }, 'A message could not be brought up to date.'),
  });
  handleUpdates(
    bot,
    createAnswering({
      ...parts,
      apiRoot: apiRoot ?? telegramsOwn,
      api: bot.api,
      sender,
      compose,
      refreshing,
      now,
      self: () => bot.botInfo,
    }),
  );

  /** Repeats until it works, except for what only the operator can mend. */
  async function setUp<T>(call: () => Promise<T>, problem: (error: GrammyError) => string): Promise<T> {
    const isFinal = (error: unknown) => error instanceof GrammyError && [400, 401, 404].includes(error.error_code);
    try {
      return await patiently(call, isFinal);
    } catch (error) {
      if (error instanceof GrammyError) throw new OperatorError(problem(error));
      throw error;
    }
  }

  async function start(): Promise<void> {
    bot.botInfo = await setUp(
      () => bot.api.getMe(),
      (error) => (apiRoot !== undefined && error.error_code === 404 ? noServer : unknownToken),
    );
    stopping.signal.throwIfAborted();
    isReady = true;
    if (webhook) {
      const settings = { secret_token: webhook.secret, allowed_updates: allowedUpdates };
      await setUp(
        () => bot.api.setWebhook(webhook.url, settings),
        (error) => `Telegram refuses the webhook address: ${error.description}. Check TELEGRAM_WEBHOOK_URL.`,
      );
      shared?.start();
    } else if (polls !== 'never') {
      await setUp(
        () => bot.api.deleteWebhook(),
        (error) => `Telegram refuses to be polled: ${error.description}.`,
      );
      stopping.signal.throwIfAborted();
      if (polls === 'always') poll();
    }
    log.info(
      { bot: bot.botInfo.username, by: webhook ? 'webhook' : polls === 'never' ? 'nothing' : 'polling' },
      'Telegram is ready.',
    );
    // Whoever asks meanwhile is answered: there are more than twenty menus to compare.
    await registerMenus(bot.api, menus(dispatcher.commands, texts)).catch((error: unknown) => {
      log.warn(`Telegram's command menus could not be brought up to date (${reasonOf(error)}); the old ones stay.`);
    });
  }

  function poll(): void {
    if (!signal.aborted) polling ??= startPolling(bot.api, intake, patiently, revoked);
  }

  async function stopPolling(): Promise<void> {
    const was = polling;
    polling = undefined;
    await was?.stop();
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await stopPolling();
    await Promise.all([intake.idle(), refreshing.stop()]);
  }

  const isOpen = () => isReady && !stopping.signal.aborted;
  const { deliver } = createDeliverer(sender, compose);
  const broadcaster = createBroadcaster({ token, apiRoot, compose, log, now, timeoutMs: parts.broadcastTimeoutMs });
  return {
    start,
    stop,
    poll,
    stopPolling,
    isReady: isOpen,
    deliver,
    broadcaster,
    chatNamed: createChatNames(bot.api, log),
    ...(webhook && { webhook: createWebhookRoute({ ...webhook, intake, waits: shared !== undefined, isOpen }) }),
  };
}

/** Waits out short rate limits and tries again after Telegram's own faults; notices when the token is revoked. */
function useTransformers(bot: Bot, onRevoked: () => void): void {
  bot.api.config.use(autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 30, rethrowHttpErrors: true }));
  bot.api.config.use(async (prev, method, payload, signal) => {
    const answer = await prev(method, payload, signal);
    if (!answer.ok && answer.error_code === 401) onRevoked();
    return answer;
  });
}
