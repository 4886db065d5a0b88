import type { Block, Document, Span } from '../../core/document.ts';
import { plainText } from '../../core/document.ts';
import { onceEach } from '../../core/once-each.ts';
import { defuse, noCommands } from './entities.ts';
import { inlineHtml, withoutStrong, wrap } from './inline-html.ts';

/** The longest section that is folded into an expandable quotation, in characters of HTML; longer ones are spread out. */
const longestFold = 1500;

type Writer = (page: Document) => string;

/** A page for `parse_mode: HTML` (core.telegram.org/bots/api#html-style); `commands` stay tappable, except in headings. */
export function plainHtml(page: Document, commands: ReadonlySet<string>): string {
  return writerFor(commands)(page);
}

const writerFor = onceEach(createWriter);

function createWriter(commands: ReadonlySet<string>): Writer {
  const inline = (spans: readonly Span[]) => inlineHtml(spans, defuse(commands));
  const bold = (spans: readonly Span[]) => wrap('b', inlineHtml(withoutStrong(spans), defuse(noCommands)));
  const lines = (items: readonly Span[][], mark: (i: number) => string) =>
    items.map((item, i) => `${mark(i)} ${inline(item)}`).join('\n');

  const write = onceEach((block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return bold(block.spans);
      case 'paragraph':
        return inline(block.spans);
      case 'note':
        return wrap('i', inline(block.spans));
      case 'list':
        return lines(block.items, (i) => (block.ordered ? `${block.start + i}.` : '•'));
      case 'menu':
        return lines(
          block.items.map(({ label }) => [{ kind: 'text', text: label }]),
          (i) => `${block.start + i}.`,
        );
      case 'quote':
        return wrap('blockquote', block.paragraphs.map(inline).join('\n'));
      case 'table':
        return block.rows.map((row) => tableLine(row, block.header)).join('\n');
      case 'details':
        return details(block.summary, block.blocks);
      case 'picture':
        return block.alt
          .split('\n')
          .map((one) => inline([text(one)]))
          .join('\n');
      case 'divider':
        return '';
      case 'sources': {
        const [only, ...more] = block.items;
        const label = wrap('i', inline([text(`${block.label}:`)]));
        return only && more.length === 0 ? `${label} ${inline(only)}` : `${label}\n${lines(block.items, () => '•')}`;
      }
    }
  });

  /** A row as one line; with more than two columns each cell says which it is, since nothing stands above it. */
  function tableLine([first = [], ...rest]: Span[][], header: Span[][]): string {
    const cells = rest
      .map((cell, i) => (rest.length > 1 ? [...(header[i + 1] ?? []), text(': '), ...cell] : cell))
      .filter((cell) => plainText(cell).trim() !== '');
    const joined = cells.flatMap((cell, i) => (i === 0 ? cell : [text(' · '), ...cell]));
    return [bold(first), inline(joined)].filter(Boolean).join(' — ');
  }

  function details(summary: Span[], blocks: Document): string {
    const content = `${bold(summary)}\n${writeAll(blocks)}`;
    const isFoldable =
      content.length <= longestFold && !blocks.some(({ kind }) => kind === 'quote' || kind === 'details');
    return isFoldable ? wrap('blockquote', content, ' expandable') : content;
  }

  function writeAll(blocks: Document): string {
    let html = '';
    let before: Block | undefined;
    for (const block of blocks) {
      const written = write(block);
      if (written === '') continue;
      html += before ? `${isClose(before, block) ? '\n' : '\n\n'}${written}` : written;
      before = block;
    }
    return html;
  }

  return writeAll;
}

/** Whether two blocks belong so close together that no blank line parts them. */
const isClose = (before: Block, after: Block): boolean =>
  (before.kind === 'heading' && before.level === 3) ||
  (before.kind === 'note' && (after.kind === 'note' || after.kind === 'sources'));

const text = (words: string): Span => ({ kind: 'text', text: words });
