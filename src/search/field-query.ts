import type { Field, Totals, WeighedTerms } from './field.ts';
import type { Index } from './index.ts';
import type { Query, Shared } from './query.ts';
import { createRarity, type rarity } from './rarity.ts';
import { type Kind, kinds } from './vocabulary.ts';
import { type FieldName, fieldNames, kindWeights } from './weights.ts';

/** A question as one field weighs its terms, and the totals of that field over the indexes. */
export interface FieldQuery {
  field: FieldName;
  terms: readonly WeighedTerms[];
  totals: Totals;
}

/**
 * The rarity below which a term says too little to be worth the walk through all who have it: what three quarters of
 * a small collection share, or a tenth of ten thousand. Leaving them out cost nothing in any measure and 40 % of the time.
 */
const worthless = (entries: number): number => (entries < 20 ? 0 : Math.max(0.3, 0.8 * Math.log(entries / 500)));

const kindsIn = (field: FieldName): Kind[] => kinds.filter((kind) => kindWeights[field][kind] > 0);

/** What does not change from question to question. */
const fields = fieldNames.map((field) => ({ field, kinds: kindsIn(field), rarity: createRarity() }));

/** The question as each field weighs it: what is rare and what is long is measured over all the indexes. */
export function fieldQueries(indexes: readonly Index[], query: Query): FieldQuery[] {
  return fields.map(({ field, kinds, rarity }) => {
    const within = indexes.map((index) => index.fields[field]);
    const totals = within.map((one) => one.totals).reduce(sum);
    if (totals.entries === 0) return { field, terms: [], totals };
    const rarities = kinds.map((kind) => query[kind].terms.map((term) => rarityOf(term, within, totals, rarity)));
    // A question of common words only is still a question.
    const least = Math.min(worthless(totals.entries), greatest(rarities) / 2);
    const terms = kinds.map((kind, at) =>
      weighed(kind, query[kind], rarities[at] as number[], kindWeights[field][kind], least),
    );
    return { field, terms, totals };
  });
}

/** 0 for a term that none of the fields has. */
function rarityOf(term: number, within: readonly Field[], { entries }: Totals, measure: typeof rarity): number {
  let found = 0;
  for (let at = 0; at < within.length; at++) found += (within[at] as Field).found(term);
  return found === 0 ? 0 : measure(found, entries);
}

function greatest(lists: readonly (readonly number[])[]): number {
  let most = 0;
  for (const list of lists) for (let at = 0; at < list.length; at++) most = Math.max(most, list[at] as number);
  return most;
}

/** The terms that are rare enough. */
function weighed(
  kind: Kind,
  { terms, shares }: Shared,
  rarities: readonly number[],
  weight: number,
  least: number,
): WeighedTerms {
  const kept: number[] = [];
  const worths: number[] = [];
  for (let at = 0; at < terms.length; at++) {
    const rare = rarities[at] as number;
    if (rare === 0 || rare < least) continue;
    kept.push(terms[at] as number);
    worths.push(weight * (shares[at] as number) * rare);
  }
  return { kind, terms: kept, worths };
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
