import { setTimeout as delay } from 'node:timers/promises';

/** How long work in flight may take once the process is asked to stop. */
const stopWithinMs = 10_000;

/** What is handed over to other processes takes longer: they have to take it. */
export const handOverWithinMs = 50_000;

/** Waits for what is being stopped, but not for ever. */
export const inTime = (stopped: readonly (Promise<void> | undefined)[], withinMs = stopWithinMs): Promise<unknown> =>
  Promise.race([Promise.allSettled(stopped), delay(withinMs, undefined, { ref: false })]);
