import { withRoom } from './growing.ts';
import type { Kind } from './vocabulary.ts';

/** Terms, each once, and beside each its share: how much of it was asked, at most 1. */
export interface Shared {
  terms: number[];
  shares: number[];
}

/** What is asked, as numbers of the vocabulary. */
export type Query = Record<Kind, Shared>;

export const emptyQuery = (): Query => ({
  stems: { terms: [], shares: [] },
  grams: { terms: [], shares: [] },
  meanings: { terms: [], shares: [] },
});

/** By term: where in a list it stands, if it stands there. It is never cleared, as the list itself tells. */
let places = new Int32Array(1024);

/** Asks for a term; asked for twice, the greater share counts. */
export function ask({ terms, shares }: Shared, term: number, share: number): void {
  places = withRoom(places, term + 1);
  const place = places[term] as number;
  if (terms[place] === term) {
    shares[place] = Math.max(shares[place] as number, share);
  } else {
    places[term] = terms.push(term) - 1;
    shares.push(share);
  }
}

export function askAll(asked: Shared, terms: ArrayLike<number>, share: number): void {
  for (let at = 0; at < terms.length; at++) ask(asked, terms[at] as number, share);
}
