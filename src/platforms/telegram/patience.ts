import { setTimeout as sleep } from 'node:timers/promises';
import { GrammyError } from 'grammy';
import type { Logger } from 'pino';
import { reasonOf } from './refusals.ts';

/** Calls Telegram until it answers, each time waiting longer; throws only what `isFinal` says is no use to repeat. */
export type Patiently = <T>(call: () => Promise<T>, isFinal: (error: unknown) => boolean) => Promise<T>;

export interface PatienceParts {
  log: Logger;
  /** Ends the waiting: what is under way then throws. */
  signal: AbortSignal;
  /** The waits before the first, second… repetition in ms; the last one holds for all further ones. */
  delaysMs: readonly number[];
  now: () => number;
}

/** How long a conflict is kept silent about after it was told, in ms. */
const conflictSilenceMs = 30 * 60_000;

/** Says once that Telegram is out of reach and once that it is back; a second poller is told of now and then. */
export function createPatience({ log, signal, delaysMs, now }: PatienceParts): Patiently {
  let toldOfConflictAt = Number.NEGATIVE_INFINITY;

  function tellOfConflict(description: string): void {
    if (now() - toldOfConflictAt < conflictSilenceMs) return;
    toldOfConflictAt = now();
    log.warn(
      /webhook/iu.test(description)
        ? 'A webhook is set for this Telegram bot by another process, so its updates go there; one of the two must stop. Trying again.'
        : 'Another process is polling Telegram with the same token, so updates go to either; one of the two must stop. Trying again.',
    );
  }

  return async (call, isFinal) => {
    let isOut = false;
    for (let attempt = 0; ; attempt++) {
      try {
        const result = await call();
        if (isOut) log.info('Telegram answers again.');
        return result;
      } catch (error) {
        if (signal.aborted || isFinal(error)) throw error;
        if (error instanceof GrammyError && error.error_code === 409) tellOfConflict(error.description);
        else if (!isOut) {
          isOut = true;
          log.warn(`Telegram cannot be reached (${reasonOf(error)}). Trying again until it can.`);
        }
        const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
        const delayMs = delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? 0;
        await sleep(Math.max(asked, delayMs), undefined, { signal });
      }
    }
  };
}
