import { grams } from './grams.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { letters, type Spelt } from './spelling.ts';
import { stem } from './stem.ts';
import { words } from './words.ts';

/** The kinds of terms a text is compared by. */
export const kinds = ['stems', 'grams', 'meanings'] as const;
export type Kind = (typeof kinds)[number];

/** A text as numbers, one list per kind of term, repetitions kept. */
export type Terms = Record<Kind, readonly number[]>;

interface WordTerms {
  stem: number;
  grams: number[];
}

/** Words as numbers, shared by every index that is searched together. It only grows, and only by what is indexed. */
export interface Vocabulary {
  /** Learns the text's words. */
  learn(text: string): Terms;
  /** The number of a term that has been learnt. */
  stem(word: string): number | undefined;
  grams(word: string): number[];
  meanings(words: readonly string[]): number[];
  meaning(id: string): number | undefined;
  /** Learnt words that begin with this letter and have this many. */
  wordsLike(initial: string, length: number): readonly Spelt[];
}

export function createVocabulary(lexicon: Lexicon = createLexicon([])): Vocabulary {
  const numbers = new Map<string, number>();
  const learnt = new Map<string, WordTerms>();
  const byShape = new Map<string, Spelt[]>();

  const number = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };

  function learnWord(word: string): WordTerms {
    const known = learnt.get(word);
    if (known) return known;
    const made = { stem: number(stem(word)), grams: grams(word).map((gram) => number(`~${gram}`)) };
    learnt.set(word, made);
    const shape = shapeOf(word[0] ?? '', word.length);
    const alike = byShape.get(shape);
    if (alike) alike.push({ word, has: letters(word) });
    else byShape.set(shape, [{ word, has: letters(word) }]);
    return made;
  }

  return {
    learn(text) {
      const found = words(text);
      const stems: number[] = [];
      const grams: number[] = [];
      for (const word of found) {
        const made = learnWord(word);
        stems.push(made.stem);
        for (const gram of made.grams) grams.push(gram);
      }
      return { stems, grams, meanings: lexicon.meaningsOf(found).map((id) => number(`#${id}`)) };
    },
    stem: (word) => learnt.get(word)?.stem ?? numbers.get(stem(word)),
    grams: (word) => learnt.get(word)?.grams ?? known(grams(word).map((gram) => numbers.get(`~${gram}`))),
    meanings: (text) => known(lexicon.meaningsOf(text).map((id) => numbers.get(`#${id}`))),
    meaning: (id) => numbers.get(`#${id}`),
    wordsLike: (initial, length) => byShape.get(shapeOf(initial, length)) ?? [],
  };
}

const shapeOf = (initial: string, length: number): string => initial + length;
const known = (all: (number | undefined)[]): number[] => all.filter((one) => one !== undefined);
