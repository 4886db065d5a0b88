import { createBoundedMap } from './bounded-map.ts';

/** How often something has gone wrong lately, by key. */
export interface Attempts {
  /** Milliseconds until another attempt is allowed; 0 for now. */
  waitMs(key: string): number;
  failed(key: string): void;
}

/** At most `most` failures in any `windowMs`, for the latest 10 000 keys. */
export function createAttempts({
  most,
  windowMs,
  now,
}: {
  most: number;
  windowMs: number;
  now: () => number;
}): Attempts {
  const failures = createBoundedMap<string, number[]>(10_000);
  const recent = (key: string): number[] => (failures.get(key) ?? []).filter((at) => at > now() - windowMs);
  return {
    waitMs(key) {
      const all = recent(key);
      return all.length < most ? 0 : (all.at(-most) as number) + windowMs - now();
    },
    failed: (key) => failures.set(key, [...recent(key), now()].slice(-most)),
  };
}
