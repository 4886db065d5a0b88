import type { Item } from '../store/store.ts';
import type { CarriedItem } from './item.ts';

/** What an import would do to one item; the base is the revision that it was compared with, 0 where there is none. */
export interface PlannedChange extends CarriedItem {
  base: number;
  does: 'add' | 'change' | 'restore';
}

export interface Plan {
  changes: PlannedChange[];
  unchanged: number;
}

/** Compares what is carried with what is there. Nothing is ever taken away by an import. */
export function planImport(carried: readonly CarriedItem[], items: readonly Item[]): Plan {
  const known = new Map(items.map((item) => [`${item.kind} ${item.key}`, item]));
  const changes = carried.flatMap((one): PlannedChange[] => {
    const item = known.get(`${one.kind} ${one.key}`);
    if (!item) return [{ ...one, base: 0, does: 'add' }];
    if (item.state === 'live' && same(item.writing, one.writing)) return [];
    return [{ ...one, base: item.revision, does: item.state === 'retired' ? 'restore' : 'change' }];
  });
  return { changes, unchanged: carried.length - changes.length };
}

/** Whether two values say the same, whatever the order of their keys. */
const same = (a: unknown, z: unknown): boolean => canonical(a) === canonical(z);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [z]) => (a < z ? -1 : 1)))
      : one,
  );
