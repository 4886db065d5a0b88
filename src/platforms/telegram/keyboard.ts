import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Answer, Call } from '../../core/answer.ts';
import { packIfShort, telegramDataLimit, unpackCall } from '../../core/call-codec.ts';
import type { Command } from '../../core/command.ts';
import type { Document } from '../../core/document.ts';
import { type Language, languages } from '../../core/language.ts';
import type { Reader } from '../../core/messenger.ts';
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
  /** Under a message for the asker alone, where the next such answer takes its place. */
  isConfidential?: true;
  /** Brings whoever presses to their private chat. */
  goesPrivate?: true;
}

/** What stands before the call of a button under a confidential answer, and of one that leads to the private chat. */
export const marks = { confidential: '!', goesPrivate: '>' } as const;

const numbersInRow = 5;
const longestLabel = 60;
/** Two buttons stand side by side where both are this short, in characters: about what a phone shows uncut. */
const longestHalf = 18;

/** Buttons under a page: the numbers of its menu, the pages, then the ways on. */
export function keyboard(
  answer: Answer,
  shown: Shown,
  { t, language }: Reader,
  commands: readonly Command[],
): InlineKeyboardMarkup | undefined {
  const press = (text: string, data: string | undefined): InlineKeyboardButton[] =>
    data === undefined ? [] : [{ text: cutLabel(text), callback_data: data }];
  const goOn = (call: Call) =>
    (answer.confidential && packed(call, commands, marks.confidential)) || packed(call, commands);
  const turn = (text: string, page: number) =>
    press(text, answer.call && packed({ ...answer.call, page }, commands, `${language}:`));

  const numbers = shown.page.flatMap((block) =>
    block.kind === 'menu' ? block.items.flatMap((item, i) => press(String(block.start + i), goOn(item.call))) : [],
  );
  const pages = [
    ...(shown.number > 1 ? turn(t('previous'), shown.number - 1) : []),
    ...(shown.number < shown.of ? turn(t('next'), shown.number + 1) : []),
  ];
  const waysOn = (answer.buttons ?? []).flatMap((button): InlineKeyboardButton[] => {
    if ('call' in button) return press(button.label, goOn(button.call));
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
  const isConfidential = data.startsWith(marks.confidential);
  const goesPrivate = data.startsWith(marks.goesPrivate);
  const call = unpackCall(commands, turns ? data.slice(turns.length + 1) : data.replace(/^[!>]/u, ''));
  if (!call) return undefined;
  return {
    call,
    ...(turns && { turns }),
    ...(isConfidential && { isConfidential }),
    ...(goesPrivate && { goesPrivate }),
  };
}

/** The call as the payload of a `?start=` link; undefined where it has other signs than such links may have. */
export function startPayload(call: Call, commands: readonly Command[]): string | undefined {
  const payload = packed(call, commands)?.replace(/^([a-z]+)\./u, '$1--');
  return payload !== undefined && /^[A-Za-z0-9_-]{1,64}$/u.test(payload) ? payload : undefined;
}

/** The call in 64 bytes with the mark before it; undefined where it is too long: such a button is left out. */
export function packed(call: Call, commands: readonly Command[], mark = ''): string | undefined {
  const command = commands.find((one) => one.name === call.command);
  const data = command && packIfShort(command, call, telegramDataLimit - mark.length);
  return data && mark + data;
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

export function pairs(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  const isShort = ({ text }: InlineKeyboardButton) => [...text].length <= longestHalf;
  for (const button of buttons) {
    const last = rows.at(-1);
    if (last?.length === 1 && last.every(isShort) && isShort(button)) last.push(button);
    else rows.push([button]);
  }
  return rows;
}
