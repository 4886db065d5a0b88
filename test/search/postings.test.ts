import { expect, it } from 'vitest';
import { createPostings } from '../../src/search/postings.ts';

const listOf = (postings: ReturnType<typeof createPostings>, term: number) => [
  ...postings.cells.subarray(postings.start(term), postings.end(term)),
];

it('lists that grow side by side keep apart, and what leaves them frees nothing of the others', () => {
  const postings = createPostings();
  const terms = 50;
  postings.makeRoom(terms);
  for (let unit = 0; unit < 200; unit++) {
    for (let term = 0; term < terms; term++) if (unit % (term + 1) === 0) postings.append(term, unit, unit);
  }
  postings.takeOut(3, (unit) => unit === 8);
  for (let term = 0; term < terms; term++) {
    const expected = Array.from({ length: 200 }, (_, unit) => unit).filter(
      (unit) => unit % (term + 1) === 0 && !(term === 3 && unit === 8),
    );
    expect(listOf(postings, term)).toEqual(expected);
    expect(postings.entries(term)).toBe(expected.length);
  }
});

it('an entry is counted once, however many of its units have the term', () => {
  const postings = createPostings();
  postings.makeRoom(1);
  for (const unit of [10, 11, 12]) postings.append(0, unit, 10);
  postings.append(0, 13, 13);
  expect(postings.entries(0)).toBe(2);
  expect(postings.entries(99)).toBe(0);
});
