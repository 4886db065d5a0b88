import stringWidth from 'string-width';
import type { Answer, Button, Call } from '../../core/answer.ts';
import type { Document, MenuItem } from '../../core/document.ts';
import { pageOf, paginate } from '../../core/paginate.ts';
import type { Translate } from '../../core/texts.ts';
import { address, painter, wrap } from './inline.ts';
import { printable } from './printable.ts';
import { keyOf, renderDocument } from './render.ts';

/** What a number on the screen does: makes a call, or turns the page of the answer that is shown. */
export type Choice = { call: Call } | { page: number };

/** One page of an answer as it is shown. */
export interface Screen {
  /** ANSI text, ending with a line break. */
  text: string;
  /** By number, counted from 1. */
  choices: Choice[];
  number: number;
  of: number;
}

export interface ScreenSettings {
  width: number;
  /** In lines; endless where the output is not a screen. */
  height: number;
  colour: boolean;
  t: Translate;
}

/** In lines: an answer of common length stays whole with its sources, even where a small window has to scroll. */
const shortestPage = 40;

/** Menu items, then buttons, then the way to other pages are numbered through, on every page from 1. */
export function layOut(answer: Answer, wanted: number, { width, height, colour, t }: ScreenSettings): Screen {
  const paint = painter(colour);
  const buttons = answer.buttons ?? [];
  // As wide as the numbers get, so that pages are not too long once they are numbered.
  const below = sideBySide(
    buttons.map((button) => `[99] ${label(button)}`),
    width,
  ).length;
  const room = Math.max(shortestPage, height - below - 5);
  const fits = (page: Document) => height === Infinity || renderDocument(page, { width, colour }).length <= room;
  const { page, number, of } = pageOf(paginate(answer.document, fits), wanted);

  const items = menuItems(page);
  const choices: Choice[] = items.map(({ call }) => ({ call }));
  const chip = (text: string, choice: Choice) => `${keyOf(choices.push(choice), paint)} ${text}`;
  const chips = buttons.map((button) => ('call' in button ? chip(label(button), button) : label(button)));
  const turns = [
    ...(number > 1 ? [chip(`${t('previous')} (p)`, { page: number - 1 })] : []),
    ...(number < of ? [chip(`${t('next')} (n)`, { page: number + 1 })] : []),
  ];

  const numbers = new Map(items.map((item, i) => [item, i + 1]));
  const lines = [
    ...renderDocument(page, { width, colour, numbers }),
    ...(chips.length > 0 ? ['', ...sideBySide(chips, width)] : []),
    ...(of > 1 ? ['', ...sideBySide([paint(['dim'], t('page', { number, of })), ...turns], width)] : []),
  ];
  return { text: `${lines.join('\n')}\n`, choices, number, of };
}

const label = (button: Button): string =>
  'call' in button ? printable(button.label) : `${printable(button.label)} ${address(button.url)}`;

const menuItems = (document: Document): MenuItem[] =>
  document.flatMap((block) =>
    block.kind === 'menu' ? block.items : block.kind === 'details' ? menuItems(block.blocks) : [],
  );

/** Short texts next to each other, as many on a line as fit whole. */
function sideBySide(chips: string[], width: number): string[] {
  const lines: string[] = [];
  for (const chip of chips) {
    const joined = `${lines.at(-1)}   ${chip}`;
    if (lines.length > 0 && stringWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(...wrap(chip, width));
  }
  return lines;
}
