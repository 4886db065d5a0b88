import type { Block, Span } from '../../core/document.ts';
import { onceEach } from '../../core/once-each.ts';

/**
 * A block as Discord's Markdown (support.discord.com, “Markdown Text 101”). Discord has no tables: rows of two
 * cells become list items, wider ones a bold line with a list of the rest under their headings.
 */
export const markdownOf = onceEach(write);

function write(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${line(block.spans)}`;
    case 'paragraph':
      return line(block.spans);
    case 'note':
      return `-# ${line(block.spans)}`;
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${block.start + i}.` : '-'} ${line(item)}`).join('\n');
    case 'quote':
      return block.paragraphs.map((paragraph) => `> ${line(paragraph)}`).join('\n');
    case 'table':
      return block.rows.map((row) => tableRow(block.header, row)).join('\n');
    case 'details':
      return [`### ${line(block.summary)}`, ...block.blocks.map(markdownOf)].join('\n');
    case 'sources':
      return [`-# ${escapeText(block.label)}:`, ...block.items.map((item) => `-# • ${inline(item)}`)].join('\n');
    case 'menu':
      return block.items
        .map((item, i) => `${block.start + i}. ${line([{ kind: 'text', text: item.label }])}`)
        .join('\n');
    case 'picture':
    case 'divider':
      return '';
  }
}

function tableRow(header: Span[][], [first = [], ...rest]: Span[][]): string {
  const head = `**${inline(first, true)}**`;
  if (rest.length === 1) return `- ${head} — ${inline(rest[0] ?? [])}`;
  return [head, ...rest.map((cell, i) => `- ${inline(header[i + 1] ?? [])}: ${inline(cell)}`)].join('\n');
}

/** Text that opens a line or a list item, where #, -, >, + and “1.” would start a block. */
function line(spans: Span[]): string {
  return inline(spans)
    .trimStart()
    .replace(/^([#>+-])/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

function inline(spans: Span[], bold = false): string {
  return spans.map((span) => spanText(span, bold)).join('');
}

function spanText(span: Span, bold: boolean): string {
  switch (span.kind) {
    case 'text':
      return escapeText(span.text);
    case 'code':
      return inlineCode(span.text);
    case 'strong':
      return bold ? inline(span.spans, true) : wrap('**', inline(span.spans, true));
    case 'emphasis':
      return wrap('*', inline(span.spans, bold));
    case 'strike':
      return wrap('~~', inline(span.spans, bold));
    case 'link': {
      const url = new URL(span.url).href.replace(/[<>\s]/gu, encodeURIComponent);
      const text = inline(span.spans, bold);
      return text.includes('\\://') ? `<${url}>` : `[${text}](<${url}>)`;
    }
  }
}

/**
 * Between one backtick or two, whichever number does not stand within: Discord ends code only at as many. A space parts
 * them from a backtick of the text, and is not shown. Three begin a block; a text with one and with two has none left.
 */
function inlineCode(text: string): string {
  const code = text.replace(/\s+/gu, ' ').trim();
  const within = new Set(code.match(/`+/gu)?.map(({ length }) => length));
  const fence = ['`', '``'].find(({ length }) => !within.has(length));
  if (fence === undefined) return inlineCode(code.replaceAll('`', ' '));
  return `${fence}${code.startsWith('`') ? ' ' : ''}${code}${code.endsWith('`') ? ' ' : ''}${fence}`;
}

/** Marks hug the words: Discord does not take them next to spaces. */
function wrap(mark: string, text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === '' ? text : `${before}${mark}${words}${mark}${after}`;
}

/** Plain text as itself: no markup, mention, timestamp, emoji or link, and all on one line. */
export function escapeText(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\\*_~`|[\]<@]/gu, '\\$&')
    .replace(/:(?=\/\/)/gu, '\\:');
}
