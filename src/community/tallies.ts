import type { Caller } from '../core/command.ts';
import { dayIn, statsKeptDays, type Tallies } from '../core/stats.ts';
import type { Store, Tally } from '../store/store.ts';
import { unreachableCommunity } from './registry.ts';

export interface TallyParts {
  store: Pick<Store, 'stats'>;
  now: () => number;
  /** Called once when totals can't be kept, and again only after they were. */
  onStatsLost(error: unknown): void;
  flushAfterMs?: number;
}

/** What is counted, with the way to write it down at once; it is written a few seconds later by itself. */
export interface BufferedTallies extends Tallies {
  flush(): Promise<void>;
}

/** Different totals that wait for the database; more are not counted while it does not answer. */
const mostWaiting = 20_000;

export function createTallies({ store, now, onStatsLost, flushAfterMs = 5000 }: TallyParts): BufferedTallies {
  let waiting = new Map<string, Tally>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isFailing = false;

  function put(tally: Tally): void {
    const key = [tally.community, tally.day, tally.kind, tally.entry].join('\n');
    const known = waiting.get(key);
    if (known) known.count += tally.count;
    else if (waiting.size < mostWaiting) waiting.set(key, tally);
  }

  async function write(): Promise<void> {
    if (waiting.size === 0) return;
    const batch = [...waiting.values()];
    waiting = new Map();
    try {
      await store.stats.add(batch);
      isFailing = false;
    } catch (error) {
      // They wait for the next count or for the end of the program.
      for (const tally of batch) put(tally);
      if (!isFailing) onStatsLost(error);
      isFailing = true;
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  }

  function count({ community }: Caller, kind: Tally['kind'], entry: string): void {
    if (community.id === unreachableCommunity) return;
    put({ community: community.id, day: dayIn(community.settings.timeZone, now()), kind, entry, count: 1 });
    timer ??= setTimeout(() => void flush(), flushAfterMs).unref();
  }

  return {
    asked: (caller, outcome, entry = '') => count(caller, outcome, entry),
    shown: (caller, entry) => count(caller, 'shown', entry),
    flush,
  };
}

/** Removes the totals of days that have been kept long enough; returns how many. For every day. */
export async function sweepTallies(store: Pick<Store, 'stats'>, now: number): Promise<number> {
  return await store.stats.removeBefore(new Date(now - statsKeptDays * 86_400_000).toISOString().slice(0, 10));
}
