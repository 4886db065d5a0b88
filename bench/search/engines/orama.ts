import { peer, type Setup } from './engine.ts';

const setup = (config: Setup['config']): Setup => ({
  engine: 'orama',
  config,
  async build(documents, language) {
    const { create, insertMultiple, search } = await peer('@orama/orama');
    const name = language === 'ru' ? 'russian' : 'english';
    const { stemmer } = await peer(`@orama/stemmers/${name}`);
    const tokenizer = { stemming: true, language: name, stemmer, stopWords: [] };
    const language_ = config === 'tuned' ? { components: { tokenizer } } : language === 'ru' ? { language: name } : {};
    const index = create({ schema: { id: 'string', title: 'string', text: 'string' }, ...language_ });
    await insertMultiple(
      index,
      documents.map((one) => ({ ...one })),
      documents.length,
    );
    const options =
      config === 'tuned'
        ? { properties: ['title', 'text'], boost: { title: 2 }, threshold: 1, relevance: { k: 1.2, b: 0.75, d: 0.5 } }
        : {};
    return (term, limit) =>
      search(index, { term, limit, ...options }).hits.map((hit: { document: { id: string } }) => hit.document.id);
  },
});

export const oramaSetups = [setup('default'), setup('tuned')];
