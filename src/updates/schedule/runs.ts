import { dayMs, daysFrom } from './days.ts';
import { parsedRule, type Rule } from './rule.ts';
import { momentOf, wallClock } from './wall-clock.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** The first run after a moment (milliseconds since the epoch), by the clocks of a zone; undefined for none within 40 years. */
export function nextRun(rule: string, timeZone: string, after: number): number | undefined {
  let first: number | undefined;
  for (const time of timesFrom(parsedRule(rule), wallClock(after, timeZone) - skippedBefore(after, timeZone), 1)) {
    const at = momentOf(time, timeZone);
    if (at > after && (first === undefined || at < first)) first = at;
    // A time that was skipped comes later than it says, and later ones may come before it.
    if (first !== undefined && wallClock(first, timeZone) <= time) break;
  }
  return first;
}

/** The last run up to a moment, unless it was before `notBefore` (milliseconds since the epoch). */
export function latestRun(rule: string, timeZone: string, upTo: number, notBefore: number): number | undefined {
  let latest: number | undefined;
  for (const time of timesFrom(parsedRule(rule), wallClock(upTo, timeZone), -1)) {
    latest = momentOf(time, timeZone);
    if (latest <= upTo) break;
  }
  // Around a change of the clocks, times come in another order than they are written.
  for (let later = latest; later !== undefined && later <= upTo; later = nextRun(rule, timeZone, later)) latest = later;
  return latest !== undefined && latest >= notBefore && latest <= upTo ? latest : undefined;
}

/**
 * When node-cron is to look whether a rule has a run, as a pattern for UTC. In a zone, it would leave out times that the clocks
 * skip, take the second of two in Europe, and want both the date and the weekday. Zones differ by quarters of an hour.
 */
export function wakingPattern(rule: string): string {
  const { minute } = parsedRule(rule);
  return `${[0, 15, 30, 45].map((quarter) => (minute + quarter) % 60).join()} * * * *`;
}

/** By how much the clocks were put forward within the last day: what was skipped may be still to come. */
const skippedBefore = (at: number, timeZone: string): number =>
  Math.max(wallClock(at, timeZone) - wallClock(at - dayMs, timeZone) - dayMs, 0);

/** The rule's times as clocks show them, from one onwards or backwards. */
function* timesFrom({ minute, hours, days }: Rule, from: number, step: 1 | -1): Generator<number> {
  const ordered = step === 1 ? hours : hours.toReversed();
  for (const day of daysFrom(days, Math.floor(from / dayMs), step)) {
    for (const hour of ordered) {
      const time = day * dayMs + hour * hourMs + minute * minuteMs;
      if ((time - from) * step >= 0) yield time;
    }
  }
}
