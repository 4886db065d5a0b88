import type { Clock } from '../core/clock.ts';

export interface HealthParts {
  /** Rejects where the database does not answer. */
  ping(): Promise<void>;
  clock: Clock;
  /** Called when it no longer does, and when it does again. */
  onChange(isUp: boolean, error?: unknown): void;
}

/** Whether the database answers. */
export interface Health {
  start(): void;
  stop(): void;
  isUp(): boolean;
}

const everyMs = 2000;
/** A database that takes longer is as good as none. */
const patienceMs = 2000;

/** Asks the database every two seconds whether it is there; taken for granted until it has been asked. */
export function createHealth({ ping, clock, onChange }: HealthParts): Health {
  const stopping = new AbortController();
  let isUp = true;

  async function look(): Promise<void> {
    const late = clock.sleep(patienceMs, stopping.signal).then(() => {
      throw new Error(`The database took longer than ${patienceMs} ms.`);
    });
    late.catch(() => {});
    try {
      await Promise.race([ping(), late]);
      if (!isUp) onChange(true);
      isUp = true;
    } catch (error) {
      if (stopping.signal.aborted) return;
      if (isUp) onChange(false, error);
      isUp = false;
    }
  }

  return {
    start() {
      void (async () => {
        while (!stopping.signal.aborted) {
          await look();
          await clock.sleep(everyMs, stopping.signal);
        }
      })();
    },
    stop: () => stopping.abort(),
    isUp: () => isUp,
  };
}
