import type { Caller } from '../core/command.ts';
import type { Community, Person } from '../core/community.ts';
import { UserError } from '../core/errors.ts';
import { foldLookAlikes } from '../core/look-alikes.ts';
import { takenBy } from '../core/taken-names.ts';
import { reservedNames, type Writing, type WritingKey } from '../core/writing.ts';
import type { NameTaken } from '../store/failures.ts';
import type { Act, Change, Item, Store } from '../store/store.ts';
import type { Ground } from './ground.ts';
import type { News } from './news.ts';

export interface CommitmentParts {
  store: Pick<Store, 'entries' | 'communities'>;
  news: News;
  now: () => number;
  /** Resolves when the community is served what has changed. */
  changed(community: Pick<Community, 'id'>, items: readonly Item[]): Promise<void>;
}

/** A change that somebody has decided on. */
export interface Intended extends WritingKey {
  base: number;
  intent: Change['intent'];
  writing: Writing | undefined;
  author: Person;
  approvedBy?: Person | undefined;
  reason: string;
  /** What it is called in the log channel. */
  title: string;
}

/**
 * Makes a change with its line in the audit log, has it served, and says so in the log channel. Throws what the store
 * throws: `Stale`, `NameTaken`, `Gone`.
 */
export async function commit(
  caller: Caller,
  { title, ...intended }: Intended,
  act: string,
  draft: { id: string; version: number } | undefined,
  { store, news, now, changed }: CommitmentParts,
): Promise<void> {
  const { community, person } = caller;
  const at = now();
  const names = intended.intent === 'retire' ? [] : reservedNames(intended, intended.writing);
  const detail = {
    revision: intended.base + 1,
    ...(intended.reason && { reason: intended.reason }),
  };
  const deed: Act = { community: community.id, by: person, at, act, subject: intended.key, detail };
  const items = await store.entries.change([{ ...intended, community: community.id, names, at }], [deed], draft);
  await changed(community, items);
  news.log(caller, deed, { kind: intended.kind, key: intended.key, title, isShown: intended.intent !== 'retire' });
}

/** Throws `UserError` where another entry answers to a name of this one by now. */
export function checkNames(key: WritingKey, writing: Writing | undefined, { knowledge }: Ground): void {
  for (const name of namesOf(writing)) {
    const taken = takenBy(name, key.key, knowledge);
    if (taken) throw new UserError('error-name-taken', { name, entry: taken.name });
  }
}

/** The same for a name that the store knows to be taken. */
export function nameTakenError({ taken, by }: NameTaken, writing: Writing | undefined): UserError {
  const name = namesOf(writing).find((one) => foldLookAlikes(one) === taken) ?? taken;
  return new UserError('error-name-taken', { name, entry: by });
}

const namesOf = (writing: Writing | undefined): string[] =>
  writing?.kind === 'entry'
    ? Object.values(writing.text).flatMap((text) => (text ? [text.question, ...text.aliases] : []))
    : [];
