import { peer, type Setup, unique } from './engine.ts';

const setup = (config: Setup['config']): Setup => ({
  engine: 'flexsearch',
  config,
  async build(documents) {
    const { default: FlexSearch } = await peer('flexsearch');
    const { Document, Charset } = FlexSearch;
    const tuned = { tokenize: 'forward', encoder: Charset.Normalize ?? Charset.LatinBalance, resolution: 9 };
    const index = new Document({
      document: { id: 'id', index: ['title', 'text'] },
      ...(config === 'tuned' ? tuned : {}),
    });
    for (const document of documents) index.add({ ...document });
    return (query, limit) => {
      const found = index.search(query, { limit, suggest: config === 'tuned' });
      return unique(
        found.flatMap((field: { result: unknown[] }) => field.result),
        limit,
      );
    };
  },
});

export const flexsearchSetups = [setup('default'), setup('tuned')];
