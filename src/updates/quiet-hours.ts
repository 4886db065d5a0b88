import type { QuietHours } from '../core/subscription.ts';
import { dayMs } from './schedule/days.ts';
import { momentOf, wallClock } from './schedule/wall-clock.ts';

/** Quiet hours, and the zone in which they are meant. */
export interface LocalQuietHours extends Pick<QuietHours, 'from' | 'to'> {
  timeZone: string;
}

/** An answer, and until when it holds. */
interface Answer {
  since: number;
  before: number;
  until: number | undefined;
}

const mostKept = 10_000;
const kept = new Map<string, Answer>();

/**
 * When the quiet hours in which a moment falls are over (milliseconds since the epoch); undefined outside them. They begin and end
 * as scheduled runs do where the clocks change; from a time to the same time is never quiet.
 */
export function quietUntil(quiet: LocalQuietHours, at: number): number | undefined {
  const key = `${quiet.from} ${quiet.to} ${quiet.timeZone}`;
  const known = kept.get(key);
  if (known && at >= known.since && at < known.before) return known.until;
  const answer = answerAt(quiet, at);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, answer);
  return answer.until;
}

function answerAt({ from, to, timeZone }: LocalQuietHours, at: number): Answer {
  const today = Math.floor(wallClock(at, timeZone) / dayMs) * dayMs;
  const [begins, ends] = [msOf(from), msOf(to)];
  const stretches = [-dayMs, 0, dayMs].map((days) => ({
    start: momentOf(today + days + begins, timeZone),
    end: momentOf(today + days + ends + (ends < begins ? dayMs : 0), timeZone),
  }));
  // Where the clocks are put forward, one night may begin before the other is over.
  const until = stretches.reduce((so, { start, end }) => (start <= so && so < end ? end : so), at);
  if (until > at) return { since: at, before: until, until };
  const starts = stretches.filter(({ start, end }) => start > at && start < end).map(({ start }) => start);
  return { since: at, before: Math.min(...starts, at + dayMs / 2), until: undefined };
}

const msOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};
