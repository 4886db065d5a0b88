import type { Clock } from '../core/clock.ts';
import type { ClaimAsk, ClaimStore } from '../store/store.ts';

export interface ClaimingParts {
  store: ClaimStore;
  clock: Clock;
  /** What is shared out, how many there are, and how far apart they may be taken. */
  ask: Omit<ClaimAsk, 'leaseMs'>;
  /** Called for each slot that is this process's from now on, one after the other. */
  onGained(slot: number): Promise<void>;
  /** Called for a slot that is to be another's, or is already; it is given up when this resolves. */
  onLost(slot: number): Promise<void>;
  /** The database does not answer, or a slot could not be begun: called once, and again only after it could be. */
  onFault(error: unknown): void;
}

export interface Claiming {
  /** Resolves when the first share has been asked for and begun. */
  start(): Promise<void>;
  /** Ends what is held and leaves it to the others. */
  stop(): Promise<void>;
  held(): readonly number[];
}

/** How often a process says that it is alive, and asks for its share. */
const beatMs = 2000;
/** After this long without a word, what it holds is free: long enough for a database to be restarted. */
const leaseMs = 15_000;

/**
 * Keeps this process's share of something that processes share out among them. While the database does not answer, each
 * goes on with what it has: nobody can take it then.
 */
export function createClaiming({ store, clock, ask, onGained, onLost, onFault }: ClaimingParts): Claiming {
  const held = new Set<number>();
  const stopping = new AbortController();
  let isFailing = false;
  let running: Promise<void> = Promise.resolve();

  async function round(): Promise<void> {
    try {
      const { slots, share } = await store.hold({ ...ask, leaseMs });
      const mine = new Set(slots);
      await Promise.all([...held].filter((slot) => !mine.has(slot)).map(end));
      for (const slot of slots) if (!held.has(slot)) begin(slot);
      const past = [...held].sort((a, z) => z - a).slice(0, Math.max(0, held.size - share));
      await Promise.all(past.map(end));
      await store.giveUp(ask.kind, ask.holder, past);
      isFailing = false;
    } catch (error) {
      failed(error);
    }
  }

  function failed(error: unknown): void {
    if (!isFailing) onFault(error);
    isFailing = true;
  }

  const begun = new Set<Promise<void>>();

  /** Nobody's share waits for another slot to be connected. */
  function begin(slot: number): void {
    held.add(slot);
    const work = onGained(slot).catch(failed);
    begun.add(work);
    void work.finally(() => begun.delete(work));
  }

  async function end(slot: number): Promise<void> {
    held.delete(slot);
    await onLost(slot).catch(onFault);
  }

  async function goOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(beatMs, stopping.signal);
      if (!stopping.signal.aborted) await round();
    }
  }

  return {
    async start() {
      await round();
      await Promise.all(begun);
      running = goOn();
    },
    async stop() {
      stopping.abort();
      await running;
      await Promise.all([...held].map(end));
      await store.leave(ask.kind, ask.holder).catch(onFault);
    },
    held: () => [...held],
  };
}
