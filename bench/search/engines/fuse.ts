import type { Text } from '../beir.ts';
import { analysis } from './analysis.ts';
import { type Language, peer, type Setup } from './engine.ts';

interface Peer {
  default: new (
    documents: readonly Text[],
    options: object,
  ) => { search(query: string, options: object): { item: Text }[] };
}

const setup = (config: Setup['config'], options: (language: Language) => Promise<object>): Setup => ({
  engine: 'fuse',
  config,
  async build(documents, language) {
    const { default: Fuse } = await peer<Peer>('fuse.js');
    const index = new Fuse(documents, { keys: ['title', 'text'], ...(await options(language)) });
    return (query, limit) => index.search(query, { limit }).map((hit) => hit.item.id);
  },
});

/** A term also matches inside other words, so that the shortest would match everywhere. */
async function tokenize(language: Language) {
  const { terms } = await analysis(language);
  return (text: string) => terms(text).filter((term) => term.length > 2);
}

/** Tuned: its token search over stems without stop words, the title twice, fewer typos forgiven; “or” queries found less. */
export const fuseSetups = [
  setup('default', async () => ({})),
  setup('tuned', async (language) => ({
    useTokenSearch: true,
    tokenize: await tokenize(language),
    threshold: 0.2,
    keys: [
      { name: 'title', weight: 2 },
      { name: 'text', weight: 1 },
    ],
  })),
];
