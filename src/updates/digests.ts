import { schedule } from 'node-cron';
import type { Clock } from '../core/clock.ts';
import { wants } from '../core/subscription.ts';
import type { DueDigest, KeptUpdate, Store } from '../store/store.ts';
import { isFresh } from './schedule/due.ts';
import { latestRun, wakingPattern } from './schedule/runs.ts';

export interface DigestParts {
  store: Pick<Store, 'updates' | 'subscriptions' | 'outbox'>;
  clock: Clock;
  /** Told of each run that put digests into the queue, and of those that were too late. */
  onRun(run: { rule: string; timeZone: string; slotAt: number; digests: number; skipped: number }): void;
  onFault(error: unknown): void;
}

interface Schedule {
  rule: string;
  timeZone: string;
}

/** Puts digests into the queue when they are due (docs/schedules.md). */
export interface Digests {
  /** Deals with whatever is due by now, on every schedule. */
  runAll(): Promise<void>;
  /** Has one node-cron task for each distinct schedule of active subscriptions; those that are there stay. */
  plan(): Promise<void>;
  /** Does something while no digest is made: an update that is being published meanwhile would be in none. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** Subscriptions of a schedule that are read and written at once. */
const batch = 500;
/** Slots are looked for no further back than this, so that a subscription that was paused for a year does not take long. */
const lookBackMs = 40 * 86_400_000;

export function createDigests({ store, clock, onRun, onFault }: DigestParts): Digests {
  const tasks = new Map<string, { destroy(): void | Promise<void> }>();
  let running: Promise<unknown> = Promise.resolve();

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = running.then(work);
    running = mine.catch(() => {});
    return mine;
  }

  async function run({ rule, timeZone }: Schedule): Promise<void> {
    const now = clock.now();
    const slotAt = latestRun(rule, timeZone, now, now - lookBackMs);
    if (slotAt === undefined) return;
    const isInTime = isFresh(slotAt, now);
    const read = new Map<string, KeptUpdate[]>();
    let [digests, skipped] = [0, 0];
    for (let after = ''; ; ) {
      const due = await store.subscriptions.due({ rule, timeZone }, slotAt, after, batch);
      const last = due.at(-1);
      if (!last) break;
      const made: DueDigest[] = [];
      for (const subscription of due) {
        const { id, community, digestedUntil } = subscription;
        const updates = isInTime ? await since(community, digestedUntil, now, read) : [];
        const wanted = updates.filter((update) => wants(subscription, update)).map((update) => update.id);
        made.push({ subscription: id, slotAt, updates: wanted.reverse(), digestedUntil: now });
        if (!isInTime) skipped++;
      }
      digests += await store.outbox.enqueueDigests(made, now);
      after = last.id;
    }
    if (digests + skipped > 0) onRun({ rule, timeZone, slotAt, digests, skipped });
  }

  /** Read once for all subscriptions of a run that have come as far. */
  async function since(community: string, from: number, to: number, read: Map<string, KeptUpdate[]>) {
    const key = `${community} ${from}`;
    const known = read.get(key);
    if (known) return known;
    const communities = community === 'shared' ? [community] : ['shared', community];
    const found = await store.updates.since(communities, from, to);
    read.set(key, found);
    return found;
  }

  const attempt = (one: Schedule): Promise<void> => alone(() => run(one)).catch(onFault);

  return {
    alone,

    async runAll() {
      for (const one of await store.subscriptions.schedules()) await attempt(one);
    },

    async plan() {
      const wanted = new Map(
        (await store.subscriptions.schedules()).map((one) => [`${one.rule} ${one.timeZone}`, one]),
      );
      for (const [key, task] of tasks) {
        if (wanted.has(key)) continue;
        tasks.delete(key);
        await task.destroy();
      }
      for (const [key, one] of wanted) {
        if (tasks.has(key)) continue;
        const options = { timezone: 'UTC', name: key, suppressMissedWarning: true };
        tasks.set(
          key,
          schedule(wakingPattern(one.rule), () => attempt(one), options),
        );
      }
    },

    async stop() {
      for (const task of tasks.values()) await task.destroy();
      tasks.clear();
      await running;
    },
  };
}
