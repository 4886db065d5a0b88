/** What is made to go wrong, and where. */
export interface Trouble {
  kind: string;
  /** Whom it may keep waiting: a platform, the database that all wait for, or the process itself. */
  where: 'discord' | 'gateway' | 'telegram' | 'database' | 'process';
  from: number;
  /** Infinity while it lasts. */
  until: number;
}

export type Troubles = ReturnType<typeof createTroubles>;

/** Keeps what went wrong when, for whoever asks later whether something has an excuse. */
export function createTroubles(now: () => number) {
  const all: Trouble[] = [];
  let stalledMs = 0;
  return {
    all: all as readonly Trouble[],
    /** Returns what ends it. */
    begin(where: Trouble['where'], kind: string): () => void {
      const trouble: Trouble = { where, kind, from: now(), until: Number.POSITIVE_INFINITY };
      all.push(trouble);
      return () => {
        trouble.until = Math.min(trouble.until, now());
      };
    },
    /** The machine had other things to do, for so long until now. */
    stalled(forMs: number): void {
      stalledMs += forMs;
      all.push({ where: 'process', kind: 'slow machine', from: now() - forMs, until: now() });
    },
    stalledMs: () => stalledMs,
    /** The first trouble in one of these parts that touches the time. */
    within: (from: number, until: number, where: readonly Trouble['where'][]): Trouble | undefined =>
      all.find((one) => where.includes(one.where) && one.from <= until && one.until >= from),
    /** How often each kind was begun. */
    counts(): Record<string, number> {
      const counts: Record<string, number> = {};
      for (const { where, kind } of all) {
        const name = `${where}: ${kind}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    },
  };
}
