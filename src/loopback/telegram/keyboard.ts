import { badRequest } from './api-error.ts';
import { object, type Payload, string } from './payload.ts';
import type { RichButton, RichText } from './rich-blocks.ts';

/** A button of an inline keyboard as it was sent (core.telegram.org/bots/api#inlinekeyboardbutton). */
export interface InlineButton {
  text: string;
  url?: string;
  callback_data?: string;
  [property: string]: unknown;
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

/** The largest inline keyboard Telegram takes: buttons in all and buttons in a row. */
export const keyboardLimits = { buttons: 100, row: 8, dataBytes: 64 } as const;

const actions = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
] as const;

/** Reads `reply_markup`; an inline keyboard is checked and returned, an empty one counts as none, the other kinds pass. */
export function readKeyboard(payload: Payload): InlineKeyboard | undefined {
  const markup = object(payload, 'reply_markup');
  if (!markup) return undefined;
  const rows = markup.inline_keyboard;
  if (rows === undefined) {
    const placeholder = string(markup, 'input_field_placeholder');
    if (placeholder !== undefined && (placeholder.length < 1 || placeholder.length > 64))
      throw badRequest('input field placeholder must be 1-64 characters long');
    if ('keyboard' in markup || 'remove_keyboard' in markup || 'force_reply' in markup) return undefined;
    throw badRequest('object expected as reply markup');
  }
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest("can't parse inline keyboard: expected an Array of Arrays of InlineKeyboardButton");
  }
  const kept = (rows as unknown[][]).filter((row) => row.length > 0);
  if (kept.some((row) => row.length > keyboardLimits.row))
    throw badRequest('reply markup has too many buttons in a row');
  if (kept.flat().length > keyboardLimits.buttons) throw badRequest('reply markup is too long');
  for (const button of kept.flat()) checkButton(button);
  return kept.length === 0 ? undefined : { inline_keyboard: kept as InlineButton[][] };
}

/** The keyboard that forces a reply or replaces the person's own, as it was sent; undefined for an inline one. */
export function otherMarkup(payload: Payload): Payload | undefined {
  const markup = object(payload, 'reply_markup');
  return markup && !('inline_keyboard' in markup) ? markup : undefined;
}

function checkButton(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  }
  const button = value as Record<string, unknown>;
  if (typeof button.text !== 'string')
    throw badRequest('can\'t parse inline keyboard button: Can\'t find field "text"');
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  checkAction(button);
}

function checkAction(button: Record<string, unknown>): void {
  const used = actions.filter((action) => button[action] !== undefined);
  if (used.length === 0) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (used.length > 1)
    throw badRequest(`can't parse inline keyboard button: exactly one action expected, found ${used.join(', ')}`);
  const { url, callback_data: data, copy_text: copy } = button;
  if (data !== undefined) {
    const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
    if (bytes < 1 || bytes > keyboardLimits.dataBytes) throw badRequest('BUTTON_DATA_INVALID');
  }
  if (url !== undefined) checkUrl(String(url));
  if (copy !== undefined) {
    const text = (copy as { text?: unknown }).text;
    if (typeof text !== 'string' || text.length < 1 || text.length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
}

function checkUrl(url: string): void {
  const refuse = (why: string) => badRequest(`inline keyboard button URL '${url}' is invalid: ${why}`);
  if (/^(tg|ton|tonsite):\/\//i.test(url)) return;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && !/^[\w.-]+:\d/.test(url) && scheme !== 'http' && scheme !== 'https') {
    throw refuse('Unsupported URL protocol');
  }
  const host = /^(?:https?:\/\/)?([^/?#:\s@]+)(?::\d+)?(?:[/?#]\S*)?$/i.exec(url)?.[1];
  if (host === undefined || !/^[^.]+(\.[^.]+)+$/.test(host)) throw refuse('Wrong HTTP URL');
}

/** Refuses a button of a rich message that Telegram would refuse (core.telegram.org/bots/api#richmessagebutton). */
export function checkRichButton(button: RichButton): void {
  if (!isButtonText(button.text))
    throw badRequest("can't parse rich message: a button may contain only plain text, custom emoji and dates");
  if (button.text === '') throw badRequest('inline keyboard button text must be non-empty');
  if (button.style === 'link' && button.callback_data === undefined) throw badRequest('BUTTON_STYLE_INVALID');
  checkAction(button);
}

function isButtonText(text: RichText): boolean {
  if (typeof text === 'string') return true;
  if (Array.isArray(text)) return text.every(isButtonText);
  return text.type === 'custom_emoji' || text.type === 'date_time';
}
