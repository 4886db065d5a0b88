import type { InputRichMessage } from 'grammy/types';
import { type Block, type Document, documentText, plainText, type Span } from '../../core/document.ts';
import { onceEach } from '../../core/once-each.ts';
import { asItIs, defuse, type Joints, mentionsCommand, noCommands } from './entities.ts';
import { inlineHtml, withoutStrong, wrap } from './inline-html.ts';

/**
 * A page as a rich message (core.telegram.org/bots/api#rich-html-style). Telegram is told to recognise nothing in it,
 * unless it names one of `commands`, which can then be tapped while everything else is defused.
 */
export function richMessage(page: Document, commands: ReadonlySet<string>): InputRichMessage {
  const isTappable = mentionsCommand(documentText(page), commands);
  if (!isTappable) return { html: unread(page), skip_entity_detection: true };
  return { html: writerFor(commands)(page), skip_entity_detection: false };
}

type Writer = (page: Document) => string;

/** For pages in which something is recognised, by the commands that are; `unread` is for all others. */
const writerFor = onceEach((commands: ReadonlySet<string>) => createWriter(defuse(commands), defuse(noCommands)));
const unread: Writer = createWriter(asItIs, asItIs);

function createWriter(joints: Joints, titleJoints: Joints): Writer {
  const inline = (spans: readonly Span[]) => (isBlank(spans) ? '' : inlineHtml(spans, joints));
  const title = (spans: readonly Span[]) => (isBlank(spans) ? '' : inlineHtml(withoutStrong(spans), titleJoints));
  const breaks = (items: readonly Span[][], mark = '') =>
    items
      .map(inline)
      .filter(Boolean)
      .map((item) => mark + item)
      .join('<br>');
  const row = (tag: 'th' | 'td', cells: Span[][]) =>
    `<tr>${cells.map((cell) => `<${tag}>${inline(tag === 'th' ? withoutStrong(cell) : cell)}</${tag}>`).join('')}</tr>`;
  const items = (all: readonly Span[][]) => all.map((item) => wrap('li', inline(item))).join('');

  const write = onceEach((block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return wrap(block.level === 3 ? 'h3' : 'h2', title(block.spans));
      case 'paragraph':
        return wrap('p', inline(block.spans));
      case 'note':
        return wrap('footer', inline(block.spans));
      case 'list':
        return wrap(block.ordered ? 'ol' : 'ul', items(block.items), block.ordered ? ` start="${block.start}"` : '');
      case 'menu':
        return wrap(
          'ol',
          items(block.items.map(({ label }) => [{ kind: 'text', text: label }])),
          ` start="${block.start}"`,
        );
      case 'quote':
        return wrap('blockquote', breaks(block.paragraphs));
      case 'table': {
        const hasHeader = !block.header.every(isBlank);
        const rows = block.rows.map((cells) => row('td', cells)).join('');
        return wrap('table', (hasHeader ? row('th', block.header) : '') + rows, ' bordered');
      }
      case 'details': {
        const summary = wrap('summary', inline(block.summary));
        return summary === '' ? writeAll(block.blocks) : `<details>${summary}${writeAll(block.blocks)}</details>`;
      }
      case 'picture':
        return wrap('p', breaks(block.alt.split('\n').map((line) => [{ kind: 'text', text: line }])));
      case 'divider':
        return '<hr/>';
      case 'sources': {
        const [only, ...more] = block.items;
        const label = wrap('b', inline([{ kind: 'text', text: `${block.label}:` }]));
        return wrap(
          'footer',
          only && more.length === 0 ? `${label} ${inline(only)}` : `${label}<br>${breaks(block.items, '• ')}`,
        );
      }
    }
  });

  const writeAll = (blocks: Document): string => blocks.map((block) => write(block)).join('');

  return writeAll;
}

/** Blocks without anything to see are left out: Telegram refuses a message that has one. */
const isBlank = (spans: readonly Span[]): boolean => plainText(spans).trim() === '';
