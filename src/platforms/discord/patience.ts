import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { OperatorError } from '../../core/errors.ts';
import { plain } from './refused.ts';

export interface PatienceParts {
  log: Logger;
  /** The waits before the first, second… repetition in ms; the last one holds for all further ones. */
  delaysMs: readonly number[];
  signal: AbortSignal;
}

/**
 * Calls Discord until it answers, waiting ever longer, and says once that it is out of reach; undefined once the signal
 * aborts. Throws OperatorError for what Discord refuses for good.
 */
export async function patiently<T>(call: () => Promise<T>, parts: PatienceParts): Promise<T | undefined> {
  const { log, delaysMs, signal } = parts;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      return await call();
    } catch (error) {
      if (signal.aborted) return undefined;
      const reason = plain(error);
      if (reason instanceof OperatorError) throw reason;
      if (failures === 0)
        log.warn(`Discord cannot be reached (${(error as Error).message}); trying again until it can.`);
      await sleep(delaysMs[Math.min(failures, delaysMs.length - 1)], undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
