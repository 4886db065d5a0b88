import { isShared } from '../core/community.ts';
import {
  type DeliveryOutcome,
  dayIn,
  daysUntil,
  deliveryOutcomes,
  type Numbers,
  type QuestionOutcome,
  questionOutcomes,
  type Stats,
} from '../core/stats.ts';
import type { DeliveryTally, Store, Tally } from '../store/store.ts';
import { writableCommunity } from './acting.ts';
import type { BufferedTallies } from './tallies.ts';

export interface StatsParts {
  store: Pick<Store, 'stats' | 'votes'>;
  now: () => number;
}

/** Reads the numbers, those included that this process has yet to write down. */
export const createStats = ({ store, now }: StatsParts, tallies: Pick<BufferedTallies, 'flush'>): Stats => ({
  async over(caller, count) {
    const id = writableCommunity(caller);
    const { timeZone } = caller.community.settings;
    const days = daysUntil(dayIn(timeZone, now()), count);
    const [from = '', to = ''] = [days[0], days.at(-1)];
    // With room for a clock that was changed; what is from before the first day is left out below.
    const since = now() - (count * 24 + 2) * 3600_000;
    await tallies.flush();
    const [kept, votes, deliveries] = await Promise.all([
      store.stats.list(id, from, to),
      store.votes.counts(id, startOf(from, timeZone, since)),
      isShared(caller.community) ? undefined : store.stats.deliveries(id, since),
    ]);
    return {
      days,
      ...questionsIn(kept, days),
      votes: votes.toSorted((a, z) => z.helpful + z.unhelpful - a.helpful - a.unhelpful),
      deliveries: deliveries && deliveriesIn(deliveries, days, timeZone),
    };
  },
});

/** The first quarter of an hour of a day; it is looked for from `since` on. */
function startOf(day: string, timeZone: string, since: number): number {
  const quarterMs = 900_000;
  let at = since - (since % quarterMs);
  while (dayIn(timeZone, at) < day) at += quarterMs;
  return at;
}

type ByDay<K extends string> = Record<K, number[]>;

const empty = <K extends string>(keys: readonly K[], length: number): ByDay<K> =>
  Object.fromEntries(keys.map((key) => [key, Array<number>(length).fill(0)])) as ByDay<K>;

function questionsIn(
  kept: readonly Omit<Tally, 'community'>[],
  days: readonly string[],
): Pick<Numbers, 'questions' | 'opened' | 'entries'> {
  const { shown, ...questions } = empty<QuestionOutcome | 'shown'>([...questionOutcomes, 'shown'], days.length);
  const byEntry = new Map<string, number>();
  for (const { day, kind, entry, count } of kept) {
    const list = kind === 'shown' ? shown : questions[kind];
    const at = days.indexOf(day);
    list[at] = (list[at] ?? 0) + count;
    if (entry) byEntry.set(entry, (byEntry.get(entry) ?? 0) + count);
  }
  const entries = [...byEntry].map(([entry, count]) => ({ entry, count })).sort((a, z) => z.count - a.count);
  return { questions, opened: shown, entries };
}

function deliveriesIn(
  kept: readonly DeliveryTally[],
  days: readonly string[],
  timeZone: string,
): ByDay<DeliveryOutcome> {
  const all = empty(deliveryOutcomes, days.length);
  for (const { at, state, count } of kept) {
    const day = days.indexOf(dayIn(timeZone, at));
    if (day >= 0) all[state][day] = (all[state][day] ?? 0) + count;
  }
  return all;
}
