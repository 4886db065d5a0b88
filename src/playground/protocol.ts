/** What the page and the process say to each other, as JSON. */

export type Platform = 'discord' | 'telegram';
export type PersonId = 'member' | 'moderator' | 'foreign' | 'operator';

/** `GET /api/scene`: what does not change while the page is open. */
export interface Scene {
  version: string;
  people: { id: PersonId; name: string }[];
  languages: { code: 'en' | 'uk' | 'ru'; name: string }[];
  discord: {
    /** The bot's account; messages whose `author.id` is this are the bot's. */
    botId: string;
    guilds: { id: string; name: string; channels: { id: string; name: string; kind: 'text' | 'news' }[] }[];
  };
  telegram: {
    botId: number;
    botUsername: string;
    /** `private` is the chat of whoever the page is; its id is 0 here and in acts. */
    chats: { id: number; title: string; kind: 'private' | 'group' | 'channel' }[];
  };
}

/** Who looks, and at what: the query of `GET /api/events` and part of every act. Discord's private chat has the id `dm`. */
export interface Looking {
  person: PersonId;
  language: 'en' | 'uk' | 'ru';
  discord: string;
  telegram: number;
}

/** A server-sent event `view`: all that the page shows now; sent at once, and again whenever something changes. */
export interface View {
  discord: {
    /** As the REST API gives them (discord.com/developers/docs/resources/message), oldest first, plus what only a client knows. */
    messages: DiscordMessage[];
    /** The slash and message commands that this person is offered here: their registered JSON. */
    commands: unknown[];
    /** Channels (by id) with messages that came since this person last looked there. */
    unread: string[];
  };
  telegram: {
    messages: TelegramMessage[];
    /** The menu for this person here (setMyCommands by scope and language). */
    menu: { command: string; description: string }[];
    unread: number[];
  };
  clock: { nowMs: number /** How far it was moved forward. */; aheadMs: number };
  content: {
    /** Since when the content being served is what it is, in ms of real time. */
    readAtMs: number;
    /** What the content check says of the folder now. */
    problems: { severity: 'error' | 'warning'; file: string; line?: number; message: string }[];
  };
}

export interface DiscordMessage {
  /** The message object of Discord's REST API; attachments' `url`s are paths on the playground's own server. */
  raw: Record<string, unknown>;
  /** Who called the command that this answers, and with which name: “Mira used /faq”. */
  used?: { by: string; command: string };
  ephemeral: boolean;
  /** “thinking…” */
  loading: boolean;
  edited: boolean;
}

export interface TelegramMessage {
  /** The Message object of the Bot API: text and entities, or rich_message.blocks, photo, document, reply_markup… */
  raw: Record<string, unknown>;
  byBot: boolean;
  /** Written by whoever looks. */
  mine: boolean;
  ephemeral: boolean;
  silent: boolean;
  /** Asks for a reply (force_reply), with its placeholder. */
  asksReply?: string;
  /** A photo's or document's path on the playground's own server. */
  file?: { name: string; url: string; isPicture: boolean };
}

/** `POST /api/act`; answered with `ActResult`. Every act is `Looking` and one of these. */
export type Act =
  | { kind: 'discord-slash'; command: string; options: Record<string, string>; file?: UploadedFile }
  | { kind: 'discord-suggest'; command: string; option: string; typed: string; options: Record<string, string> }
  | { kind: 'discord-menu'; command: string; message: string }
  | { kind: 'discord-press'; message: string; customId: string }
  | { kind: 'discord-select'; message: string; customId: string; values: string[] }
  | { kind: 'discord-submit'; modal: string; fields: Record<string, string | string[] | boolean> }
  | { kind: 'discord-say'; text: string }
  | { kind: 'telegram-say'; text: string; replyTo?: number }
  | { kind: 'telegram-press'; message: number; ephemeral: boolean; text: string }
  | { kind: 'telegram-file'; file: UploadedFile }
  | { kind: 'telegram-inline'; query: string }
  | { kind: 'telegram-choose'; query: string; result: string }
  | { kind: 'clock-forward'; ms: number };

export interface UploadedFile {
  name: string;
  base64: string;
}

export type ActResult = {
  /** What the platform's client would refuse, such as a field left empty. */
  refused?: string;
  /** A modal that opens (discord.com/developers/docs/components/reference): its callback `data` as sent, and the id to submit it by. */
  modal?: { id: string; data: Record<string, unknown> };
  /** Autocomplete. */
  suggestions?: { name: string; value: string }[];
  /** Telegram's answer to a pressed button. */
  toast?: { text: string; isAlert: boolean; url?: string };
  /** Inline results. */
  results?: { id: string; title: string; description: string }[];
  /** The message that the act brought or changed, to be scrolled to. */
  message?: string | number;
};
