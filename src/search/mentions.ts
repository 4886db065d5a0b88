import type { Meaning } from '../core/asking.ts';
import type { Mentions } from '../core/catalogue.ts';
import type { Knowledge, Named } from '../core/knowledge.ts';

/** The names and aliases of parties and topics as words with a meaning, in all languages. */
export function namedMeanings({ parties, topics }: Pick<Knowledge, 'parties' | 'topics'>): Meaning[] {
  const meaning = (kind: string) => (named: Named) => ({
    id: `${kind}:${named.id}`,
    patterns: [named.name, named.aliases].flatMap((texts) => Object.values(texts).flat()),
  });
  return [...parties.map(meaning('party')), ...topics.map(meaning('topic'))];
}

/** Who and what a question's meanings name; “what does Moscow say about NATO” asks Russia for its position on NATO. */
export function mentionsIn(meanings: readonly string[]): Mentions {
  const idsOf = (kind: string) => meanings.filter((id) => id.startsWith(kind)).map((id) => id.slice(kind.length));
  const parties = idsOf('party:').filter((id) => !id.includes('>'));
  return {
    parties,
    topics: idsOf('topic:'),
    asksForPosition: parties.length > 0 && meanings.includes('asks:position'),
  };
}
