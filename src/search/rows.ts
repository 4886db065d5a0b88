/**
 * The rows of terms in tables that are kept by term, in the order in which the terms were met. For an index that has
 * few of the vocabulary's terms: a community's own entries would otherwise take a megabyte or more, however few they
 * are. Where there is no such map, each term has the row of its own number: nothing to look up.
 */
export type Rows = Map<number, number> | undefined;

/** The term's row; -1 where it has none. A branch, not a call: it stands in the way of every term that is asked for. */
export const rowOf = (rows: Rows, term: number): number => (rows === undefined ? term : (rows.get(term) ?? -1));

/** The term's row, which is made where it has none. */
export function rowFor(rows: Rows, term: number): number {
  if (rows === undefined) return term;
  const known = rows.get(term);
  if (known !== undefined) return known;
  rows.set(term, rows.size);
  return rows.size - 1;
}
