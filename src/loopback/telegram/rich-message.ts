import { badRequest } from './api-error.ts';
import { detectEntities } from './detected-entities.ts';
import { checkRichButton } from './keyboard.ts';
import { flag, type Payload } from './payload.ts';
import {
  plainBlocks,
  type RichBlock,
  type RichButton,
  type RichItem,
  type RichPiece,
  type RichText,
} from './rich-blocks.ts';
import { parseRichHtml } from './rich-html.ts';
import { checkRichLimits } from './rich-limits.ts';
import { richBlocksSchema } from './rich-schema.ts';
import { refuseRich } from './rich-tree.ts';

/** A rich message as it would be stored: its blocks, a plain projection, its buttons, and the HTML where HTML was sent. */
export interface ReadRich {
  blocks: RichBlock[];
  plain: string;
  buttons: RichButton[];
  isRtl: boolean;
  html?: string;
}

/** Reads an InputRichMessage with exactly one of html, markdown and blocks (core.telegram.org/bots/api#inputrichmessage). */
export function readRichMessage(input: Payload): ReadRich {
  const given = ['html', 'markdown', 'blocks'].filter((name) => input[name] !== undefined && input[name] !== null);
  if (given.length !== 1) throw refuseRich('exactly one of the fields html, markdown, or blocks must be used');
  if (given[0] === 'markdown') throw badRequest('rich Markdown is not supported by this server');
  const html = input.html;
  if (given[0] === 'html' && typeof html !== 'string') throw refuseRich('field "html" must be of type String');
  const parsed = richBlocksSchema.safeParse(typeof html === 'string' ? parseRichHtml(html) : input.blocks);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    if (typeof html === 'string' && (issue?.path.length ?? 0) === 0) throw refuseRich('rich message must be non-empty');
    throw refuseRich(`blocks.${issue?.path.join('.')}: ${issue?.message}`);
  }
  checkRichLimits(parsed.data);
  const buttons: RichButton[] = [];
  const blocks = parsed.data.map((block) => store(block, !flag(input, 'skip_entity_detection'), buttons));
  for (const button of buttons) checkRichButton(button);
  return {
    blocks,
    plain: plainBlocks(blocks),
    buttons,
    isRtl: flag(input, 'is_rtl'),
    ...(typeof html === 'string' && { html }),
  };
}

/** Copies a block as Telegram would give it back: items labelled, entities recognised; collects the buttons on the way. */
function store(block: RichBlock, detect: boolean, buttons: RichButton[]): RichBlock {
  const read = (text: RichText): RichText => (detect ? detected(text, buttons) : collected(text, buttons));
  const copy: RichBlock = { ...block };
  buttons.push(...(block.buttons ?? []));
  if (block.text !== undefined) copy.text = block.type === 'pre' ? block.text : read(block.text);
  if (block.summary !== undefined) copy.summary = read(block.summary);
  if (block.credit !== undefined) copy.credit = read(block.credit);
  if (block.blocks) copy.blocks = block.blocks.map((inner) => store(inner, detect, buttons));
  if (block.cells) {
    copy.cells = block.cells.map((row) =>
      row.map((cell) => (cell.text === undefined ? cell : { ...cell, text: read(cell.text) })),
    );
  }
  if (block.items) {
    copy.items = block.items.map((item) => ({
      ...item,
      label: labelOf(item),
      blocks: item.blocks.map((inner) => store(inner, detect, buttons)),
    }));
  }
  return copy;
}

function labelOf({ value, type }: RichItem): string {
  if (value === undefined) return '•';
  if (type === 'a' || type === 'A') {
    let letters = '';
    for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
      letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
    return `${type === 'a' ? letters : letters.toUpperCase()}.`;
  }
  if (type === 'i' || type === 'I') return `${type === 'I' ? roman(value) : roman(value).toLowerCase()}.`;
  return `${value}.`;
}

function roman(value: number): string {
  const digits = [
    ['M', 1000],
    ['CM', 900],
    ['D', 500],
    ['CD', 400],
    ['C', 100],
    ['XC', 90],
    ['L', 50],
  ] as const;
  const small = [
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const;
  let rest = value;
  let text = '';
  for (const [digit, worth] of [...digits, ...small]) {
    for (; rest >= worth; rest -= worth) text += digit;
  }
  return text;
}

const opaque = new Set(['code', 'url', 'text_mention', 'email_address', 'phone_number', 'anchor_link', 'button']);
const fieldOf: Readonly<Record<string, [type: string, field: string]>> = {
  url: ['url', 'url'],
  email: ['email_address', 'email_address'],
  mention: ['mention', 'username'],
  hashtag: ['hashtag', 'hashtag'],
  cashtag: ['cashtag', 'cashtag'],
  bot_command: ['bot_command', 'bot_command'],
};

function collected(text: RichText, buttons: RichButton[]): RichText {
  if (Array.isArray(text)) for (const inner of text) collected(inner, buttons);
  else if (typeof text === 'object' && text.type === 'button') buttons.push(text.button as RichButton);
  else if (typeof text === 'object' && text.text !== undefined) collected(text.text, buttons);
  return text;
}

function detected(text: RichText, buttons: RichButton[]): RichText {
  if (Array.isArray(text)) return text.map((inner) => detected(inner, buttons));
  if (typeof text === 'object') {
    if (opaque.has(text.type)) return collected(text, buttons);
    return text.text === undefined ? text : { ...text, text: detected(text.text, buttons) };
  }
  const pieces: RichText[] = [];
  let at = 0;
  for (const { type, offset, length } of detectEntities(text)) {
    const shown = text.slice(offset, offset + length);
    const [name, field] = fieldOf[type] as [string, string];
    if (offset > at) pieces.push(text.slice(at, offset));
    pieces.push({ type: name, text: shown, [field]: type === 'mention' ? shown.slice(1) : shown } satisfies RichPiece);
    at = offset + length;
  }
  if (pieces.length === 0) return text;
  if (at < text.length) pieces.push(text.slice(at));
  return pieces.length === 1 ? (pieces[0] as RichText) : pieces;
}
