import { stem } from '../../../src/search/stem.ts';
import { peer, type Setup } from './engine.ts';

const setup = (config: Setup['config'], options: object, searchOptions: object): Setup => ({
  engine: 'minisearch',
  config,
  async build(documents) {
    const { default: MiniSearch } = await peer('minisearch');
    const index = new MiniSearch({ fields: ['title', 'text'], ...options });
    index.addAll(documents);
    return (query, limit) =>
      index
        .search(query, searchOptions)
        .slice(0, limit)
        .map((hit: { id: string }) => hit.id);
  },
});

/** Tuned as its guide advises: stemming in `processTerm`, a boosted title; prefix and fuzzy search made questions worse. */
export const minisearchSetups = [
  setup('default', {}, {}),
  setup('tuned', { processTerm: (term: string) => stem(term.toLowerCase()) }, { boost: { title: 2 } }),
];
