import { distance } from './slips.ts';

/** Known words, to find what a misspelt one was meant to be. */
export interface Spellings {
  add(word: string): void;
  /**
   * The known word nearest to one that is not known, if near enough; the first letter is taken as right. Used for
   * unknown words only: on every word it made long questions worse.
   */
  nearest(word: string, usable: (word: string) => boolean): string | undefined;
}

/** Words with the same first letter and number of letters, side by side with their sets of letters. */
interface Shape {
  words: string[];
  sets: number[];
}

const shortest = 4;

/** How many slips a word may hold: none if short, one up to seven letters, two from eight on. */
const slipsIn = (word: string): number => (word.length < shortest ? 0 : word.length < 8 ? 1 : 2);

/** `words` are known from the start. */
export function createSpellings(words: readonly string[] = []): Spellings {
  const shapes = new Map<number, Shape>();
  for (const word of words) add(word);

  function add(word: string): void {
    const key = shapeOf(word, word.length);
    let shape = shapes.get(key);
    if (!shape) {
      shape = { words: [], sets: [] };
      shapes.set(key, shape);
    }
    shape.words.push(word);
    shape.sets.push(lettersOf(word));
  }

  function nearest(word: string, usable: (word: string) => boolean): string | undefined {
    const most = slipsIn(word);
    if (most === 0) return undefined;
    const wanted = lettersOf(word);
    let best: string | undefined;
    let least = most;
    for (let length = word.length - most; length <= word.length + most; length++) {
      const shape = shapes.get(shapeOf(word, length));
      if (!shape) continue;
      const { words, sets } = shape;
      for (let at = 0; at < sets.length; at++) {
        // A slip changes at most two of the letters, which spares most words the table.
        if (bitsIn((sets[at] as number) ^ wanted) > 2 * least) continue;
        const candidate = words[at] as string;
        const slips = distance(word, candidate, least);
        if (slips > least || (slips === least && best !== undefined && best <= candidate)) continue;
        if (!usable(candidate)) continue;
        best = candidate;
        least = slips;
      }
    }
    return best;
  }

  return { add, nearest };
}

/** A word's first letter and how many it has, as one number. */
const shapeOf = (word: string, length: number): number => word.charCodeAt(0) * 1024 + Math.min(length, 1023);

/** Which letters a word has, as bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** How many bits of a 32-bit number are set, added up in pairs, fours and eights. */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
