import { noTotals, type QueryTerm, type Scores, type Totals } from './field.ts';
import type { Index } from './index.ts';
import { type Kind, kinds } from './vocabulary.ts';
import { type FieldName, fieldNames, fieldWeights, kindWeights } from './weights.ts';

/** What is asked, as numbers of the vocabulary, each with a weight of at most 1. */
export type Query = Record<Kind, ReadonlyMap<number, number>>;

export interface Match {
  id: string;
  score: number;
  /** The part of the score that the nearest name or phrasing gave. */
  called: number;
}

/** BM25's rarity: what a term says that `found` of `entries` have. */
export const rarity = (found: number, entries: number): number => Math.log(1 + (entries - found + 0.5) / (found + 0.5));

/** How many of the best are ranked closely; none further back has ever come first. */
const closest = 50;

/** Searches several indexes as one: what is rare and what is long is measured over all of them. */
export function search(
  indexes: readonly Index[],
  query: Query,
  hidden?: (index: Index, id: string) => boolean,
): Match[] {
  const matches: Match[] = [];
  const prepared = fieldNames.map((name) => ({ name, ...fieldTerms(name, indexes, query) }));
  for (const index of indexes) {
    const scored = prepared.map(({ name, terms, totals }) => index.fields[name].score(terms, totals));
    for (const { entry, score, called } of bestOf(scored, (entry) => hidden?.(index, index.idOf(entry)) ?? false)) {
      matches.push({ id: index.idOf(entry), score, called });
    }
  }
  return matches.sort(byScore).slice(0, closest);
}

/** Best first; equals by their ids, so that the order is always the same. */
export const byScore = (a: Match, z: Match): number => z.score - a.score || (a.id < z.id ? -1 : 1);

interface Found {
  entry: number;
  score: number;
  called: number;
}

/** The best entries by the sum of their fields. A name and a phrasing are two views of one thing: the better counts. */
function bestOf(scored: readonly Scores[], hidden: (entry: number) => boolean): Found[] {
  const [names, phrasings, whole, passages] = scored.map(({ of }) => of) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const best: Found[] = [];
  let least = 0;
  const consider = (entry: number): void => {
    const name = fieldWeights.names * (names[entry] as number);
    const phrasing = fieldWeights.phrasings * (phrasings[entry] as number);
    const text = fieldWeights.whole * (whole[entry] as number) + fieldWeights.passages * (passages[entry] as number);
    const called = Math.max(name, phrasing);
    const score = called + text;
    if (score <= least || hidden(entry)) return;
    let at = best.length;
    while (at > 0 && (best[at - 1] as { score: number }).score < score) at--;
    best.splice(at, 0, { entry, score, called });
    if (best.length > closest) best.pop();
    if (best.length === closest) least = (best[closest - 1] as { score: number }).score;
  };
  for (const [field, { entries }] of scored.entries()) {
    for (const entry of entries) if (!seenBefore(scored, field, entry)) consider(entry);
  }
  return best;
}

function seenBefore(scored: readonly Scores[], field: number, entry: number): boolean {
  for (let at = 0; at < field; at++) if ((scored[at] as Scores).of[entry] !== 0) return true;
  return false;
}

/**
 * The rarity below which a term says too little to be worth the walk through all who have it: what three quarters of
 * a small collection share, or a tenth of ten thousand. Leaving them out cost nothing in any measure and 40 % of the time.
 */
const worthless = (entries: number): number => (entries < 20 ? 0 : Math.max(0.3, 0.8 * Math.log(entries / 500)));

/** The question's terms as one field weighs them, and the totals over the indexes. */
export function fieldTerms(
  name: FieldName,
  indexes: readonly Index[],
  query: Query,
): { terms: QueryTerm[]; totals: Totals } {
  const totals = indexes.map((index) => index.fields[name].totals).reduce(sum, noTotals());
  const terms: (QueryTerm & { rare: number })[] = [];
  let rarest = 0;
  for (const kind of kinds) {
    const weight = kindWeights[name][kind];
    if (weight === 0) continue;
    for (const [number, share] of query[kind]) {
      let found = 0;
      for (const index of indexes) found += index.fields[name].found(number);
      if (found === 0) continue;
      const rare = rarity(found, totals.entries);
      rarest = Math.max(rarest, rare);
      terms.push({ number, kind, worth: weight * share * rare, rare });
    }
  }
  // A question of common words only is still a question.
  const least = Math.min(worthless(totals.entries), rarest / 2);
  return { terms: terms.filter(({ rare }) => rare >= least), totals };
}

function sum(a: Totals, z: Totals): Totals {
  return {
    entries: a.entries + z.entries,
    units: a.units + z.units,
    lengths: {
      stems: a.lengths.stems + z.lengths.stems,
      grams: a.lengths.grams + z.lengths.grams,
      meanings: a.lengths.meanings + z.lengths.meanings,
    },
  };
}
