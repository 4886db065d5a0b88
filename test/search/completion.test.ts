import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/core/fold.ts';
import { createCompletions } from '../../src/search/completion.ts';
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

describe('completions', () => {
  const word = fc.constantFrom('a', 'at', 'ate', 'peace', 'peak', 'мир', 'мирный', '0', 'п', '1990');
  const name = fc.record({
    name: fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
    language: fc.constantFrom('en' as const, 'uk' as const, undefined),
  });
  const change = fc.record({ id: fc.nat(9).map(String), names: fc.option(fc.array(name, { maxLength: 3 })) });

  it('fit as all the names say that are there, whatever was added and removed before', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 30 }),
        fc.array(word, { minLength: 1 }),
        fc.nat(12),
        (changes, typed, limit) => {
          const completions = createCompletions();
          const model = new Map<string, { name: string; language: 'en' | 'uk' | undefined }[]>();
          for (const { id, names } of changes) {
            model.delete(id);
            if (names) model.set(id, names);
            if (names) completions.add(id, names);
            else completions.remove(id);
          }
          for (const one of typed.flatMap((word) => [word, word.slice(0, 3), `${word} p`])) {
            const fits = [...model].map(([id, names]) => {
              const scores = names.map(({ name, language }) => {
                const begins = ` ${fold(name)}`.includes(` ${one}`);
                return begins ? (fold(name).startsWith(one) ? 2 : 1) + (language === 'en' ? 0.5 : 0) : 0;
              });
              return { id, score: Math.max(0, ...scores) };
            });
            const offered = fits.filter(({ id, score }) => score > 0 && id !== '3').sort((a, z) => z.score - a.score);
            expect(completions.fitting(one, 'en', limit, (id) => id !== '3')).toEqual(offered.slice(0, limit));
          }
        },
      ),
    );
  });
});
