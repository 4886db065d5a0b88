import { peer, type Setup } from './engine.ts';

const setup = (config: Setup['config'], options: object, asked: (query: string) => unknown): Setup => ({
  engine: 'fuse',
  config,
  async build(documents) {
    const { default: Fuse } = await peer('fuse.js');
    const index = new Fuse(documents, { keys: ['title', 'text'], ...options });
    return (query, limit) => index.search(asked(query), { limit }).map((hit: { item: { id: string } }) => hit.item.id);
  },
});

/** Tuned: its logical query language joins the words by “or”, anywhere in the text, the title weighted twice. */
export const fuseSetups = [
  setup('default', {}, (query) => query),
  setup(
    'tuned',
    {
      keys: [
        { name: 'title', weight: 2 },
        { name: 'text', weight: 1 },
      ],
      ignoreLocation: true,
      threshold: 0.2,
      ignoreFieldNorm: false,
    },
    (query) => ({
      $or: [...new Set(query.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [query])].flatMap((word) => [
        { title: word },
        { text: word },
      ]),
    }),
  ),
];
