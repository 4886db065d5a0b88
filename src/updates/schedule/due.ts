import { latestRun } from './runs.ts';

/** In ms: a digest that is later than this is skipped, and its updates go into the next one. */
export const freshForMs = 6 * 3_600_000;

export const isFresh = (slotAt: number, now: number): boolean => now - slotAt <= freshForMs;

export interface Slot {
  /** When it was to run. */
  at: number;
  /** Whether it is still worth sending. */
  isFresh: boolean;
}

/** The slot to deal with now: of those that were missed the latest one only; undefined where it was dealt with (`slotAt`). */
export function dueSlot(rule: string, timeZone: string, slotAt: number, now: number): Slot | undefined {
  const at = latestRun(rule, timeZone, now, slotAt + 1);
  return at === undefined ? undefined : { at, isFresh: isFresh(at, now) };
}
