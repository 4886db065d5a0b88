import type { Answer } from './answer.ts';

/** A message of ours that may change by itself. */
export interface Changeable {
  /** Tells it from other messages. */
  key: string;
  /** Asks again what the message answers, with the rights that the asker has now. */
  ask(): Promise<Answer>;
  /** Puts an answer in its place; false where it can't be changed any more. */
  put(answer: Answer): Promise<boolean>;
}

/** Keeps answers up to date that say so (`refreshAfterMs`). */
export interface Refreshing {
  /** The message shows this answer from now on, whatever it showed before. */
  shown(answer: Answer, message: Changeable): void;
  /** Leaves a message alone that is about to show something else. */
  leave(key: string): void;
  /** Changes nothing any more; resolves when nothing is under way. */
  stop(): Promise<void>;
}

export interface RefreshingParts {
  /** Resolves after so many milliseconds, or once the signal aborts. */
  delay(ms: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Told of each time that something could not be brought up to date. */
  onFault(error: unknown): void;
}

/** A Discord interaction can be answered for 15 minutes (discord.com/developers/docs/interactions/receiving-and-responding). */
const longestMs = 14 * 60_000;
const leastMs = 1000;

export function createRefreshing({ delay, now, onFault }: RefreshingParts): Refreshing {
  const following = new Map<string, AbortController>();
  const underWay = new Set<Promise<void>>();
  let isStopped = false;

  async function follow(first: Answer, { ask, put }: Changeable, signal: AbortSignal): Promise<void> {
    const until = now() + longestMs;
    let look = lookOf(first);
    let afterMs = first.refreshAfterMs;
    while (!signal.aborted && afterMs !== undefined && now() + afterMs <= until) {
      await delay(Math.max(afterMs, leastMs), signal).catch(() => undefined);
      if (signal.aborted) return;
      try {
        const answer = await ask();
        // What went before is worth more than a refusal in its place, and others may read along.
        if (signal.aborted || answer.failed || (answer.confidential && !first.confidential)) return;
        if (lookOf(answer) !== look && !(await put(answer))) return;
        look = lookOf(answer);
        afterMs = answer.refreshAfterMs;
      } catch (error) {
        onFault(error);
      }
    }
  }

  function leave(key: string): void {
    following.get(key)?.abort();
    following.delete(key);
  }

  function shown(answer: Answer, message: Changeable): void {
    leave(message.key);
    if (isStopped || !isLive(answer)) return;
    const end = new AbortController();
    following.set(message.key, end);
    const work = follow(answer, message, end.signal).finally(() => {
      underWay.delete(work);
      if (following.get(message.key) === end) following.delete(message.key);
    });
    underWay.add(work);
  }

  async function stop(): Promise<void> {
    isStopped = true;
    for (const end of following.values()) end.abort();
    await Promise.allSettled(underWay);
  }

  return { shown, leave, stop };
}

/** Whether the answer says that it changes, and of what kind of answer that can be kept up with. */
export const isLive = ({ refreshAfterMs, call, form, files }: Answer): boolean =>
  refreshAfterMs !== undefined && call !== undefined && form === undefined && !files?.length;

/** Two answers that are equal in this are shown alike. */
const lookOf = ({ document, buttons }: Answer): string => JSON.stringify([document, buttons]);
