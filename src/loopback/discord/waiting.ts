import type { JournalEntry } from './journal.ts';

export type Waiting = ReturnType<typeof createWaiting>;

/** Waits for the fake's state to change, and says what it saw when nothing came. */
export function createWaiting(journal: readonly JournalEntry[], timeoutMs: number) {
  const listeners = new Set<() => void>();

  /** Tells everyone who waits that something has changed. */
  function changed(): void {
    for (const listener of [...listeners]) listener();
  }

  /**
   * Resolves with the first value of `look` that is not undefined, looking again whenever something changes. Fails
   * after `timeoutMs` of real time with what was expected and the last requests.
   */
  function until<T>(expected: string, look: () => T | undefined, limitMs = timeoutMs): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(new Error(report(expected, limitMs)))), limitMs);
      const check = () => {
        try {
          const value = look();
          if (value !== undefined) settle(() => resolve(value));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const settle = (how: () => void) => {
        clearTimeout(timer);
        listeners.delete(check);
        how();
      };
      listeners.add(check);
      check();
    });
  }

  function report(expected: string, limitMs: number): string {
    const last = journal.slice(-12).map(({ method, path, status, error }) => {
      const why = error === undefined ? '' : ` ${JSON.stringify(error)}`;
      return `  ${method} ${path} → ${status ?? 'no answer'}${why}`;
    });
    return [`Waited ${limitMs} ms for ${expected}. Requests so far:`, ...(last.length > 0 ? last : ['  none'])].join(
      '\n',
    );
  }

  /** Calls the listener after every change, until the function that it gives back is called. */
  function watch(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  return { changed, until, watch };
}
