import type { Update, User } from 'grammy/types';
import { ApiError, conflict } from './api-error.ts';
import { createCallLog } from './call-log.ts';
import type { ChatHandle } from './chat-handle.ts';
import { chatMethods } from './chat-methods.ts';
import { type Chats, createChats } from './chats.ts';
import { createConversation } from './conversation.ts';
import { editMethods } from './edit-methods.ts';
import { ephemeralMethods } from './ephemeral-methods.ts';
import {
  createFaults,
  type Disruption,
  type Fault,
  type FaultHandle,
  type FaultOptions,
  rateLimitFault,
} from './faults.ts';
import { fileMethods } from './file-methods.ts';
import { askInline, type InlineAnswer, type InlineOptions } from './inline-answer.ts';
import { type MenuCommand, offeredMenu } from './offered-menu.ts';
import { profileMethods } from './profile-methods.ts';
import { queryMethods } from './query-methods.ts';
import { createRateLimits, unlimited } from './rate-limits.ts';
import { sendMethods } from './send-methods.ts';
import { createApiServer } from './server.ts';
import { createSignal } from './signal.ts';
import { transcript } from './transcript.ts';
import { createUpdateQueue, type QueuedUpdate } from './update-queue.ts';
import { createWebhook } from './webhook.ts';
import type { Call, Methods, Query, TelegramOptions, World } from './world.ts';

export type { ChatHandle } from './chat-handle.ts';
export type { StoredMessage } from './chat-state.ts';
export type { Attempt, Disruption, Fault, FaultHandle } from './faults.ts';
export type { InlineAnswer } from './inline-answer.ts';
export type { RichBlock, RichText } from './rich-blocks.ts';
export type { Pressed, Seen, SeenButton } from './seen.ts';
export type { TextEntity } from './text-html.ts';
export type { Call, TelegramOptions } from './world.ts';

/** A Telegram Bot API server on loopback together with the people and chats behind it. */
export interface TelegramFake extends Chats {
  /** What grammY takes as `client.apiRoot`. */
  readonly apiRoot: string;
  readonly token: string;
  readonly bot: User & { username: string };
  /** Every call, oldest first. */
  readonly calls: readonly Call[];
  /** The calls of one method. */
  callsOf(method: string): Call[];
  /** Every update pushed so far and its fate. */
  readonly updates: readonly QueuedUpdate[];
  /** Pushes an update as it is, with the next update_id; `force` pushes even what the bot did not ask for. */
  push(update: object, options?: { force?: boolean }): Update;
  /** Delivers an update once more under the same update_id. */
  redeliver(updateId: number): void;
  /** Asks inline and resolves with the bot's answer. */
  inline(who: User, query: string, options?: InlineOptions): Promise<InlineAnswer>;
  /** A query that waits for its answer without the bot being told of it, for an update that is made by hand. */
  open(query: Pick<Query, 'kind' | 'from' | 'chat' | 'post'>): Query;
  /** Lets something go wrong with the next calls. */
  fail(fault: Fault, options?: FaultOptions): FaultHandle;
  /** Answers the next calls with 429 and this many seconds to wait. */
  limit(seconds: number, options?: FaultOptions): FaultHandle;
  /**
   * Asks a function for every call what goes wrong with it, if anything. Most faults keep the call from having any effect;
   * what the function itself changes comes first (`telegram.upgrade(telegram.chat(id))`).
   */
  disrupt(hook: Disruption): FaultHandle;
  /** How many calls were answered with 429, by a limit or a fault. */
  readonly rateLimited: number;
  /** What a document holds, by its `file_id`. */
  contentOf(fileId: string): Buffer | undefined;
  /** The commands of the menu that this person finds in this chat (core.telegram.org/bots/api#botcommandscope). */
  menu(chat: ChatHandle, who: User): MenuCommand[];
  /** Calls the listener after every change, until the function that it gives back is called. */
  watch(listener: () => void): () => void;
  revokeToken(): void;
  restoreToken(): void;
  /** Makes every callback and inline query asked so far too old to answer. */
  expireQueries(): void;
  /** Resolves when every update was confirmed and the bot has come to rest. */
  settled(): Promise<void>;
  /** Resolves once `check` returns something defined; looks whenever anything happens; fails after `timeoutMs` (10 s). */
  until<T>(expected: string, check: () => T | undefined, timeoutMs?: number): Promise<T>;
  close(): Promise<void>;
}

/** Starts a fake of the Telegram Bot API that real clients can talk to (core.telegram.org/bots/api). */
export async function createTelegramFake(options: TelegramOptions = {}): Promise<TelegramFake> {
  const { now = Date.now, token = '4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcK', username = 'parley_bot' } = options;
  const isLean = options.lean ?? false;
  const { calls, record, count: countCalls } = createCallLog(isLean);
  const signal = createSignal(() => transcript(calls, queue.all));
  const queue = createUpdateQueue(() => signal.changed());
  const faults = createFaults();
  let touched = 0;
  let isRevoked = false;

  const world: World = {
    now,
    rich: options.rich ?? true,
    ephemeral: options.ephemeral !== false && options.ephemeral !== 'unknown',
    ignoresEphemeral: options.ephemeral === 'unknown',
    privacyMode: options.privacyMode ?? false,
    editableSeconds: options.editableSeconds ?? Number.POSITIVE_INFINITY,
    lean: isLean,
    bot: botUser(token, username, options.privacyMode ?? false),
    users: new Map(),
    chats: new Map(),
    queries: new Map(),
    inlineMessages: new Map(),
    files: new Map(),
    record,
    signal,
    touch: () => ++touched,
    push: (update, force) => queue.add(update, force),
  };

  const webhook = createWebhook(queue, {
    allowHttp: options.allowHttpWebhook ?? true,
    retryMs: options.webhookRetryMs ?? 50,
    now,
    call: (method, payload) => server.call(method, payload),
    changed: () => signal.changed(),
  });
  const { limits: asked } = options;
  const limits = asked ? createRateLimits(now, asked === true ? {} : asked) : unlimited;
  const methods = byLowerCase({
    ...profileMethods(world),
    ...chatMethods(world),
    ...sendMethods(world, limits),
    ...editMethods(world, limits),
    ...ephemeralMethods(world),
    ...queryMethods(world),
    ...fileMethods(world),
    setWebhook: (payload) => webhook.set(payload),
    deleteWebhook: (payload) => webhook.remove(payload),
    getWebhookInfo: () => webhook.info(),
  });
  if (!world.rich) methods.delete('sendrichmessage');
  if (world.ignoresEphemeral)
    for (const name of Object.keys(ephemeralMethods(world))) methods.delete(name.toLowerCase());
  const server = await createApiServer({
    world,
    faults,
    isValid: (given) => given === token && !isRevoked,
    dispatch(method, payload, gone) {
      const name = method.toLowerCase();
      if (name === 'getupdates') {
        if (webhook.isSet()) {
          throw conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
          );
        }
        return queue.poll(payload, gone ?? new AbortController().signal);
      }
      const run = methods.get(name);
      if (!run) throw new ApiError(404, 'Not Found');
      return run(payload);
    },
  });
  const conversation = createConversation({
    world,
    queue,
    inFlight: server.inFlight,
    countCalls,
    settled: options.settled,
  });

  return {
    ...createChats(world, conversation),
    apiRoot: server.apiRoot,
    token,
    bot: world.bot,
    calls,
    callsOf: (method) => calls.filter((call) => call.method.toLowerCase() === method.toLowerCase()),
    updates: queue.all,
    push: (update, { force = false } = {}) => queue.add(update, force).update,
    redeliver: (updateId) => void queue.repeat(updateId),
    open: conversation.open,
    inline: (who, query, inlineOptions) => askInline(world, conversation, who, query, inlineOptions),
    fail: (fault, faultOptions) => faults.order(fault, faultOptions),
    limit: (seconds, faultOptions) => faults.order(rateLimitFault(seconds), faultOptions),
    disrupt: (hook) => faults.disrupt(hook),
    get rateLimited() {
      return server.limitedCount();
    },
    contentOf: (fileId) => world.files.get(fileId)?.content,
    menu: (chat, who) => offeredMenu((payload) => methods.get('getmycommands')?.(payload) as MenuCommand[], chat, who),
    watch: signal.watch,
    revokeToken() {
      isRevoked = true;
    },
    restoreToken() {
      isRevoked = false;
    },
    expireQueries() {
      for (const query of world.queries.values()) query.isExpired = true;
    },
    settled: conversation.settle,
    until: signal.until,
    async close() {
      webhook.close();
      faults.close();
      queue.close();
      signal.close();
      await server.close();
    },
  };
}

function byLowerCase(methods: Methods): Map<string, Methods[string]> {
  return new Map(Object.entries(methods).map(([name, run]) => [name.toLowerCase(), run]));
}

function botUser(token: string, username: string, privacyMode: boolean): World['bot'] {
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Parley',
    username,
    can_join_groups: true,
    can_read_all_group_messages: !privacyMode,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as World['bot'];
}
