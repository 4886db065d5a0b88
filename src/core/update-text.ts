import { type Language, languages } from './language.ts';
import type { UpdateWriting, WrittenUpdateText } from './update.ts';

/** An update in a language or, where it is not translated or the translation has fallen behind, in the original's. */
export function updateTextIn(
  { text, original }: Pick<UpdateWriting, 'text' | 'original'>,
  language: Language,
): { text: WrittenUpdateText; language: Language } {
  const first = text[original];
  const own = text[language];
  if (own && own.follows === first?.follows) return { text: own, language };
  if (first) return { text: first, language: original };
  throw new RangeError('An update has no text in its original language.');
}

/** What it is called in every language that it is written in, outdated translations included. */
export const updateTitles = ({ text }: Pick<UpdateWriting, 'text'>): string[] =>
  languages.flatMap((language) => text[language]?.title ?? []);
