import { withRoom } from './growing.ts';
import { createPostings } from './postings.ts';
import { type Kind, kinds, type Terms } from './vocabulary.ts';

/** A stretch of a unit, and how much a word counts in it, in quarters: 4 is once. */
export interface Part {
  terms: Terms;
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

export interface QueryTerm {
  number: number;
  kind: Kind;
  /** Its weight times its rarity in this field. */
  worth: number;
}

/** How soon repetition stops counting (`k1`), and how much length counts against a text (`b`). */
export interface Shape {
  k1: number;
  b: number;
}

/** One field of all entries as an inverted index. An entry has as many units as it likes; the best one counts. */
export interface Field {
  readonly totals: Readonly<Totals>;
  /** `vocabulary` is the number of terms there are by now. */
  add(entry: number, units: readonly Unit[], vocabulary: number): void;
  /** Takes an entry out; its units are those that it was added with. */
  remove(entry: number, units: readonly Unit[]): void;
  /** In how many entries the term stands. */
  found(term: number): number;
  /** The score of each entry's best unit, with room for this many entries; good until the next call. */
  score(query: readonly QueryTerm[], totals: Readonly<Totals>, entries: number): Scores;
}

/** Scores by entry number, and the entries that have one: the first `count` of the list. */
export interface Scores {
  of: Float64Array;
  entries: Int32Array;
  count: number;
}

const noTotals = (): Totals => ({ entries: 0, units: 0, lengths: { stems: 0, grams: 0, meanings: 0 } });

/** A posting is a unit's number with its quarters of the term in the low bits. */
const quarterBits = 6;
const quarterMask = (1 << quarterBits) - 1;

/** Sums are found again by blocks of so many units. */
const blockBits = 5;
const blockSize = 1 << blockBits;

/** By term, while a unit is read: its quarters so far. All 0 in between, so that every field can use it. */
let quartersOf = new Int32Array(1024);
/** The terms that have been met in it. */
let met = new Int32Array(1024);

/** Kinds of terms that are never asked for (`held`) are not kept. */
export function createField({ k1, b }: Shape, held: readonly Kind[] = kinds): Field {
  const postings = createPostings();
  const totals = noTotals();
  let units = 0;
  /** By unit: its entry, and its length in quarters of a term. */
  let entryOf = new Int32Array(0);
  const lengths: Record<Kind, Int32Array<ArrayBuffer>> = {
    stems: new Int32Array(0),
    grams: new Int32Array(0),
    meanings: new Int32Array(0),
  };
  let sums = new Float64Array(0);
  /** By block of units: 1 if one of them has a sum. */
  let touched = new Uint8Array(0);
  let best: Scores = { of: new Float64Array(0), entries: new Int32Array(0), count: 0 };

  function add(entry: number, added: readonly Unit[], vocabulary: number): void {
    if (added.length === 0) return;
    const first = units;
    units += added.length;
    entryOf = withRoom(entryOf, units);
    for (const kind of held) lengths[kind] = withRoom(lengths[kind], units);
    quartersOf = withRoom(quartersOf, vocabulary);
    met = withRoom(met, vocabulary);
    postings.makeRoom(vocabulary);
    for (let unit = first; unit < units; unit++) {
      entryOf[unit] = entry;
      for (const kind of held) {
        const length = addUnit(unit, first, added[unit - first] as Unit, kind);
        lengths[kind][unit] = length;
        totals.lengths[kind] += length / 4;
      }
    }
    totals.entries++;
    totals.units += added.length;
  }

  /** Adds a unit's terms of one kind; returns its length in quarters. `first` is the first unit of its entry. */
  function addUnit(number: number, first: number, unit: Unit, kind: Kind): number {
    let length = 0;
    let count = 0;
    for (const { terms, quarters } of unit) {
      const of = terms[kind];
      for (let at = 0; at < of.length; at++) {
        const term = of[at] as number;
        const before = quartersOf[term] as number;
        if (before === 0) met[count++] = term;
        quartersOf[term] = before + quarters;
      }
      length += of.length * quarters;
    }
    for (let at = 0; at < count; at++) {
      const term = met[at] as number;
      const packed = (number << quarterBits) | Math.min(quartersOf[term] as number, quarterMask);
      quartersOf[term] = 0;
      postings.append(term, packed, first << quarterBits);
    }
    return length;
  }

  function remove(entry: number, removed: readonly Unit[]): void {
    if (removed.length === 0) return;
    const gone = (packed: number) => entryOf[packed >> quarterBits] === entry;
    for (const unit of removed) {
      for (const { terms, quarters } of unit) {
        for (const kind of held) {
          totals.lengths[kind] -= (terms[kind].length * quarters) / 4;
          for (const term of new Set(terms[kind])) {
            postings.takeOut(term, gone);
          }
        }
      }
    }
    totals.entries--;
    totals.units -= removed.length;
  }

  function score(query: readonly QueryTerm[], totals: Readonly<Totals>, room: number): Scores {
    if (sums.length < units) {
      sums = new Float64Array(units * 2 + blockSize);
      touched = new Uint8Array((sums.length >> blockBits) + 1);
    }
    if (best.of.length < room) {
      best = { of: new Float64Array(room * 2), entries: new Int32Array(room * 2), count: 0 };
    }
    for (let at = 0; at < best.count; at++) best.of[best.entries[at] as number] = 0;
    sumUp(query, totals);
    best.count = takeBest(best);
    return best;
  }

  /** Adds up each unit's score, and marks its block. */
  function sumUp(query: readonly QueryTerm[], totals: Readonly<Totals>): void {
    const { cells } = postings;
    const sum = sums;
    const marks = touched;
    const level = 4 * k1 * (1 - b);
    let last: Kind = 'stems';
    let lengthOf = lengths[last];
    let slope = (k1 * b * totals.units) / totals.lengths[last];
    for (const { number, kind, worth } of query) {
      // The terms come kind by kind, and to look these up by a name that changes is slow.
      if (kind !== last) {
        last = kind;
        lengthOf = lengths[kind];
        slope = (k1 * b * totals.units) / totals.lengths[kind];
      }
      const gain = worth * (k1 + 1);
      const end = postings.end(number);
      for (let at = postings.start(number); at < end; at++) {
        const packed = cells[at] as number;
        const unit = packed >> quarterBits;
        const frequency = packed & quarterMask;
        // No branch: whether a unit has a score already cannot be foreseen.
        marks[unit >> blockBits] = 1;
        sum[unit] =
          (sum[unit] as number) + (gain * frequency) / (frequency + level + slope * (lengthOf[unit] as number));
      }
    }
  }

  /** Takes each entry's best unit, and sets all sums back to 0; returns how many entries have one. */
  function takeBest({ of, entries }: Scores): number {
    let count = 0;
    for (let block = 0; block << blockBits < units; block++) {
      if (touched[block] === 0) continue;
      touched[block] = 0;
      const first = block << blockBits;
      for (let unit = first; unit < first + blockSize; unit++) {
        const sum = sums[unit] as number;
        if (sum === 0) continue;
        sums[unit] = 0;
        const entry = entryOf[unit] as number;
        const before = of[entry] as number;
        if (before === 0) entries[count++] = entry;
        if (sum > before) of[entry] = sum;
      }
    }
    return count;
  }

  return { totals, add, remove, found: postings.entries, score };
}
