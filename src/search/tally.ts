import { withRoom } from './growing.ts';

/** Counts of terms, empty between uses: a table by term is too long to be made each time. */
export interface Tally {
  /** Has to be called before terms below this number are counted. */
  makeRoom(terms: number): void;
  add(term: number, times: number): void;
  /** Adds the terms that stand in a list from one place up to another. */
  addAll(list: Int32Array, from: number, to: number, times: number): void;
  /** Gives each term once, in the order of first meeting, with its count, and is empty then. */
  drain(give: (term: number, count: number) => void): void;
}

export function createTally(): Tally {
  /** By term: its count so far. */
  let counts = new Int32Array(1024);
  /** The terms that have one. */
  let met = new Int32Array(1024);
  let length = 0;

  function addAll(list: Int32Array, from: number, to: number, times: number): void {
    const table = counts;
    const distinct = met;
    let end = length;
    for (let at = from; at < to; at++) {
      const term = list[at] as number;
      const before = table[term] as number;
      if (before === 0) distinct[end++] = term;
      table[term] = before + times;
    }
    length = end;
  }

  return {
    makeRoom(terms) {
      counts = withRoom(counts, terms);
      met = withRoom(met, terms);
    },
    add(term, times) {
      const before = counts[term] as number;
      if (before === 0) met[length++] = term;
      counts[term] = before + times;
    },
    addAll,
    drain(give) {
      for (let at = 0; at < length; at++) {
        const term = met[at] as number;
        give(term, counts[term] as number);
        counts[term] = 0;
      }
      length = 0;
    },
  };
}
