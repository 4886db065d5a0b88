import { createBoard, makeRoom, type Touched } from './board.ts';
import { withRoom } from './growing.ts';
import { createPostings, type PostingsState } from './postings.ts';
import type { Rows } from './rows.ts';
import { type Kind, kinds, type Learnt, type Vocabulary } from './vocabulary.ts';

/** A stretch of a unit, and how much a word counts in it, in quarters: 4 is once. */
export interface Part {
  text: Learnt;
  quarters: number;
}

/** What is matched as one: a name, a sentence, or all that an entry says. */
export type Unit = readonly Part[];

/** What rarity and length are measured against; sums over the indexes that are searched together. */
export interface Totals {
  entries: number;
  units: number;
  lengths: Record<Kind, number>;
}

/** Terms of one kind, and for each its weight times its rarity in a field. */
export interface WeighedTerms {
  kind: Kind;
  terms: readonly number[];
  worths: readonly number[];
}

/** How soon repetition stops counting (`k1`), and how much length counts against a text (`b`). */
export interface Shape {
  k1: number;
  b: number;
}

/** One field of all entries as an inverted index. An entry has as many units as it likes; the best one counts. */
export interface Field {
  readonly totals: Readonly<Totals>;
  /** Entries come in ascending order. */
  add(entry: number, units: readonly Unit[]): void;
  /** Takes an entry out; its units are those that it was added with. */
  remove(entry: number, units: readonly Unit[]): void;
  /** Does now what else the first question would wait for. */
  settle(): void;
  /** In how many entries the term stands. */
  found(term: number): number;
  holds(entry: number, term: number): boolean;
  /** Raises each entry's score in `best` to that of its best unit, times the weight, and adds it to `entries`. */
  score(
    query: readonly WeighedTerms[],
    totals: Readonly<Totals>,
    weight: number,
    best: Float64Array,
    entries: Touched,
  ): void;
  /** All that it holds, to make another like it; settled first. */
  state(): FieldState;
}

export interface FieldState {
  postings: PostingsState;
  totals: Totals;
  units: number;
  entryOf: Int32Array<ArrayBuffer>;
  lengths: Record<Kind, Int32Array<ArrayBuffer>>;
}

/** A posting is a unit's number with its quarters of the term in the low bits. */
const quarterBits = 6;
const quarterMask = (1 << quarterBits) - 1;

/** The sums of a field's units while they are added up; one board serves all fields. */
const sumsOfUnits = createBoard(1);

/** By term: the last added entry that it was met in, by a count of all adds, so that every field can use it. */
let metIn = new Int32Array(1024);
let adds = 0;

/** Kinds of terms that are never asked for (`held`) are not kept. */
export function createField(
  vocabulary: Vocabulary,
  { k1, b }: Shape,
  held: readonly Kind[] = kinds,
  rows?: Rows,
  known?: FieldState,
): Field {
  const postings = createPostings(rows, known?.postings);
  const totals: Totals = known?.totals ?? { entries: 0, units: 0, lengths: { stems: 0, grams: 0, meanings: 0 } };
  let units = known?.units ?? 0;
  /** By unit: its entry, and its length in quarters of a term. */
  let entryOf = known?.entryOf ?? new Int32Array(0);
  const lengths: Record<Kind, Int32Array<ArrayBuffer>> = known?.lengths ?? {
    stems: new Int32Array(0),
    grams: new Int32Array(0),
    meanings: new Int32Array(0),
  };

  function add(entry: number, added: readonly Unit[]): void {
    if (added.length === 0) return;
    adds++;
    metIn = withRoom(metIn, vocabulary.size);
    entryOf = withRoom(entryOf, units + added.length);
    for (const kind of held) lengths[kind] = withRoom(lengths[kind], units + added.length);
    for (const unit of added) {
      entryOf[units] = entry;
      addUnit(units++, unit, added.length === 1);
    }
    totals.entries++;
    totals.units += added.length;
  }

  function addUnit(number: number, unit: Unit, isOnly: boolean): void {
    for (const kind of held) {
      const length = countTerms(unit, kind);
      lengths[kind][number] = length;
      totals.lengths[kind] += length / 4;
    }
    vocabulary.counted((term, count) => {
      const isFirst = isOnly || metIn[term] !== adds;
      if (!isOnly) metIn[term] = adds;
      postings.add(term, (number << quarterBits) | Math.min(count, quarterMask), isFirst);
    });
  }

  /** Counts a unit's terms of one kind; returns its length in quarters. */
  function countTerms(unit: Unit, kind: Kind): number {
    let length = 0;
    for (const { text, quarters } of unit) length += vocabulary.count(text, kind, quarters) * quarters;
    return length;
  }

  function remove(entry: number, removed: readonly Unit[]): void {
    if (removed.length === 0) return;
    for (const unit of removed) for (const kind of held) totals.lengths[kind] -= countTerms(unit, kind) / 4;
    totals.entries--;
    totals.units -= removed.length;
    const [from, to] = postingsOf(entry);
    postings.settle();
    vocabulary.counted((term) => postings.takeOut(term, from, to));
  }

  /** The postings that an entry can have: those from the first number up to, and without, the second. */
  function postingsOf(entry: number): [number, number] {
    return [unitsBelow(entry) << quarterBits, unitsBelow(entry + 1) << quarterBits];
  }

  /** How many units the entries before this one have. */
  function unitsBelow(entry: number): number {
    let low = 0;
    let high = units;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entryOf[middle] as number) < entry) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function score(
    query: readonly WeighedTerms[],
    totals: Readonly<Totals>,
    weight: number,
    best: Float64Array,
    entries: Touched,
  ): void {
    postings.settle();
    makeRoom(sumsOfUnits, units);
    for (const terms of query) sumUp(terms, totals);
    takeBest(weight, best, entries);
  }

  /** Adds terms of one kind to the scores of the units that have them. */
  function sumUp({ kind, terms, worths }: WeighedTerms, totals: Readonly<Totals>): void {
    const [sums] = sumsOfUnits.scores as [Float64Array];
    const { marks, list } = sumsOfUnits.touched;
    const { cells } = postings;
    const lengthOf = lengths[kind];
    const level = 4 * k1 * (1 - b);
    const slope = (k1 * b * totals.units) / totals.lengths[kind];
    let count = sumsOfUnits.touched.count;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      const gain = (worths[at] as number) * (k1 + 1);
      const end = postings.end(term);
      for (let cell = postings.start(term); cell < end; cell++) {
        const posting = cells[cell] as number;
        const unit = posting >> quarterBits;
        const frequency = posting & quarterMask;
        // No branch: whether a unit has a score already cannot be foreseen.
        list[count] = unit;
        count += 1 - (marks[unit] as number);
        marks[unit] = 1;
        sums[unit] =
          (sums[unit] as number) + (gain * frequency) / (frequency + level + slope * (lengthOf[unit] as number));
      }
    }
    sumsOfUnits.touched.count = count;
  }

  /** Gives each entry the score of its best unit, if it has no better one, and empties the sums. */
  function takeBest(weight: number, best: Float64Array, entries: Touched): void {
    const [sums] = sumsOfUnits.scores as [Float64Array];
    const { marks, list, count } = sumsOfUnits.touched;
    let found = entries.count;
    for (let at = 0; at < count; at++) {
      const unit = list[at] as number;
      const entry = entryOf[unit] as number;
      const sum = weight * (sums[unit] as number);
      sums[unit] = 0;
      marks[unit] = 0;
      entries.list[found] = entry;
      found += 1 - (entries.marks[entry] as number);
      entries.marks[entry] = 1;
      if (sum > (best[entry] as number)) best[entry] = sum;
    }
    sumsOfUnits.touched.count = 0;
    entries.count = found;
  }

  return {
    totals,
    add,
    remove,
    settle: postings.settle,
    found(term) {
      postings.settle();
      return postings.entries(term);
    },
    holds(entry, term) {
      postings.settle();
      return postings.has(term, ...postingsOf(entry));
    },
    score,
    state() {
      postings.settle();
      return { postings: postings.state(), totals, units, entryOf, lengths };
    },
  };
}
