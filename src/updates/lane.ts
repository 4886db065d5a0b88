import { createHash } from 'node:crypto';
import type { Broadcaster, Rendered, Sent } from '../core/broadcast.ts';
import type { Clock } from '../core/clock.ts';
import type { Platform } from '../core/community.ts';
import type { Claimed, Settlement, Store } from '../store/store.ts';
import { createLedger } from './ledger.ts';
import { createOutage } from './outage.ts';
import { aftermathOf, dedupedForMs } from './outcomes.ts';
import { type Pacer, paceKey, type Slot } from './pacer.ts';
import { quietUntil } from './quiet-hours.ts';
import { createStarting } from './starting.ts';

/** What a place is to be shown. */
export interface Copy {
  rendered: Rendered;
  isBreaking: boolean;
  /** Whether all it says is that the update was retracted: nobody needs that who never had it. */
  isRetracted: boolean;
}

export interface LaneParts {
  platform: Platform;
  broadcaster: Broadcaster;
  store: Pick<Store, 'outbox' | 'subscriptions'>;
  pacer: Pacer;
  clock: Clock;
  /** From 0 to 1. */
  random: () => number;
  /** Undefined where there is nothing to show: the update is not there, or nobody needs to hear of it. */
  copyFor(delivery: Claimed): Promise<Copy | undefined>;
  /** Nothing can be sent to a place: its subscription is to be paused, and its people told. */
  onGone(delivery: Claimed, reason: string): Promise<void>;
  /** A chat has another id. */
  onMoved(delivery: Claimed, to: string): Promise<void>;
  /** Told of each delivery that is dealt with for now, once that is written down. */
  onSettled(delivery: Claimed, settlement: Settlement): void;
  /** Told of what goes wrong on our side; it is tried again. */
  onFault(error: unknown, delivery: Claimed | undefined): void;
}

/** One platform's way out: sends what is claimed, one message at a time to each place, at the platform's pace. */
export interface Lane {
  /** Sends until the signal aborts; resolves when all that was begun is settled. */
  run(term: number, signal: AbortSignal): Promise<void>;
  /** There may be something new. */
  wake(): void;
}

/** In hand at most: about two seconds' worth, so that breaking news need not wait for what is routine. */
const mostInHand = 60;
const fewInHand = 30;
/** Requests under way at most. */
const mostUnderWay = 100;
const leaseMs = 60_000;
/** How long nothing is looked for where there was nothing; also, for how long a place is waited for in hand. */
const idleMs = 1000;
/** What was begun longer ago than this is not sent: the process stood still, and another may have taken it over. */
const stalledMs = 5000;
/** After a fault of ours. */
const againAfterMs = 30_000;

export function createLane(parts: LaneParts): Lane {
  const { platform, broadcaster, store, pacer, clock } = parts;
  let stirred = new AbortController();

  async function run(term: number, signal: AbortSignal): Promise<void> {
    let inHand: Claimed[] = [];
    let emptyUntil = 0;
    const busy = new Set<string>();
    const underWay = new Set<Promise<void>>();
    const ledger = createLedger({ ...parts, term });
    const start = createStarting({ store, clock, term });
    const outage = createOutage();

    async function refill(): Promise<void> {
      const now = clock.now();
      if (inHand.length >= fewInHand || now < emptyUntil) return;
      const most = mostInHand - inHand.length;
      const claimed = await store.outbox.claim({ platform, term, most, now, leaseUntil: now + leaseMs });
      if (claimed.length < most) emptyUntil = now + idleMs;
      inHand = [...inHand, ...claimed].sort(inOrder);
    }

    /** The first that can go now, or when one can; those that can't for longer go back into the queue. */
    function next(): { delivery: Claimed | undefined; at: number } {
      const now = clock.now();
      let soonest = now + idleMs;
      for (const delivery of inHand) {
        if (busy.has(delivery.destination)) continue;
        const freeAt = Math.max(
          delivery.subscription.waitUntil,
          pacer.placeFreeAt(paceKey(delivery.subscription.place)),
        );
        if (freeAt > now && freeAt <= now + idleMs) soonest = Math.min(soonest, freeAt);
        else {
          inHand = inHand.filter((one) => one !== delivery);
          if (freeAt <= now) return { delivery, at: now };
          track(delivery, putOff(delivery, freeAt, 'rate-limit'));
        }
      }
      return { delivery: undefined, at: soonest };
    }

    const putOff = (delivery: Claimed, dueAt: number, reason: string): Promise<void> => {
      const later = { id: delivery.id, at: clock.now(), state: 'later', dueAt, reason, isAttempt: false } as const;
      return ledger.write(delivery, later);
    };

    const end = (delivery: Claimed, state: 'cancelled' | 'uncertain', reason = ''): Promise<void> =>
      ledger.write(delivery, { id: delivery.id, at: clock.now(), state, reason });

    /** Resolves when its turn has come and the request is on its way, or when there is nothing to send. */
    const give = (delivery: Claimed): Promise<void> =>
      new Promise((letGo) => {
        const dealing = deal(delivery, letGo).catch((error: unknown) => {
          parts.onFault(error, delivery);
          const at = clock.now();
          const later = { state: 'later', dueAt: at + againAfterMs, reason: 'fault', isAttempt: true } as const;
          return ledger.write(delivery, { id: delivery.id, at, ...later });
        });
        track(delivery, dealing.finally(letGo));
      });

    function track(delivery: Claimed, work: Promise<void>): void {
      busy.add(delivery.destination);
      const kept = work.finally(() => {
        busy.delete(delivery.destination);
        underWay.delete(kept);
      });
      underWay.add(kept);
    }

    async function deal(claimed: Claimed, letGo: () => void): Promise<void> {
      const copy = await parts.copyFor(claimed);
      if (!copy) return await end(claimed, 'cancelled');
      const asked = clock.now();
      const quiet = quietFor(claimed, copy, asked);
      if (quiet !== undefined) return await putOff(claimed, quiet, 'quiet-hours');

      const slot = await pacer.take(1 + claimed.priority, paceKey(claimed.subscription.place), signal);
      slot.hold();
      letGo();
      await begin(claimed, copy, slot).finally(slot.free);
    }

    /** What has been let go is marked as being sent, and is sent. */
    async function begin(claimed: Claimed, copy: Copy, slot: Slot): Promise<void> {
      const now = clock.now();
      if (now - (claimed.unknownSince ?? now) > dedupedForMs) return await end(claimed, 'uncertain', 'interrupted');
      const isStarted = !signal.aborted && (await start(claimed.id));
      if (!isStarted) return await putOff(claimed, now + idleMs, '');
      const delivery = await withMessage(claimed);
      const shown = delivery.act === claimed.act ? copy : await parts.copyFor(delivery);
      // What may have arrived is sent all the same: that tells which message it is, so that it can be changed.
      const isUnneeded = shown?.isRetracted && delivery.act === 'post' && delivery.unknownSince === undefined;
      if (!shown || isUnneeded) return await end(delivery, 'cancelled');
      // Nothing was sent. If another process has taken it over meanwhile, this is not written down.
      if (clock.now() - now > stalledMs) return await putOff(delivery, clock.now(), '');
      slot.left();
      const sent = await send(delivery, shown);
      slot.answered();
      await settle(delivery, sent, now, shown);
    }

    async function settle(delivery: Claimed, sent: Sent, startedAt: number, { isRetracted }: Copy): Promise<void> {
      const at = clock.now();
      const pauseMs = outage.note(delivery.destination, sent, startedAt, at);
      if (pauseMs > 0) pacer.pause(pauseMs);
      const { dedupes } = broadcaster;
      const by = { at, startedAt, dedupes, isRetracted, isOutage: outage.isOn(), random: parts.random };
      const { settlement, limited, gone, movedTo } = aftermathOf(delivery, sent, by);
      // How often a channel may publish to others is no limit on what is posted there.
      if (limited && delivery.act !== 'crosspost') await slowDown(delivery, limited.forMs, limited.everywhere);
      if (movedTo !== undefined) await parts.onMoved(delivery, movedTo);
      await ledger.write(delivery, settlement);
      if (gone !== undefined) await parts.onGone(delivery, gone);
    }

    async function slowDown({ subscription }: Claimed, forMs: number, isEverywhere: boolean): Promise<void> {
      pacer.limited(paceKey(subscription.place), forMs, isEverywhere);
      if (isEverywhere) return;
      const until = clock.now() + forMs;
      for (const one of inHand) if (one.destination === subscription.id) one.subscription.waitUntil = until;
      await store.subscriptions.wait(subscription.id, until);
    }

    /** A correction that was made before the copy was there: what became of the revision before decides. */
    async function withMessage(delivery: Claimed): Promise<Claimed> {
      if (delivery.act !== 'edit' || delivery.message) return delivery;
      const before = await store.outbox.before(delivery);
      if (before?.message) return { ...delivery, message: before.message };
      const isAbsent = before?.state === 'cancelled' || before?.state === 'failed';
      return { ...delivery, act: isAbsent ? 'post' : 'follow' };
    }

    function send(delivery: Claimed, { rendered }: Copy): Promise<Sent> {
      const { act, message, subscription } = delivery;
      if (act === 'crosspost' && message) return broadcaster.crosspost(message);
      if (act === 'edit' && message) return broadcaster.edit(message, rendered);
      const replyTo = act === 'follow' && message ? { replyTo: message } : {};
      return broadcaster.post(subscription.place, rendered, {
        key: keyOf(delivery),
        silent: subscription.silent,
        ...replyTo,
      });
    }

    while (!signal.aborted) {
      try {
        await refill();
      } catch (error) {
        parts.onFault(error, undefined);
        await clock.sleep(idleMs, signal);
        continue;
      }
      const { delivery, at } = next();
      if (delivery) await give(delivery);
      else await rest(at - clock.now(), signal, underWay);
      // While the platform fails everybody, one at a time finds out whether it still does.
      if (underWay.size >= (outage.isOn() ? 1 : mostUnderWay)) await Promise.race(underWay);
      if (!stirred.signal.aborted) continue;
      stirred = new AbortController();
      emptyUntil = 0;
    }
    for (const delivery of inHand) track(delivery, putOff(delivery, clock.now(), ''));
    await Promise.all(underWay);
  }

  /** Until then, or until there is something new or a place is free again. */
  async function rest(ms: number, signal: AbortSignal, underWay: ReadonlySet<Promise<void>>): Promise<void> {
    stirred = new AbortController();
    const either = AbortSignal.any([signal, stirred.signal]);
    await Promise.race([clock.sleep(ms, either), ...underWay]);
  }

  return { run, wake: () => stirred.abort() };
}

const inOrder = (a: Claimed, z: Claimed): number => a.priority - z.priority || a.turn - z.turn || a.id - z.id;

/** When the quiet hours of a place are over, where they keep this from being sent now. Corrections make no sound. */
function quietFor(delivery: Claimed, { isBreaking }: Copy, now: number): number | undefined {
  const { act, kind, unknownSince, subscription } = delivery;
  const { quiet, timeZone } = subscription;
  // What was begun before is brought to its end.
  if (
    !quiet ||
    unknownSince !== undefined ||
    act !== 'post' ||
    kind !== 'update' ||
    (isBreaking && quiet.breakingPasses)
  )
    return undefined;
  return quietUntil({ ...quiet, timeZone }, now);
}

/** The same for every attempt, so that the platform makes one message of them; within Discord's 25 characters. */
const keyOf = ({ item, destination, revision, act }: Claimed): string =>
  createHash('sha256')
    .update([item, destination, revision, act === 'follow' ? act : ''].join('|'))
    .digest('base64url')
    .slice(0, 24);
