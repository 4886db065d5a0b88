import { withRoom } from './growing.ts';

/**
 * The units in which each term stands, and how often, as one integer each, in ascending order. All lists are in one
 * array: an object a list would take most of the time and memory of a build. A full list moves to a place with twice
 * the room; places left behind are used again.
 */
export interface Postings {
  /** The array that holds all lists; `append` may replace it. */
  readonly cells: Int32Array;
  /** Where in it a term's list begins and ends. */
  start(term: number): number;
  end(term: number): number;
  /** In how many entries the term stands. */
  entries(term: number): number;
  /** Has to be called before terms up to this number are appended to. */
  makeRoom(terms: number): void;
  /** `first` is the least posting that the same entry can have; so a list that ends below it meets a new entry. */
  append(term: number, posting: number, first: number): void;
  /** Takes out the postings of one entry, for which `gone` holds. */
  takeOut(term: number, gone: (posting: number) => boolean): void;
}

/** What is known of a term stands together, so that a posting costs one place in memory and not four. */
const columns = 4;
const startAt = 0;
const countAt = 1;
/** 0 or a power of two. */
const roomAt = 2;
const entriesAt = 3;

export function createPostings(): Postings {
  let cells = new Int32Array(1024);
  let used = 0;
  let table = new Int32Array(0);
  /** Places left behind, by the logarithm of their room. */
  const free: number[][] = Array.from({ length: 31 }, () => []);

  function append(term: number, posting: number, first: number): void {
    const row = term * columns;
    const count = table[row + countAt] as number;
    if (count === table[row + roomAt]) move(row, count);
    const at = (table[row + startAt] as number) + count;
    if (count === 0 || (cells[at - 1] as number) < first) {
      table[row + entriesAt] = (table[row + entriesAt] as number) + 1;
    }
    cells[at] = posting;
    table[row + countAt] = count + 1;
  }

  function move(row: number, count: number): void {
    const room = table[row + roomAt] as number;
    const start = table[row + startAt] as number;
    const wanted = room === 0 ? 1 : room * 2;
    const to = free[log2(wanted)]?.pop() ?? claim(wanted);
    cells.copyWithin(to, start, start + count);
    if (room > 0) free[log2(room)]?.push(start);
    table[row + startAt] = to;
    table[row + roomAt] = wanted;
  }

  function claim(room: number): number {
    cells = withRoom(cells, used + room);
    used += room;
    return used - room;
  }

  const start = (term: number): number => (term * columns < table.length ? (table[term * columns] as number) : 0);
  const end = (term: number): number =>
    term * columns < table.length ? start(term) + (table[term * columns + countAt] as number) : 0;

  return {
    get cells() {
      return cells;
    },
    start,
    end,
    entries: (term) => (term * columns < table.length ? (table[term * columns + entriesAt] as number) : 0),
    makeRoom(terms) {
      table = withRoom(table, terms * columns);
    },
    append,
    takeOut(term, gone) {
      const last = end(term);
      let to = start(term);
      for (let at = to; at < last; at++) {
        const posting = cells[at] as number;
        if (!gone(posting)) cells[to++] = posting;
      }
      if (to === last) return;
      const row = term * columns;
      table[row + countAt] = to - start(term);
      table[row + entriesAt] = (table[row + entriesAt] as number) - 1;
    },
  };
}

const log2 = (power: number): number => 31 - Math.clz32(power);
