import type { Caller } from '../core/command.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { positionKey } from '../core/overlay.ts';
import { type Writing, type WritingKey, writingOfEntry, writingOfPosition } from '../core/writing.ts';
import type { Item, Store } from '../store/store.ts';

/** What a community's texts stand on. */
export interface Ground {
  /** What the community sees. */
  knowledge: Knowledge;
  /** What it would see without anything of its own. */
  beneath: Knowledge;
  isShared(sourceId: string): boolean;
  today: string;
}

/** What is there of one entry or position. */
export interface Standing extends WritingKey {
  /** The latest of the community's own; 0 where it has none. */
  revision: number;
  state: 'none' | 'live' | 'retired';
  own: Writing | undefined;
  shared: Writing | undefined;
  /** The own text or, where there is none, the shared one. */
  writing: Writing | undefined;
}

export interface GroundParts {
  store: Pick<Store, 'entries'>;
  /** What a community would see without anything of its own. */
  beneath(community: Caller['community']): Knowledge;
  /** `YYYY-MM-DD`, in UTC. */
  today: () => string;
}

export function groundOf({ community, catalogue }: Caller, { beneath, today }: GroundParts): Ground {
  const below = beneath(community);
  return {
    knowledge: catalogue.knowledge,
    beneath: below,
    isShared: (id) => below.source(id) !== undefined,
    today: today(),
  };
}

export async function standingOf(caller: Caller, key: WritingKey, parts: GroundParts): Promise<Standing> {
  const item = key.key === '' ? undefined : await parts.store.entries.item(caller.community.id, { ...key });
  return standing(key, item, parts.beneath(caller.community));
}

export function standing({ kind, key }: WritingKey, item: Item | undefined, beneath: Knowledge): Standing {
  const shared = sharedWriting({ kind, key }, beneath);
  return {
    kind,
    key,
    revision: item?.revision ?? 0,
    state: item?.state ?? (shared ? 'live' : 'none'),
    own: item?.writing,
    shared,
    writing: item?.writing ?? shared,
  };
}

/** The text as a revision left it; 0 is the shared one. */
export async function writingAt(
  caller: Caller,
  now: Standing,
  revision: number,
  { store }: GroundParts,
): Promise<Writing | undefined> {
  if (revision === now.revision) return now.writing;
  if (revision === 0) return now.shared;
  const all = await store.entries.revisions(caller.community.id, { kind: now.kind, key: now.key });
  return all.find(({ number }) => number === revision)?.writing ?? now.shared;
}

export function sharedWriting({ kind, key }: WritingKey, beneath: Knowledge): Writing | undefined {
  if (kind === 'entry') {
    const entry = beneath.entry(key);
    return entry && writingOfEntry(entry);
  }
  const position = beneath.positions.find((one) => positionKey(one) === key);
  return position && writingOfPosition(position);
}
