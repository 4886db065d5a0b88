import type { Platform } from '../../core/community.ts';
import { fold } from '../../core/fold.ts';

/** Where somebody wants updates, as they wrote it. */
export type Where =
  | { kind: 'here' }
  | { kind: 'me' }
  /** A Discord channel or thread; its guild where a link names it. */
  | { kind: 'channel'; channel: string; chat?: string | undefined }
  /** A Telegram chat. */
  | { kind: 'chat'; chat: string; thread?: string | undefined }
  /** A Telegram chat by its public name, with its `@`. */
  | { kind: 'name'; name: string; thread?: string | undefined };

const hereWords = new Set(['here', 'this chat', 'this channel', 'тут', 'цей чат', 'здесь', 'этот чат']);
const meWords = new Set(['me', 'private', 'мені', 'я', 'особисто', 'мне', 'лично']);

/** Reads mentions, ids, names and links of a platform; undefined for what is none of them. */
export function readWhere(typed: string, platform: Platform): Where | undefined {
  const text = typed.trim();
  const word = fold(text);
  if (hereWords.has(word)) return { kind: 'here' };
  if (meWords.has(word)) return { kind: 'me' };
  return platform === 'discord' ? onDiscord(text) : onTelegram(text);
}

function onDiscord(text: string): Where | undefined {
  const [, id] = /^(?:<#)?(\d{15,20})>?$/u.exec(text) ?? [];
  if (id !== undefined) return { kind: 'channel', channel: id };
  const [, chat, channel] = discordLink.exec(text) ?? [];
  return channel === undefined ? undefined : { kind: 'channel', channel, chat };
}

/** Of a channel, or of a message in it. */
const discordLink = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(\d{15,20})\/(\d{15,20})(?:\/\d+)?\/?$/u;

function onTelegram(text: string): Where | undefined {
  const [, id, topic] = /^(-\d{5,20})(?:\/(\d{1,10}))?$/u.exec(text) ?? [];
  if (id !== undefined) return { kind: 'chat', chat: id, thread: topic };
  const [, name] = /^@([a-z]\w{3,31})$/iu.exec(text) ?? [];
  if (name !== undefined) return { kind: 'name', name: `@${name}` };
  const [, inner, path, thread] = telegramLink.exec(text) ?? [];
  // Links to chats without a public name leave out what all their ids begin with.
  if (inner !== undefined) return { kind: 'chat', chat: `-100${inner}`, thread };
  return path === undefined ? undefined : { kind: 'name', name: `@${path}`, thread };
}

/** Of a chat, of a topic in it, or of a message in a topic. */
const telegramLink =
  /^(?:https?:\/\/)?(?:t|telegram)\.me\/(?:c\/(\d{5,15})|(?:s\/)?([a-z]\w{3,31}))(?:\/(\d{1,10}))?(?:\/\d+)?\/?(?:\?\S*)?$/iu;
