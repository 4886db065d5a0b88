import type { Entry } from '../../src/core/knowledge.ts';

/** An entry that is nothing but its texts, as the search reads it. */
export const bareEntry = (id: string, text: Entry['text']): Entry => ({
  id,
  topics: [],
  parties: [],
  related: [],
  revision: 1,
  sources: [],
  asOf: 'undated',
  reviewBy: '2100-01-01',
  text,
});
