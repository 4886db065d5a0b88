import type { KnownDate } from '../knowledge.ts';
import type { Language } from '../language.ts';

const styles: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

const tags: Record<Language, string> = { en: 'en-GB', uk: 'uk', ru: 'ru' };

const formats = Object.fromEntries(
  Object.entries(tags).map(([language, tag]) => [
    language,
    styles.map((style) => new Intl.DateTimeFormat(tag, { ...style, timeZone: 'UTC' })),
  ]),
) as Record<Language, Intl.DateTimeFormat[]>;

/** A known date (`2027`, `2027-02` or `2027-02-28`) in words, no more exact than it is known. */
export function dateInWords(date: KnownDate, language: Language): string {
  // The format is made once: that takes a hundred times as long as to use it.
  return formats[language][date.split('-').length - 1]?.format(new Date(date)) ?? date;
}

const shortDays = new Map(
  Object.entries(tags).map(([language, tag]) => [
    language,
    new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', timeZone: 'UTC' }),
  ]),
);

/** A day (`YYYY-MM-DD`) in few characters, without its year. */
export const dayShort = (day: string, language: Language): string =>
  shortDays.get(language)?.format(new Date(day)) ?? day;
