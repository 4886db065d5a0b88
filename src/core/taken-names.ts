import { fold } from './fold.ts';
import { type Entry, entryNames, type Knowledge } from './knowledge.ts';
import { foldLookAlikes } from './look-alikes.ts';

/** A name that another entry answers to already. */
export interface TakenName {
  /** As the other entry writes it. */
  name: string;
  entry: Entry;
  /** Whether it is spelt with other letters that look the same. */
  isAlike: boolean;
}

const indexes = new WeakMap<Pick<Knowledge, 'entries'>, Map<string, Pick<TakenName, 'name' | 'entry'>>>();

/** Which entry other than `id` answers to a name, or to one that looks the same. */
export function takenBy(name: string, id: string, knowledge: Pick<Knowledge, 'entries'>): TakenName | undefined {
  const taken = indexOf(knowledge).get(foldLookAlikes(name));
  if (!taken || taken.entry.id === id) return undefined;
  return { ...taken, isAlike: fold(name) !== fold(taken.name) };
}

function indexOf(knowledge: Pick<Knowledge, 'entries'>) {
  const known = indexes.get(knowledge);
  if (known) return known;
  const index = new Map(
    knowledge.entries.flatMap((entry) =>
      entryNames(entry).map((name) => [foldLookAlikes(name), { name, entry }] as const),
    ),
  );
  indexes.set(knowledge, index);
  return index;
}
