import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';

/** A clock that goes as the real one does and can be moved forward; whoever sleeps on it then wakes in time. */
export interface MovableClock extends Clock {
  /** How far it was moved, in ms. */
  aheadMs(): number;
  /** Moves it in strides, each of which whoever sleeps on it has the time to deal with. */
  forward(ms: number): Promise<void>;
}

/** Shorter than the six hours for which a missed digest is still worth sending, so that none is skipped. */
const strideMs = 5 * 3_600_000;
/** How long whoever woke may take to go back to sleep, in ms of real time. */
const settleMs = 300;
/** Longer, and Node.js would not wait at all. */
const longestMs = 2 ** 31 - 1;

export function createMovableClock(realNow: () => number): MovableClock {
  const sleepers = new Set<AbortController>();
  let aheadMs = 0;
  let moving: Promise<unknown> = Promise.resolve();
  const now = () => realNow() + aheadMs;

  async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const until = performance.now() + aheadMs + ms;
    for (;;) {
      const leftMs = until - aheadMs - performance.now();
      if (leftMs <= 0 || signal?.aborted) return;
      const jumped = new AbortController();
      sleepers.add(jumped);
      const stirred = signal ? AbortSignal.any([jumped.signal, signal]) : jumped.signal;
      await wait(Math.min(leftMs, longestMs), undefined, { signal: stirred }).catch(() => {});
      sleepers.delete(jumped);
    }
  }

  async function stride(ms: number): Promise<void> {
    const asleep = sleepers.size;
    aheadMs += ms;
    for (const sleeper of [...sleepers]) sleeper.abort();
    const begun = performance.now();
    do await nextTurn();
    while (sleepers.size < asleep && performance.now() - begun < settleMs);
  }

  async function strides(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= strideMs) await stride(Math.min(left, strideMs));
  }

  return {
    now,
    sleep,
    aheadMs: () => aheadMs,
    forward(ms) {
      const mine = moving.then(() => strides(ms));
      moving = mine;
      return mine;
    },
  };
}
