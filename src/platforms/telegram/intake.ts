import type { Update } from 'grammy/types';
import { createRecent } from './recent.ts';

/** Where updates come in, from polling and webhook alike. */
export interface Intake {
  /** Handles an update unless it was seen before; never throws. */
  take(update: Update): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

const remembered = 10_000;

/** Telegram may deliver an update more than once; each is handled once. `handle` deals with its own errors. */
export function createIntake(handle: (update: Update) => Promise<void>, now: () => number): Intake {
  const seen = createRecent<number>(remembered, now);
  const underWay = new Set<Promise<void>>();

  async function take(update: Update): Promise<void> {
    if (!seen.add(update.update_id)) return;
    const work = handle(update);
    underWay.add(work);
    try {
      await work;
    } finally {
      underWay.delete(work);
    }
  }

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return { take, idle };
}
