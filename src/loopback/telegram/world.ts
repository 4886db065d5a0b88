import type { Update, User, UserFromGetMe } from 'grammy/types';
import type { ChatState, Posted } from './chat-state.ts';
import type { Payload } from './payload.ts';
import type { Pace } from './rate-limits.ts';
import type { Signal } from './signal.ts';
import type { QueuedUpdate } from './update-queue.ts';

export interface TelegramOptions {
  /** The clock in ms since the epoch; the real one unless another is handed in. */
  now?: () => number;
  token?: string;
  username?: string;
  /** False makes a server that does not know rich messages. */
  rich?: boolean;
  /** False makes a server that refuses ephemeral messages, `unknown` one that is older than they are. */
  ephemeral?: boolean | 'unknown';
  /** How long the bot may change what it has sent, in seconds; for good unless told. */
  editableSeconds?: number;
  /** True keeps from the bot what privacy mode keeps (core.telegram.org/bots/features#privacy-mode). */
  privacyMode?: boolean;
  /** True enforces Telegram's own pace of sending, numbers one that differs in them. */
  limits?: boolean | Partial<Pace>;
  /**
   * Keeps memory flat under thousands of messages: of calls only the latest are kept, without payloads and results, and of
   * what the bot sends only that it is there, so that every edit changes it.
   */
  lean?: boolean;
  /** False insists on HTTPS for webhooks, as Telegram does. */
  allowHttpWebhook?: boolean;
  /** The wait before a failed webhook delivery is repeated, in ms. */
  webhookRetryMs?: number;
  /** Resolves once the bot has nothing under way, for a bot whose work is more than promises and calls. */
  settled?: () => Promise<void>;
}

/** One call of the bot and what came of it; `result` stays away while it is under way or after a reset. A lean fake leaves both empty. */
export interface Call {
  method: string;
  payload: Payload;
  /** When it arrived, in ms by the clock handed in. */
  at: number;
  via: 'http' | 'webhook';
  result?: { ok: true; result: unknown } | { ok: false; error_code: number; description: string; parameters?: object };
}

/** A callback or inline query waiting for its answer. */
export interface Query {
  id: string;
  kind: 'callback' | 'inline';
  from: User;
  chat?: ChatState;
  post?: Posted;
  askedAt: number;
  answer?: Payload;
  result?: unknown;
  isExpired: boolean;
}

/** Everything the fake knows, shared by the methods and the conversation. */
export interface World {
  now: () => number;
  rich: boolean;
  ephemeral: boolean;
  /** Whether what is meant for one person is shown to everybody: a server older than ephemeral messages. */
  ignoresEphemeral: boolean;
  privacyMode: boolean;
  editableSeconds: number;
  lean: boolean;
  bot: UserFromGetMe;
  users: Map<number, User>;
  chats: Map<number, ChatState>;
  queries: Map<string, Query>;
  inlineMessages: Map<string, Posted>;
  /** The contents of files by their `file_id`. */
  files: Map<string, { name: string; content: Buffer; size: number }>;
  /** Adds a call and returns it as it is kept. */
  record(call: Call): Call;
  signal: Signal;
  /** Counts what is posted and edited, so that order can be told. */
  touch(): number;
  push(update: Omit<Update, 'update_id'> | object, force?: boolean): QueuedUpdate;
}

/** The Bot API methods by name; each returns the `result` of its answer. */
export type Methods = Record<string, (payload: Payload) => unknown>;

/** A message's date: whole seconds since the epoch. */
export function seconds(world: World): number {
  return Math.floor(world.now() / 1000);
}
