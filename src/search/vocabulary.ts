import { createGrams, type GramsState } from './grams.ts';
import { withRoom } from './growing.ts';
import { createLexicon, type Lexicon, type LexiconState, lexiconOf, noSense, type Sense } from './lexicon.ts';
import { remembered } from './remembered.ts';
import { createSpellings, type Spellings } from './spelling.ts';
import { stem } from './stem.ts';
import { createTally } from './tally.ts';
import { createWordTable, type WordTableState } from './word-table.ts';

/** The kinds of terms a text is compared by. */
export const kinds = ['stems', 'grams', 'meanings'] as const;
export type Kind = (typeof kinds)[number];

/** A text as it was learnt: the numbers of its words, in order, and the terms of what they mean together. */
export interface Learnt {
  words: readonly number[];
  meanings: readonly number[];
}

/** Words as numbers, shared by every index that is searched together. It only grows, and only by what is indexed. */
export interface Vocabulary {
  /** How many terms there are; they are numbered from 0. */
  readonly size: number;
  /** Learns the text's words. */
  learn(text: string): Learnt;
  /** Counts a text's terms of one kind, each so many times; returns how many terms they are, repetitions included. */
  count(text: Learnt, kind: Kind, times: number): number;
  /** Gives each term counted since the last time once, in the order of first meeting. */
  counted(give: (term: number, count: number) => void): void;
  /** The number of a term that has been learnt. */
  stem(word: string): number | undefined;
  grams(word: string): ArrayLike<number>;
  meaning(id: string): number | undefined;
  /** The ids of what words mean, learnt or not. */
  meaningsOf(words: readonly string[]): string[];
  /** All words learnt, by their letters. */
  readonly spellings: Spellings;
  /** All that it knows; `vocabularyOf` makes another of it. */
  state(): VocabularyState;
}

export interface VocabularyState {
  lexicon: LexiconState;
  size: number;
  words: WordTableState;
  grams: GramsState;
  stemOf: Int32Array<ArrayBuffer>;
  /** By word, of those that stand for something. */
  senses: Map<number, Sense>;
  gramsEnd: Int32Array<ArrayBuffer>;
  allGrams: Int32Array<ArrayBuffer>;
  stems: Map<string, number>;
  meanings: Map<string, number>;
}

export const createVocabulary = (lexicon: Lexicon = createLexicon([])): Vocabulary => vocabularyOver(lexicon);

/** Makes another of what one has said of its state, which becomes its own. */
export const vocabularyOf = (known: VocabularyState): Vocabulary => vocabularyOver(lexiconOf(known.lexicon), known);

function vocabularyOver(lexicon: Lexicon, known?: VocabularyState): Vocabulary {
  const words = createWordTable(learnWord, known?.words);
  /** By word: its stem, what it stands for if anything, and where its grams end in the list of all grams. */
  let stemOf = known?.stemOf ?? new Int32Array(1024);
  const senses = known?.senses ?? new Map<number, Sense>();
  let gramsEnd = known?.gramsEnd ?? new Int32Array(1024);
  let allGrams = known?.allGrams ?? new Int32Array(1024);

  const stems = known?.stems ?? new Map<string, number>();
  const grams = createGrams(known?.grams);
  const meanings = known?.meanings ?? new Map<string, number>();
  const spellings = createSpellings(known?.words.words);
  const tally = createTally();
  /** Questions hold the same unknown words again and again. */
  const stemOnce = remembered(stem);
  let size = known?.size ?? 0;
  const next = () => size++;

  function numberOf(term: string, numbers: Map<string, number>): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const given = next();
    numbers.set(term, given);
    return given;
  }

  function learnWord(word: string, number: number): void {
    const stemmed = stem(word);
    stemOf = withRoom(stemOf, number + 1);
    stemOf[number] = numberOf(stemmed, stems);
    const sense = lexicon.lookUp(word, stemmed);
    if (sense !== noSense) senses.set(number, sense);
    const found = grams.of(word, next);
    const from = gramsFrom(number);
    allGrams = withRoom(allGrams, from + found.length);
    allGrams.set(found, from);
    gramsEnd = withRoom(gramsEnd, number + 1);
    gramsEnd[number] = from + found.length;
    spellings.add(word);
  }

  const gramsFrom = (word: number): number => (word === 0 ? 0 : (gramsEnd[word - 1] as number));

  function learn(text: string): Learnt {
    const found = words.read(text);
    if (!found.some((word) => senses.has(word))) return { words: found, meanings: [] };
    const named = lexicon.meaningsOf(
      found.map(words.wordOf),
      found.map((word) => senses.get(word) ?? noSense),
    );
    return { words: found, meanings: named.map((id) => numberOf(id, meanings)) };
  }

  function count(text: Learnt, kind: Kind, times: number): number {
    tally.makeRoom(size);
    if (kind === 'meanings') {
      for (const meaning of text.meanings) tally.add(meaning, times);
      return text.meanings.length;
    }
    if (kind === 'stems') {
      for (const word of text.words) tally.add(stemOf[word] as number, times);
      return text.words.length;
    }
    let all = 0;
    for (const word of text.words) {
      const from = gramsFrom(word);
      const to = gramsEnd[word] as number;
      tally.addAll(allGrams, from, to, times);
      all += to - from;
    }
    return all;
  }

  return {
    get size() {
      return size;
    },
    learn,
    count,
    counted: tally.drain,
    stem(word) {
      const number = words.find(word);
      return number === undefined ? stems.get(stemOnce(word)) : stemOf[number];
    },
    grams(word) {
      const number = words.find(word);
      return number === undefined ? grams.of(word) : allGrams.subarray(gramsFrom(number), gramsEnd[number]);
    },
    meaning: (id) => meanings.get(id),
    meaningsOf: (text) => lexicon.meaningsOf(text),
    spellings,
    state: () => ({
      lexicon: lexicon.state(),
      size,
      words: words.state(),
      grams: grams.state(),
      stemOf,
      senses,
      gramsEnd,
      allGrams,
      stems,
      meanings,
    }),
  };
}
