import fc from 'fast-check';
import { createTask } from 'node-cron';
import { describe, expect, it } from 'vitest';
import { parsedRule } from '../../../src/updates/schedule/rule.ts';
import { latestRun, nextRun, wakingPattern } from '../../../src/updates/schedule/runs.ts';
import { changes, clockIn, runsOf, runTimes, shown } from './zones.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The runs of a year, without those that are at the given time of the day. */
const yearBut = (time: string, rule: string, timeZone: string, year = 2027) => {
  const runs = runsOf(rule, timeZone, `${year - 1}-12-31T12:00Z`, `${year}-12-31T12:00Z`);
  return { count: runs.length, others: runs.filter((run) => run.slice(11, 16) !== time) };
};

describe('a daily time over a whole year', () => {
  it('that the clocks skip comes as much later as they are put forward, once', () => {
    expect(yearBut('03:30', '30 3 * * *', 'Europe/Kyiv')).toEqual({ count: 365, others: ['2027-03-28 04:30 +180'] });
    expect(yearBut('01:30', '30 1 * * *', 'Europe/London')).toEqual({ count: 365, others: ['2027-03-28 02:30 +60'] });
    expect(yearBut('02:00', '0 2 * * *', 'America/New_York')).toEqual({
      count: 365,
      others: ['2027-03-14 03:00 -240'],
    });
  });

  it('that the clocks show twice comes at the first, once', () => {
    expect(runsOf('30 3 * * *', 'Europe/Kyiv', '2027-10-30T12:00Z', '2027-11-01T12:00Z')).toEqual([
      '2027-10-31 03:30 +180',
      '2027-11-01 03:30 +120',
    ]);
    expect(runsOf('30 1 * * *', 'America/New_York', '2027-11-06T12:00Z', '2027-11-08T12:00Z')).toEqual([
      '2027-11-07 01:30 -240',
      '2027-11-08 01:30 -300',
    ]);
  });

  it('stays on the clock where zones change at midnight', () => {
    expect(yearBut('00:30', '30 0 * * *', 'America/Havana')).toEqual({ count: 365, others: ['2027-03-14 01:30 -240'] });
    expect(yearBut('00:30', '30 0 * * *', 'Africa/Cairo')).toEqual({ count: 365, others: ['2027-04-30 01:30 +180'] });
    expect(yearBut('00:00', '0 0 * * *', 'Asia/Beirut')).toEqual({ count: 365, others: ['2027-03-28 01:00 +180'] });
    // Half past midnight comes twice in Havana, half past eleven in Cairo.
    expect(runsOf('30 0 * * *', 'America/Havana', '2027-11-06T12:00Z', '2027-11-08T12:00Z')).toEqual([
      '2027-11-07 00:30 -240',
      '2027-11-08 00:30 -300',
    ]);
    expect(runsOf('30 23 * * *', 'Africa/Cairo', '2027-10-28T12:00Z', '2027-10-30T12:00Z')).toEqual([
      '2027-10-28 23:30 +180',
      '2027-10-29 23:30 +120',
    ]);
  });

  it('that is skipped before midnight comes on the next day, and not twice there', () => {
    expect(runsOf('30 23 * * *', 'America/Nuuk', '2027-03-27T12:00Z', '2027-03-29T12:00Z')).toEqual([
      '2027-03-28 00:30 -60',
      '2027-03-28 23:30 -60',
    ]);
    expect(runsOf('30 0,23 * * *', 'America/Nuuk', '2027-03-27T12:00Z', '2027-03-28T12:00Z')).toEqual([
      '2027-03-28 00:30 -60',
    ]);
  });

  it('moves by half an hour where the clocks do', () => {
    expect(yearBut('02:15', '15 2 * * *', 'Australia/Lord_Howe')).toEqual({
      count: 365,
      others: ['2027-10-03 02:45 +660'],
    });
    expect(runsOf('45 1 * * *', 'Australia/Lord_Howe', '2027-04-03T00:00Z', '2027-04-04T23:00Z')).toEqual([
      '2027-04-04 01:45 +660',
      '2027-04-05 01:45 +630',
    ]);
  });

  it('is the same in UTC all year where clocks are never changed', () => {
    const runs = runTimes(
      '0 9 * * *',
      'Asia/Kathmandu',
      Date.parse('2027-01-01T00:00Z'),
      Date.parse('2028-01-01T00:00Z'),
    );
    expect(new Set(runs.map((at) => new Date(at).toISOString().slice(11, 16)))).toEqual(new Set(['03:15']));
    expect(runs).toHaveLength(365);
  });

  it('stays on the clock where a law moves the zone', () => {
    // On 1 March 2024 all of Kazakhstan went over to one hour less.
    expect(runsOf('30 23 * * *', 'Asia/Almaty', '2024-02-28T19:00Z', '2024-03-01T20:00Z')).toEqual([
      '2024-02-29 23:30 +360',
      '2024-03-01 23:30 +300',
    ]);
  });

  it('comes once where a whole day is skipped', () => {
    expect(runsOf('0 9 * * *', 'Pacific/Apia', '2011-12-29T12:00Z', '2012-01-01T12:00Z')).toEqual([
      '2011-12-29 09:00 -600',
      '2011-12-31 09:00 +840',
      '2012-01-01 09:00 +840',
    ]);
  });
});

describe('a rule of several hours', () => {
  it('does not run twice at once where two of its times fall together', () => {
    expect(runsOf('30 3,4 * * *', 'Europe/Kyiv', '2027-03-27T12:00Z', '2027-03-29T12:00Z')).toEqual([
      '2027-03-28 04:30 +180',
      '2027-03-29 03:30 +180',
      '2027-03-29 04:30 +180',
    ]);
    for (const rule of ['0 1,2,3,4 * * *', '0 2,3 * * *']) {
      expect(runsOf(rule, 'Antarctica/Troll', '2027-03-27T12:00Z', '2027-03-28T12:00Z')).toEqual([
        '2027-03-28 03:00 +120',
        '2027-03-28 04:00 +120',
      ]);
    }
  });

  it('that is hourly runs once for each hour that the clock shows', () => {
    const runsOn = (day: string) => {
      const at = Date.parse(`${day}T12:00Z`);
      return runTimes('0 * * * *', 'Europe/Kyiv', at - dayMs, at + dayMs).filter((run) =>
        clockIn('Europe/Kyiv', run).startsWith(day),
      ).length;
    };
    expect([runsOn('2027-03-28'), runsOn('2027-06-01'), runsOn('2027-10-31')]).toEqual([23, 24, 24]);
  });
});

describe('the next run', () => {
  it('may be one that the clocks have passed already', () => {
    const passed = Date.parse('2027-03-28T01:10Z');
    expect(shown('Europe/Kyiv', passed)).toBe('2027-03-28 04:10 +180');
    expect(nextRun('30 3 * * *', 'Europe/Kyiv', passed)).toBe(Date.parse('2027-03-28T01:30Z'));
  });
});

describe('the latest run', () => {
  it('is not one before the time from which it is asked for', () => {
    const at = Date.parse('2027-06-01T09:00Z');
    expect(latestRun('0 9 * * *', 'UTC', at, at)).toBe(at);
    expect(latestRun('0 9 * * *', 'UTC', at + 1, at + 1)).toBeUndefined();
    expect(latestRun('0 9 * * *', 'UTC', at - 1, 0)).toBe(at - dayMs);
    expect(latestRun('0 9 29 2 *', 'UTC', at, 0)).toBe(Date.parse('2024-02-29T09:00Z'));
  });

  it('is the first of two where the clocks stand at the second', () => {
    const second = Date.parse('2027-10-31T01:40Z');
    expect(shown('Europe/Kyiv', second)).toBe('2027-10-31 03:40 +120');
    expect(latestRun('45 3 * * *', 'Europe/Kyiv', second, 0)).toBe(Date.parse('2027-10-31T00:45Z'));
  });
});

const rules = fc.oneof(
  fc.record({
    minute: fc.nat(59),
    hours: fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 24 }),
    days: fc.constantFrom('* * *', '* * 1-5', '* * 0', '*/2 * *', '28-31 * 0', 'L * *', '31 * *', '* 3,10,11 *'),
  }),
  fc.record({ minute: fc.nat(59), hours: fc.constantFrom([0, 23], [1, 2, 3, 4]), days: fc.constant('* * *') }),
);
const ruleText = ({ minute, hours, days }: { minute: number; hours: readonly number[]; days: string }) =>
  `${minute} ${hours.join()} ${days}`;

describe('any rule in any zone', () => {
  const zones = fc.constantFrom(...new Set(changes.map(([zone]) => zone)));
  const moments = fc.integer({ min: Date.parse('2009-01-01'), max: Date.parse('2040-01-01') });

  it('runs later and later, and each run is the latest when it comes', () => {
    fc.assert(
      fc.property(rules.map(ruleText), zones, moments, (rule, timeZone, after) => {
        const runs: number[] = [];
        for (let at = after; runs.length < 5; ) {
          const next = nextRun(rule, timeZone, at) as number;
          expect(next).toBeGreaterThan(at);
          expect(latestRun(rule, timeZone, next, after)).toBe(next);
          if (runs.length > 0) expect(latestRun(rule, timeZone, next - 1, after)).toBe(at);
          runs.push(next);
          at = next;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is woken by node-cron for every run', () => {
    fc.assert(
      fc.property(rules.map(ruleText), zones, moments, (rule, timeZone, after) => {
        const task = createTask(wakingPattern(rule), () => {}, { timezone: 'UTC' });
        for (const at of runTimes(rule, timeZone, after, after + 3 * dayMs))
          expect(task.match(new Date(at))).toBe(true);
        void task.destroy();
      }),
    );
  });
});

describe('runs around a change of the clocks', () => {
  /** What the clocks show, minute by minute, from two days before a day until two days after. */
  const minutes = changes.map(([timeZone, day]) => {
    const start = Date.parse(`${day}T00:00Z`) - 2 * dayMs;
    const clocks = Array.from({ length: 5 * 1440 }, (_, index) =>
      Date.parse(`${clockIn(timeZone, start + index * minuteMs).replace(' ', 'T')}Z`),
    );
    return { timeZone, start, clocks };
  });

  /** Found without any calendar: a minute that the clocks show for the first time, or by which they would have shown it. */
  function watched(rule: string, { start, clocks }: (typeof minutes)[number]): number[] {
    const { minute, hours } = parsedRule(rule);
    const runs = new Set<number>();
    let furthest = (clocks[0] as number) - minuteMs;
    clocks.forEach((clock, index) => {
      for (let time = furthest + minuteMs; time <= clock; time += minuteMs) {
        const at = start + index * minuteMs + (time === clock ? 0 : time - furthest - minuteMs);
        const date = new Date(time);
        if (date.getUTCMinutes() === minute && hours.includes(date.getUTCHours())) runs.add(at);
      }
      furthest = Math.max(furthest, clock);
    });
    return [...runs].sort((a, b) => a - b);
  }

  it('are those that somebody would see who watches the clock', () => {
    // About the day itself.
    const moments = fc.array(fc.integer({ min: 1440, max: 4 * 1440 }), { minLength: 10, maxLength: 20 });
    const times = fc.record({
      minute: fc.nat(59),
      hours: fc.oneof(fc.uniqueArray(fc.nat(23), { minLength: 1 }), fc.constantFrom([0, 1, 2, 3, 4], [22, 23, 0])),
      days: fc.constant('* * *'),
    });
    fc.assert(
      fc.property(times.map(ruleText), fc.constantFrom(...minutes), moments, (rule, change, asked) => {
        const end = change.start + change.clocks.length * minuteMs;
        const runs = watched(rule, change).filter((at) => at < end);
        expect(runTimes(rule, change.timeZone, change.start - 1, end - 1)).toEqual(runs);
        for (const at of asked.map((minute) => change.start + minute * minuteMs)) {
          const next = runs.find((run) => run > at);
          const latest = runs.findLast((run) => run <= at);
          if (next !== undefined) expect(nextRun(rule, change.timeZone, at)).toBe(next);
          expect(latestRun(rule, change.timeZone, at, change.start)).toBe(latest);
        }
      }),
      { numRuns: 200 },
    );
  });
});
