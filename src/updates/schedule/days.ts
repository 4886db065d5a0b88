/** Which days a rule picks, as node-cron reads the fields: numbers, or `L`, `L-3`, `15W`, `LW`, and `5L`, `1#2`. */
export interface Days {
  ofMonth: (number | string)[];
  months: number[];
  ofWeek: (number | string)[];
  /** Whether a day that one of the two fields picks is enough. */
  either: boolean;
}

export const dayMs = 86_400_000;

/** All that a calendar has to offer comes round within 40 years: 29 February on a Monday, over a century without a leap year. */
const farthestDays = 40 * 366;

/** The days that are picked, as counted from 1 January 1970, from `from` onwards or backwards, within 40 years. */
export function* daysFrom(days: Days, from: number, step: 1 | -1): Generator<number> {
  for (let day = from; day !== from + step * farthestDays; day += step) {
    if (picks(days, new Date(day * dayMs))) yield day;
  }
}

/** `day` is midnight in UTC. */
function picks({ ofMonth, months, ofWeek, either }: Days, day: Date): boolean {
  if (!months.includes(day.getUTCMonth() + 1)) return false;
  const byDate = ofMonth.some((one) => dateMeant(one, day) === day.getUTCDate());
  const byWeekday = ofWeek.some((one) => isWeekdayMeant(one, day));
  return either ? byDate || byWeekday : byDate && byWeekday;
}

/** The date in the month of `day`; one that it does not have where it has no such day. */
function dateMeant(token: number | string, day: Date): number {
  if (typeof token === 'number') return token;
  const last = lastDate(day);
  if (token.startsWith('L-')) return last - Number(token.slice(2));
  const date = token.startsWith('L') ? last : Number.parseInt(token, 10);
  return token.endsWith('W') && date <= last ? nearestWorkday(date, last, day) : date;
}

/** The Monday to Friday that is nearest to a date and in the same month. */
function nearestWorkday(date: number, last: number, day: Date): number {
  const weekday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), date)).getUTCDay();
  if (weekday === 6) return date === 1 ? 3 : date - 1;
  if (weekday === 0) return date === last ? date - 2 : date + 1;
  return date;
}

function isWeekdayMeant(token: number | string, day: Date): boolean {
  if (typeof token === 'number') return token === day.getUTCDay();
  if (Number(token[0]) !== day.getUTCDay()) return false;
  const date = day.getUTCDate();
  return token.endsWith('L') ? date + 7 > lastDate(day) : Math.ceil(date / 7) === Number(token.slice(2));
}

const lastDate = (day: Date): number => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
