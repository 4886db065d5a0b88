import { stem } from '../../../src/search/stem.ts';
import { words } from '../../../src/search/words.ts';
import type { Setup } from './engine.ts';

/** Textbook BM25 over words (`default`), or over stems with the title counted twice (`tuned`). */
const bm25 = (config: Setup['config'], terms: (text: string) => string[], titles: number): Setup => ({
  engine: 'bm25',
  config,
  async build(documents) {
    const lists = documents.map(
      ({ title, text }) => [...Array(titles).fill(terms(title)).flat(), ...terms(text)] as string[],
    );
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
        const posting = postings.get(term) ?? [];
        const found = 'size' in posting ? posting.size : 0;
        const rarity = Math.log(1 + (lists.length - found + 0.5) / (found + 0.5));
        for (const [at, frequency] of posting) {
          const norm = 0.25 + (0.75 * (lists[at] as string[]).length) / average;
          scores.set(at, (scores.get(at) ?? 0) + (rarity * frequency * 2.2) / (frequency + 1.2 * norm));
        }
      }
      const best = [...scores].sort((a, z) => z[1] - a[1]).slice(0, limit);
      return best.map(([at]) => (documents[at] as { id: string }).id);
    };
  },
});

export const bm25Setups = [bm25('default', words, 1), bm25('tuned', (text) => words(text).map(stem), 2)];
