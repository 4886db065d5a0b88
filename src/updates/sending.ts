import { createHash } from 'node:crypto';
import type { Broadcaster, Rendered, Sent } from '../core/broadcast.ts';
import type { Clock } from '../core/clock.ts';
import type { Claimed, Settlement, Store } from '../store/store.ts';
import { createLedger } from './ledger.ts';
import type { Outage } from './outage.ts';
import { aftermathOf, dedupedForMs, mostAttempts } from './outcomes.ts';
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

export interface SendingParts {
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

/** Of one time as leader. */
interface Tenure {
  term: number;
  signal: AbortSignal;
  outage: Outage;
  /** The platform wants nothing sent to a place before this time. */
  onLimited(destination: string, until: number): void;
}

/** One delivery in a dispatcher's hands: from whether there is anything to send to what came of it. */
export interface Sending {
  /** Deals with it; `letGo` is called when its turn has come, or when there is nothing to send. Never rejects. */
  deal(claimed: Claimed, letGo: () => void): Promise<void>;
  /** Puts it back into the queue. */
  putOff(delivery: Claimed, dueAt: number, reason: string): Promise<void>;
}

/** For so long is put off what another revision to the same place is ahead of. */
const soonMs = 1000;
/** What was begun longer ago than this is not sent: the process stood still, and another may have taken it over. */
const stalledMs = 5000;
/** After a fault of ours. */
const againAfterMs = 30_000;

export function createSending(parts: SendingParts, { term, signal, outage, onLimited }: Tenure): Sending {
  const { broadcaster, store, pacer, clock } = parts;
  const ledger = createLedger({ ...parts, term });
  const start = createStarting({ store, clock, term });

  const putOff = (delivery: Claimed, dueAt: number, reason: string): Promise<void> => {
    const later = { id: delivery.id, at: clock.now(), state: 'later', dueAt, reason, isAttempt: false } as const;
    return ledger.write(delivery, later);
  };

  const end = (delivery: Claimed, state: 'cancelled' | 'uncertain', reason = ''): Promise<void> =>
    ledger.write(delivery, { id: delivery.id, at: clock.now(), state, reason });

  async function attempt(claimed: Claimed, letGo: () => void): Promise<void> {
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
    const isStarted = !signal.aborted && (await startable(claimed));
    if (!isStarted) return await putOff(claimed, now + soonMs, '');
    // What may have arrived is sent all the same: that tells which message it is, so that it can be changed.
    const isUnneeded = copy.isRetracted && claimed.act === 'post' && claimed.unknownSince === undefined;
    if (isUnneeded) return await end(claimed, 'cancelled');
    // Nothing was sent. If another process has taken it over meanwhile, this is not written down.
    if (clock.now() - now > stalledMs) return await putOff(claimed, clock.now(), '');
    slot.left();
    const sent = await send(claimed, copy).catch((error: unknown): Sent => {
      parts.onFault(error, claimed);
      return { kind: 'transient', reason: 'fault', isUnknown: true };
    });
    slot.answered();
    await settle(claimed, sent, now, copy);
  }

  /** A database that is away for a moment uses up no attempt. */
  const startable = (claimed: Claimed): Promise<boolean> =>
    start(claimed.id).catch((error: unknown) => {
      parts.onFault(error, claimed);
      return false;
    });

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
    onLimited(subscription.id, until);
    await store.subscriptions.wait(subscription.id, until);
  }

  function send(delivery: Claimed, { rendered }: Copy): Promise<Sent> {
    const { act, message, subscription } = delivery;
    if (act === 'crosspost' && message) return broadcaster.crosspost(message, subscription.place);
    if (act === 'edit' && message) return broadcaster.edit(message, rendered, subscription.place);
    const replyTo = act === 'follow' && message ? { replyTo: message } : {};
    return broadcaster.post(subscription.place, rendered, {
      key: keyOf(delivery),
      silent: subscription.silent,
      ...replyTo,
    });
  }

  return {
    putOff,
    deal: (claimed, letGo) =>
      attempt(claimed, letGo)
        .catch((error: unknown) => {
          parts.onFault(error, claimed);
          const { id, attempts } = claimed;
          const at = clock.now();
          return ledger.write(
            claimed,
            attempts + 1 >= mostAttempts
              ? { id, at, state: 'failed', reason: 'fault' }
              : { id, at, state: 'later', dueAt: at + againAfterMs, reason: 'fault', isAttempt: true },
          );
        })
        .finally(letGo),
  };
}

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
