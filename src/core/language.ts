/** The languages Parley speaks, English first because it is what everything falls back to. */
export const languages = ['en', 'uk', 'ru'] as const;
export type Language = (typeof languages)[number];

/** A value in English and, where translated, in the others. */
export type Localized<T> = { en: T } & { [L in Exclude<Language, 'en'>]?: T | undefined };

/** A value in at least one language. */
export type Multilingual<T> = { [L in Language]?: T | undefined };

/** The language for a BCP 47 tag such as Discord's `en-GB` or Telegram's `uk`; English where we have none. */
export function languageOf(tag: string | undefined): Language {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary) ?? 'en';
}

/** The value in `language` or, failing that, in English, or in any, with the language it is really in. */
export function localized<T>(value: Multilingual<T>, language: Language): { value: T; language: Language } {
  for (const one of [language, ...languages]) {
    const found = value[one];
    if (found !== undefined) return { value: found, language: one };
  }
  throw new RangeError('A text is in no language.');
}
