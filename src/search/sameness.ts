import type { Index } from './index.ts';
import type { Question } from './question.ts';
import { fieldTerms } from './search.ts';
import { fieldWeights, shapes } from './weights.ts';

/** About what a name would score that is the question word for word: the measure of how near a name comes. */
export function sameText(question: Question, indexes: readonly Index[]): number {
  let best = 0;
  for (const name of ['names', 'phrasings'] as const) {
    const { terms, totals } = fieldTerms(name, indexes, question.query);
    const { k1, b } = shapes[name];
    let sum = 0;
    for (const { kind, worth } of terms) {
      const length = question.query[kind].size;
      sum += (worth * (k1 + 1)) / (1 + k1 * (1 - b + (b * length * totals.units) / totals.lengths[kind]));
    }
    best = Math.max(best, sum * fieldWeights[name]);
  }
  return best || 1;
}
