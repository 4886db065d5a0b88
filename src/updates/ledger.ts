import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import type { Claimed, Settlement, Store } from '../store/store.ts';

export interface LedgerParts {
  store: Pick<Store, 'outbox'>;
  clock: Clock;
  /** Of the dispatcher that writes. */
  term: number;
  onSettled(delivery: Claimed, settlement: Settlement): void;
  onFault(error: unknown, delivery: Claimed | undefined): void;
}

/** Writes down what came of deliveries: what comes in while it writes is written together. */
export interface Ledger {
  /** Resolves when it is written, however long the database is away. */
  write(delivery: Claimed, settlement: Settlement): Promise<void>;
}

const againAfterMs = 500;
/** In one transaction at most. */
const mostAtOnce = 100;

interface Entry {
  delivery: Claimed;
  settlement: Settlement;
  written(): void;
}

export function createLedger({ store, clock, term, onSettled, onFault }: LedgerParts): Ledger {
  const waiting: Entry[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    let isAway = false;
    while (waiting.length > 0) {
      // What else has been answered by now comes along.
      await nextTurn();
      const some = waiting.slice(0, mostAtOnce);
      try {
        await store.outbox.settle(
          term,
          some.map(({ settlement }) => settlement),
        );
      } catch (error) {
        // What was sent must not be forgotten: it is kept until the database takes it.
        if (!isAway) onFault(error, undefined);
        isAway = true;
        await clock.sleep(againAfterMs);
        continue;
      }
      isAway = false;
      waiting.splice(0, some.length);
      for (const { delivery, settlement, written } of some) {
        onSettled(delivery, settlement);
        written();
      }
    }
    isWriting = false;
  }

  return {
    write: (delivery, settlement) =>
      new Promise((written) => {
        waiting.push({ delivery, settlement, written });
        void writeAll();
      }),
  };
}
