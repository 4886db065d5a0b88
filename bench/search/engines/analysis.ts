import { stem } from '../../../src/search/stem.ts';
import { words } from '../../../src/search/words.ts';
import { type Language, peer } from './engine.ts';

/** The steps that most peers leave to whoever uses them, done alike for each: Snowball stems, no stop words. */
export interface Analysis {
  /** A lower-case word's stem, or null for a stop word. */
  term(word: string): string | null;
  terms(text: string): string[];
}

export async function analysis(language: Language): Promise<Analysis> {
  const lunr = await lunrFor(language);
  const keep = language === 'ru' ? lunr.ru.stopWordFilter : lunr.stopWordFilter;
  const term = (word: string) => (keep(word) === undefined ? null : stem(word));
  return { term, terms: (text) => words(text).flatMap((word) => term(word) ?? []) };
}

/** Lunr, with its language pack where the language has one. */
export async function lunrFor(language: Language) {
  const { default: lunr } = await peer('lunr');
  // A pack registered twice warns on the console.
  if (language === 'ru' && !lunr.ru) {
    (await peer('lunr-languages/lunr.stemmer.support.js')).default(lunr);
    (await peer('lunr-languages/lunr.ru.js')).default(lunr);
  }
  return lunr;
}
