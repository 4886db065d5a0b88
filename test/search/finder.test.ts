import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finder } from '../../src/core/catalogue.ts';
import { createFinder } from '../../src/search/finder.ts';
import { entry, knowledgeOf, someEntries } from './entries.ts';

const questions = ['does ukraine want reparations', 'minsk', 'санкції', 'truse', 'join nato', 'what to read', 'hello'];
const results = (finder: Finder) => questions.map((question) => finder.find(question, 'en', 10));

describe('an index that changes', () => {
  it('finds the same after entries were added one by one as if it had been built with them', () => {
    const grown = createFinder(knowledgeOf(someEntries.slice(0, 4)));
    for (const one of someEntries.slice(4)) grown.add(one);
    expect(results(grown)).toEqual(results(createFinder(knowledgeOf(someEntries))));
  });

  it('finds the same after an entry was removed as if it had never been there', () => {
    const shrunk = createFinder(knowledgeOf(someEntries));
    shrunk.remove('minsk');
    shrunk.remove('no-such-entry');
    expect(results(shrunk)).toEqual(results(createFinder(knowledgeOf(someEntries.filter(({ id }) => id !== 'minsk')))));
  });

  it('knows an entry by its new words only, once it was changed', () => {
    const finder = createFinder(knowledgeOf(someEntries));
    finder.add(entry('minsk', 'What became of the Belovezha Accords?'));
    expect(finder.find('belovezha accords', 'en').answer?.id).toBe('minsk');
    expect(finder.find('minsk agreements', 'en').answer).toBeNull();
  });

  it('finds by what people ask few of its many entries', () => {
    const many = Array.from({ length: 1500 }, (_, at) => entry(`e${at}`, `Number ${at} of the register`));
    const phrasings = new Map([['e7', ['lucky one']]]);
    const finder = createFinder(knowledgeOf(many), { meanings: [], unanswered: [], phrasings });
    expect(finder.explain('lucky one', 'en').matches[0]?.id).toBe('e7');
    expect(finder.explain('number 1400', 'en').matches[0]?.id).toBe('e1400');
  });

  it('gives the same results every time', () => {
    const [first, second] = [1, 2].map(() => results(createFinder(knowledgeOf(someEntries))));
    expect(first).toEqual(second);
  });
});

describe('a community’s own entries', () => {
  const own = [
    entry('rules', 'What are the rules of this server?'),
    entry('minsk', 'Where is our Minsk reading group?'),
  ];
  const shared = createFinder(knowledgeOf(someEntries));
  const community = shared.over(own);

  it('are found above the shared ones, by scores as of one index', () => {
    const whole = createFinder(knowledgeOf([...someEntries, own[0] as (typeof own)[0]]));
    const layered = shared.over(own.slice(0, 1));
    expect(results(layered)).toEqual(results(whole));
    expect(layered.find('server rules', 'en').answer?.id).toBe('rules');
  });

  it('hide a shared entry of the same id, there and nowhere else', () => {
    expect(community.find('minsk reading group', 'en').answer?.id).toBe('minsk');
    expect(community.find('why do the minsk agreements matter', 'en').answer).toBeNull();
    expect(shared.complete('why do the minsk', 'en', 5)[0]?.id).toBe('minsk');
  });

  it('hide those of every layer below', () => {
    const twice = community.over([entry('leader', 'Who leads the group?')]);
    const ids = twice.explain('minsk reading group', 'en').matches.map(({ id }) => id);
    expect(ids.filter((id) => id === 'minsk')).toHaveLength(1);
    expect(twice.complete('minsk', 'en', 5).map(({ id }) => id)).toEqual(['minsk']);
  });

  it('may leave a shared entry out, there and nowhere else', () => {
    const without = shared.over([], new Set(['minsk']));
    expect(without.explain('minsk', 'en').matches.map(({ id }) => id)).not.toContain('minsk');
    expect(without.complete('why do the minsk', 'en', 25).map(({ id }) => id)).not.toContain('minsk');
    expect(without.complete('', 'en', 25).map(({ id }) => id)).not.toContain('minsk');
    // A community above that one gets it back only by writing it itself.
    expect(without.over([own[1] as (typeof own)[1]]).find('minsk reading group', 'en').answer?.id).toBe('minsk');
    expect(shared.complete('why do the minsk', 'en', 5)[0]?.id).toBe('minsk');
  });

  it('are nobody else’s', () => {
    expect(shared.find('server rules', 'en').answer).toBeNull();
    expect(shared.over([]).complete('rules', 'en', 5)).toEqual([]);
  });
});

describe('what is asked', () => {
  const finder = createFinder(knowledgeOf(someEntries));
  it.each([
    ['reperations', 'reparations'],
    ['Minsk Agreements', 'minsk'],
    ['htgfhfwbb', undefined],
    ['how many prisoners were exchanged', 'prisoners'],
  ])('%s → %s', (question, id) => expect(finder.find(question, 'en').answer?.id).toBe(id));

  it('an entry does not answer a question for a number that nobody asks it', () => {
    expect(finder.find('how many missile strikes', 'en').outcome).not.toBe('answer');
  });

  it.each(['', '   ', '?!', '🙂', 'zzzz qqqq'])('%j has no answer', (question) => {
    expect(finder.find(question, 'en').outcome).toBe('none');
  });

  it('the reader’s own language is preferred among equals', () => {
    const twins = [entry('a', 'Санкції'), entry('b', 'Санкції', { language: 'uk' })];
    expect(
      createFinder(knowledgeOf([...someEntries, ...twins])).find('санкції', 'uk').alternatives[0]?.id ?? 'b',
    ).toBeDefined();
    expect(createFinder(knowledgeOf([...someEntries, ...twins])).explain('санкції', 'uk').matches[0]?.id).toBe('b');
  });
});

describe('any text at all', () => {
  const finder = createFinder(knowledgeOf(someEntries));
  it('is answered in some way', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom('en', 'uk', 'ru'),
        (text, language) => {
          const { outcome, answer, alternatives } = finder.find(text, language);
          expect(answer === null).toBe(outcome !== 'answer');
          expect(alternatives.length).toBeLessThanOrEqual(3);
          finder.complete(text, language, 25);
        },
      ),
    );
  });

  // In time that grew with the square of the length, this would not end today.
  it.each(['a', 'ґ', 'аб ', "'", '\u0301', '[', 'nato ', 'xyzzyqwerty '])(
    'is read for as far as it matters: %j',
    (piece) => {
      const [short, long] = [1000, 2_000_000].map((times) => finder.find(piece.repeat(times), 'uk'));
      expect(long).toEqual(short);
    },
  );
});
