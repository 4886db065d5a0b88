import { apostrophe, beyond, cyrillicFor, isDigit, isLatin, isLetter, letterAt } from './alphabet.ts';
import { withRoom } from './growing.ts';

/** Curly, modifier and typewriter apostrophes are one letter to whoever types them. */
const apostrophes = /[’ʼ‘`´]/g;
const anyWord = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;
const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;

/** The words of a text as they are compared: NFKC, lower case, ё as е, one kind of apostrophe, kept inside words. */
export function words(text: string): string[] {
  const found: string[] = [];
  const isRead = readWords(text, (letters, length) => found.push(spelt(letters, length)));
  return isRead ? found : wordsOfAny(text);
}

/** The same for a text in any script. */
export function wordsOfAny(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(apostrophes, "'");
  const found: string[] = folded.match(anyWord) ?? [];
  return isMixed(folded) ? found.map(mended) : found;
}

const isMixed = (text: string): boolean => cyrillic.test(text) && latin.test(text);

function mended(one: string): string {
  if (!isMixed(one)) return one;
  return one.replace(/[a-z]/gu, (letter) => String.fromCharCode(cyrillicFor(letter.charCodeAt(0))));
}

/** The letters of the word that is being read. */
let letters = new Int32Array(64);

/**
 * Reads a text letter by letter, several times as fast as patterns do, and gives each word as the first `length` of
 * these letters; returns false, with some words given or none, if the text goes beyond the alphabet.
 */
export function readWords(text: string, give: (letters: Int32Array, length: number) => void): boolean {
  letters = withRoom(letters, text.length);
  const word = letters;
  for (let at = 0; at < text.length; ) {
    let letter = letterAt(text, at);
    let length = 0;
    let latins = 0;
    let others = 0;
    while (isLetter(letter) || isDigit(letter)) {
      if (isLatin(letter)) latins++;
      else if (isDigit(letter)) others++;
      word[length++] = letter;
      letter = letterAt(text, ++at);
    }
    // An apostrophe belongs to the word if letters follow, and only letters can follow then.
    while (length > 0 && letter === apostrophe && isLetter(letterAt(text, at + 1))) {
      others++;
      do {
        if (isLatin(letter)) latins++;
        word[length++] = letter;
        letter = letterAt(text, ++at);
      } while (isLetter(letter));
    }
    if (letter === beyond) return false;
    if (length === 0) {
      at++;
      continue;
    }
    const isMixedWord = latins > 0 && latins + others < length;
    if (isMixedWord) for (let of = 0; of < length; of++) word[of] = cyrillicFor(word[of] as number);
    give(word, length);
  }
  return true;
}

export function spelt(letters: Int32Array, length: number): string {
  let word = '';
  for (let at = 0; at < length; at++) word += String.fromCharCode(letters[at] as number);
  return word;
}

export const isLatinWord = (one: string): boolean => latin.test(one);
export const isCyrillicWord = (one: string): boolean => cyrillic.test(one);
