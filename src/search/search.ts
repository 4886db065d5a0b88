import type { Field, QueryTerm, Scores, Totals } from './field.ts';
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

/** Searches several indexes as one, by the question as each field weighs it. */
export function search(
  indexes: readonly Index[],
  asked: readonly FieldQuery[],
  hidden?: (index: Index, id: string) => boolean,
): Match[] {
  const matches: Match[] = [];
  for (const index of indexes) {
    const scored = asked.map(({ field, terms, totals }) => index.fields[field].score(terms, totals, index.numbers));
    for (const { entry, score, called } of bestOf(scored, hidden && ((entry) => hidden(index, index.idOf(entry))))) {
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
function bestOf(scored: readonly Scores[], hidden?: (entry: number) => boolean): Found[] {
  const [names, phrasings, whole, passages] = scored.map(({ of }) => of) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const best: Found[] = [];
  let least = 0;
  for (let field = 0; field < scored.length; field++) {
    const { entries, count } = scored[field] as Scores;
    for (let at = 0; at < count; at++) {
      const entry = entries[at] as number;
      if (field > 0 && seenBefore(scored, field, entry)) continue;
      const name = fieldWeights.names * (names[entry] as number);
      const phrasing = fieldWeights.phrasings * (phrasings[entry] as number);
      const text = fieldWeights.whole * (whole[entry] as number) + fieldWeights.passages * (passages[entry] as number);
      const called = Math.max(name, phrasing);
      const score = called + text;
      if (score <= least || hidden?.(entry)) continue;
      insert(best, { entry, score, called });
      if (best.length === closest) least = (best[closest - 1] as Found).score;
    }
  }
  return best;
}

/** Puts it behind those that are as good, and lets the last go if there are too many. */
function insert(best: Found[], one: Found): void {
  if (best.length < closest) best.push(one);
  let at = best.length - 1;
  while (at > 0 && (best[at - 1] as Found).score < one.score) {
    best[at] = best[at - 1] as Found;
    at--;
  }
  best[at] = one;
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

/** A question as one field weighs its terms, and the totals of that field over the indexes. */
export interface FieldQuery {
  field: FieldName;
  terms: readonly QueryTerm[];
  totals: Totals;
}

/** The question as each field weighs it: what is rare and what is long is measured over all the indexes. */
export function fieldQueries(indexes: readonly Index[], query: Query): FieldQuery[] {
  return fieldNames.map((field) => fieldQuery(field, indexes, query));
}

function fieldQuery(field: FieldName, indexes: readonly Index[], query: Query): FieldQuery {
  const fields = indexes.map((index) => index.fields[field]);
  const totals = fields.map((one) => one.totals).reduce(sum);
  const terms: QueryTerm[] = [];
  const rarities: number[] = [];
  let rarest = 0;
  for (const kind of kinds) {
    const weight = kindWeights[field][kind];
    if (weight === 0) continue;
    for (const [number, share] of query[kind]) {
      let found = 0;
      for (let at = 0; at < fields.length; at++) found += (fields[at] as Field).found(number);
      if (found === 0) continue;
      const rare = rarity(found, totals.entries);
      if (rare > rarest) rarest = rare;
      rarities.push(rare);
      terms.push({ number, kind, worth: weight * share * rare });
    }
  }
  // A question of common words only is still a question.
  const least = Math.min(worthless(totals.entries), rarest / 2);
  return { field, terms: terms.filter((_, at) => (rarities[at] as number) >= least), totals };
}

function sum(a: Readonly<Totals>, z: Readonly<Totals>): Totals {
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
