import type { KnownDate } from './knowledge.ts';

const undated = new Set(['undated', 'без дати', 'без даты', 'дата невідома', 'дата неизвестна']);

/** Reads a date as people write it: `2027-02-28`, `28.02.2027`, `2027-02`, `02.2027`, `2027` or “undated”. */
export function readKnownDate(typed: string): KnownDate | undefined {
  const text = typed.trim().toLowerCase();
  if (undated.has(text)) return 'undated';
  const parts = text.split(/[-./]/u).map((part) => part.trim());
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/u.test(part))) return undefined;
  const [year = '', month, day] = (parts[0] as string).length === 4 ? parts : parts.toReversed();
  const date = [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
  return isDay(date.padEnd(10, '-01')) ? date : undefined;
}

/** Whether a text is a day, `YYYY-MM-DD`, that is in the calendar. */
export function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a date is later than today (`YYYY-MM-DD`), as far as it is known. */
export const isAfter = (date: KnownDate, today: string): boolean =>
  date !== 'undated' && date > today.slice(0, date.length);

/** The day so many days after another, both `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
