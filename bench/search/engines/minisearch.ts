import type { Text } from '../beir.ts';
import { analysis } from './analysis.ts';
import { type Language, peer, type Setup } from './engine.ts';

interface Peer {
  default: new (
    options: object,
  ) => { addAll(documents: readonly Text[]): void; search(query: string, options: object): { id: string }[] };
}

const setup = (
  config: Setup['config'],
  options: (language: Language) => Promise<object>,
  searchOptions: object,
): Setup => ({
  engine: 'minisearch',
  config,
  async build(documents, language) {
    const { default: MiniSearch } = await peer<Peer>('minisearch');
    const index = new MiniSearch({ fields: ['title', 'text'], ...(await options(language)) });
    index.addAll(documents);
    return (query, limit) =>
      index
        .search(query, searchOptions)
        .slice(0, limit)
        .map((hit) => hit.id);
  },
});

async function stemmed(language: Language) {
  const { term } = await analysis(language);
  return { processTerm: (word: string) => term(word.toLowerCase()) };
}

/**
 * Tuned: `processTerm` stems and drops stop words, the title counts thrice, long words also match by prefix and with a
 * typo (short ones only add noise), and `bm25` saturates later; each of these found more on the sets that have use for it.
 */
export const minisearchSetups = [
  setup('default', async () => ({}), {}),
  setup('tuned', stemmed, {
    boost: { title: 3 },
    prefix: (term: string) => term.length > 4,
    fuzzy: (term: string) => (term.length > 5 ? 0.15 : false),
    bm25: { k: 2, b: 0.9, d: 0 },
  }),
];
