import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Block, Document, Span } from './document.ts';

/** A document as the Markdown that `parseMarkdown` reads it from; what only programs write (menus, sources, pictures) is left out. */
export const markdownOf = (document: Document): string =>
  toMarkdown(
    { type: 'root', children: document.flatMap(node) },
    { bullet: '-', rule: '-', emphasis: '_', extensions: [gfmTableToMarkdown()] },
  ).trimEnd();

function node(block: Block): RootContent[] {
  switch (block.kind) {
    case 'heading':
      return [{ type: 'heading', depth: block.level, children: inline(block.spans) }];
    case 'paragraph':
    case 'note':
      return [{ type: 'paragraph', children: inline(block.spans) }];
    case 'list': {
      const { ordered, start } = block;
      const children = block.items.map((item) => ({
        type: 'listItem' as const,
        spread: false,
        children: paragraphs([item]),
      }));
      return [{ type: 'list', ordered, start: ordered ? start : null, spread: false, children }];
    }
    case 'quote':
      return [{ type: 'blockquote', children: paragraphs(block.paragraphs) }];
    case 'table':
      return [{ type: 'table', children: [block.header, ...block.rows].map(row) }];
    case 'divider':
      return [{ type: 'thematicBreak' }];
    case 'details':
    case 'menu':
    case 'sources':
    case 'picture':
      return [];
  }
}

const paragraphs = (all: readonly Span[][]) =>
  all.filter((spans) => spans.length > 0).map((spans) => ({ type: 'paragraph' as const, children: inline(spans) }));

const row = (cells: readonly Span[][]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({ type: 'tableCell', children: inline(cell) })),
});

const inline = (spans: readonly Span[]): PhrasingContent[] => spans.map(phrase);

function phrase(span: Span): PhrasingContent {
  switch (span.kind) {
    case 'text':
      return { type: 'text', value: span.text };
    case 'code':
      return { type: 'inlineCode', value: span.text };
    case 'strong':
      return { type: 'strong', children: inline(span.spans) };
    case 'emphasis':
    case 'strike':
      return { type: 'emphasis', children: inline(span.spans) };
    case 'link':
      return { type: 'link', url: span.url, children: inline(span.spans) };
  }
}
