/** Tells waiters that something happened, so that a test waits for an event and never for a time. */
export interface Signal {
  changed(): void;
  /** Resolves with the first defined value of `check`; fails after `timeoutMs`, saying what was expected and what there was. */
  until<T>(expected: string, check: () => T | undefined, timeoutMs?: number): Promise<T>;
  /** Calls the listener after every change, until the function that it gives back is called. */
  watch(listener: () => void): () => void;
  /** Ends every wait with an error. */
  close(): void;
}

/** `describe` lists what was recorded, for the message of a wait that failed; waits last 10 s unless told otherwise. */
export function createSignal(describe: () => string): Signal {
  const waiters = new Set<{ look: () => void; fail: (reason: string) => void }>();
  const listeners = new Set<() => void>();
  return {
    changed() {
      for (const waiter of [...waiters]) waiter.look();
      for (const listener of [...listeners]) listener();
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    until(expected, check, timeoutMs = 10_000) {
      return new Promise((resolve, reject) => {
        const fail = (reason: string) => {
          end();
          reject(new Error(`${reason} while waiting for ${expected}\n${describe()}`));
        };
        const look = () => {
          const found = check();
          if (found === undefined) return;
          end();
          resolve(found);
        };
        const timer = setTimeout(() => fail(`nothing after ${timeoutMs} ms`), timeoutMs);
        const waiter = { look, fail };
        const end = () => {
          clearTimeout(timer);
          waiters.delete(waiter);
        };
        waiters.add(waiter);
        look();
      });
    },
    close() {
      for (const waiter of [...waiters]) waiter.fail('the fake was closed');
    },
  };
}
