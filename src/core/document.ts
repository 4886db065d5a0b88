import type { Call } from './answer.ts';
import type { Picture } from './figure.ts';

/** Text within a block. Every string is plain: renderers escape it for their platform. */
export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'emphasis' | 'strike'; spans: Span[] }
  | { kind: 'link'; url: string; spans: Span[] };

/** One thing to choose in a menu, and the call that it makes. */
export interface MenuItem {
  label: string;
  call: Call;
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  /** Small print: dates, caveats, hints. */
  | { kind: 'note'; spans: Span[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Span[][] }
  | { kind: 'quote'; paragraphs: Span[][] }
  | { kind: 'table'; header: Span[][]; rows: Span[][][] }
  /** A section that opens where the platform can fold it, and simply follows its summary where not. */
  | { kind: 'details'; summary: Span[]; blocks: Block[] }
  | { kind: 'divider' }
  /** A picture, and the same in words, a line for each thing that is seen in it. */
  | { kind: 'picture'; picture: Picture; alt: string }
  /** What the text above rests on; small, but never left out. */
  | { kind: 'sources'; label: string; items: Span[][] }
  /** A numbered list in which each item can be chosen. */
  | { kind: 'menu'; start: number; items: MenuItem[] };

/** A text as a small tree, which each platform renders natively. */
export type Document = Block[];

type Inline = string | Span | Span[];

/** Strings, spans and lists of spans as one list of spans. */
export function spans(...parts: Inline[]): Span[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [{ kind: 'text' as const, text: part }] : part));
}

export const strong = (...parts: Inline[]): Span => ({ kind: 'strong', spans: spans(...parts) });
export const emphasis = (...parts: Inline[]): Span => ({ kind: 'emphasis', spans: spans(...parts) });
export const link = (url: string, ...parts: Inline[]): Span => ({ kind: 'link', url, spans: spans(...parts) });
export const code = (text: string): Span => ({ kind: 'code', text });

export const heading = (level: 1 | 2 | 3, ...parts: Inline[]): Block => ({
  kind: 'heading',
  level,
  spans: spans(...parts),
});
export const paragraph = (...parts: Inline[]): Block => ({ kind: 'paragraph', spans: spans(...parts) });
export const note = (...parts: Inline[]): Block => ({ kind: 'note', spans: spans(...parts) });
export const list = (items: Inline[]): Block => ({
  kind: 'list',
  ordered: false,
  start: 1,
  items: items.map((item) => spans(item)),
});
export const menu = (items: MenuItem[]): Block => ({ kind: 'menu', start: 1, items });
export const divider: Block = { kind: 'divider' };

/** The words of spans without their markup. */
export function plainText(inline: readonly Span[]): string {
  return inline.map((span) => ('spans' in span ? plainText(span.spans) : span.text)).join('');
}

/** The words of a whole document, a line per paragraph, item or row: for search, previews and logs. */
export function documentText(document: Document): string {
  return document.map(blockText).filter(Boolean).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return plainText(block.spans);
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'sources':
      return [block.label, ...block.items.map(plainText)].join('\n');
    case 'quote':
      return block.paragraphs.map(plainText).join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(plainText).join(' · ')).join('\n');
    case 'details':
      return `${plainText(block.summary)}\n${documentText(block.blocks)}`;
    case 'menu':
      return block.items.map((item) => item.label).join('\n');
    case 'picture':
      return block.alt;
    case 'divider':
      return '';
  }
}
