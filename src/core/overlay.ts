import { createKnowledge, type Entry, type Knowledge, type Position, type Source } from './knowledge.ts';
import { entryOf, positionOf, type Writing, type WritingKey } from './writing.ts';

/** What a community says of its own, or no longer wants to say. */
export interface OverlaidItem extends WritingKey {
  state: 'live' | 'retired';
  /** Nothing where a shared text is only hidden or shown again. */
  writing: Writing | undefined;
}

export interface Overlaid {
  knowledge: Knowledge;
  /** The entries of the community's own, those that take a shared one's place included: what its finder lays on top. */
  own: Entry[];
  /** Ids of entries that must no longer be found. */
  hidden: ReadonlySet<string>;
}

/**
 * Lays what a community says of its own over what is shared: an own text takes the place of the shared one of the same
 * key, a retired one disappears. Topics and parties that no longer exist are left out of what names them.
 */
export function overlay(shared: Knowledge, items: readonly OverlaidItem[]): Overlaid {
  const entries = new Map(shared.entries.map((entry) => [entry.id, entry]));
  const positions = new Map(shared.positions.map((position) => [positionKey(position), position]));
  const sources = new Map(shared.sources.map((source) => [source.id, source]));
  const own: Entry[] = [];
  const hidden = new Set<string>();
  for (const { kind, key, state, writing } of items) {
    if (state === 'retired') {
      if (kind === 'entry') hidden.add(key);
      (kind === 'entry' ? entries : positions).delete(key);
    } else if (writing?.kind === 'entry') {
      const entry = withKnown(recordOf(key, writing) as Entry, shared);
      entries.set(key, entry);
      own.push(entry);
      cite(writing.cites, sources);
    } else if (writing?.kind === 'position') {
      const position = recordOf(key, writing) as Position;
      if (!shared.party(position.party) || !shared.topic(position.topic)) continue;
      positions.set(key, position);
      cite(writing.cites, sources);
    }
  }
  const { parties, topics, plans } = shared;
  const records = {
    parties,
    topics,
    plans,
    sources: [...sources.values()],
    entries: [...entries.values()],
    positions: [...positions.values()],
  };
  return { knowledge: createKnowledge(records), own, hidden };
}

export const positionKey = ({ party, topic }: Pick<Position, 'party' | 'topic'>): string => `${party}/${topic}`;

/** Parsed once for each revision: a change of one entry does not parse all the others again. */
const parsed = new WeakMap<Writing, { key: string; record: Entry | Position }>();

function recordOf(key: string, writing: Writing): Entry | Position {
  const known = parsed.get(writing);
  if (known?.key === key) return known.record;
  const record = writing.kind === 'entry' ? entryOf(key, writing) : positionOf(key, writing);
  parsed.set(writing, { key, record });
  return record;
}

function withKnown(entry: Entry, { topic, party }: Pick<Knowledge, 'topic' | 'party'>): Entry {
  const topics = entry.topics.filter((id) => topic(id));
  const parties = entry.parties.filter((id) => party(id));
  const isWhole = topics.length === entry.topics.length && parties.length === entry.parties.length;
  return isWhole ? entry : { ...entry, topics, parties };
}

/** A shared source is never replaced by one of the same id. */
function cite(cites: readonly Source[], sources: Map<string, Source>): void {
  for (const source of cites) if (!sources.has(source.id)) sources.set(source.id, source);
}
