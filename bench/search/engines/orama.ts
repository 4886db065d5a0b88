import type { Text } from '../beir.ts';
import { analysis } from './analysis.ts';
import { type Language, peer, type Setup } from './engine.ts';

interface Peer {
  create(options: object): object;
  insertMultiple(index: object, documents: Text[], batchSize: number): unknown;
  search(index: object, options: object): { hits: { id: string }[] };
}

const setup = (
  config: Setup['config'],
  options: (language: Language) => Promise<object>,
  searchOptions: object,
): Setup => ({
  engine: 'orama',
  config,
  async build(documents, language) {
    const { create, insertMultiple, search } = await peer<Peer>('@orama/orama');
    const index = create({ schema: { title: 'string', text: 'string' }, ...(await options(language)) });
    await insertMultiple(
      index,
      documents.map((one) => ({ ...one })),
      documents.length,
    );
    return (term, limit) => search(index, { term, limit, ...searchOptions }).hits.map((hit) => hit.id);
  },
});

async function tokenizer(language: Language) {
  const { terms } = await analysis(language);
  const tokenize = (text: string) => [...new Set(terms(text).filter((term) => term.length > 1))];
  const name = language === 'ru' ? 'russian' : 'english';
  return { components: { tokenizer: { language: name, normalizationCache: new Map(), tokenize } } };
}

/**
 * Tuned: a tokenizer that stems and drops stop words and single letters, since every term also matches as a prefix;
 * the title counts twice, and length matters less. Its own tokenizer and `tolerance` found less, `threshold` no more.
 */
export const oramaSetups = [
  setup('default', async () => ({}), {}),
  setup('tuned', tokenizer, { boost: { title: 2 }, relevance: { k: 1.2, b: 0.3, d: 0.5 } }),
];
