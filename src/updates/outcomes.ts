import type { Sent } from '../core/broadcast.ts';
import type { Claimed, Settlement } from '../store/store.ts';

/** Attempts that fail, before a delivery is given up. */
export const mostAttempts = 12;
const firstWaitMs = 2000;
const longestWaitMs = 15 * 60_000;
/** For so long two posts with the same key are surely one message (Discord: “the past few minutes”). */
export const dedupedForMs = 110_000;

/** What is to be done about a delivery after it was sent, beside writing down the settlement. */
export interface Aftermath {
  settlement: Settlement;
  /** Nothing can be sent to the place: a key of the interface's texts. */
  gone?: string;
  movedTo?: string;
  /** The platform wants less, for so long. */
  limited?: { forMs: number; everywhere: boolean };
}

/** Doubles with each attempt, up to a quarter of an hour, less up to half of it at random. */
export function backoffMs(attempts: number, random: () => number): number {
  const most = Math.min(longestWaitMs, firstWaitMs * 2 ** attempts);
  return Math.round(most * (0.5 + random() / 2));
}

export interface Circumstances {
  at: number;
  startedAt: number;
  /** Whether the platform makes one message of two with the same key. */
  dedupes: boolean;
  /** Whether what was sent is that the update was retracted. */
  isRetracted: boolean;
  /** Whether the platform fails everybody: then nobody's attempts are used up. */
  isOutage: boolean;
  /** From 0 to 1. */
  random: () => number;
}

/** What comes of a delivery by what the platform said; the one place where anything is decided to be tried again. */
export function aftermathOf(
  delivery: Claimed,
  sent: Sent,
  { at, startedAt, dedupes, isRetracted, isOutage, random }: Circumstances,
): Aftermath {
  const { id, act, attempts, unknownSince } = delivery;
  const isNew = act === 'post' || act === 'follow';
  const later = (inMs: number, reason: string, more: Partial<Settlement & { state: 'later' }> = {}): Settlement => ({
    id,
    at,
    state: 'later',
    dueAt: at + inMs,
    reason,
    isAttempt: false,
    ...more,
  });
  switch (sent.kind) {
    case 'sent': {
      const { message } = sent;
      // Also after a correction, which may have come before the message was published to others.
      const isOwed = delivery.subscription.crosspost && !message.crossposted && !isRetracted;
      const crossposts = isOwed && delivery.platform === 'discord' && act !== 'crosspost';
      return { settlement: { id, at, state: 'sent', message, ...(crossposts && { next: 'crosspost' }) } };
    }
    case 'wait':
      return {
        settlement: later(sent.forMs, 'rate-limit'),
        limited: { forMs: sent.forMs, everywhere: sent.everywhere },
      };
    case 'moved':
      return { settlement: later(0, 'moved'), movedTo: sent.to };
    case 'gone':
      return { settlement: { id, at, state: 'held', reason: sent.reason }, gone: sent.reason };
    case 'not-editable':
      return act === 'edit'
        ? { settlement: later(0, sent.reason, { act: 'follow' }) }
        : { settlement: { id, at, state: 'failed', reason: sent.reason } };
    case 'content':
      // The message stands; only its publishing to other channels was refused.
      if (act === 'crosspost' && delivery.message)
        return { settlement: { id, at, state: 'sent', message: delivery.message } };
      return { settlement: { id, at, state: 'failed', reason: sent.reason } };
    case 'transient': {
      const since = unknownSince ?? (sent.isUnknown && isNew ? startedAt : undefined);
      if (since !== undefined && !dedupes) return { settlement: { id, at, state: 'uncertain', reason: sent.reason } };
      if (!isOutage && attempts + 1 >= mostAttempts)
        return { settlement: { id, at, state: since === undefined ? 'failed' : 'uncertain', reason: sent.reason } };
      const waitMs = backoffMs(attempts, random);
      if (since !== undefined && at + waitMs - since > dedupedForMs)
        return { settlement: { id, at, state: 'uncertain', reason: sent.reason } };
      return {
        settlement: later(waitMs, sent.reason, {
          isAttempt: !isOutage,
          ...(since !== undefined && { unknownSince: since }),
        }),
      };
    }
  }
}
