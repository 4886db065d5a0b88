import type { User } from 'grammy/types';
import type { ChatState, Posted, StoredMessage } from './chat-state.ts';
import { plainBlocks, plainText, type RichBlock } from './rich-blocks.ts';
import type { TextEntity } from './text-html.ts';

/** A button as a person sees it; `data` or `url` says what pressing it does, if it is one of these. */
export interface SeenButton {
  text: string;
  data?: string;
  url?: string;
  /** The button as it was sent. */
  raw: object;
}

/** What the bot said in answer to a pressed button. */
export interface Toast {
  text: string;
  isAlert: boolean;
  url?: string;
}

/** A message as a person saw it at one moment. */
export interface Seen {
  /** What is read: the text, or the plain projection of a rich message. */
  text: string;
  /** The markup as the bot sent it. */
  html?: string;
  entities: TextEntity[];
  /** The blocks of a rich message. */
  blocks?: RichBlock[];
  /** The inline keyboard row by row, then the buttons within a rich message as one more row. */
  buttons: SeenButton[][];
  message: StoredMessage;
  isEphemeral: boolean;
  /** Whether it came without a sound. */
  isSilent: boolean;
  isDeleted: boolean;
  /** Presses the callback button with this label, and resolves when the bot has answered and come to rest. */
  press(who: User, label: string | RegExp): Promise<Pressed>;
  /** The same message as it is now. */
  now(): Seen;
}

/** What a person sees after pressing: the message that changed or came, or else the one pressed. */
export interface Pressed extends Seen {
  toast: Toast;
  /** Whether anything was sent or edited in answer. */
  isChanged: boolean;
}

/** Carries out a press; handed in because it needs the whole conversation. */
export type Press = (post: Posted, who: User, label: string | RegExp) => Promise<Pressed>;

/** Takes a message down as it is at this moment. */
export function seen(post: Posted, press: Press): Seen {
  const message = structuredClone(post.message);
  const blocks = message.rich_message?.blocks;
  const caption = typeof message.caption === 'string' ? message.caption : '';
  return {
    text: message.text ?? (blocks ? plainBlocks(blocks) : caption),
    entities: message.entities ?? [],
    ...(post.html !== undefined && { html: post.html }),
    ...(blocks && { blocks }),
    buttons: buttonsOf(post),
    message,
    isEphemeral: post.receiver !== undefined,
    isSilent: post.isSilent === true,
    isDeleted: post.deleted,
    press: (who, label) => press(post, who, label),
    now: () => seen(post, press),
  };
}

/** Every button of a message, row by row. */
export function buttonsOf(post: Posted): SeenButton[][] {
  const rows = (post.message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(seenButton));
  return post.richButtons.length === 0 ? rows : [...rows, post.richButtons.map(seenButton)];
}

function seenButton(button: {
  text: Parameters<typeof plainText>[0];
  url?: unknown;
  callback_data?: unknown;
}): SeenButton {
  return {
    text: plainText(button.text),
    ...(typeof button.callback_data === 'string' && { data: button.callback_data }),
    ...(typeof button.url === 'string' && { url: button.url }),
    raw: button,
  };
}

/** What a person finds in a chat now: ephemeral messages only their own, replaced ones gone from their sight. */
export function visibleTo(state: ChatState, userId: number | undefined): Posted[] {
  const shown = state.posted.filter(
    (post) => !post.deleted && (post.receiver === undefined || post.receiver === userId),
  );
  const replaced = new Set(shown.map((post) => post.replaces));
  return shown.filter((post) => post.receiver !== undefined || !replaced.has(post.message.message_id));
}
