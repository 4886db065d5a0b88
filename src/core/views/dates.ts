import type { KnownDate } from '../knowledge.ts';
import type { Language } from '../language.ts';

const styles: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

const tags: Record<Language, string> = { en: 'en-GB', uk: 'uk', ru: 'ru' };

/** A known date (`2027`, `2027-02` or `2027-02-28`) in words, no more exact than it is known. */
export function dateInWords(date: KnownDate, language: Language): string {
  const style = styles[date.split('-').length - 1] ?? {};
  return new Intl.DateTimeFormat(tags[language], { ...style, timeZone: 'UTC' }).format(new Date(date));
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
