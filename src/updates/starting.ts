import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import type { Store } from '../store/store.ts';

export interface StartingParts {
  store: Pick<Store, 'outbox'>;
  clock: Clock;
  /** Of the dispatcher that sends. */
  term: number;
}

interface Entry {
  id: number;
  resolve(isStarted: boolean): void;
  reject(error: unknown): void;
}

/**
 * Marks a delivery as being sent; resolves with whether it may be. Those that are let go at the same moment are marked
 * together: a database that writes each to the disk by itself would hold all of them up.
 */
export function createStarting({ store, clock, term }: StartingParts): (id: number) => Promise<boolean> {
  const waiting: Entry[] = [];
  let isStarting = false;

  async function startAll(): Promise<void> {
    if (isStarting) return;
    isStarting = true;
    while (waiting.length > 0) {
      // Whatever is let go in this turn comes along.
      await nextTurn();
      await start(waiting.splice(0));
    }
    isStarting = false;
  }

  async function start(some: readonly Entry[]): Promise<void> {
    try {
      const ids = some.map(({ id }) => id);
      const started = new Set(await store.outbox.start(ids, term, clock.now()));
      for (const { id, resolve } of some) resolve(started.has(id));
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }

  return (id) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, resolve, reject });
      void startAll();
    });
}
