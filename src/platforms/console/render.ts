import { type Block, type Document, type MenuItem, type Span, spans } from '../../core/document.ts';
import { hanging, inline, type Paint, painter, wrap } from './inline.ts';
import { tableLines } from './table.ts';

/** How a document is to look. */
export interface Look {
  /** In columns of the screen; at least 20 are taken. */
  width: number;
  colour: boolean;
  /** The numbers by which menu items can be chosen; without one an item is only listed. */
  numbers?: ReadonlyMap<MenuItem, number>;
}

interface Drawing {
  width: number;
  paint: Paint;
  numbers: ReadonlyMap<MenuItem, number>;
}

/** A document, or a page of one, as lines of ANSI text, none wider than the look's width. */
export function renderDocument(document: Document, { width, colour, numbers = new Map() }: Look): string[] {
  return blocks(document, { width: Math.max(20, width), paint: painter(colour), numbers });
}

function blocks(document: Document, drawing: Drawing): string[] {
  return document.flatMap((block, i) => {
    const lines = blockLines(block, drawing);
    return i > 0 && !isClose(document[i - 1] as Block, block) ? ['', ...lines] : lines;
  });
}

/** Whether two blocks stand together without an empty line between them. */
const isClose = (above: Block, below: Block): boolean =>
  above.kind === 'heading' || (above.kind === 'note' && (below.kind === 'note' || below.kind === 'sources'));

function blockLines(block: Block, drawing: Drawing): string[] {
  const { width, paint, numbers } = drawing;
  switch (block.kind) {
    case 'heading':
      return wrap(inline(block.spans, paint, block.level === 3 ? ['bold'] : ['bold', 'underline']), width);
    case 'paragraph':
      return wrap(inline(block.spans, paint), width);
    case 'note':
      return wrap(inline(block.spans, paint, ['dim']), width);
    case 'list':
      return block.items.flatMap((item, i) =>
        hanging(block.ordered ? `${block.start + i}. ` : '• ', inline(item, paint), width),
      );
    case 'quote':
      return block.paragraphs.flatMap((one, i) => [...(i === 0 ? [] : [quoted('', paint)]), ...quote(one, drawing)]);
    case 'table': {
      const header = block.header.map((cell) => inline(cell, paint, ['bold']));
      const rows = block.rows.map((row) => row.map((cell) => inline(cell, paint)));
      return tableLines(header, rows, width, paint);
    }
    case 'details':
      return [
        ...hanging('▸ ', inline(block.summary, paint), width),
        ...blocks(block.blocks, { ...drawing, width: Math.max(10, width - 2) }).map((line) => line && `  ${line}`),
      ];
    case 'picture':
      return block.alt.split('\n').flatMap((line) => hanging('  ', inline(spans(line), paint), width));
    case 'divider':
      return [paint(['dim'], '─'.repeat(Math.min(width, 40)))];
    case 'sources':
      return [
        ...wrap(paint(['dim'], inline(spans(`${block.label}:`), paint)), width),
        ...block.items.flatMap((item) => hanging('• ', inline(item, paint, ['dim']), width)),
      ];
    case 'menu':
      return block.items.flatMap((item) => menuLines(item, numbers.get(item), drawing));
  }
}

const quoted = (line: string, paint: Paint): string => `${paint(['dim'], '│')} ${line}`.trimEnd();

const quote = (paragraph: Span[], { width, paint }: Drawing): string[] =>
  wrap(inline(paragraph, paint, ['italic']), width - 2).map((line) => quoted(line, paint));

function menuLines({ label }: MenuItem, number: number | undefined, { width, paint }: Drawing): string[] {
  const text = inline(spans(label), paint);
  return hanging(number === undefined ? '• ' : marker(number, paint), text, width);
}

/** The number to press, as it stands before a choice. */
export const keyOf = (number: number, paint: Paint): string => paint(['bold'], `[${number}]`);

const marker = (number: number, paint: Paint): string => `${number < 10 ? ' ' : ''}${keyOf(number, paint)} `;
