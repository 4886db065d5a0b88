import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, documentText, heading, list, menu, paragraph, strong } from '../../src/core/document.ts';
import { pageOf, paginate } from '../../src/core/paginate.ts';

const upTo = (limit: number) => (page: Document) => documentText(page).length <= limit;
const texts = (pages: Document[]) => pages.map(documentText);

describe('pages', () => {
  it('are one where everything fits', () => {
    expect(paginate([paragraph('short')], upTo(100))).toHaveLength(1);
    expect(paginate([], upTo(1))).toEqual([[]]);
  });

  it('break between blocks', () => {
    expect(texts(paginate([paragraph('aaaa'), paragraph('bbbb'), paragraph('cccc')], upTo(9)))).toEqual([
      'aaaa\nbbbb',
      'cccc',
    ]);
  });

  it('keep a heading with what follows it', () => {
    const pages = paginate([paragraph('aaaa'), heading(2, 'B'), paragraph('bbbb')], upTo(8));
    expect(texts(pages)).toEqual(['aaaa', 'B\nbbbb']);
  });

  it('part a long paragraph between sentences, markup kept', () => {
    const pages = paginate([paragraph('One. ', strong('Two three. Four five.'))], upTo(22));
    expect(texts(pages)).toEqual(['One. Two three. ', 'Four five.']);
    expect(pages[1]?.[0]).toEqual(paragraph(strong('Four five.')));
  });

  it('go on counting in lists and menus', () => {
    const items = ['a', 'b', 'c'].map((label) => ({ label, call: { command: 'faq', args: {} } }));
    const pages = paginate([menu(items)], (page) =>
      page.every((block) => block.kind !== 'menu' || block.items.length < 3),
    );
    expect(pages.flat()).toMatchObject([
      { start: 1, items: [{}, {}] },
      { start: 3, items: [{}] },
    ]);
  });

  it('never lose or double a word, and fit whenever there is a place to part', () => {
    const word = fc.stringMatching(/^[a-zа-я]{1,8}$/u);
    const words = fc.array(word, { minLength: 1, maxLength: 40 }).map((all) => all.join(' '));
    const block = fc.oneof(
      words.map((text) => paragraph(text)),
      words.map((text) => heading(2, text.slice(0, 10))),
      fc.array(words, { minLength: 1, maxLength: 6 }).map((all) => list(all.map((one) => one.slice(0, 20)))),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (document) => {
        const pages = paginate(document, upTo(40));
        const letters = (text: string) => text.replace(/\s/gu, '');
        expect(letters(pages.map(documentText).join(''))).toBe(letters(documentText(document)));
        for (const page of pages) expect(documentText(page).length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('that are no more lead to the last one', () => {
    expect(pageOf([[paragraph('one')], [paragraph('two')]], 9)).toMatchObject({ number: 2, of: 2 });
    expect(pageOf([[paragraph('one')]], -1)).toMatchObject({ number: 1, of: 1 });
  });
});
