import type { Broadcaster } from '../core/broadcast.ts';
import type { Clock } from '../core/clock.ts';
import type { Platform } from '../core/community.ts';
import type { Claimed, Leadership, OutboxDepth, Settlement, Store } from '../store/store.ts';
import type { Digests } from './digests.ts';
import { createLane, type Lane, type LaneParts } from './lane.ts';
import type { Pacer } from './pacer.ts';

export interface DispatcherParts {
  store: Pick<Store, 'outbox' | 'subscriptions' | 'updates'>;
  clock: Clock;
  random: () => number;
  /** The platforms that are connected, when it starts. */
  platforms: ReadonlyMap<Platform, { broadcaster: Broadcaster; pacer: Pacer; copyFor: LaneParts['copyFor'] }>;
  digests: Digests;
  /** Takes over what has changed in the content folder. */
  syncContent(): Promise<void>;
  /** Looks whether the right to post has come back where subscriptions are paused for want of it. */
  revive(): Promise<void>;
  onGone: LaneParts['onGone'];
  onMoved: LaneParts['onMoved'];
  observe: Observer;
}

/** What operators are told, in the log and in metrics. */
export interface Observer {
  leads(term: number): void;
  stoodDown(term: number): void;
  tookOver(left: { again: number; uncertain: number }): void;
  published(update: { id: string; destinations: number }): void;
  settled(delivery: Claimed, settlement: Settlement): void;
  /** Now and then while something waits. */
  progress(depth: readonly OutboxDepth[]): void;
  fault(error: unknown, what: string): void;
}

/** What sends updates. Of all processes on a database one leads; the others stand by. */
export interface DeliveryDispatcher {
  start(): void;
  /** Something has been published, corrected or resumed. */
  wake(): void;
  /** Resolves when all that was begun is written down. */
  stop(): Promise<void>;
}

/** A leader says this often that it is alive; who stands by asks as often whether it may lead. */
const beatMs = 2000;
/** A leader that was not heard of for so long is removed: with the beat, a stand-by leads within 10 s. */
const silentMs = 5000;
const tickMs = 1000;
/** What another process has just sent counts against the bot for so long. */
const stillCountsMs = 1000;
const recoverMs = 15_000;
const minuteMs = 60_000;
const progressMs = 15_000;
/** Not every right that comes back is told of. */
const reviveMs = 60 * minuteMs;
/** By then the platforms are connected. */
const firstReviveMs = 30_000;
/** What a paused subscription was owed is sent when it is resumed within this time. */
export const heldForMs = 24 * 3_600_000;
/** Where a community wants it, what is uncertain is sent again after this. */
const resendAfterMs = 5 * minuteMs;
const mostPromoted = 2000;

export function createDeliveryDispatcher(parts: DispatcherParts): DeliveryDispatcher {
  const { store, clock, digests, observe } = parts;
  const stopping = new AbortController();
  const lanes = [...parts.platforms].map(([platform, { broadcaster, pacer, copyFor }]) =>
    createLane({
      platform,
      broadcaster,
      pacer,
      copyFor,
      store,
      clock,
      random: parts.random,
      onGone: parts.onGone,
      onMoved: parts.onMoved,
      onSettled: observe.settled,
      onFault: (error) => observe.fault(error, 'deliver'),
    }),
  );
  const dedupes = [...parts.platforms]
    .filter(([, { broadcaster }]) => broadcaster.dedupes)
    .map(([platform]) => platform);
  let stirred = new AbortController();
  let ended: Promise<void> = Promise.resolve();

  function wake(): void {
    stirred.abort();
    for (const lane of lanes) lane.wake();
  }

  async function campaign(): Promise<void> {
    while (!stopping.signal.aborted) {
      const leadership = await attempt('lead', () => store.outbox.lead(silentMs));
      if (leadership) await serve(leadership);
      else await clock.sleep(beatMs, stopping.signal);
    }
  }

  /** Leads until it is told to stop or another process has taken over. */
  async function serve(leadership: Leadership): Promise<void> {
    const { term } = leadership;
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, stopping.signal]);
    observe.leads(term);
    const beating = beat(leadership, over, signal);
    const left = await attempt('recover', () => store.outbox.recover(term, clock.now(), dedupes));
    if (left && left.again + left.uncertain > 0) {
      observe.tookOver(left);
      for (const { pacer } of parts.platforms.values()) pacer.pause(stillCountsMs);
    }
    const sending = lanes.map((lane: Lane) => lane.run(term, signal));
    await keepHouse(term, signal);
    await Promise.all([...sending, beating]);
    await digests.stop();
    observe.stoodDown(term);
    await leadership.resign().catch((error: unknown) => observe.fault(error, 'resign'));
  }

  async function beat({ beat }: Leadership, over: AbortController, signal: AbortSignal): Promise<void> {
    for (let missed = 0; !signal.aborted; ) {
      await clock.sleep(beatMs, signal);
      if (signal.aborted) return;
      const isAlive = await attempt('beat', beat);
      missed = isAlive === undefined ? missed + 1 : 0;
      // Another leads, or nobody knows: what is claimed then would be refused in any case.
      if (isAlive === false || missed * beatMs >= silentMs) over.abort();
    }
  }

  /** What has to be done besides sending, each at its time. */
  async function keepHouse(term: number, signal: AbortSignal): Promise<void> {
    const due = { recover: clock.now() + recoverMs, revive: clock.now() + firstReviveMs, minute: 0, progress: 0 };
    let before = { wall: clock.now(), steady: performance.now() };
    await attempt('digest', () => digests.plan());
    await attempt('digest', () => digests.runAll());
    while (!signal.aborted) {
      stirred = new AbortController();
      const now = clock.now();
      await publish(now);
      const promoted = await attempt('promote', () => store.outbox.promote(now, mostPromoted));
      if (promoted) for (const lane of lanes) lane.wake();
      if (now >= due.recover) {
        due.recover = now + recoverMs;
        await attempt('recover', () => store.outbox.recover(term, now, dedupes));
      }
      if (now >= due.minute) {
        due.minute = now + minuteMs;
        await attempt('content', parts.syncContent);
        await attempt('digest', () => digests.plan());
        await attempt('hold', () => store.outbox.cancelHeld(now - heldForMs, now));
        await attempt('resend', () => store.outbox.resendUncertain(now - resendAfterMs, now));
      }
      if (now >= due.revive) {
        due.revive = now + reviveMs;
        // It asks the platforms, which may take its time.
        void attempt('revive', parts.revive);
      }
      if (now >= due.progress) {
        due.progress = now + progressMs;
        const depth = await attempt('measure', () => store.outbox.depth());
        if (depth) observe.progress(depth);
      }
      await clock.sleep(tickMs, AbortSignal.any([signal, stirred.signal]));
      if (hasJumped(before)) await attempt('digest', () => digests.runAll());
      before = { wall: clock.now(), steady: performance.now() };
    }
  }

  async function publish(now: number): Promise<void> {
    const published = await attempt('publish', () => digests.alone(() => store.updates.publishDue(now)));
    for (const { update, destinations } of published ?? []) observe.published({ id: update.id, destinations });
    if (published && published.length > 0) for (const lane of lanes) lane.wake();
  }

  /** The clock was set, or the machine slept: node-cron's timers know nothing of it. */
  const hasJumped = ({ wall, steady }: { wall: number; steady: number }): boolean =>
    Math.abs(clock.now() - wall - (performance.now() - steady)) > 2 * tickMs;

  async function attempt<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      observe.fault(error, what);
      return undefined;
    }
  }

  return {
    start() {
      ended = campaign();
    },
    wake,
    async stop() {
      stopping.abort();
      stirred.abort();
      await ended;
    },
  };
}
