import { plainText, type RichBlock, type RichCaption, type RichText } from './rich-blocks.ts';
import { refuseRich } from './rich-tree.ts';

/** The limits of one rich message: characters, blocks, levels, table columns and media (core.telegram.org/bots/api#rich-message-limits). */
export const richLimits = { characters: 32_768, blocks: 500, levels: 16, columns: 20, media: 50 } as const;

const mediaTypes = new Set(['photo', 'video', 'audio', 'document', 'animation', 'voice_note']);

interface Measure {
  characters: number;
  blocks: number;
  levels: number;
  media: number;
}

/** Refuses blocks that exceed a limit of rich messages; list items and table rows count as blocks. */
export function checkRichLimits(blocks: readonly RichBlock[]): void {
  const measure: Measure = { characters: 0, blocks: 0, levels: 0, media: 0 };
  for (const block of blocks) measureBlock(block, 1, measure);
  if (measure.characters > richLimits.characters) throw refuseRich('rich message text is too long');
  if (measure.blocks > richLimits.blocks) throw refuseRich('too many blocks');
  if (measure.levels > richLimits.levels) throw refuseRich('too many levels of nesting');
  if (measure.media > richLimits.media) throw refuseRich('too many media');
  if (measure.characters === 0 && measure.media === 0) throw refuseRich('rich message must be non-empty');
}

function measureBlock(block: RichBlock, level: number, measure: Measure): void {
  measure.blocks++;
  measure.levels = Math.max(measure.levels, level);
  if (mediaTypes.has(block.type) || block.type === 'map') measure.media++;
  const { caption } = block;
  const texts = [block.text, block.summary, block.credit, ...captionTexts(caption)];
  for (const text of texts) measureText(text, level, measure);
  if (block.type === 'mathematical_expression') measure.characters += countCharacters(String(block.expression));
  for (const button of block.buttons ?? []) measureText(button.text, level, measure);
  for (const inner of block.blocks ?? []) measureBlock(inner, level + 1, measure);
  for (const item of block.items ?? []) {
    measure.blocks++;
    for (const inner of item.blocks) measureBlock(inner, level + 1, measure);
  }
  for (const row of block.cells ?? []) {
    measure.blocks++;
    const columns = row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0);
    if (columns > richLimits.columns) throw refuseRich('too many columns in a table');
    for (const cell of row) measureText(cell.text, level, measure);
  }
}

function captionTexts(caption: RichText | RichCaption | undefined): (RichText | undefined)[] {
  if (caption === undefined || typeof caption === 'string' || Array.isArray(caption)) return [caption];
  return 'type' in caption ? [caption as RichText] : [caption.text, (caption as RichCaption).credit];
}

function measureText(text: RichText | undefined, level: number, measure: Measure): void {
  measure.characters += countCharacters(plainText(text));
  measure.levels = Math.max(measure.levels, level + formattingDepth(text));
}

function formattingDepth(text: RichText | undefined): number {
  if (text === undefined || typeof text === 'string') return 0;
  if (Array.isArray(text)) return Math.max(0, ...text.map(formattingDepth));
  return 1 + formattingDepth(text.text);
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
