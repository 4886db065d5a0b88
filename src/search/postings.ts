import { withRoom } from './growing.ts';
import { type Rows, rowFor, rowOf } from './rows.ts';

/**
 * The units in which each term stands, and how often, as one integer each, in ascending order. All lists are in one
 * array: an object a list would take most of the time and memory of a build.
 *
 * What is added is written down in the order in which it comes, and put in its place by `settle`: when there is much
 * of it, all lists are laid out anew, each next to the other; when there is little, each is added to its list.
 */
export interface Postings {
  /** `isFirst` tells whether it is the term's first posting of an entry; it has to be greater than all before it. */
  add(term: number, posting: number, isFirst: boolean): void;
  /** Has to be called before anything below. */
  settle(): void;
  /** The array that holds all lists; `settle` may replace it. */
  readonly cells: Int32Array;
  /** Where in it a term's list begins and ends. */
  start(term: number): number;
  end(term: number): number;
  /** In how many entries the term stands. */
  entries(term: number): number;
  /** Takes one entry's postings out of a list: those from `from` up to, and without, `to`. */
  takeOut(term: number, from: number, to: number): void;
  /** Whether a list has a posting from `from` up to, and without, `to`. */
  has(term: number, from: number, to: number): boolean;
  /** All that is in its place, to make others like it; may be called once settled. */
  state(): PostingsState;
}

export interface PostingsState {
  cells: Int32Array<ArrayBuffer>;
  used: number;
  table: Int32Array<ArrayBuffer>;
  placed: number;
  height: number;
}

/** What is known of a term stands together in its row, so that a posting costs one place in memory and not four. */
const columns = 4;
const startAt = 0;
const countAt = 1;
const roomAt = 2;
const entriesAt = 3;

/** A log of so many postings is put in place when it is a third of all, so that it stays the smaller part. */
const longestLog = 1 << 20;

/** Room for a list of so many to grow by an eighth. */
const withSlack = (count: number): number => (count === 0 ? 0 : count + (count >> 3) + 1);

export function createPostings(rows?: Rows, known?: PostingsState): Postings {
  let cells = known?.cells ?? new Int32Array(0);
  /** Where the cells begin that no list has. */
  let used = known?.used ?? 0;
  let table = known?.table ?? new Int32Array(0);
  /** How many postings the lists have together. */
  let placed = known?.placed ?? 0;
  /** Pairs of a posting and its term's row, doubled, plus 1 if it is the first of its entry. */
  let log = new Int32Array(1024);
  let logged = 0;
  /** How many rows there are. */
  let height = known?.height ?? 0;

  function add(term: number, posting: number, isFirst: boolean): void {
    if (logged === log.length) {
      if (logged >= 2 * longestLog && logged > placed) placeLog();
      else log = withRoom(log, logged + 2);
    }
    const row = rowFor(rows, term);
    if (row >= height) height = row + 1;
    log[logged] = posting;
    log[logged + 1] = row * 2 + (isFirst ? 1 : 0);
    logged += 2;
  }

  function settle(): void {
    if (logged === 0) return;
    placeLog();
    // What a build needed is too much to keep for an entry now and then.
    if (log.length > placed) log = new Int32Array(1024);
  }

  function placeLog(): void {
    table = withRoom(table, height * columns);
    const fitting = logged > placed ? 0 : appendAll();
    if (fitting < logged) layOut(fitting);
    logged = 0;
  }

  /** Adds the log to the lists one by one; returns how much of it there was room for. */
  function appendAll(): number {
    for (let at = 0; at < logged; at += 2) {
      const row = ((log[at + 1] as number) >> 1) * columns;
      if (table[row + countAt] === table[row + roomAt] && !move(row)) return at;
      place(at);
    }
    return logged;
  }

  /** Moves a list to where it has more room, if there is such a place. */
  function move(row: number): boolean {
    const count = table[row + countAt] as number;
    const start = table[row + startAt] as number;
    const room = withSlack(count + 1);
    if (used + room > cells.length) return false;
    cells.copyWithin(used, start, start + count);
    table[row + startAt] = used;
    table[row + roomAt] = room;
    used += room;
    return true;
  }

  /** Puts a posting of the log behind its list. */
  function place(at: number): void {
    const mark = log[at + 1] as number;
    const row = (mark >> 1) * columns;
    const count = table[row + countAt] as number;
    cells[(table[row + startAt] as number) + count] = log[at] as number;
    table[row + countAt] = count + 1;
    table[row + entriesAt] = (table[row + entriesAt] as number) + (mark & 1);
    placed++;
  }

  /** Lays out all lists anew, with what the log holds from there on: a counting sort. */
  function layOut(from: number): void {
    const counts = new Int32Array(height);
    for (let at = from; at < logged; at += 2) {
      const mark = log[at + 1] as number;
      const row = mark >> 1;
      counts[row] = (counts[row] as number) + 1;
      table[row * columns + entriesAt] = (table[row * columns + entriesAt] as number) + (mark & 1);
    }
    placed += (logged - from) / 2;
    const ends = makeSpace(counts);
    for (let at = from; at < logged; at += 2) {
      const row = (log[at + 1] as number) >> 1;
      const end = ends[row] as number;
      cells[end] = log[at] as number;
      ends[row] = end + 1;
    }
  }

  /** Moves all lists to new cells, with room for so many postings more in each; returns where these are to be put. */
  function makeSpace(more: Int32Array): Int32Array {
    const roomOf = (one: number) => withSlack((table[one * columns + countAt] as number) + (more[one] as number));
    const old = cells;
    used = 0;
    for (let one = 0; one < height; one++) used += roomOf(one);
    cells = new Int32Array(withSlack(used));
    const ends = new Int32Array(height);
    let to = 0;
    for (let one = 0; one < height; one++) {
      const row = one * columns;
      const count = table[row + countAt] as number;
      const start = table[row + startAt] as number;
      for (let at = 0; at < count; at++) cells[to + at] = old[start + at] as number;
      ends[one] = to + count;
      table[row + startAt] = to;
      table[row + roomAt] = roomOf(one);
      table[row + countAt] = count + (more[one] as number);
      to += table[row + roomAt] as number;
    }
    return ends;
  }

  /** Where the term's row begins; -1 where nothing is known of it. */
  function placeOf(term: number): number {
    const row = rowOf(rows, term) * columns;
    return row < table.length ? row : -1;
  }

  function start(term: number): number {
    const row = placeOf(term);
    return row < 0 ? 0 : (table[row + startAt] as number);
  }

  function end(term: number): number {
    const row = placeOf(term);
    return row < 0 ? 0 : (table[row + startAt] as number) + (table[row + countAt] as number);
  }

  /** Where in a term's list the first posting is that is not less. */
  function firstFrom(term: number, posting: number): number {
    let low = start(term);
    let high = end(term);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cells[middle] as number) < posting) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    add,
    settle,
    get cells() {
      return cells;
    },
    start,
    end,
    entries(term) {
      const row = placeOf(term);
      return row < 0 ? 0 : (table[row + entriesAt] as number);
    },
    takeOut(term, from, to) {
      const first = firstFrom(term, from);
      const behind = firstFrom(term, to);
      if (first === behind) return;
      cells.copyWithin(first, behind, end(term));
      const row = placeOf(term);
      table[row + countAt] = (table[row + countAt] as number) - (behind - first);
      table[row + entriesAt] = (table[row + entriesAt] as number) - 1;
      placed -= behind - first;
    },
    has: (term, from, to) => firstFrom(term, from) < firstFrom(term, to),
    state: () => ({ cells, used, table, placed, height }),
  };
}
