import type { Chat, User } from 'grammy/types';
import type { InlineKeyboard } from './keyboard.ts';
import type { Payload } from './payload.ts';
import type { RichBlock, RichButton } from './rich-blocks.ts';
import type { TextEntity } from './text-html.ts';

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

/** A Message as the fake keeps it: the fields of the Bot API (core.telegram.org/bots/api#message). */
export interface StoredMessage {
  message_id: number;
  date: number;
  chat: Chat;
  from?: User;
  sender_chat?: Chat;
  text?: string;
  entities?: TextEntity[];
  rich_message?: { blocks: RichBlock[]; is_rtl?: true };
  reply_markup?: InlineKeyboard;
  reply_to_message?: StoredMessage;
  message_thread_id?: number;
  ephemeral_message_id?: number;
  receiver_user?: User;
  edit_date?: number;
  [field: string]: unknown;
}

/** A message with what a test wants to know besides: who sent it, the markup as sent, and what became of it. */
export interface Posted {
  message: StoredMessage;
  byBot: boolean;
  /** Its place in the order of everything that was posted or edited anywhere. */
  sent: number;
  /** The same for its last edit; equal to `sent` while there was none. */
  touched: number;
  html?: string;
  richButtons: RichButton[];
  /** The reply keyboard or forced reply it came with, as sent. */
  otherMarkup?: Payload;
  /** The one person who sees it, for an ephemeral message. */
  receiver?: number;
  /** Whether it came without a sound. */
  isSilent?: true;
  /** The message that it stands in for, in its receiver's eyes. */
  replaces?: number;
  deleted: boolean;
}

export interface Member {
  user: User;
  status: MemberStatus;
  isAnonymous?: boolean;
  /** An administrator who was given a title and no right. */
  hasNoRights?: boolean;
}

/** One chat: who is in it, what was said, and what the bot may do there. */
export interface ChatState {
  chat: Chat;
  title: string;
  members: Map<number, Member>;
  botStatus: MemberStatus;
  botBlocked: boolean;
  botMayWrite: boolean;
  /** Identifiers of the forum topics; the general topic is always there. */
  topics: Map<number, string>;
  /** Those of them in which only administrators may write. */
  closedTopics: Set<number>;
  /** Oldest first; `put` adds to it. */
  posted: Posted[];
  /** Those that everybody sees, by their message_id. */
  byId: Map<number, Posted>;
  lastMessageId: number;
  lastEphemeralId: number;
  /** People who wrote or pressed here, the only ones who may be sent an ephemeral message. */
  interacted: Set<number>;
  migratedTo?: number;
  refusesRich: boolean;
  pinned: number[];
}

/** A chat with nothing said in it; the bot is a member (an administrator in a channel). */
export function createChatState(chat: Chat, title: string): ChatState {
  return {
    chat,
    title,
    members: new Map(),
    botStatus: chat.type === 'channel' ? 'administrator' : 'member',
    botBlocked: false,
    botMayWrite: true,
    topics: new Map(),
    closedTopics: new Set(),
    posted: [],
    byId: new Map(),
    lastMessageId: 0,
    lastEphemeralId: 0,
    interacted: new Set(),
    refusesRich: false,
    pinned: [],
  };
}

/** The name Telegram's refusals use for the kind of chat. */
export function kindOf({ chat }: ChatState): string {
  return chat.type === 'channel' ? 'channel chat' : `${chat.type} chat`;
}

/** Adds a message to a chat. */
export function put(state: ChatState, post: Posted): void {
  state.posted.push(post);
  if (post.receiver === undefined) state.byId.set(post.message.message_id, post);
}

/** The visible message with this identifier, ephemeral ones excepted. */
export function findPosted(state: ChatState, messageId: number): Posted | undefined {
  const post = state.byId.get(messageId);
  return post?.deleted ? undefined : post;
}

/** The ephemeral message that a person was sent. */
export function findEphemeral(state: ChatState, receiver: number, id: number): Posted | undefined {
  return state.posted.find(
    (post) => post.receiver === receiver && post.message.ephemeral_message_id === id && !post.deleted,
  );
}
