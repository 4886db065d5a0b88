import type { Pace } from '../core/broadcast.ts';
import type { Clock } from '../core/clock.ts';
import type { Place } from '../core/subscription.ts';

export interface PacerParts extends Pace {
  clock: Clock;
  /** Told how long something was held up, and how long the platform says that it is to be. */
  onWait?: ((forMs: number) => void) | undefined;
}

/**
 * Lets messages go at the pace that a platform allows: whoever is of the lowest rank goes first, however long others have
 * waited. Replies to people are of rank 0; the others go one after the other at an even pace, rather than all that are
 * allowed within a second at its beginning: then a reply finds its place among them at any moment.
 */
export interface Pacer {
  /** Resolves when a message may be sent to that place, as far as the whole bot is concerned; at once when the signal aborts. */
  take(rank: number, key: string | undefined, signal?: AbortSignal): Promise<Slot>;
  /** Notes a message that was sent without asking. */
  note(key: string | undefined): void;
  /** When the next message may be sent to a place, as far as that place is concerned. */
  placeFreeAt(key: string): number;
  /** The platform has said that it is too much: of the whole bot, or of a place. */
  limited(key: string, forMs: number, isEverywhere: boolean): void;
  /** Nothing is sent for so long: the platform does not answer. */
  pause(forMs: number): void;
  /** Until when nothing at all is sent, and how many in `everywhere.perMs` are allowed at present. */
  state(): { pausedUntil: number; most: number };
}

/** A message that has been let go. Unless more is told of it, it is taken to leave at once and to arrive soon. */
export interface Slot {
  /** It can't leave yet. */
  hold(): void;
  /** It leaves now, and its answer will be told. */
  left(): void;
  /** The platform has answered, whatever it said. */
  answered(): void;
  /** It never left. */
  free(): void;
}

/** Of a message of which no more is told. */
const arrivesWithinMs = 25;
/** The platform counts a message when it arrives, which is before it is answered; a later answer says nothing of that. */
const answersWithinMs = 1000;
/** Something that has been held for so long is not let go any more. */
const heldMs = 30_000;
/** The quickest of so many answers tells how long the way is at least. */
const answersKept = 200;
/** What two clocks may run apart within one window. */
const marginMs = 4;
/** How many places must be limited within a second before it is taken to concern the whole bot. */
const manyPlaces = 3;
/** For this long after a limit fewer messages are let go. */
const cautiousMs = 60_000;
const forgetEveryMs = 5000;
/** How far what goes at an even pace may lag behind, and catch up. */
const catchUpMs = 250;

interface Waiting {
  rank: number;
  key: string | undefined;
  go(slot: Slot): void;
}

export function createPacer({ clock, everywhere, ofPlace, onWait }: PacerParts): Pacer {
  /** When each of the latest messages ceases to count; at most `everywhere.most` of them matter. */
  let counted: { until: number }[] = [];
  /** When messages to a place arrived, as far as is known. */
  const places = new Map<string, { at: number }[]>();
  /** How long the latest answers took, in ms. */
  const answers: number[] = [];
  const waiting: Waiting[] = [];
  const limitedPlaces = new Map<string, number>();
  let most = everywhere.most;
  let cautiousUntil = 0;
  let pausedUntil = 0;
  /** When the next message that is no reply has its turn; it may go `catchUpMs` before. */
  let evenAt = 0;
  let forgottenAt = 0;
  let pumping = false;
  let stirred = new AbortController();

  function freeAt(rank: number): number {
    const now = clock.now();
    if (cautiousUntil <= now) most = everywhere.most;
    // What counts for longer than anything can was noted before the clock was set back.
    counted = counted.filter(({ until }) => until > now && until <= now + heldMs);
    if (evenAt > now + heldMs) evenAt = now;
    const turnAt = rank === 0 ? now : Math.max(now, evenAt - catchUpMs);
    if (counted.length < most) return Math.max(turnAt, pausedUntil);
    const untils = counted.map(({ until }) => until).sort((a, z) => a - z);
    return Math.max(untils[counted.length - most] ?? now, turnAt, pausedUntil);
  }

  function count(key: string | undefined): Slot {
    const at = clock.now();
    const turnMs = everywhere.perMs / most;
    evenAt = (evenAt > at ? evenAt : at + catchUpMs) + turnMs;
    const entry = { until: windowAfter(at + arrivesWithinMs) };
    const arrival = { at };
    counted.push(entry);
    if (key !== undefined) places.set(key, [...(places.get(key) ?? []), arrival]);
    forgetOld(at);
    let leftAt: number | undefined;
    const countUntil = (until: number) => {
      if (!counted.includes(entry)) counted.push(entry);
      entry.until = until;
      stirred.abort();
    };
    return {
      hold: () => countUntil(clock.now() + heldMs),
      left() {
        leftAt = clock.now();
        arrival.at = leftAt;
        countUntil(windowAfter(leftAt + answersWithinMs));
      },
      answered() {
        const now = clock.now();
        const wayMs = answers.length < answersKept ? 0 : Math.min(...answers);
        if (leftAt !== undefined && answers.push(now - leftAt) > answersKept) answers.shift();
        arrival.at = Math.min(now, (leftAt ?? at) + answersWithinMs);
        if (entry.until > now) countUntil(Math.min(entry.until, windowAfter(Math.max(leftAt ?? at, now - wayMs))));
      },
      free() {
        if (leftAt !== undefined) return;
        arrival.at = Number.NEGATIVE_INFINITY;
        evenAt -= turnMs;
        countUntil(clock.now());
      },
    };
  }

  /** Until when a message counts that arrives at that time. */
  const windowAfter = (arrivesAt: number): number => arrivesAt + everywhere.perMs + marginMs;

  function forgetOld(now: number): void {
    if (now - forgottenAt < forgetEveryMs) return;
    forgottenAt = now;
    for (const [key, times] of places) {
      const longestMs = Math.max(...ofPlace(key).map(({ perMs }) => perMs), 0);
      const kept = times.filter(({ at }) => at > now - longestMs - arrivesWithinMs);
      if (kept.length === 0) places.delete(key);
      else places.set(key, kept);
    }
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    while (waiting.length > 0) {
      const first = waiting.reduce((best, one) => (one.rank < best.rank ? one : best));
      const waitMs = freeAt(first.rank) - clock.now();
      if (waitMs > 0) {
        stirred = new AbortController();
        await clock.sleep(Math.ceil(waitMs), stirred.signal);
        continue;
      }
      waiting.splice(waiting.indexOf(first), 1);
      first.go(count(first.key));
    }
    pumping = false;
  }

  return {
    take(rank, key, signal) {
      if (waiting.length === 0 && freeAt(rank) <= clock.now()) return Promise.resolve(count(key));
      const since = clock.now();
      return new Promise((resolve) => {
        const one: Waiting = {
          rank,
          key,
          go(slot) {
            signal?.removeEventListener('abort', leave);
            onWait?.(clock.now() - since);
            resolve(slot);
          },
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(one), 1);
          resolve(nothing);
        };
        waiting.push(one);
        stirred.abort();
        signal?.addEventListener('abort', leave, { once: true });
        void pump();
      });
    },

    note: (key) => void count(key),

    placeFreeAt(key) {
      const now = clock.now();
      const times = places.get(key);
      if (!times) return now;
      return Math.max(
        now,
        ...ofPlace(key).map(({ most: ofOne, perMs }) => {
          const counts = times.filter(({ at }) => at <= now && at + arrivesWithinMs + perMs > now);
          const blocking = counts[counts.length - ofOne];
          return blocking === undefined ? now : blocking.at + arrivesWithinMs + perMs;
        }),
      );
    },

    limited(key, forMs, isEverywhere) {
      onWait?.(forMs);
      const now = clock.now();
      for (const [place, at] of limitedPlaces) if (at < now - 1000) limitedPlaces.delete(place);
      limitedPlaces.set(key, now);
      if (!isEverywhere && limitedPlaces.size < manyPlaces) return;
      pausedUntil = Math.max(pausedUntil, now + (isEverywhere ? forMs : Math.min(forMs, 5000)));
      most = Math.max(1, Math.floor(most * 0.9));
      cautiousUntil = now + cautiousMs;
    },

    pause(forMs) {
      pausedUntil = Math.max(pausedUntil, clock.now() + forMs);
    },

    state: () => ({ pausedUntil, most }),
  };
}

const nothing: Slot = { hold() {}, left() {}, answered() {}, free() {} };

/** What a place's own limits go by: Telegram counts by chat, whatever the topic; Discord by channel. */
export const paceKey = ({ channel }: Pick<Place, 'channel'>): string => channel;
