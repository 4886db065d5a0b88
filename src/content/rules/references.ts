import { suggestion } from '../nearest.ts';
import { errorAt, type Place, type Problem, warningAt } from '../problem.ts';
import { type Kind, positionId, type Writing } from '../written.ts';
import type { Rule } from './rule.ts';

/** The id of one thing where another names it. */
interface Reference {
  kind: Exclude<Kind, 'plans' | 'updates'>;
  id: string;
  place: Place;
  /** The id of the one that refers, where it is of the same kind. */
  from?: string;
  /** References with the same list must differ from each other. */
  list?: string;
}

const one = {
  parties: 'party',
  topics: 'topic',
  sources: 'source',
  entries: 'entry',
  positions: 'position',
} as const;

/** What to do where nothing of that kind is called so, nor nearly so. */
const otherwise = {
  parties: 'Add it first.',
  topics: 'Add it first.',
  sources: 'Add it first.',
  entries: 'Name an entry as its file in faq/ is called, without .md.',
  positions: 'Name a position as party/topic: it stands in positions/<party>/<topic>.md.',
} as const;

/** Whatever is referred to exists, once in each list, and is something else. */
export const referencesHold: Rule = (writing) => {
  const known = {
    parties: writing.parties.map(({ says }) => says.id),
    topics: writing.topics.map(({ says }) => says.id),
    sources: writing.sources.map(({ says }) => says.id),
    entries: writing.entries.originals.map(({ says }) => says.id),
    positions: writing.positions.originals.map(({ says }) => positionId(says)),
  };
  const seen = new Set<string>();
  return references(writing).flatMap(({ kind, id, place, from, list }): Problem[] => {
    const unread = writing.unread[kind];
    if (from === id) return [errorAt(place, `The ${one[kind]} “${id}” refers to itself.`, 'Take it away.')];
    if (!known[kind].includes(id)) {
      if (unread === 'all') return [];
      if (unread.has(id)) return [errorAt(place, `The ${one[kind]} “${id}” has errors of its own.`, 'Mend it first.')];
      const mend = suggestion(id, known[kind], otherwise[kind]);
      return [errorAt(place, `The ${one[kind]} “${id}” does not exist.`, mend)];
    }
    const again = list !== undefined && seen.has(`${list} ${id}`);
    if (list !== undefined) seen.add(`${list} ${id}`);
    return again ? [warningAt(place, `The ${one[kind]} “${id}” is there twice.`, 'Take one of them away.')] : [];
  });
};

/** Every source is the source of something; not asked while some texts cannot be read. */
export const sourcesAreUsed: Rule = (writing) => {
  const texts = ['entries', 'positions', 'plans', 'updates'] as const;
  const complete = texts.every((kind) => writing.unread[kind] !== 'all' && writing.unread[kind].size === 0);
  const used = new Set(references(writing).flatMap(({ kind, id }) => (kind === 'sources' ? [id] : [])));
  return writing.sources
    .filter(({ says }) => complete && !used.has(says.id))
    .map(({ says, at }) => {
      return warningAt(
        at('id'),
        `Nothing rests on the source “${says.id}”.`,
        'Cite it where it belongs, or take it away.',
      );
    });
};

function references({ entries, positions, plans, updates }: Writing): Reference[] {
  return [
    ...entries.originals.flatMap(({ says, at }): Reference[] => {
      const listed = (kind: Reference['kind'], key: 'topics' | 'parties' | 'sources' | 'related') =>
        says[key].map((id, i) => ({ kind, id, place: at(key, i), list: `entry ${says.id} ${key}` }));
      return [
        ...listed('topics', 'topics'),
        ...listed('parties', 'parties'),
        ...listed('sources', 'sources'),
        ...listed('entries', 'related').map((reference) => ({ ...reference, from: says.id })),
      ];
    }),
    ...positions.originals.flatMap(({ says, at }): Reference[] => [
      { kind: 'parties', id: says.party, place: at('party') },
      { kind: 'topics', id: says.topic, place: at('topic') },
      ...says.sources.map((id, i): Reference => {
        return { kind: 'sources', id, place: at('sources', i), list: `position ${positionId(says)}` };
      }),
    ]),
    ...plans.originals.flatMap(({ says, at }): Reference[] => {
      const { terms, backedBy, rejectedBy } = says.text.en;
      const list = `plan ${says.id}`;
      return [
        ...says.sources.map((id, i): Reference => ({ kind: 'sources', id, place: at('sources', i), list })),
        ...backedBy.map(({ party }, i): Reference => {
          return { kind: 'parties', id: party, place: at('backed-by', i, 'party'), list: `${list} for` };
        }),
        ...rejectedBy.map(({ party }, i): Reference => {
          return { kind: 'parties', id: party, place: at('rejected-by', i, 'party'), list: `${list} against` };
        }),
        ...[...terms.keys()].map((id): Reference => ({ kind: 'topics', id, place: at('##', id) })),
      ];
    }),
    ...updates.originals.flatMap(({ says, at }): Reference[] => {
      const listed = (key: 'topics' | 'parties' | 'sources' | 'outdates', kindOf: (id: string) => Reference['kind']) =>
        says[key].map((id, i) => ({ kind: kindOf(id), id, place: at(key, i), list: `update ${says.id} ${key}` }));
      return [
        ...listed('topics', () => 'topics'),
        ...listed('parties', () => 'parties'),
        ...listed('sources', () => 'sources'),
        ...listed('outdates', (id) => (id.includes('/') ? 'positions' : 'entries')),
      ];
    }),
  ];
}
