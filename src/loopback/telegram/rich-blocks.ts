/** A formatted inline text: plain, a sequence, or a formatted piece (core.telegram.org/bots/api#richtext). */
export type RichText = string | RichText[] | RichPiece;

export interface RichPiece {
  type: string;
  text?: RichText;
  [property: string]: unknown;
}

/** A cell of a table in a rich message (core.telegram.org/bots/api#richblocktablecell). */
export interface RichCell {
  text?: RichText;
  is_header?: true;
  colspan?: number;
  rowspan?: number;
  align: string;
  valign: string;
}

/** An item of a list in a rich message (core.telegram.org/bots/api#richblocklistitem). */
export interface RichItem {
  label?: string;
  blocks: RichBlock[];
  has_checkbox?: true;
  is_checked?: true;
  value?: number;
  type?: string;
}

export interface RichCaption {
  text: RichText;
  credit?: RichText;
}

/** A button within a rich message; exactly one action beside `text` and `style` (core.telegram.org/bots/api#richmessagebutton). */
export interface RichButton {
  text: RichText;
  style?: string;
  [action: string]: unknown;
}

/** A block of a rich message; which fields are there depends on `type` (core.telegram.org/bots/api#richblock). */
export interface RichBlock {
  type: string;
  text?: RichText;
  blocks?: RichBlock[];
  items?: RichItem[];
  cells?: RichCell[][];
  summary?: RichText;
  caption?: RichText | RichCaption;
  credit?: RichText;
  buttons?: RichButton[];
  [property: string]: unknown;
}

/** The characters of a rich text without its formatting. */
export function plainText(text: RichText | undefined): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(plainText).join('');
  if (text.type === 'custom_emoji') return String(text.alternative_text ?? '');
  if (text.type === 'mathematical_expression') return String(text.expression ?? '');
  if (text.type === 'button') return `[${plainText((text.button as RichButton).text)}]`;
  return plainText(text.text);
}

/** A plain projection of blocks, one line a block, item or row: what a person would read aloud. */
export function plainBlocks(blocks: readonly RichBlock[]): string {
  return blocks.flatMap(blockLines).join('\n');
}

function blockLines(block: RichBlock): string[] {
  if (block.type === 'divider') return ['———'];
  if (block.type === 'anchor') return [];
  if (block.type === 'mathematical_expression') return [String(block.expression ?? '')];
  if (block.type === 'list') return (block.items ?? []).map(itemLine);
  if (block.type === 'buttons') return [(block.buttons ?? []).map((button) => `[${plainText(button.text)}]`).join(' ')];
  if (block.type === 'table') {
    const rows = (block.cells ?? []).map((row) => row.map((cell) => plainText(cell.text)).join(' | '));
    return [...(block.caption === undefined ? [] : [captionText(block.caption)]), ...rows];
  }
  const lines = [...(block.summary === undefined ? [] : [plainText(block.summary)])];
  if (block.text !== undefined) lines.push(plainText(block.text));
  if (block.blocks) lines.push(...block.blocks.flatMap(blockLines));
  if (block.caption !== undefined) lines.push(captionText(block.caption));
  if (block.credit !== undefined) lines.push(`— ${plainText(block.credit)}`);
  return lines;
}

function itemLine(item: RichItem): string {
  const box = item.has_checkbox ? (item.is_checked ? '☑ ' : '☐ ') : '';
  return `${item.label ?? '•'} ${box}${plainBlocks(item.blocks)}`;
}

/** The characters of a block's caption and its credit. */
export function captionText(caption: RichText | RichCaption): string {
  if (typeof caption === 'string' || Array.isArray(caption) || 'type' in caption) return plainText(caption as RichText);
  return plainText(caption.text) + (caption.credit === undefined ? '' : ` — ${plainText(caption.credit)}`);
}
