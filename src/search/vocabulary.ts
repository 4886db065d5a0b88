import { createGrams } from './grams.ts';
import { createLexicon, type Lexicon, type Sense } from './lexicon.ts';
import { remembered } from './remembered.ts';
import { letters, type Spelt } from './spelling.ts';
import { stem } from './stem.ts';
import { words } from './words.ts';

/** The kinds of terms a text is compared by. */
export const kinds = ['stems', 'grams', 'meanings'] as const;
export type Kind = (typeof kinds)[number];

/** A text as numbers, one list per kind of term, repetitions kept. */
export type Terms = Record<Kind, readonly number[]>;

interface Learnt {
  stem: number;
  grams: readonly number[];
  sense: Sense;
}

/** Words as numbers, shared by every index that is searched together. It only grows, and only by what is indexed. */
export interface Vocabulary {
  /** How many terms there are; they are numbered from 0. */
  readonly size: number;
  /** Learns the text's words. */
  learn(text: string): Terms;
  /** The number of a term that has been learnt. */
  stem(word: string): number | undefined;
  grams(word: string): readonly number[];
  meanings(words: readonly string[]): number[];
  meaning(id: string): number | undefined;
  /** Learnt words that begin with this letter and have this many. */
  wordsLike(initial: string, length: number): readonly Spelt[];
}

export function createVocabulary(lexicon: Lexicon = createLexicon([])): Vocabulary {
  const stems = new Map<string, number>();
  const grams = createGrams();
  const meanings = new Map<string, number>();
  const learnt = new Map<string, Learnt>();
  const byShape = new Map<number, Spelt[]>();
  /** Questions hold the same unknown words again and again. */
  const stemOnce = remembered(stem);
  let size = 0;
  const next = () => size++;

  function number(numbers: Map<string, number>, term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const given = next();
    numbers.set(term, given);
    return given;
  }

  function learnWord(word: string): Learnt {
    const stemmed = stem(word);
    const made = { stem: number(stems, stemmed), grams: grams.of(word, next), sense: lexicon.lookUp(word, stemmed) };
    learnt.set(word, made);
    const shape = shapeOf(word, word.length);
    const alike = byShape.get(shape);
    if (alike) alike.push({ word, has: letters(word) });
    else byShape.set(shape, [{ word, has: letters(word) }]);
    return made;
  }

  function learn(text: string): Terms {
    const found = words(text);
    const all: Learnt[] = [];
    let gramCount = 0;
    for (const word of found) {
      const one = learnt.get(word) ?? learnWord(word);
      gramCount += one.grams.length;
      all.push(one);
    }
    const gramsOfAll = new Array<number>(gramCount);
    let at = 0;
    for (const { grams } of all) for (let run = 0; run < grams.length; run++) gramsOfAll[at++] = grams[run] as number;
    const senses = all.map(({ sense }) => sense);
    return {
      stems: all.map((one) => one.stem),
      grams: gramsOfAll,
      meanings: lexicon.meaningsOf(found, senses).map((id) => number(meanings, id)),
    };
  }

  return {
    get size() {
      return size;
    },
    learn,
    stem: (word) => learnt.get(word)?.stem ?? stems.get(stemOnce(word)),
    grams: (word) => learnt.get(word)?.grams ?? grams.of(word),
    meanings: (text) =>
      lexicon
        .meaningsOf(text)
        .map((id) => meanings.get(id))
        .filter((one) => one !== undefined),
    meaning: (id) => meanings.get(id),
    wordsLike: (initial, length) => byShape.get(shapeOf(initial, length)) ?? [],
  };
}

/** A word's first letter and how many it has, as one number. */
const shapeOf = (word: string, length: number): number => word.charCodeAt(0) * 1024 + Math.min(length, 1023);
