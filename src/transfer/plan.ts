import type { ImportEffect } from '../core/transfer.ts';
import type { Writing, WritingKey } from '../core/writing.ts';
import type { CarriedItem } from './item.ts';

/** What an import would do to one item; the base is the revision that it was compared with, 0 where there is none. */
export interface PlannedChange extends CarriedItem {
  base: number;
  does: ImportEffect;
  /** What is, or was, there. */
  before: Writing | undefined;
}

export interface Plan {
  changes: PlannedChange[];
  unchanged: number;
}

/** What a community has of one key: its own or, where there is nothing of its own, the shared text. */
export interface There {
  /** The latest of its own; 0 where it has none. */
  revision: number;
  state: 'none' | 'live' | 'retired';
  writing: Writing | undefined;
}

/** Compares what is carried with what is there. Nothing is ever taken away by an import. */
export function planImport(carried: readonly CarriedItem[], thereOf: (key: WritingKey) => There): Plan {
  const changes = carried.flatMap((one): PlannedChange[] => {
    const { revision: base, state, writing } = thereOf(one);
    if (state === 'none') return [{ ...one, base, does: 'add', before: undefined }];
    if (state === 'retired') return [{ ...one, base, does: 'restore', before: writing }];
    return same(writing, one.writing) ? [] : [{ ...one, base, does: 'change', before: writing }];
  });
  return { changes, unchanged: carried.length - changes.length };
}

/** Whether two values say the same, whatever the order of their keys. */
export const same = (a: unknown, z: unknown): boolean => canonical(a) === canonical(z);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [z]) => (a < z ? -1 : 1)))
      : one,
  ) ?? '';
