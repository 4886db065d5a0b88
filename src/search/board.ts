import { withRoom } from './growing.ts';

/** A set of numbers: those set in `marks` are the first `count` of `list`. Kept empty between uses. */
export interface Touched {
  marks: Uint8Array;
  list: Int32Array<ArrayBuffer>;
  count: number;
}

/** The scores of numbered things, all 0 between uses, and which of them have one. */
export interface Board {
  touched: Touched;
  /** The columns: several scores of each. */
  scores: Float64Array[];
}

export function createBoard(columns: number): Board {
  return {
    touched: { marks: new Uint8Array(0), list: new Int32Array(0), count: 0 },
    scores: Array.from({ length: columns }, () => new Float64Array(0)),
  };
}

/** Makes room for numbers below `length`; the board has to be empty. */
export function makeRoom({ touched, scores }: Board, length: number): void {
  // One more than there are, as the list is written to before it is known whether the number is new.
  if (length < touched.list.length) return;
  touched.list = withRoom(touched.list, length + 1);
  touched.marks = new Uint8Array(touched.list.length);
  for (let column = 0; column < scores.length; column++) scores[column] = new Float64Array(touched.list.length);
}
