import type { Index } from './index.ts';
import { otherLayouts } from './keyboard.ts';
import type { Query } from './search.ts';
import { nearest } from './spelling.ts';
import { inCyrillic } from './transliteration.ts';
import { words } from './words.ts';

/** What was asked, as the index understands it. */
export interface Question {
  query: Query;
  /** The words as read: a misspelt one is its known neighbour. */
  words: readonly string[];
  /** The share of the letters typed that stand in words the index knows, 0 to 1. */
  known: number;
}

/** A word that was guessed counts for less than one that was read. */
const guessed = 0.7;

/** Below this share of known words a question may be in the wrong letters; another reading must know this much more. */
const doubtful = 0.5;
const clearly = 0.2;

/** Questions are cut here; nobody types more, and the time to answer stays bounded. */
const longestQuestion = 600;

/** Reads a question, in other letters if it makes no sense in its own: another keyboard layout, or Latin for Cyrillic. */
export function readQuestion(text: string, indexes: readonly Index[]): Question {
  const asked = text.slice(0, longestQuestion);
  let best = read(asked, indexes);
  if (best.known >= doubtful || best.words.length === 0) return best;
  const limit = best.known + clearly;
  for (const other of [...otherLayouts(asked), ...inCyrillic(asked)]) {
    const reading = read(other, indexes);
    if (reading.known > Math.max(limit, best.known)) best = reading;
  }
  return best;
}

function read(text: string, indexes: readonly Index[]): Question {
  const vocabulary = (indexes[0] as Index).vocabulary;
  const stands = (stem: number | undefined): stem is number =>
    stem !== undefined && indexes.some((index) => index.found(stem) > 0);
  const query = {
    stems: new Map<number, number>(),
    grams: new Map<number, number>(),
    meanings: new Map<number, number>(),
  };
  const asRead: string[] = [];
  let known = 0;
  let letters = 0;

  for (const word of words(text)) {
    letters += word.length;
    for (const gram of vocabulary.grams(word)) query.grams.set(gram, 1);
    const stem = vocabulary.stem(word);
    if (stands(stem)) {
      query.stems.set(stem, 1);
      known += word.length;
      asRead.push(word);
      continue;
    }
    const meant = nearest(word, vocabulary.wordsLike, (candidate) => stands(vocabulary.stem(candidate)));
    asRead.push(meant ?? word);
    if (meant === undefined) continue;
    known += guessed * word.length;
    const guess = vocabulary.stem(meant) as number;
    if (!query.stems.has(guess)) query.stems.set(guess, guessed);
    for (const gram of vocabulary.grams(meant)) if (!query.grams.has(gram)) query.grams.set(gram, guessed);
  }
  for (const meaning of vocabulary.meanings(asRead)) query.meanings.set(meaning, 1);
  return { query, words: asRead, known: letters === 0 ? 0 : known / letters };
}
