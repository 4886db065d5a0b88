import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldAny } from '../../src/core/fold.ts';
import { insert } from '../../src/search/best.ts';
import { createRarity, rarity } from '../../src/search/rarity.ts';
import { distance } from '../../src/search/slips.ts';
import { createSpellings } from '../../src/search/spelling.ts';
import { createWordTable } from '../../src/search/word-table.ts';
import { words, wordsOfAny } from '../../src/search/words.ts';

/** What people type, and what comes along with it: both alphabets, look-alikes, apostrophes, marks, other scripts. */
const pieces = [
  ...'abeikzABEZ09абвеёйїґєіЯЁЇҐ',
  ..."'’‘`ʼ´′",
  ...' \n\t-–—…,.!?«»„“”\xa0',
  ...'éñﬁＮ½łѓἈ漢🙂\u0301\u0306\u00ad\u200b',
];
const plainPieces = pieces.slice(0, pieces.indexOf('ʼ'));
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...plainPieces), maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const thoroughly = { numRuns: 5000 };

describe('the quick way with plain text comes to the same as the thorough way with any', () => {
  it('in folding names', () => {
    fc.assert(
      fc.property(text, (one) => fold(one) === foldAny(one)),
      thoroughly,
    );
  });

  it('in reading words', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(words(one)).toEqual(wordsOfAny(one));
      }),
      thoroughly,
    );
  });

  it('in numbering words', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
        const learnt: string[] = [];
        const table = createWordTable((word, number) => {
          learnt[number] = word;
        });
        for (const one of texts) expect(table.read(one).map(table.wordOf)).toEqual(wordsOfAny(one));
        expect(learnt.map(table.find)).toEqual(learnt.map((_, number) => number));
        expect(new Set(learnt).size).toBe(learnt.length);
        expect(table.find('never read')).toBeUndefined();
      }),
    );
  });

  it('for every single character', () => {
    for (let code = 0; code < 0xffff; code++) {
      const one = `a${String.fromCharCode(code)}б 1${String.fromCharCode(code)}`;
      if (fold(one) !== foldAny(one)) expect.fail(`${code} is folded otherwise`);
      if (words(one).join() !== wordsOfAny(one).join()) expect.fail(`${code} is read otherwise`);
    }
  });
});

describe('a word table', () => {
  it('tells words apart however many there are, and however long', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const pairs = letters.flatMap((one) => letters.map((other) => one + other));
    // So many that some of them share their hash.
    const many = pairs.flatMap((one) => pairs.map((other) => one + other + one + other));
    const long = ['x'.repeat(200_000), `${'x'.repeat(200_000)}y`];
    const table = createWordTable(() => {});
    const numbers = table.read([...many, ...long].join(' '));
    expect(numbers.every((number, at) => number === at)).toBe(true);
    expect(numbers).toHaveLength(many.length + long.length);
  });
});

describe('the best few', () => {
  it('are the first of all in order; equals stay as they came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8)), fc.nat(6), (scores, most) => {
        const all = scores.map((score, at) => ({ score, at }));
        const best: typeof all = [];
        for (const one of all) insert(best, one, most, (a, z) => a.score > z.score);
        expect(best).toEqual(all.sort((a, z) => z.score - a.score).slice(0, most));
      }),
    );
  });
});

describe('slips', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 7 });

  /** The distance by its definition. */
  function defined(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length;
    const [restA, restB] = [a.slice(1), b.slice(1)];
    if (a[0] === b[0]) return defined(restA, restB);
    const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
    return (
      1 +
      Math.min(
        defined(restA, restB),
        defined(restA, b),
        defined(a, restB),
        swapped ? defined(a.slice(2), b.slice(2)) : Number.POSITIVE_INFINITY,
      )
    );
  }

  it('are counted as they are defined, as far as they are counted', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, most) => {
        expect(Math.min(distance(a, b, most), most + 1)).toBe(Math.min(defined(a, b), most + 1));
      }),
      thoroughly,
    );
  });

  it('lead to the nearest known word, the first by letters among equals', () => {
    const longer = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(longer, { maxLength: 30 }), longer, (known, typed) => {
        const spellings = createSpellings();
        for (const one of known) spellings.add(one);
        const most = typed.length < 8 ? 1 : 2;
        const near = known
          .filter((one) => one[0] === typed[0] && !one.endsWith('c') && distance(typed, one, most) <= most)
          .sort((a, z) => distance(typed, a, most) - distance(typed, z, most) || (a < z ? -1 : 1));
        expect(spellings.nearest(typed, (one) => !one.endsWith('c'))).toBe(near[0]);
      }),
      { numRuns: 1000 },
    );
  });
});

it('a rarity that is remembered is that of the collection asked about', () => {
  const measured = createRarity();
  for (const [found, entries] of [
    [3, 10],
    [3, 20],
    [3, 10],
    [5, 10],
    [2000, 9000],
  ] as const) {
    expect(measured(found, entries)).toBe(rarity(found, entries));
  }
});
