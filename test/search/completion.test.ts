import { describe, expect, it } from 'vitest';
import { createFinder } from '../../src/search/finder.ts';
import { knowledgeOf, someEntries } from './entries.ts';

describe('completing what is typed', () => {
  const finder = createFinder(knowledgeOf(someEntries));
  const ids = (typed: string) => finder.complete(typed, 'en', 25).map(({ id }) => id);

  it('offers names that begin so before names that hold such a word', () => {
    expect(ids('what')).toEqual(['guarantees', 'freeze', 'reading']);
    expect(ids('min')).toEqual(['minsk']);
    expect(ids('border')).toEqual(['borders']);
  });

  it('offers everything, as many as fit, while nothing is typed', () => {
    expect(ids('')).toHaveLength(someEntries.length);
    expect(finder.complete('', 'en', 5)).toHaveLength(5);
  });

  it('forgives a slip where nothing begins so', () => expect(ids('reperation')[0]).toBe('reparations'));
});
