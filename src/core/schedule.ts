/** When digests come, as people choose it; `custom` for a cron rule that says something else. Times are `HH:MM`. */
export type Schedule =
  | { kind: 'daily' | 'weekdays'; time: string }
  | { kind: 'weekly'; time: string; weekday: number }
  | { kind: 'custom'; rule: string };

/** The cron rule of five fields; a `weekday` counts from 0, which is Sunday. */
export function ruleOf(schedule: Schedule): string {
  if (schedule.kind === 'custom') return schedule.rule;
  const [hour, minute] = schedule.time.split(':').map(Number);
  const days = { daily: '*', weekdays: '1-5', weekly: schedule.kind === 'weekly' ? schedule.weekday : '' };
  return `${minute} ${hour} * * ${days[schedule.kind]}`;
}

/** What a rule says, for views to put in words. The rule is one of `ruleOf`, or checked and tidied when it was typed. */
export function describeRule(rule: string): Schedule {
  const [, minute, hour, days] = /^(\d{1,2}) (\d{1,2}) \* \* (\*|1-5|[0-6])$/u.exec(rule) ?? [];
  if (minute === undefined || hour === undefined) return { kind: 'custom', rule };
  const time = clock(Number(hour), Number(minute));
  if (days === '*') return { kind: 'daily', time };
  return days === '1-5' ? { kind: 'weekdays', time } : { kind: 'weekly', time, weekday: Number(days) };
}

/** A time of day as people write it (`9`, `9:30`, `21.05`, `0900`, `9 pm`), as `HH:MM`; undefined for anything else. */
export function readTime(typed: string): string | undefined {
  const written = /^(\d{1,2}?)(?:[:.h ]?(\d\d))?h?\s*(?:([ap])\.?m\.?)?$/iu.exec(typed.trim());
  if (!written) return undefined;
  const [, first, minutes = '0', half] = written;
  const hour = Number(first);
  const minute = Number(minutes);
  if (minute > 59) return undefined;
  if (half) return hour >= 1 && hour <= 12 ? clock((hour % 12) + (/p/iu.test(half) ? 12 : 0), minute) : undefined;
  // 24:00 is how many write the end of a day.
  if (hour === 24) return minute === 0 ? '00:00' : undefined;
  return hour < 24 ? clock(hour, minute) : undefined;
}

const clock = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
