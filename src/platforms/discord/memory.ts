export interface MemoryParts {
  /** How many answers are kept; the oldest go first. */
  most: number;
  now: () => number;
}

/** Answers of Discord's that are believed for a while, so that what is asked often is not asked of it each time. */
export function createMemory<T>({ most, now }: MemoryParts) {
  const kept = new Map<string, { until: number; answer: Promise<T> }>();

  /** What is remembered under the key, or what `ask` brings, which is believed for `freshMs`. A failure is not kept. */
  function recall(key: string, freshMs: number, ask: () => Promise<T>): Promise<T> {
    const known = kept.get(key);
    if (known && now() < known.until) return known.answer;
    const asked = { until: now() + freshMs, answer: ask() };
    kept.delete(key);
    kept.set(key, asked);
    asked.answer.catch(() => kept.get(key) === asked && kept.delete(key));
    clear();
    return asked.answer;
  }

  function clear(): void {
    for (const [key, { until }] of kept) {
      if (kept.size <= most && now() < until) return;
      kept.delete(key);
    }
  }

  return { recall, forget: (key: string) => kept.delete(key), keys: () => kept.keys() };
}
