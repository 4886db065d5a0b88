import { createBoundedMap } from './bounded-map.ts';

/** A token bucket for each key. */
export interface Buckets {
  /** Takes one, and is 0; or takes nothing, and is the milliseconds until there will be one. */
  takeMs(key: string): number;
}

/** Full buckets hold a minute's worth; those used longest ago are forgotten past `most`, and are full again. */
export function createBuckets({
  perMinute,
  most,
  now,
}: {
  perMinute: number;
  most: number;
  now: () => number;
}): Buckets {
  const buckets = createBoundedMap<string, { left: number; at: number }>(most);
  const refillMs = 60_000 / perMinute;
  return {
    takeMs(key) {
      const at = now();
      const known = buckets.get(key);
      // A clock that is set back must not lock anybody out.
      const passedMs = known ? Math.max(0, at - known.at) : 0;
      const left = known ? Math.min(perMinute, known.left + passedMs / refillMs) : perMinute;
      if (left < 1) {
        buckets.set(key, { left, at });
        return Math.max(1, Math.ceil((1 - left) * refillMs));
      }
      buckets.set(key, { left: left - 1, at });
      return 0;
    },
  };
}
