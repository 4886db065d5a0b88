import type { Document } from '../../../src/core/document.ts';
import { createKnowledge, type Entry } from '../../../src/core/knowledge.ts';
import { createFinder } from '../../../src/search/finder.ts';
import { bareEntry } from '../bare-entry.ts';
import type { Text } from '../beir.ts';
import type { Setup } from './engine.ts';

/** The product's own search, weights and all; the documents become entries. It has one configuration. */
export const parley: Setup = {
  engine: 'parley',
  config: 'default',
  async build(documents) {
    const finder = createFinder(createKnowledge({ ...nothingElse, entries: documents.map(entryOf) }));
    return (query, limit) => {
      const { answer, alternatives } = finder.find(query, 'en', limit);
      return [...(answer ? [answer] : []), ...alternatives].map(({ id }) => id).slice(0, limit);
    };
  },
};

const nothingElse = { parties: [], topics: [], sources: [], positions: [], plans: [] };

export function entryOf({ id, title, text }: Text): Entry {
  const lead: Document = [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }];
  return bareEntry(id, { en: { question: title, aliases: [], lead, detail: [] } });
}
