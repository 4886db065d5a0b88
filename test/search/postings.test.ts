import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPostings } from '../../src/search/postings.ts';
import type { Rows } from '../../src/search/rows.ts';

const terms = 12;

/** What postings are, told plainly: by term, the units that have it, and the entries that those are of. */
function createModel() {
  const lists = Array.from({ length: terms }, () => [] as { posting: number; entry: number }[]);
  return {
    add: (term: number, posting: number, entry: number) => lists[term]?.push({ posting, entry }),
    remove(entry: number) {
      for (const [term, list] of lists.entries()) lists[term] = list.filter((one) => one.entry !== entry);
    },
    lists: () => lists.map((list) => list.map(({ posting }) => posting)),
    entries: () => lists.map((list) => new Set(list.map(({ entry }) => entry)).size),
  };
}

const unitsPerEntry = 3;
const entryOfUnits = fc.array(fc.uniqueArray(fc.nat(terms - 1)), { minLength: 1, maxLength: unitsPerEntry });
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ add: entryOfUnits }) },
  { weight: 1, arbitrary: fc.record({ addMany: fc.array(entryOfUnits, { maxLength: 40 }) }) },
  { weight: 3, arbitrary: fc.record({ remove: fc.nat(60) }) },
  { weight: 3, arbitrary: fc.constant('settle' as const) },
);

const rowsBy = { 'of every term': () => undefined, 'of terms met': (): Rows => new Map() };

it.each(Object.entries(rowsBy))(
  'lists in rows %s hold what was added and not removed, in whatever order and portions that was',
  (_, rows) => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const postings = createPostings(rows());
        const model = createModel();
        let entries = 0;
        const add = (units: number[][]) => {
          const met = new Set<number>();
          for (const [at, unit] of units.entries()) {
            for (const term of unit) {
              const posting = entries * unitsPerEntry + at;
              postings.add(term, posting, !met.has(term));
              model.add(term, posting, entries);
              met.add(term);
            }
          }
          entries++;
        };
        for (const one of changes) {
          if (one === 'settle') {
            postings.settle();
          } else if ('add' in one) {
            add(one.add);
          } else if ('addMany' in one) {
            for (const units of one.addMany) add(units);
          } else {
            postings.settle();
            const [from, to] = [one.remove * unitsPerEntry, (one.remove + 1) * unitsPerEntry];
            for (let term = 0; term < terms; term++) {
              expect(postings.has(term, from, to)).toBe(model.lists()[term]?.some((unit) => unit >= from && unit < to));
              postings.takeOut(term, from, to);
            }
            model.remove(one.remove);
          }
        }
        postings.settle();
        const all = Array.from({ length: terms }, (_, term) => term);
        const listOf = (term: number) => [...postings.cells.subarray(postings.start(term), postings.end(term))];
        expect(all.map(listOf)).toEqual(model.lists());
        expect(all.map(postings.entries)).toEqual(model.entries());
      }),
    );
  },
);

it('a term that was never added stands nowhere', () => {
  const postings = createPostings();
  postings.settle();
  expect(postings.start(99)).toBe(postings.end(99));
  expect(postings.entries(99)).toBe(0);
});
