import type { FieldQuery } from './field-query.ts';
import type { Query } from './query.ts';
import { fieldWeights, shapes } from './weights.ts';

/** About what a name would score that is the question word for word: the measure of how near a name comes. */
export function sameText(query: Query, asked: readonly FieldQuery[]): number {
  let best = 0;
  for (const { field, terms, totals } of asked) {
    if (field !== 'names' && field !== 'phrasings') continue;
    const { k1, b } = shapes[field];
    let sum = 0;
    for (const { kind, worths } of terms) {
      const length = query[kind].terms.length;
      const damping = 1 + k1 * (1 - b + (b * length * totals.units) / totals.lengths[kind]);
      for (const worth of worths) sum += (worth * (k1 + 1)) / damping;
    }
    best = Math.max(best, sum * fieldWeights[field]);
  }
  return best || 1;
}
