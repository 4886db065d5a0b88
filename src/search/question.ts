import type { Index } from './index.ts';
import { otherLayouts } from './keyboard.ts';
import { ask, askAll, emptyQuery, type Query } from './query.ts';
import { inCyrillic } from './transliteration.ts';
import { words } from './words.ts';

/** What was asked, as the index understands it. */
export interface Question {
  query: Query;
  /** The words as read: a misspelt one is its known neighbour. */
  words: readonly string[];
  /** The ids of what the words mean. */
  meanings: readonly string[];
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
  const query = emptyQuery();
  const asRead: string[] = [];
  let known = 0;
  let letters = 0;

  for (const word of words(text)) {
    letters += word.length;
    askAll(query.grams, vocabulary.grams(word), 1);
    const stem = vocabulary.stem(word);
    if (stands(stem)) {
      ask(query.stems, stem, 1);
      known += word.length;
      asRead.push(word);
      continue;
    }
    const meant = vocabulary.spellings.nearest(word, (candidate) => stands(vocabulary.stem(candidate)));
    asRead.push(meant ?? word);
    if (meant === undefined) continue;
    known += guessed * word.length;
    ask(query.stems, vocabulary.stem(meant) as number, guessed);
    askAll(query.grams, vocabulary.grams(meant), guessed);
  }
  const meanings = vocabulary.meaningsOf(asRead);
  for (const id of meanings) {
    const meaning = vocabulary.meaning(id);
    if (meaning !== undefined) ask(query.meanings, meaning, 1);
  }
  return { query, words: asRead, meanings, known: letters === 0 ? 0 : known / letters };
}
