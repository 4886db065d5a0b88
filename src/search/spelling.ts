/** Rows of the table that the distance is read from, kept between calls; chat words are shorter. */
const longest = 64;
let before = new Uint8Array(longest + 1);
let previous = new Uint8Array(longest + 1);
let row = new Uint8Array(longest + 1);

/**
 * The number of letters to insert, drop, replace or swap with a neighbour to make one word of the other, or
 * something greater than `most` as soon as that is clear.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > longest || b.length > longest) return most + 1;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (previous[j - 1] as number) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (previous[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, previous, row] = [previous, row, before];
  }
  return previous[b.length] as number;
}

/** Which letters a word has, as bits; a slip changes at most two of them, which spares most words the table. */
export function letters(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count++;
  return count;
}

const shortest = 4;

/** How many slips a word may hold: none if short, one up to seven letters, two from eight on. */
const slipsIn = (word: string): number => (word.length < shortest ? 0 : word.length < 8 ? 1 : 2);

/** A known word and its letters. */
export interface Spelt {
  word: string;
  has: number;
}

/**
 * The known word nearest to one that is not known, if near enough; the first letter is taken as right. Used for
 * unknown words only: on every word it made long questions worse.
 */
export function nearest(
  word: string,
  like: (initial: string, length: number) => readonly Spelt[],
  usable: (word: string) => boolean,
): string | undefined {
  const most = slipsIn(word);
  if (most === 0) return undefined;
  const wanted = letters(word);
  let best: string | undefined;
  let least = most;
  for (let length = word.length - most; length <= word.length + most; length++) {
    for (const { word: candidate, has } of like(word[0] as string, length)) {
      if (bitsIn(has ^ wanted) > 2 * least) continue;
      const slips = distance(word, candidate, least);
      if (slips > least || (slips === least && best !== undefined && best <= candidate) || !usable(candidate)) continue;
      best = candidate;
      least = slips;
    }
  }
  return best;
}
