import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stemmer as stemUkrainian } from '@orama/stemmers/ukrainian';
import { isCyrillicWord, isLatinWord } from './words.ts';

/** A word's stem by Snowball, in the language that its letters show. */
export function stem(word: string): string {
  if (isLatinWord(word)) return stemEnglish(word.replace(/'s?$/u, ''));
  if (!isCyrillicWord(word)) return word;
  const stemmed = /[іїєґ']/u.test(word) ? stemUkrainian(word) : stemRussian(word);
  // Half of those who type «памʼять» leave the apostrophe out.
  return stemmed.replaceAll("'", '');
}
