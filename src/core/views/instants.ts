import type { Language } from '../language.ts';

const tags: Record<Language, string> = { en: 'en-GB', uk: 'uk', ru: 'ru' };

/** A moment (milliseconds since the epoch) as day and time in a zone. */
export function instantInWords(at: number, timeZone: string, language: Language): string {
  const style: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short', timeZone };
  return new Intl.DateTimeFormat(tags[language], style).format(new Date(at));
}

/** The day (`YYYY-MM-DD`) of a moment in UTC. */
export function dayOf(at: number): string {
  const number = Math.floor(at / 86_400_000);
  if (number !== latest.number) latest = { number, day: new Date(at).toISOString().slice(0, 10) };
  return latest.day;
}

/** Asked at each answer, and nearly always of today. */
let latest = { number: Number.NaN, day: '' };
