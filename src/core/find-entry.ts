import type { Catalogue, Finding } from './catalogue.ts';
import type { Language } from './language.ts';

/**
 * The entry that answers a question, at most `limit` (3 unless told) others beside it. Whoever writes an entry's id,
 * question or alias, in any language, means that entry: it is the answer, with score 1, whatever the search says.
 */
export function findEntry({ knowledge, finder }: Catalogue, question: string, language: Language, limit = 3): Finding {
  const found = finder.find(question, language, limit);
  const named = knowledge.entryNamed(question);
  if (!named) return found;
  const others = [...(found.answer ? [found.answer] : []), ...found.alternatives].filter(({ id }) => id !== named.id);
  return { ...found, outcome: 'answer', answer: { id: named.id, score: 1 }, alternatives: others.slice(0, limit) };
}
