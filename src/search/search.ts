import { insert } from './best.ts';
import { createBoard, makeRoom } from './board.ts';
import type { FieldQuery } from './field-query.ts';
import type { Index } from './index.ts';
import { type FieldName, fieldWeights } from './weights.ts';

export interface Match {
  id: string;
  score: number;
  /** The part of the score that the nearest name or phrasing gave. */
  called: number;
}

/** How many of the best are ranked closely; none further back has ever come first. */
const closest = 50;

/** The scores by entry of the index that is being searched. A name and a phrasing are two views of one thing: the better counts. */
const board = createBoard(3);
const columns: Record<FieldName, number> = { names: 0, phrasings: 0, whole: 1, passages: 2 };

/** Searches several indexes as one, by the question as each field weighs it; best first. */
export function search(
  indexes: readonly Index[],
  asked: readonly FieldQuery[],
  hidden?: (index: Index, id: string) => boolean,
): Match[] {
  const best: Match[] = [];
  for (const index of indexes) {
    makeRoom(board, index.numbers);
    for (const { field, terms, totals } of asked) {
      const scores = board.scores[columns[field]] as Float64Array;
      index.fields[field].score(terms, totals, fieldWeights[field], scores, board.touched);
    }
    takeBest(best, index, hidden);
  }
  return best;
}

/** Those of equal score stand by their ids, so that the order is always the same. */
const isBefore = (a: Match, z: Match): boolean => a.score > z.score || (a.score === z.score && a.id < z.id);

export const inOrder = (matches: readonly Match[]): Match[] => {
  const sorted: Match[] = [];
  for (const match of matches) insert(sorted, match, matches.length, isBefore);
  return sorted;
};

/** Adds the entries with the best sums of their scores; empties the board. */
function takeBest(best: Match[], index: Index, hidden?: (index: Index, id: string) => boolean): void {
  const [called, whole, passages] = board.scores as [Float64Array, Float64Array, Float64Array];
  const { list, marks, count } = board.touched;
  for (let at = 0; at < count; at++) {
    const entry = list[at] as number;
    const name = called[entry] as number;
    const score = name + ((whole[entry] as number) + (passages[entry] as number));
    marks[entry] = 0;
    called[entry] = 0;
    whole[entry] = 0;
    passages[entry] = 0;
    if (best.length === closest && score < (best[closest - 1] as Match).score) continue;
    const id = index.idOf(entry);
    if (!hidden?.(index, id)) insert(best, { id, score, called: name }, closest, isBefore);
  }
  board.touched.count = 0;
}
