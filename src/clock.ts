import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from './core/clock.ts';

/** Longer, and Node.js would not wait at all. */
const longestMs = 2 ** 31 - 1;

/** Real waiting, by whatever clock the program is handed. */
export const createClock = (now: () => number): Clock => ({
  now,
  sleep: (ms, signal) => delay(Math.min(ms, longestMs), undefined, signal && { signal }).catch(() => {}),
});
