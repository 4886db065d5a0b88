/** The languages Parley speaks, English first because it is what everything falls back to. */
export const languages = ['en', 'uk', 'ru'] as const;
export type Language = (typeof languages)[number];

/** A value in English and, where translated, in the others. */
export type Localized<T> = { en: T } & { [L in Exclude<Language, 'en'>]?: T | undefined };

/** The language for a BCP 47 tag such as Discord's `en-GB` or Telegram's `uk`; English where we have none. */
export function languageOf(tag: string | undefined): Language {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary) ?? 'en';
}

/** The value in `language` or, failing that, in English, with the language it is really in. */
export function localized<T>(value: Localized<T>, language: Language): { value: T; language: Language } {
  const own = value[language];
  return own === undefined ? { value: value.en, language: 'en' } : { value: own, language };
}
