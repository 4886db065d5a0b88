import type { KnownDate } from '../knowledge.ts';
import type { Language } from '../language.ts';

const styles: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

const tags: Record<Language, string> = { en: 'en-GB', uk: 'uk', ru: 'ru' };

/** Made once, when it is first wanted: that takes a hundred times as long as to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.keys(style).join(' ')}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tags[language], { ...style, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

/** A known date (`2027`, `2027-02` or `2027-02-28`) in words, no more exact than it is known. */
export function dateInWords(date: KnownDate, language: Language): string {
  const style = styles[date.split('-').length - 1];
  return style ? formatOf(language, style).format(new Date(date)) : date;
}

/** A day (`YYYY-MM-DD`) in few characters, without its year. */
export const dayShort = (day: string, language: Language): string =>
  formatOf(language, { month: 'short', day: 'numeric' }).format(new Date(day));
