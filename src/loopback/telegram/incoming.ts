import type { Chat, User } from 'grammy/types';
import { isBotAdmin } from './chat-access.ts';
import { type ChatState, type Posted, put, type StoredMessage } from './chat-state.ts';
import { detectEntities } from './detected-entities.ts';
import { storeFile } from './file-methods.ts';
import type { Seen } from './seen.ts';
import type { TextEntity } from './text-html.ts';
import type { QueuedUpdate } from './update-queue.ts';
import { seconds, type World } from './world.ts';

export interface SayOptions {
  /** The message that it replies to. */
  replyTo?: Seen | StoredMessage;
  /** The forum topic it is written in. */
  topic?: number;
  /** Written as the group itself, by an administrator who stays anonymous. */
  anonymous?: boolean;
  /** Written in the name of this channel. */
  asChannel?: Chat;
  /** Formatting, over what Telegram recognises by itself. */
  entities?: TextEntity[];
  /** More fields of the Message: a photo, a forward origin, what the test needs. */
  fields?: object;
}

/** A message from a person and the update that tells of it. */
export interface Incoming {
  message: StoredMessage;
  update: QueuedUpdate;
}

/** Telegram's own sender of messages by anonymous administrators (core.telegram.org/bots/api#message). */
const anonymousSender = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
/** Telegram's own sender of messages written in the name of a channel. */
const channelSender = { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };

/** Puts a person's message into a chat and pushes its update, entities filled in as Telegram does. */
export function sayIn(
  world: World,
  state: ChatState,
  who: User | undefined,
  text: string,
  options: SayOptions = {},
): Incoming {
  const isChannel = state.chat.type === 'channel';
  const senderChat = isChannel || options.anonymous ? state.chat : options.asChannel;
  const from = isChannel ? undefined : options.anonymous ? anonymousSender : options.asChannel ? channelSender : who;
  const given = options.entities ?? [];
  const entities = [...given, ...detectEntities(text, given)];
  const replied =
    options.replyTo && ('message' in options.replyTo ? (options.replyTo as Seen).message : options.replyTo);
  const message: StoredMessage = {
    message_id: ++state.lastMessageId,
    ...(from && { from }),
    ...(senderChat && { sender_chat: senderChat }),
    chat: state.chat,
    date: seconds(world),
    text,
    ...(entities.length > 0 && { entities }),
    ...(options.topic !== undefined && { message_thread_id: options.topic, is_topic_message: true }),
    ...(replied && { reply_to_message: replied as StoredMessage }),
    ...options.fields,
  };
  if (who && !options.anonymous && !options.asChannel) state.interacted.add(who.id);
  return enter(world, state, message);
}

export interface IncomingFile {
  name: string;
  content: Buffer;
  caption?: string;
  size?: number;
}

/** Sends a document, its caption where a text would be. */
export function sendFileIn(
  world: World,
  state: ChatState,
  who: User | undefined,
  { name, content, caption, size }: IncomingFile,
  options: SayOptions = {},
): Incoming {
  const document = storeFile(world, name, content, size);
  const fields = { text: undefined, document, ...(caption !== undefined && { caption }), ...options.fields };
  return sayIn(world, state, who, caption ?? '', { ...options, fields });
}

/** Puts a message, or a service message, into a chat as Telegram would tell of it. */
export function enter(world: World, state: ChatState, message: StoredMessage): Incoming {
  const sent = world.touch();
  const post: Posted = { message, byBot: false, sent, touched: sent, richButtons: [], deleted: false };
  put(state, post);
  const kind = state.chat.type === 'channel' ? 'channel_post' : 'message';
  return { message, update: tell(world, state, kind, message) };
}

/** A service message's common fields. */
export function serviceMessage(world: World, state: ChatState, fields: object): StoredMessage {
  return { message_id: ++state.lastMessageId, chat: state.chat, date: seconds(world), ...fields };
}

/** Changes a person's message and pushes the update that tells of it. */
export function editIn(world: World, state: ChatState, message: StoredMessage, text: string): Incoming {
  const post = state.posted.find((one) => one.message.message_id === message.message_id && !one.byBot);
  if (!post) throw new Error(`no message ${message.message_id} of a person in ${state.title}`);
  const entities = detectEntities(text);
  delete post.message.entities;
  Object.assign(post.message, { text, edit_date: seconds(world) }, entities.length > 0 && { entities });
  post.touched = world.touch();
  const kind = state.chat.type === 'channel' ? 'edited_channel_post' : 'edited_message';
  return { message: post.message, update: tell(world, state, kind, post.message) };
}

function tell(world: World, state: ChatState, kind: string, message: StoredMessage): QueuedUpdate {
  const isIn = state.botStatus !== 'left' && state.botStatus !== 'kicked' && !state.botBlocked;
  const isHeard = isIn && (!world.privacyMode || isForBot(world, state, message));
  const update = structuredClone({ [kind]: message });
  return isHeard
    ? world.push(update)
    : { update: { update_id: -1, ...update } as never, state: 'unwanted', isRepeated: false };
}

/** What a bot hears in privacy mode (core.telegram.org/bots/features#privacy-mode). */
function isForBot(world: World, state: ChatState, message: StoredMessage): boolean {
  if (state.chat.type === 'private' || state.chat.type === 'channel' || isBotAdmin(state)) return true;
  if (message.text === undefined) return true;
  const name = `@${world.bot.username}`.toLowerCase();
  const pieces = (message.entities ?? []).map(({ type, offset, length }) => ({
    type,
    text: (message.text as string).slice(offset, offset + length).toLowerCase(),
  }));
  const isCalled = pieces.some(
    ({ type, text }) =>
      (type === 'bot_command' && (!text.includes('@') || text.endsWith(name))) || (type === 'mention' && text === name),
  );
  return isCalled || message.reply_to_message?.from?.id === world.bot.id;
}
