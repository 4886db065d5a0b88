import { nextRun } from '../../../src/updates/schedule/runs.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formats.set(timeZone, format);
  return format;
}

/** What the clocks of a zone show, as ICU says it: `2027-03-28 04:30`. */
export const clockIn = (timeZone: string, at: number): string => formatOf(timeZone).format(at).slice(0, 16);

/** The same with how far the clocks are ahead of UTC: `2027-03-28 04:30 +180`. */
export function shown(timeZone: string, at: number): string {
  const clock = clockIn(timeZone, at);
  const ahead = (Date.parse(`${clock.replace(' ', 'T')}Z`) - at) / 60_000;
  return `${clock} ${ahead < 0 ? '' : '+'}${ahead}`;
}

/** All runs after a moment and up to another, as `shown`. */
export function runsOf(rule: string, timeZone: string, after: string, upTo: string): string[] {
  return runTimes(rule, timeZone, Date.parse(after), Date.parse(upTo)).map((at) => shown(timeZone, at));
}

export function runTimes(rule: string, timeZone: string, after: number, upTo: number): number[] {
  const runs: number[] = [];
  for (let at = nextRun(rule, timeZone, after); at !== undefined && at <= upTo; at = nextRun(rule, timeZone, at)) {
    runs.push(at);
  }
  return runs;
}

/** Days around which clocks are changed, in zones that do so in different ways. */
export const changes: [timeZone: string, day: string][] = [
  ['Europe/Kyiv', '2027-03-28'],
  ['Europe/Kyiv', '2027-10-31'],
  ['Europe/London', '2027-03-28'],
  ['Europe/London', '2027-10-31'],
  ['America/New_York', '2027-03-14'],
  ['America/New_York', '2027-11-07'],
  // By half an hour.
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-10-03'],
  // By two hours.
  ['Antarctica/Troll', '2027-03-28'],
  ['Antarctica/Troll', '2027-10-31'],
  // At or about midnight.
  ['America/Havana', '2027-03-14'],
  ['America/Havana', '2027-11-07'],
  ['Africa/Cairo', '2027-04-30'],
  ['Africa/Cairo', '2027-10-28'],
  ['Asia/Beirut', '2027-03-28'],
  ['Asia/Beirut', '2027-10-30'],
  ['America/Nuuk', '2027-03-27'],
  ['America/Nuuk', '2027-10-30'],
  ['America/St_Johns', '2010-03-14'],
  ['America/St_Johns', '2010-11-07'],
  // By a day; for good.
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Almaty', '2024-03-01'],
  // Never.
  ['Asia/Kathmandu', '2027-03-28'],
  ['UTC', '2027-03-28'],
];
