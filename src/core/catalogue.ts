import type { Knowledge } from './knowledge.ts';
import type { Language } from './language.ts';

/** An entry found, best first by score; scores compare within one search only. */
export interface Hit {
  id: string;
  score: number;
}

/** Who and what a question names, in the order of mention; ids of parties and topics. */
export interface Mentions {
  parties: string[];
  topics: string[];
  /** Whether it asks what somebody named says or wants. */
  asksForPosition: boolean;
}

export const nothingMentioned: Mentions = { parties: [], topics: [], asksForPosition: false };

/** What a search came to: the answer, a “did you mean”, or an honest nothing; the nearest others in any case. */
export type Finding = { mentions: Mentions } & (
  | { outcome: 'answer'; answer: Hit; alternatives: Hit[] }
  | { outcome: 'unsure' | 'none'; answer: null; alternatives: Hit[] }
);

export interface Finder {
  /** Finds the entry that answers a question; at most `limit` alternatives, 3 unless told. */
  find(question: string, language: Language, limit?: number): Finding;
  /** Entries whose question or aliases go on from what is typed, for autocomplete. */
  complete(typed: string, language: Language, limit: number): Hit[];
}

/** What is being served: the records and the index made from them, swapped together. */
export interface Catalogue {
  knowledge: Knowledge;
  finder: Finder;
}
