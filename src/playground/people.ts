import type { Looking, PersonId } from './protocol.ts';

/** Whom the visitor may be, and what each of them may do. */
export const people: { id: PersonId; name: string }[] = [
  { id: 'member', name: 'Mira' },
  { id: 'moderator', name: 'Oleh' },
  { id: 'foreign', name: 'Anna' },
  { id: 'operator', name: 'Dana' },
];

export const languages: { code: Looking['language']; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'uk', name: 'Українська' },
  { code: 'ru', name: 'Русский' },
];

/** Discord's name for a language. */
export const localeOf = (language: Looking['language']): string => (language === 'en' ? 'en-US' : language);
