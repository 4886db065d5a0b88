import { describe, expect, it } from 'vitest';
import { readProduct, readQuestions } from '../../bench/search/product.ts';
import { scoreAnswers } from '../../bench/search/scoring.ts';
import { createFinder } from '../../src/search/finder.ts';

const { knowledge, asking } = await readProduct('content');
const questions = readQuestions('bench/search/questions.jsonl');
const inLanguage = (language: string) => questions.filter(({ lang }) => lang === language);
const languages = ['en', 'uk', 'ru'];

describe('the questions of bench/search, in each language', () => {
  const finder = createFinder(knowledge, asking);
  it.each(languages)('%s: the right entry comes first, nothing is withheld or made up', (language) => {
    const score = scoreAnswers(finder, inLanguage(language));
    expect(score.rightFirst).toBeGreaterThanOrEqual(0.97);
    expect(score.rightInThree).toBeGreaterThanOrEqual(0.98);
    expect(score.outright).toBeGreaterThanOrEqual(0.89);
    expect(score.withheld).toBeLessThanOrEqual(0.02);
    expect(score.wronglyAnswered).toBeLessThanOrEqual(0.02);
    expect(score.offered).toBeLessThanOrEqual(0.08);
  });

  it('no phrasing is one of these questions: what is learnt from cannot be what is tested with', () => {
    const learnt = new Set([...asking.phrasings.values(), asking.unanswered].flat().map((text) => text.toLowerCase()));
    const long = questions.filter(({ text, expect: ids }) => ids.length > 0 && text.split(' ').length > 3);
    expect(long.filter(({ text }) => learnt.has(text.toLowerCase()))).toEqual([]);
  });
});

describe('an entry that came without phrasings, among those that have them', () => {
  const late = new Set(knowledge.entries.filter((_, at) => at % 5 === 0).map(({ id }) => id));
  const finder = createFinder(knowledge, {
    ...asking,
    phrasings: new Map([...asking.phrasings].filter(([id]) => !late.has(id))),
  });
  it('is found by its own words nearly as often', () => {
    const about = questions.filter(({ expect: ids }) => ids.length > 0 && ids.every((id) => late.has(id)));
    expect(scoreAnswers(finder, about).rightFirst).toBeGreaterThanOrEqual(0.77);
  });
});

describe('English entries without translations', () => {
  const untranslated = {
    ...knowledge,
    entries: knowledge.entries.map((one) => ({ ...one, text: { en: one.text.en } })),
  };
  const finder = createFinder(untranslated, asking);
  it.each(['uk', 'ru'])('are found by questions in %s', (language) => {
    expect(scoreAnswers(finder, inLanguage(language)).rightFirst).toBeGreaterThanOrEqual(0.92);
  });
});
