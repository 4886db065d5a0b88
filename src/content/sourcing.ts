import type { Sourced } from '../core/knowledge.ts';

/** What the front matter of every original says about where its text comes from. */
export const sourcing = (front: {
  revision: number;
  sources: string[];
  'as-of': string;
  'review-by': string;
}): Sourced => ({
  revision: front.revision,
  sources: front.sources,
  asOf: front['as-of'],
  reviewBy: front['review-by'],
});
