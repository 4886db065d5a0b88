import { withRoom } from './growing.ts';
import { readWords, spelt, wordsOfAny } from './words.ts';

/** Numbers for words, given as they are met, from 0. */
export interface WordTable {
  /** The numbers of a text's words, in order. */
  read(text: string): number[];
  /** The number of a word that has been read before. */
  find(word: string): number | undefined;
  wordOf(number: number): string;
  /** All that it knows, to make another like it. */
  state(): WordTableState;
}

export interface WordTableState {
  words: string[];
  numbers: Int32Array<ArrayBuffer>;
  hashes: Int32Array<ArrayBuffer>;
}

/**
 * A hash table with open addressing that is asked by letters: nearly all words of a text are known already, and of
 * those no string has to be made. `learn` is told of each new word.
 */
export function createWordTable(learn: (word: string, number: number) => void, known?: WordTableState): WordTable {
  const words = known?.words ?? [];
  let slots = known?.numbers.length ?? 1 << 10;
  /** By slot: the number of a word, plus 1, or 0; and the hash of the word. */
  let numbers = known?.numbers ?? new Int32Array(slots);
  let hashes = known?.hashes ?? new Int32Array(slots);
  let spelling = new Int32Array(64);

  function slotOf(hash: number, letters: Int32Array, length: number): number {
    let slot = hash & (slots - 1);
    while (numbers[slot] !== 0 && (hashes[slot] !== hash || !isIn(slot, letters, length)))
      slot = (slot + 1) & (slots - 1);
    return slot;
  }

  function isIn(slot: number, letters: Int32Array, length: number): boolean {
    const word = words[(numbers[slot] as number) - 1] as string;
    if (word.length !== length) return false;
    for (let at = 0; at < length; at++) if (word.charCodeAt(at) !== letters[at]) return false;
    return true;
  }

  function grow(): void {
    const old = { numbers, hashes };
    slots *= 2;
    numbers = new Int32Array(slots);
    hashes = new Int32Array(slots);
    for (let at = 0; at < old.numbers.length; at++) {
      if (old.numbers[at] === 0) continue;
      const hash = old.hashes[at] as number;
      let slot = hash & (slots - 1);
      while (numbers[slot] !== 0) slot = (slot + 1) & (slots - 1);
      numbers[slot] = old.numbers[at] as number;
      hashes[slot] = hash;
    }
  }

  function numberOf(letters: Int32Array, length: number): number {
    const hash = hashOf(letters, length);
    const slot = slotOf(hash, letters, length);
    const known = numbers[slot] as number;
    if (known !== 0) return known - 1;
    const word = spelt(letters, length);
    hashes[slot] = hash;
    numbers[slot] = words.push(word);
    const number = words.length - 1;
    if (words.length > slots / 2) grow();
    learn(word, number);
    return number;
  }

  function lettersOf(word: string): Int32Array {
    spelling = withRoom(spelling, word.length);
    for (let at = 0; at < word.length; at++) spelling[at] = word.charCodeAt(at);
    return spelling;
  }

  return {
    read(text) {
      const found: number[] = [];
      if (readWords(text, (letters, length) => found.push(numberOf(letters, length)))) return found;
      return wordsOfAny(text).map((word) => numberOf(lettersOf(word), word.length));
    },
    find(word) {
      const letters = lettersOf(word);
      const number = numbers[slotOf(hashOf(letters, word.length), letters, word.length)] as number;
      return number === 0 ? undefined : number - 1;
    },
    wordOf: (number) => words[number] as string,
    state: () => ({ words, numbers, hashes }),
  };
}

function hashOf(letters: Int32Array, length: number): number {
  let hash = length;
  for (let at = 0; at < length; at++) {
    hash = Math.imul(hash ^ (letters[at] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
