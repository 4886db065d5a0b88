import type { Clock } from '../core/clock.ts';
import type { ClaimAsk, ClaimStore } from '../store/store.ts';

export interface ClaimingParts {
  store: ClaimStore;
  clock: Clock;
  /** What is shared out, how many there are, and how far apart they may be taken. */
  ask: Omit<ClaimAsk, 'leaseMs'>;
  /** Called for each slot that is to be this process's; where another still does it, that goes on until this one begins. */
  onGained(slot: number, isHandedOver: boolean): Promise<void>;
  /** Then: what happens from `fromAt` on is this process's, in ms since the epoch; everything, where that is 0. */
  onBegun?(slot: number, fromAt: number): void;
  /** Called for a slot that is another's; what happens from `untilAt` on, if that is given, is that one's. */
  onLost(slot: number, untilAt: number | undefined): Promise<void>;
  /** The database does not answer, or a slot could not be begun: called once, and again only after it could be. */
  onFault(error: unknown): void;
}

export interface Claiming {
  /** Resolves when the first share has been asked for and begun. */
  start(): Promise<void>;
  /** Hands what is held over to the others, and resolves when they have begun, or after a while. */
  stop(): Promise<void>;
}

/** How often a process says that it is alive, and asks for its share. */
const beatMs = 2000;
/** The same where it holds less than its share: something may have become free. */
const hurriedBeatMs = 500;
/** After this long without a word, what it holds is free: long enough for a database to be restarted. */
const leaseMs = 15_000;
/** Until a successor takes over, so that the one before hears of it in time. */
const takeOverMs = 3000;
/** How often a process that stops looks whether it may, */
const lookMs = 500;
/** and for how long at most: a shard of Discord's takes some 5 s to be taken over. */
const handOverMs = 45_000;

/**
 * Keeps this process's share of something that processes share out among them. One goes on with what another is to have
 * until that one has begun. While the database does not answer, each goes on with what it has: nobody can take it then.
 */
export function createClaiming(parts: ClaimingParts): Claiming {
  const { store, clock, ask, onGained, onBegun, onLost, onFault } = parts;
  const { kind, holder } = ask;
  /** What this process does, and since when it was to be another's: 0 for what is its own. */
  const held = new Map<number, number>();
  const begun = new Set<Promise<void>>();
  const stopping = new AbortController();
  let isFailing = false;
  let wantsMore = false;
  let running: Promise<void> = Promise.resolve();

  function failed(error: unknown): void {
    if (!isFailing) onFault(error);
    isFailing = true;
  }

  async function round(): Promise<void> {
    try {
      const { slots, handedOver, share } = await store.hold({ ...ask, leaseMs });
      const past = slots.toSorted((a, z) => z - a).slice(0, Math.max(0, slots.length - share));
      await store.giveUp(kind, holder, past);
      wantsMore = slots.length < Math.min(share, ask.slots);
      const mine = new Set(slots.filter((slot) => !past.includes(slot)));
      for (const slot of mine) if (!held.has(slot)) begin(slot, handedOver.includes(slot));
      for (const [slot, since] of held) held.set(slot, mine.has(slot) ? 0 : since || clock.now());
      await endHandedOver();
      isFailing = false;
    } catch (error) {
      failed(error);
    }
  }

  /** Nobody's share waits for another slot to be connected. */
  function begin(slot: number, isHandedOver: boolean): void {
    held.set(slot, 0);
    const work = takeUp(slot, isHandedOver).catch(failed);
    begun.add(work);
    void work.finally(() => begun.delete(work));
  }

  async function takeUp(slot: number, isHandedOver: boolean): Promise<void> {
    await onGained(slot, isHandedOver);
    try {
      const fromAt = await store.begin(kind, holder, slot, isHandedOver ? takeOverMs : 0);
      onBegun?.(slot, isHandedOver ? fromAt : 0);
    } catch (error) {
      // Done twice for a moment, rather than by nobody.
      onBegun?.(slot, 0);
      throw error;
    }
  }

  /** Ends what others have begun, or what nobody has taken for long. */
  async function endHandedOver(): Promise<void> {
    const leaving = [...held].filter(([, since]) => since > 0);
    const successors = await store.successors(
      kind,
      holder,
      leaving.map(([slot]) => slot),
    );
    const done = leaving.filter(([slot, since]) => successors.get(slot) || clock.now() - since > handOverMs);
    await Promise.all(done.map(([slot]) => end(slot, successors.get(slot) || undefined)));
  }

  async function end(slot: number, untilAt?: number): Promise<void> {
    held.delete(slot);
    await onLost(slot, untilAt).catch(onFault);
  }

  async function goOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(wantsMore ? hurriedBeatMs : beatMs, stopping.signal);
      if (!stopping.signal.aborted) await round();
    }
  }

  async function handOver(): Promise<void> {
    const others = await store.leave(kind, holder);
    const since = clock.now();
    for (const slot of held.keys()) held.set(slot, since);
    while (others > 0 && held.size > 0 && clock.now() - since < handOverMs) {
      await endHandedOver();
      if (held.size > 0) await clock.sleep(lookMs);
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
      await handOver().catch(onFault);
      await Promise.all([...held.keys()].map((slot) => end(slot)));
      await store.end(kind, holder).catch(onFault);
    },
  };
}
