import type { Sourced } from '../../core/knowledge.ts';
import { warningAt } from '../problem.ts';
import type { Written } from '../written.ts';
import type { Rule } from './rule.ts';

/** No text is past the day on which somebody should have looked at it again. */
export const reviewsAreDone: Rule = ({ entries, positions, plans }, { today }) => {
  const all: Written<Sourced>[] = [...entries.originals, ...positions.originals, ...plans.originals];
  return all
    .filter(({ says }) => says.reviewBy < today)
    .map(({ says, at }) => {
      const message = `The review was due on ${says.reviewBy}. Readers are told so.`;
      return warningAt(at('review-by'), message, 'Compare the text with its sources, then set the next day.');
    });
};
