import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Answer, Call } from '../../core/answer.ts';
import { packCall, telegramDataLimit, unpackCall } from '../../core/call-codec.ts';
import type { Caller, Command } from '../../core/command.ts';
import type { Document } from '../../core/document.ts';
import { type Language, languages } from '../../core/language.ts';
import { linkable } from './inline-html.ts';

/** The page that is shown, and of how many. */
export interface Shown {
  page: Document;
  number: number;
  of: number;
}

/** What a pressed button asks for: a call, and for page buttons the language of the message that is turned. */
export interface Press {
  call: Call;
  turns?: Language;
}

const numbersInRow = 5;
const longestLabel = 60;
/** Two buttons stand side by side where both are this short, in characters: about what a phone shows uncut. */
const longestHalf = 18;

/** Buttons under a page: the numbers of its menu, the pages, then the ways on. */
export function keyboard(
  answer: Answer,
  shown: Shown,
  { t, language }: Caller,
  commands: readonly Command[],
): InlineKeyboardMarkup | undefined {
  const press = (text: string, data: string | undefined): InlineKeyboardButton[] =>
    data === undefined ? [] : [{ text: cutLabel(text), callback_data: data }];
  const turn = (text: string, page: number) =>
    press(text, answer.call && packed({ ...answer.call, page }, commands, `${language}:`));

  const numbers = shown.page.flatMap((block) =>
    block.kind === 'menu'
      ? block.items.flatMap((item, i) => press(String(block.start + i), packed(item.call, commands)))
      : [],
  );
  const pages = [
    ...(shown.number > 1 ? turn(t('previous'), shown.number - 1) : []),
    ...(shown.number < shown.of ? turn(t('next'), shown.number + 1) : []),
  ];
  const waysOn = (answer.buttons ?? []).flatMap((button): InlineKeyboardButton[] => {
    if ('call' in button) return press(button.label, packed(button.call, commands));
    const url = linkable(button.url);
    return url === undefined ? [] : [{ text: cutLabel(button.label), url }];
  });
  const rows = [...rowsOf(numbers, numbersInRow), pages, ...pairs(waysOn)].filter((row) => row.length > 0);
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

/** Whether page buttons for this answer can be made. */
export const isTurnable = ({ call }: Answer, commands: readonly Command[]): boolean =>
  call !== undefined && packed({ ...call, page: 99 }, commands, 'en:') !== undefined;

/** Reads `callback_data`, which may come from an old message or from anybody. */
export function readPress(commands: readonly Command[], data: string): Press | undefined {
  const turns = languages.find((language) => data.startsWith(`${language}:`));
  const call = unpackCall(commands, turns ? data.slice(turns.length + 1) : data);
  return call && { call, ...(turns && { turns }) };
}

/** The call as the payload of a `?start=` link; undefined where it has other signs than such links may have. */
export function startPayload(call: Call, commands: readonly Command[]): string | undefined {
  const payload = packed(call, commands);
  return payload !== undefined && /^[A-Za-z0-9_-]+$/u.test(payload) ? payload : undefined;
}

/** The call in 64 bytes with the mark before it; undefined where it is too long: such a button is left out. */
function packed(call: Call, commands: readonly Command[], mark = ''): string | undefined {
  const command = commands.find((one) => one.name === call.command);
  try {
    return command && mark + packCall(command, call, telegramDataLimit - mark.length);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function cutLabel(label: string): string {
  const signs = [...label];
  return signs.length > longestLabel
    ? `${signs
        .slice(0, longestLabel - 1)
        .join('')
        .trimEnd()}…`
    : label;
}

function rowsOf<T>(all: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / length) }, (_, i) => all.slice(i * length, (i + 1) * length));
}

function pairs(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  const isShort = ({ text }: InlineKeyboardButton) => [...text].length <= longestHalf;
  for (const button of buttons) {
    const last = rows.at(-1);
    if (last?.length === 1 && last.every(isShort) && isShort(button)) last.push(button);
    else rows.push([button]);
  }
  return rows;
}
