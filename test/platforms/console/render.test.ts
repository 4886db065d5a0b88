import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { type Block, type Document, documentText, type Span, spans } from '../../../src/core/document.ts';
import { printable } from '../../../src/platforms/console/printable.ts';
import { renderDocument } from '../../../src/platforms/console/render.ts';
import { md } from '../../builders/knowledge.ts';

const plain = (document: Document, width = 40) => renderDocument(document, { width, colour: false }).join('\n');

const table = (header: string[], ...rows: string[][]): Block => ({
  kind: 'table',
  header: header.map((cell) => spans(cell)),
  rows: rows.map((row) => row.map((cell) => spans(cell))),
});

describe('a document in the terminal', () => {
  it('keeps headings with their text, and blocks apart', () => {
    expect(plain(md('# One\n\nText.\n\n- a\n- b\n\n3. c\n4. d\n\n> said\n\n---'))).toBe(
      `One\nText.\n\n• a\n• b\n\n3. c\n4. d\n\n│ said\n\n${'─'.repeat(40)}`,
    );
  });

  it('wraps between words and hangs the lines of a list under its text', () => {
    expect(plain(md('- Росія наполягає на нейтралітеті та визнанні чотирьох регіонів'), 24)).toBe(
      '• Росія наполягає на\n  нейтралітеті та\n  визнанні чотирьох\n  регіонів',
    );
  });

  it('measures as a terminal does: emoji and CJK take two columns, combining marks none', () => {
    expect(plain(md('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 和平談判 и́и́и́и́и́'), 20)).toBe(
      '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 和平談判\nи́и́и́и́и́',
    );
  });

  it('writes a link out, unless its words are the link', () => {
    expect(plain(md('[Remarks](https://a.org/b) or https://a.org'), 80)).toBe(
      'Remarks <https://a.org/b> or https://a.org',
    );
    expect(
      plain([{ kind: 'note', spans: [{ kind: 'link', url: 'https://a.org', spans: spans('https://a.org') }] }]),
    ).toBe('https://a.org');
  });

  it('draws a table in columns', () => {
    expect(plain([table(['Party', 'Stance'], ['Russia', 'Neutrality'], ['Україна', 'Членство'])])).toBe(
      'Party   │ Stance\n────────┼───────────\nRussia  │ Neutrality\nУкраїна │ Членство',
    );
  });

  it('wraps inside the cells of a table that is too wide', () => {
    expect(
      plain([table(['Party', 'Stance'], ['Russia', 'Demands neutrality and recognition'], ['USA', 'None'])], 30),
    ).toBe(
      [
        'Party  │ Stance',
        '───────┼──────────────────────',
        'Russia │ Demands neutrality',
        '       │ and recognition',
        '───────┼──────────────────────',
        'USA    │ None',
      ].join('\n'),
    );
  });

  it('writes a table as lines where columns would be too narrow', () => {
    const wide = table(['Party', 'What it wants', 'Why'], ['Russia', 'Recognition of regions', 'Its own security']);
    expect(plain([wide], 30)).toBe('Party: Russia\nWhat it wants: Recognition of\nregions\nWhy: Its own security');
  });

  it('shows a section after its summary, and numbers only what can be chosen', () => {
    const item = { label: 'NATO', call: { command: 'compare', args: {} } };
    const document: Document = [
      { kind: 'details', summary: spans('Russia'), blocks: [{ kind: 'menu', start: 1, items: [item] }] },
    ];
    expect(plain(document)).toBe('▸ Russia\n  • NATO');
    const numbered = renderDocument(document, { width: 40, colour: false, numbers: new Map([[item, 3]]) });
    expect(numbered).toEqual(['▸ Russia', '   [3] NATO']);
  });

  it('colours when asked to, and says the same words', () => {
    const document = md('# A **bold** `title`\n\n[link](https://a.org) and *more*');
    const coloured = renderDocument(document, { width: 40, colour: true }).join('\n');
    expect(coloured).toContain('\x1b[');
    expect(stripVTControlCharacters(coloured)).toBe(plain(document));
  });
});

const dangerous = fc.constantFrom(
  '\x1b[2J',
  '\x1b]0;t\x07',
  '\x9b',
  '\x1b',
  '\0',
  '\r',
  '\b',
  '\u202e',
  '\u2028',
  '\ud800',
);
const words = fc
  .array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('мирний ', 'план ', '🇺🇦', 'long'.repeat(9)), dangerous),
  )
  .map((parts) => parts.join(''));
const span: fc.Arbitrary<Span> = fc.oneof(
  words.map((text): Span => ({ kind: 'text', text })),
  words.map((text): Span => ({ kind: 'code', text })),
  fc
    .tuple(fc.constantFrom('strong' as const, 'emphasis' as const), words)
    .map(([kind, text]): Span => ({ kind, spans: spans(text) })),
  words.map((text): Span => ({ kind: 'link', url: `https://a.org/${text}`, spans: spans(text) })),
);
const line = fc.array(span, { maxLength: 3 });
const lines = fc.array(line, { minLength: 1, maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.oneof(
  line.map((inside): Block => ({ kind: 'paragraph', spans: inside })),
  line.map((inside): Block => ({ kind: 'heading', level: 2, spans: inside })),
  line.map((inside): Block => ({ kind: 'note', spans: inside })),
  lines.map((items): Block => ({ kind: 'list', ordered: true, start: 9, items })),
  lines.map((paragraphs): Block => ({ kind: 'quote', paragraphs })),
  lines.map((items): Block => ({ kind: 'sources', label: 'Sources', items })),
  fc.array(lines, { maxLength: 3 }).chain((rows) => lines.map((header): Block => ({ kind: 'table', header, rows }))),
  words.map((label): Block => ({ kind: 'menu', start: 1, items: [{ label, call: { command: 'faq', args: {} } }] })),
  lines.map(
    ([summary = [], ...rest]): Block => ({
      kind: 'details',
      summary,
      blocks: rest.map((inside) => ({ kind: 'paragraph', spans: inside })),
    }),
  ),
);
const document = fc.array(block, { maxLength: 4 });
const width = fc.integer({ min: 20, max: 100 });

describe('whatever a document holds', () => {
  it('steers no terminal', () => {
    fc.assert(
      fc.property(document, width, (any, columns) => {
        expect(plain(any, columns)).not.toMatch(/[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('has nothing but styles where it is coloured', () => {
    fc.assert(
      fc.property(document, width, (any, columns) => {
        const coloured = renderDocument(any, { width: columns, colour: true }).join('\n');
        expect(coloured.replace(/\p{Cc}\[\d+m/gu, '')).not.toMatch(/[^\P{Cc}\n]/u);
      }),
    );
  });

  it('is never wider than the screen', () => {
    fc.assert(
      fc.property(document, width, fc.boolean(), (any, columns, colour) => {
        for (const one of renderDocument(any, { width: columns, colour })) {
          expect(stringWidth(one)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });

  it('loses no character to wrapping', () => {
    const visible = (text: string) => printable(text).normalize().replace(/\s/gu, '');
    const text = fc.oneof(
      words.map((one): Document => [{ kind: 'paragraph', spans: spans(one) }]),
      words.map((one): Document => [{ kind: 'note', spans: spans(one) }]),
    );
    fc.assert(
      fc.property(text, width, (any, columns) => {
        expect(visible(plain(any, columns))).toBe(visible(documentText(any)));
      }),
    );
  });
});
