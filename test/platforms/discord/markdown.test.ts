import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, emphasis, heading, link, list, note, paragraph, spans, strong } from '../../../src/core/document.ts';
import { escapeText, markdownOf } from '../../../src/platforms/discord/markdown.ts';

interface Node {
  type: string;
  content?: string | Node[];
  /** Of an emoji: itself. */
  name?: string;
}

/** What Discord's own rules make of a text: the kinds of nodes, and the words that remain. */
function seen(source: string) {
  const kinds = new Set<string>();
  const words = (nodes: Node[]): string =>
    nodes
      .map((node) => {
        kinds.add(node.type);
        if (node.type === 'br') return '\n';
        return Array.isArray(node.content) ? words(node.content) : (node.content ?? node.name ?? '');
      })
      .join('');
  const text = words(parse(source, 'extended') as Node[]);
  return { kinds: [...kinds], text };
}

/** Texts that mean something to Discord, and anything else, mixed. */
const loaded = fc.constantFrom(
  ...['@everyone', '@here', '<@1>', '<@&2>', '<#3>', '<t:1:R>', '</faq:4>', '<:a:5>', '<id:browse>', 'https://x.y'],
  ...['**', '__', '~~', '||', '`', '```', '# ', '- ', '-# ', '> ', '>>> ', '1. ', '[a](https://x.y)', '\\', '\n'],
);
const hostile = fc
  .array(fc.oneof(loaded, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(''));
/** What is text to the reader; emoji are drawn, but mean no more than themselves. */
const plain = ['text', 'twemoji', 'emoticon'];
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe('text on Discord', () => {
  it.each([
    ['@everyone', '\\@everyone'],
    ['<@123> hi', '\\<\\@123> hi'],
    ['see https://x.y', 'see https\\://x.y'],
    ['2 * 3 = 6_000', '2 \\* 3 = 6\\_000'],
    ['peace – “now”, Article 5-style', 'peace – “now”, Article 5-style'],
  ])('%s becomes no markup', (text, escaped) => expect(escapeText(text)).toBe(escaped));

  it('of anybody is shown as it was written in code, but for a mix of backticks', () => {
    const within = (text: string) => seen(markdownOf(note('Typed: ', code(text))));
    for (const text of ['`a`', 'a`b', '```a```', '``', '`', 'a ``b`` c', 'a``` b', '**a**', '\\`'])
      expect(within(text), text).toMatchObject({
        text: expect.stringMatching(/^Typed: /u),
        kinds: expect.arrayContaining(['inlineCode']),
      });
    expect(['`a`', '```a```', '`', 'a`b'].map((text) => within(text).text.slice(7))).toEqual([
      '`a`',
      '```a```',
      '`',
      'a`b',
    ]);
    fc.assert(
      fc.property(
        hostile.filter((text) => text.trim() !== ''),
        (text) => {
          const { kinds, text: shown } = within(text);
          expect(kinds.filter((kind) => !plain.includes(kind) && !['inlineCode', 'subtext'].includes(kind))).toEqual(
            [],
          );
          const bare = (some: string) => oneLine(some.replaceAll('`', ' '));
          expect(bare(shown)).toBe(bare(`Typed: ${text}`));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of anybody is shown as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { kinds, text: shown } = seen(markdownOf(paragraph(text)));
        expect(kinds.filter((kind) => !plain.includes(kind))).toEqual([]);
        expect(oneLine(shown)).toBe(oneLine(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('of anybody stays inside the block it was put in', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const block of [heading(2, text), note(text), list([text, text])]) {
          const kinds = seen(markdownOf(block)).kinds.filter(
            (kind) => ![...plain, 'br', 'heading', 'subtext'].includes(kind),
          );
          expect(kinds).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a document on Discord', () => {
  it('keeps its markup', () => {
    expect(markdownOf(paragraph(strong('Russia'), ' insists ', emphasis('that'), ' ', code('/faq')))).toBe(
      '**Russia** insists *that* `/faq`',
    );
  });

  it('has marks hug the words', () => {
    expect(markdownOf(paragraph(strong(' bold '), 'x'))).toBe('**bold** x');
    expect(markdownOf(paragraph(strong(' ')))).toBe('');
  });

  it('shows links by their words, without a preview', () => {
    expect(markdownOf(paragraph(link('https://example.org/a_(b)', 'the text')))).toBe(
      '[the text](<https://example.org/a_(b)>)',
    );
    expect(markdownOf(paragraph(link('https://example.org/', 'https://example.org/')))).toBe('<https://example.org/>');
  });

  it('turns rows of two cells into a list and wider ones into groups', () => {
    const cells = (...texts: string[]) => texts.map((text) => spans(text));
    const header = cells('Plan', 'On land', 'Other');
    expect(markdownOf({ kind: 'table', header: header.slice(0, 2), rows: [cells('A', 'all of it')] })).toBe(
      '- **A** — all of it',
    );
    expect(markdownOf({ kind: 'table', header, rows: [cells('A', 'all', 'none')] })).toBe(
      '**A**\n- On land: all\n- Other: none',
    );
  });

  it('does not take a year at the start of a line for a list', () => {
    expect(markdownOf(paragraph('1991. The borders of that year'))).toBe('1991\\. The borders of that year');
  });
});
