import type { Text } from '../beir.ts';
import { analysis } from './analysis.ts';
import { type Language, peer, type Setup, unique } from './engine.ts';

interface Peer {
  default: {
    Document: new (
      options: object,
    ) => { add(document: Text): void; search(query: string, options: object): { result: unknown[] }[] };
  };
}

const setup = (
  config: Setup['config'],
  options: (language: Language) => Promise<object>,
  searchOptions: object,
): Setup => ({
  engine: 'flexsearch',
  config,
  async build(documents, language) {
    const { default: FlexSearch } = await peer<Peer>('flexsearch');
    const index = new FlexSearch.Document({
      document: { id: 'id', index: ['title', 'text'] },
      ...(await options(language)),
    });
    for (const document of documents) index.add({ ...document });
    return (query, limit) => {
      const found = index.search(query, { limit, ...searchOptions });
      return unique(
        found.flatMap((field) => field.result),
        limit,
      );
    };
  },
});

/**
 * Tuned: `suggest`, without which every word has to match; an `encode` that stems and drops stop words, since it ranks
 * by how many words match; parts of words from either end. Its Latin encoders, language pack, context and resolutions found less.
 */
export const flexsearchSetups = [
  setup('default', async () => ({}), {}),
  setup('tuned', async (language) => ({ encode: (await analysis(language)).terms, tokenize: 'bidirectional' }), {
    suggest: true,
  }),
];
