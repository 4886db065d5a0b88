import type { Person } from '../../core/community.ts';
import type { Language } from '../../core/language.ts';
import type { Origin } from '../../core/reception.ts';

/** Whoever sits at the terminal: it is theirs, and so is what is kept there. */
export const atTheConsole: Person = { platform: 'console', id: 'local', name: 'Console' };

/** The console is a private chat in no community. */
export const originOf = (language: Language): Origin => ({
  person: atTheConsole,
  place: 'private',
  languageTag: language,
  moderates: async () => false,
});
