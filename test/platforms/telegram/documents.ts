import fc from 'fast-check';
import type { Block, Document, Span } from '../../../src/core/document.ts';

/** What people paste and what attackers try: pieces that markup and entities are made of. */
const pieces = [
  ...['@', 'ann', '/', 'start', 'faq', '#', 'tag', '.', 'com', 't.me', 'https', '://', 'tg://user?id=1', '$', 'USD'],
  ...['<b>', '</b>', '</blockquote>', '<a href="tg://user?id=1">', '<br>', '&amp;', '&', '&#64;', '"', "'", '<', '>'],
  ...[
    ' ',
    '\n',
    '_',
    '-',
    '+',
    '1234',
    '5678 ',
    '192.168.0.1',
    'ann@example.org',
    'é',
    'київ',
    '😀',
    '\ud83d',
    '\u2060',
  ],
];

export const nastyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'https://example.org/a?b="c"&d=<e>',
    'javascript:alert(1)',
    'tg://user?id=1',
    'http://localhost/',
    '//x.org',
  ),
);

const { span } = fc.letrec<{ span: Span }>((tie) => ({
  span: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('text', 'code'), text: nastyText }) as fc.Arbitrary<Span>,
    fc.record({
      kind: fc.constantFrom('strong', 'emphasis', 'strike'),
      spans: fc.array(tie('span'), { maxLength: 3 }),
    }) as fc.Arbitrary<Span>,
    fc.record({ kind: fc.constant('link'), url, spans: fc.array(tie('span'), { maxLength: 2 }) }) as fc.Arbitrary<Span>,
  ),
}));

const spans = fc.array(span, { maxLength: 4 });
const rows = (cell: fc.Arbitrary<Span[]>) => fc.array(cell, { maxLength: 3 });
const flat = (...kinds: string[]) =>
  fc.record({ kind: fc.constantFrom(...kinds), level: fc.constantFrom(1, 2, 3), spans });
const call = { command: 'faq', args: {} };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    flat('heading', 'paragraph', 'note') as unknown as fc.Arbitrary<Block>,
    fc.record({
      kind: fc.constant('list'),
      ordered: fc.boolean(),
      start: fc.nat(20),
      items: rows(spans),
    }) as fc.Arbitrary<Block>,
    fc.record({ kind: fc.constant('quote'), paragraphs: rows(spans) }) as fc.Arbitrary<Block>,
    fc.record({
      kind: fc.constant('table'),
      header: rows(spans),
      rows: fc.array(rows(spans), { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<Block>,
    fc.record({ kind: fc.constant('sources'), label: nastyText, items: rows(spans) }) as fc.Arbitrary<Block>,
    fc.record({
      kind: fc.constant('menu'),
      start: fc.nat(20),
      items: fc.array(fc.record({ label: nastyText, call: fc.constant(call) }), { maxLength: 3 }),
    }) as fc.Arbitrary<Block>,
    fc.record({
      kind: fc.constant('details'),
      summary: spans,
      blocks: fc.array(tie('block'), { maxLength: 3 }),
    }) as fc.Arbitrary<Block>,
    fc.constant<Block>({ kind: 'divider' }),
  ),
}));

/** Documents of every kind of block, full of such texts; always with something to see. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .array(block, { maxLength: 5 })
  .map((blocks) => [{ kind: 'paragraph', spans: [{ kind: 'text', text: 'Parley' }] }, ...blocks]);
