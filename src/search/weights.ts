import type { Shape } from './field.ts';
import type { Kind } from './vocabulary.ts';

/**
 * Everything that was tuned, in one place. Tuned on stackfaq-threads, stackfaq and xquad-ru at once and on the
 * questions of bench/search, never on one alone; the same numbers serve every collection.
 */
export const fieldNames = ['names', 'phrasings', 'whole', 'passages'] as const;
export type FieldName = (typeof fieldNames)[number];

/** How much a term counts by its kind. */
export const kindWeights: Record<FieldName, Record<Kind, number>> = {
  names: { stems: 1, grams: 0.5, meanings: 1 },
  phrasings: { stems: 1, grams: 0.7, meanings: 1 },
  whole: { stems: 1, grams: 0.5, meanings: 0.6 },
  passages: { stems: 1, grams: 0, meanings: 0 },
};

export const shapes: Record<FieldName, Shape> = {
  names: { k1: 1.5, b: 0.7 },
  phrasings: { k1: 1.5, b: 0.7 },
  whole: { k1: 0.9, b: 0.8 },
  passages: { k1: 1.2, b: 0.1 },
};

/** How much a field's score counts towards the entry's. */
export const fieldWeights = { names: 1.4, phrasings: 1.3, whole: 1, passages: 1 };

/** How much a word counts in the whole of an entry by where it stands, in quarters: 4 is once. */
export const once = 4;
export const quarters = { names: once, tags: 2, lead: 4, detail: 3 };
