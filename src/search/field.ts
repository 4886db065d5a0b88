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
  add(entry: number, units: readonly Unit[]): void;
  remove(entry: number): void;
  /** In how many entries the term stands. */
  found(term: number): number;
  /** The score of each entry's best unit; good until the next call. */
  score(query: readonly QueryTerm[], totals: Readonly<Totals>): Scores;
}

/** Scores by entry number, and the entries that have one. */
export interface Scores {
  of: Float64Array;
  entries: readonly number[];
}

export const noTotals = (): Totals => ({ entries: 0, units: 0, lengths: { stems: 0, grams: 0, meanings: 0 } });

/** A posting is a unit's number with its quarters of the term in the low bits: one small integer, stored unboxed. */
const quarterBits = 6;
const quarterMask = (1 << quarterBits) - 1;

/** The postings of a term that the field does not have; never written to. */
const nowhere: number[] = [];

export function createField({ k1, b }: Shape): Field {
  /** By term: its postings, in how many entries it stands, and the entry it was met in last. */
  const postings: number[][] = [];
  const found: number[] = [];
  const latest: number[] = [];
  /** By term, while a unit is read: its quarters so far. */
  const quartersOf: number[] = [];
  const held = new Map<number, { first: number; end: number; terms: Int32Array }>();
  const totals = noTotals();
  const entryOf: number[] = [];
  const lengths: Record<Kind, number[]> = { stems: [], grams: [], meanings: [] };
  let sums = new Float64Array(1024);
  let best = { of: new Float64Array(1024), entries: [] as number[] };

  function add(entry: number, units: readonly Unit[]): void {
    if (units.length === 0) return;
    const first = entryOf.length;
    const terms: number[] = [];
    for (const unit of units) {
      const number = entryOf.push(entry) - 1;
      for (const kind of kinds) {
        const length = addUnit(number, unit, kind, terms);
        lengths[kind].push(length);
        totals.lengths[kind] += length;
      }
    }
    held.set(entry, { first, end: entryOf.length, terms: new Int32Array(distinct(terms, entry)) });
    totals.entries++;
    totals.units += units.length;
  }

  /** Counts the entry for each of its terms, and gives each once. */
  function distinct(terms: readonly number[], entry: number): number[] {
    return terms.filter((term) => {
      if (latest[term] === entry) return false;
      latest[term] = entry;
      found[term] = (found[term] as number) + 1;
      return true;
    });
  }

  /** Adds a unit's terms of one kind to `terms`, each once; returns its length in terms. */
  function addUnit(number: number, unit: Unit, kind: Kind, terms: number[]): number {
    const from = terms.length;
    let length = 0;
    for (const { terms: of, quarters } of unit) {
      for (const term of of[kind]) {
        while (postings.length <= term) grow();
        const before = quartersOf[term] as number;
        if (before === 0) terms.push(term);
        quartersOf[term] = before + quarters;
      }
      length += (of[kind].length * quarters) / 4;
    }
    for (let at = from; at < terms.length; at++) {
      const term = terms[at] as number;
      const packed = (number << quarterBits) | Math.min(quartersOf[term] as number, quarterMask);
      const posting = postings[term] as number[];
      if (posting === nowhere) postings[term] = [packed];
      else posting.push(packed);
      quartersOf[term] = 0;
    }
    return length;
  }

  function grow(): void {
    postings.push(nowhere);
    found.push(0);
    latest.push(-1);
    quartersOf.push(0);
  }

  function remove(entry: number): void {
    const of = held.get(entry);
    if (!of) return;
    held.delete(entry);
    for (const term of of.terms) {
      found[term] = (found[term] as number) - 1;
      postings[term] = (postings[term] as number[]).filter((packed) => entryOf[packed >> quarterBits] !== entry);
    }
    for (let unit = of.first; unit < of.end; unit++) {
      for (const kind of kinds) totals.lengths[kind] -= lengths[kind][unit] as number;
    }
    totals.entries--;
    totals.units -= of.end - of.first;
  }

  function score(query: readonly QueryTerm[], totals: Readonly<Totals>): Scores {
    if (sums.length < entryOf.length) {
      sums = new Float64Array(entryOf.length * 2);
      best = { of: new Float64Array(entryOf.length * 2), entries: best.entries };
    }
    for (const entry of best.entries) best.of[entry] = 0;
    best.entries = [];
    const touched: number[] = [];
    for (const { number, kind, worth } of query) {
      const units = postings[number];
      if (!units) continue;
      const lengthOf = lengths[kind];
      const level = k1 * (1 - b);
      const slope = (k1 * b * totals.units) / totals.lengths[kind];
      const gain = worth * (k1 + 1);
      for (let at = 0; at < units.length; at++) {
        const packed = units[at] as number;
        const unit = packed >> quarterBits;
        const frequency = (packed & quarterMask) / 4;
        const before = sums[unit] as number;
        if (before === 0) touched.push(unit);
        sums[unit] = before + (gain * frequency) / (frequency + level + slope * (lengthOf[unit] as number));
      }
    }
    for (const unit of touched) {
      const entry = entryOf[unit] as number;
      const sum = sums[unit] as number;
      const before = best.of[entry] as number;
      sums[unit] = 0;
      if (before === 0) best.entries.push(entry);
      if (sum > before) best.of[entry] = sum;
    }
    return best;
  }

  return { totals, add, remove, found: (term) => found[term] ?? 0, score };
}
