import type { Platform } from '../core/community.ts';
import type { Claimed } from '../store/store.ts';
import { createOutage } from './outage.ts';
import { paceKey } from './pacer.ts';
import { createSending, type SendingParts } from './sending.ts';

export interface LaneParts extends SendingParts {
  platform: Platform;
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

export function createLane(parts: LaneParts): Lane {
  const { platform, store, pacer, clock } = parts;
  let stirred = new AbortController();

  async function run(term: number, signal: AbortSignal): Promise<void> {
    let inHand: Claimed[] = [];
    let emptyUntil = 0;
    const busy = new Set<string>();
    const underWay = new Set<Promise<void>>();
    const outage = createOutage();
    const sending = createSending(parts, {
      term,
      signal,
      outage,
      onLimited(destination, until) {
        for (const one of inHand) if (one.destination === destination) one.subscription.waitUntil = until;
      },
    });

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
          track(delivery, sending.putOff(delivery, freeAt, 'rate-limit'));
        }
      }
      return { delivery: undefined, at: soonest };
    }

    /** Resolves when its turn has come and the request is on its way, or when there is nothing to send. */
    const give = (delivery: Claimed): Promise<void> =>
      new Promise((letGo) => {
        track(delivery, sending.deal(delivery, letGo));
      });

    function track(delivery: Claimed, work: Promise<void>): void {
      busy.add(delivery.destination);
      const kept = work.finally(() => {
        busy.delete(delivery.destination);
        underWay.delete(kept);
      });
      underWay.add(kept);
    }

    while (!signal.aborted) {
      if (stirred.signal.aborted) {
        stirred = new AbortController();
        emptyUntil = 0;
      }
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
    }
    for (const delivery of inHand) track(delivery, sending.putOff(delivery, clock.now(), ''));
    await Promise.all(underWay);
  }

  /** Until then, or until there is something new or a place is free again. */
  async function rest(ms: number, signal: AbortSignal, underWay: ReadonlySet<Promise<void>>): Promise<void> {
    const either = AbortSignal.any([signal, stirred.signal]);
    await Promise.race([clock.sleep(ms, either), ...underWay]);
  }

  return { run, wake: () => stirred.abort() };
}

const inOrder = (a: Claimed, z: Claimed): number => a.priority - z.priority || a.turn - z.turn || a.id - z.id;
