/** How well lists of ids answer their queries; each measure is a mean over the queries, 0 to 1. */
export interface Quality {
  p1: number;
  p5: number;
  mrr10: number;
  ndcg10: number;
  /** The share of queries for which nothing at all was found. */
  empty: number;
}

export function quality(results: readonly { found: readonly string[]; relevant: ReadonlySet<string> }[]): Quality {
  const mean = (of: (found: readonly string[], relevant: ReadonlySet<string>) => number) =>
    results.reduce((sum, { found, relevant }) => sum + of(found, relevant), 0) / Math.max(1, results.length);
  return {
    p1: mean((found, relevant) => precision(found, relevant, 1)),
    p5: mean((found, relevant) => precision(found, relevant, 5)),
    mrr10: mean((found, relevant) => {
      const at = found.slice(0, 10).findIndex((id) => relevant.has(id));
      return at === -1 ? 0 : 1 / (at + 1);
    }),
    ndcg10: mean((found, relevant) => {
      const gain = found.slice(0, 10).reduce((sum, id, at) => sum + (relevant.has(id) ? discount(at) : 0), 0);
      let ideal = 0;
      for (let at = 0; at < Math.min(10, relevant.size); at++) ideal += discount(at);
      return gain / ideal;
    }),
    empty: mean((found) => (found.length === 0 ? 1 : 0)),
  };
}

const discount = (at: number): number => 1 / Math.log2(at + 2);
const precision = (found: readonly string[], relevant: ReadonlySet<string>, of: number): number =>
  found.slice(0, of).filter((id) => relevant.has(id)).length / of;

/** The value below which this share of a sorted list lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, z) => a - z);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
