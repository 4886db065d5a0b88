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
  const keep = filtersOf(lunr, language).stopWordFilter;
  const term = (word: string) => (keep(word) === undefined ? null : stem(word));
  return { term, terms: (text) => words(text).flatMap((word) => term(word) ?? []) };
}

type WordFilter = (word: string) => string | undefined;

/** What of a lunr index in the making is used here. */
export interface LunrBuilder {
  pipeline: { remove(step: WordFilter): void };
  use(plugin: unknown): void;
  ref(field: string): void;
  field(name: string, options?: { boost: number }): void;
  add(document: object): void;
}

interface LunrIndex {
  search(query: string): { ref: string }[];
  query(ask: (asked: { term(terms: string[]): void }) => void): { ref: string }[];
}

/** What of lunr is used here; it builds an index through `this`. */
export interface Lunr {
  (build: (this: LunrBuilder) => void): LunrIndex;
  stopWordFilter: WordFilter;
  trimmer: (token: unknown) => unknown;
  tokenizer(text: string): unknown[];
  /** The Russian pack, once it is registered. */
  ru?: { stopWordFilter: WordFilter; trimmer: (token: unknown) => unknown };
}

/** Its own filters, or the language pack's. */
export const filtersOf = (lunr: Lunr, language: Language) => (language === 'ru' && lunr.ru ? lunr.ru : lunr);

/** Lunr, with its language pack where the language has one. */
export async function lunrFor(language: Language): Promise<Lunr> {
  const { default: lunr } = await peer<{ default: Lunr }>('lunr');
  // A pack registered twice warns on the console.
  if (language === 'ru' && !lunr.ru) {
    for (const pack of ['stemmer.support', 'ru'])
      (await peer<{ default(lunr: Lunr): void }>(`lunr-languages/lunr.${pack}.js`)).default(lunr);
  }
  return lunr;
}
