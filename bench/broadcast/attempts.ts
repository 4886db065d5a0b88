import type { Limit } from '../../src/core/broadcast.ts';

/** Notes each attempt to write to a place, by the clock handed in. */
export interface Attempts {
  note(place: string): void;
  /** When each was made, in ms, up to the first one to the last place: afterwards only what failed is tried again. */
  untilAllWereTried(): number[];
  readonly count: number;
}

export function createAttempts(now: () => number): Attempts {
  const times: number[] = [];
  const tried = new Set<string>();
  let allWereTriedAt = 0;
  return {
    note(place) {
      times.push(now());
      if (!tried.has(place)) allWereTriedAt = times.length;
      tried.add(place);
    },
    untilAllWereTried: () => times.slice(0, allWereTriedAt),
    get count() {
      return times.length;
    },
  };
}

/** How much of what a platform takes was used: the time that so many attempts need at its pace, as a share of what they took. */
export function ceilingShare(times: readonly number[], { most, perMs }: Limit): number {
  const neededMs = ((times.length - 1) * perMs) / most;
  const tookMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return neededMs <= 0 ? 1 : neededMs / tookMs;
}
