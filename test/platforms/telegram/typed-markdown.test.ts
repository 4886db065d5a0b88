import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { type Block, documentText, type Span } from '../../../src/core/document.ts';
import { parseMarkdown } from '../../../src/core/markdown.ts';
import { typedMarkdown } from '../../../src/platforms/telegram/typed-markdown.ts';

/** A text with its formatting marked: `<b>bold</b>`, and the same for i, c (code), q (quotation), p (pre) and a (link). */
function typed(marked: string): string {
  const types = {
    b: 'bold',
    i: 'italic',
    c: 'code',
    q: 'blockquote',
    p: 'pre',
    u: 'underline',
    a: 'text_link',
  } as const;
  const entities: MessageEntity[] = [];
  const open: { tag: keyof typeof types; offset: number }[] = [];
  let text = '';
  for (const piece of marked.split(/(<\/?[a-z]>)/u)) {
    const [, slash, tag] = /^<(\/?)([a-z])>$/u.exec(piece) ?? [];
    if (tag === undefined) text += piece;
    else if (slash === '') open.push({ tag: tag as keyof typeof types, offset: text.length });
    else {
      const { tag: name, offset } = open.pop() as (typeof open)[number];
      const entity = { type: types[name], offset, length: text.length - offset, url: 'https://example.org/a_(b)' };
      entities.push(entity as MessageEntity);
    }
  }
  return typedMarkdown(text, entities);
}

describe('formatting typed in Telegram', () => {
  it.each([
    ['<b>Bold</b> and <i>italic</i>', '**Bold** and *italic*'],
    ['<b>bold <i>both</i></b>', '**bold *both***'],
    ['<i>a</i><b>b</b>', '*a***b**'],
    ['<b>word </b>next', '**word** next'],
    ['слово<b>«цитата»</b>', 'слово«**цитата»**'],
    ['<c>a_b*c</c>', '`a_b*c`'],
    ['<c>a`b</c>', '`` a`b ``'],
    ['<p>one\ntwo</p>', '`one`\n`two`'],
    ['see <a>the plan</a>.', 'see [the plan](https://example.org/a_%28b%29).'],
    ['<b>two\nlines</b>', '**two**\n**lines**'],
    ['before\n<q>said\nthis</q>\nafter', 'before\n\n> said\n> this\n\nafter'],
    ['<b>x</b> 2*3 a_b [c] <D> \\ &amp; `e`', '**x** 2\\*3 a_b \\[c\\] \\<D> \\\\ \\&amp; \\`e\\`'],
    ['Так<b>**</b>', 'Так\\*\\*'],
    ['<u>underlined</u> *as it is*', 'underlined *as it is*'],
    ['- <b>item</b>\n- *other*', '- **item**\n- \\*other\\*'],
    ['😀 <b>𝒷old</b>', '😀 **𝒷old**'],
    ['<b>   </b>', ''],
  ])('%j is %j', (marked, markdown) => expect(typed(marked)).toBe(markdown));

  it('is left alone where there is none, for it may be Markdown', () => {
    expect(typedMarkdown('**Bold** [a](https://example.org)\n')).toBe('**Bold** [a](https://example.org)');
    const detected = [{ type: 'url', offset: 0, length: 11 }] as MessageEntity[];
    expect(typedMarkdown('example.org **b**', detected)).toBe('example.org **b**');
  });

  it('is harmless where its offsets are not those of the text', () => {
    const entities = [{ type: 'bold', offset: -5, length: 1000 }] as MessageEntity[];
    expect(typedMarkdown('short', entities)).toBe('**short**');
  });
});

/** One line's words and signs, each formatted in its own way. */
const pieces = fc.array(
  fc.record({
    text: fc.constantFrom(
      'слово',
      'a',
      ' ',
      '*',
      '_',
      '[x]',
      '(y)',
      '`',
      '<b>',
      '&lt;',
      '\\',
      '«',
      '»',
      '.',
      '!',
      '😀',
      '12',
    ),
    look: fc.subarray(['bold', 'italic', 'code'] as const),
  }),
  { maxLength: 8 },
);

describe('the Markdown of any formatting', () => {
  const of = (parts: { text: string; look: string[] }[]) => {
    const begun = [{ text: 'Так', look: [] as string[] }, { text: ' ', look: [] }, ...parts];
    let text = '';
    const entities: MessageEntity[] = [];
    for (const { text: piece, look } of begun) {
      for (const type of look) entities.push({ type, offset: text.length, length: piece.length } as MessageEntity);
      text += piece;
    }
    return { text, entities };
  };

  it('reads as what was typed, and is all that our Markdown takes', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const { text, entities } = of(parts);
        fc.pre(parts.some(({ look, text: piece }) => look.length > 0 && piece.trim() !== ''));
        const { document, problems } = parseMarkdown(typedMarkdown(text, entities));
        expect(problems).toEqual([]);
        // Markdown takes away spaces at the ends of code, and makes one of several.
        const squeezed = (read: string) => read.replace(/\s+/gu, '');
        expect(squeezed(documentText(document))).toBe(squeezed(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps words bold and italic', () => {
    const word = fc.record({
      look: fc.subarray(['bold', 'italic'] as const),
      text: fc.constantFrom('слово', 'two words'),
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        fc.pre(words.some(({ look }) => look.length > 0));
        const spaced = words.flatMap((one) => [one, { text: ' ', look: [] }]);
        const { text, entities } = of(spaced);
        const { document } = parseMarkdown(typedMarkdown(text, entities));
        const looks = document.flatMap(spansOf).flatMap((span) => looksOf(span, []));
        for (const { look, text: wanted } of words)
          expect(looks.some((one) => one.text.includes(wanted) && look.every((name) => one.look.includes(name)))).toBe(
            true,
          );
      }),
    );
  });
});

const spansOf = (block: Block): Span[] => ('spans' in block ? block.spans : []);

function looksOf(span: Span, look: string[]): { text: string; look: string[] }[] {
  if (!('spans' in span)) return [{ text: span.text, look }];
  const name = { strong: 'bold', emphasis: 'italic', strike: 'strike', link: 'link' }[span.kind];
  return span.spans.flatMap((one) => looksOf(one, [...look, name]));
}
