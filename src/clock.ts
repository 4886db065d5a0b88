import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from './core/clock.ts';

/** Real waiting, by whatever clock the program is handed. */
export const createClock = (now: () => number): Clock => ({
  now,
  sleep: (ms, signal) => delay(ms, undefined, signal && { signal }).catch(() => {}),
});
