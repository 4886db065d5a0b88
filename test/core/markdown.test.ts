import { describe, expect, it } from 'vitest';
import { code, documentText, emphasis, heading, link, list, paragraph, strong } from '../../src/core/document.ts';
import { parseMarkdown } from '../../src/core/markdown.ts';

const read = (source: string) => {
  const { document, problems } = parseMarkdown(source);
  expect(problems).toEqual([]);
  return document;
};

describe('Markdown', () => {
  it('becomes paragraphs, their lines joined', () => {
    const document = read('One\ntwo  \nthree.\n\nFour.');
    expect(document.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
    expect(documentText(document)).toBe('One two three.\nFour.');
  });

  it('has bold, italic, code and links', () => {
    expect(read('**a** *b* `c` [d *e*](https://example.org/x)')).toEqual([
      paragraph(
        strong('a'),
        ' ',
        emphasis('b'),
        ' ',
        code('c'),
        ' ',
        link('https://example.org/x', 'd ', emphasis('e')),
      ),
    ]);
  });

  it('has headings of three levels and dividers', () => {
    expect(read('# A\n\n## B\n\n### C\n\n---')).toEqual([
      heading(1, 'A'),
      heading(2, 'B'),
      heading(3, 'C'),
      { kind: 'divider' },
    ]);
  });

  it('has lists, which go on counting from where they start', () => {
    expect(read('- a\n- **b**')).toEqual([list(['a', [strong('b')]])]);
    expect(read('3. a\n4. b')).toMatchObject([{ kind: 'list', ordered: true, start: 3 }]);
  });

  it('keeps the paragraphs of one item apart', () => {
    expect(documentText(read('- a\n\n  b\n- c'))).toBe('a b\nc');
  });

  it('has quotations of several paragraphs', () => {
    expect(read('> a\n>\n> b')).toEqual([
      { kind: 'quote', paragraphs: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]] },
    ]);
  });

  it('has tables', () => {
    expect(read('| A | B |\n|---|---|\n| **1** | 2 |')).toEqual([
      {
        kind: 'table',
        header: [[{ kind: 'text', text: 'A' }], [{ kind: 'text', text: 'B' }]],
        rows: [[[strong('1')], [{ kind: 'text', text: '2' }]]],
      },
    ]);
  });

  it('leaves signs alone that mean something elsewhere', () => {
    expect(documentText(read('@everyone &lt;@1&gt; \\*a\\* ||b|| ~~c~~ &amp; &lt;b&gt;'))).toBe(
      '@everyone <@1> *a* ||b|| ~~c~~ & <b>',
    );
  });
});

describe('Markdown that is not taken', () => {
  it.each([
    ['a\n\n<b>x</b>', 3, 'HTML'],
    ['![x](https://example.org/x.png)', 1, 'an image'],
    ['a\n\n```\nx\n```', 3, 'a code block'],
    ['a\n\n    x', 3, 'a code block'],
    ['- a\n  - b', 2, 'a list inside a list'],
    ['> a\n> - b', 2, 'a list inside a quotation'],
    ['a\n\n#### x', 3, 'a heading of level 4 (1 to 3 are taken)'],
    ['[x](javascript:alert)', 1, 'the link javascript:alert (links start with https://)'],
    ['[x](//example.org)', 1, 'the link //example.org (links start with https://)'],
    ['[x][y]\n\n[y]: https://example.org', 1, 'a link by reference (write [text](https://…))'],
    ['a\n\n[y]: https://example.org', 3, 'a link definition'],
  ])('is named with its line and left out: %j', (source, line, what) => {
    const { document, problems } = parseMarkdown(source);
    expect(problems).toContainEqual({ line, what });
    expect(documentText(document)).not.toContain('javascript');
  });
});
