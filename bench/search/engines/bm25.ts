import { words } from '../../../src/search/words.ts';
import type { Text } from '../beir.ts';
import { analysis } from './analysis.ts';
import type { Search, Setup } from './engine.ts';

interface Parameters {
  titles: number;
  k: number;
  b: number;
}

function bm25(documents: readonly Text[], terms: (text: string) => string[], { titles, k, b }: Parameters): Search {
  const lists = documents.map(({ title, text }) => [...repeated(terms(title), titles), ...terms(text)]);
  const average = lists.reduce((sum, list) => sum + list.length, 0) / lists.length;
  const postings = new Map<string, Map<number, number>>();
  for (const [at, list] of lists.entries()) {
    for (const term of list) {
      const posting = postings.get(term) ?? new Map<number, number>();
      postings.set(term, posting.set(at, (posting.get(at) ?? 0) + 1));
    }
  }
  return (query, limit) => {
    const scores = new Map<number, number>();
    for (const term of new Set(terms(query))) {
      const posting = postings.get(term) ?? new Map<number, number>();
      const rarity = Math.log(1 + (lists.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [at, frequency] of posting) {
        const norm = 1 - b + (b * (lists[at] as string[]).length) / average;
        scores.set(at, (scores.get(at) ?? 0) + (rarity * frequency * (k + 1)) / (frequency + k * norm));
      }
    }
    const best = [...scores].sort((a, z) => z[1] - a[1]).slice(0, limit);
    return best.map(([at]) => (documents[at] as Text).id);
  };
}

const repeated = (list: string[], times: number): string[] => Array(times).fill(list).flat();

/** Textbook BM25 over words; tuned, over stems without stop words, the title thrice, saturating later. */
export const bm25Setups: Setup[] = [
  {
    engine: 'bm25',
    config: 'default',
    build: async (documents) => bm25(documents, words, { titles: 1, k: 1.2, b: 0.75 }),
  },
  {
    engine: 'bm25',
    config: 'tuned',
    build: async (documents, language) =>
      bm25(documents, (await analysis(language)).terms, { titles: 3, k: 2, b: 0.75 }),
  },
];
