import { Unavailable } from '../core/errors.ts';

export interface BatchingParts<T> {
  /** For so long the first of a batch waits for more. */
  afterMs: number;
  /** All of them or none. */
  carryOut(batch: readonly T[]): Promise<void>;
}

/**
 * Carries out together what comes soon after one another: on SQLite each transaction waits for the disk, and the whole
 * process with it. What fails together is tried one by one, so that nothing fails for another's sake.
 */
export function createBatching<T>({ afterMs, carryOut }: BatchingParts<T>) {
  interface Waiting {
    item: T;
    settle(done: Promise<void>): void;
  }
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  async function work(): Promise<void> {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const done = carryOut(batch.map(({ item }) => item));
    const error: unknown = await done.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const isShared = error === undefined || error instanceof Unavailable || batch.length === 1;
    for (const { item, settle } of batch) {
      const own = isShared ? done : carryOut([item]);
      settle(own);
      await own.catch(() => undefined);
    }
  }

  /** Resolves when all that came before is carried out or has failed. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    working = working.then(work);
    return working;
  }

  return {
    /** Resolves when it is carried out; rejects where it alone could not be. */
    add: (item: T): Promise<void> =>
      new Promise((resolve) => {
        waiting.push({ item, settle: resolve });
        timer ??= setTimeout(() => void flush(), afterMs);
      }),
    flush,
  };
}
