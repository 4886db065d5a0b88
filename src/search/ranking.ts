import { narrowAskings } from './askings.ts';
import type { Classifier } from './classifier.ts';
import type { Evidence } from './confidence.ts';
import { type FieldQuery, fieldQueries } from './field-query.ts';
import type { Index } from './index.ts';
import type { Question } from './question.ts';
import { rarity } from './rarity.ts';
import { sameText } from './sameness.ts';
import { inOrder, type Match, search } from './search.ts';

/** The id of what stands for “nothing here answers this”; no entry can have it. */
export const nothing = '';

/** How far the classifier may put an entry back behind the one it prefers. Those it never saw are not put back. */
const putBack = 45;

export interface Ranking {
  /** Best first, `nothing` left out. */
  matches: Match[];
  evidence: Evidence;
}

/** Ranks by what the texts say, then lets the classifier put back what is asked otherwise. */
export function rank(
  question: Question,
  indexes: readonly Index[],
  classifier: Classifier,
  favour: (id: string) => number,
  hidden?: (index: Index, id: string) => boolean,
): Ranking {
  const asked = fieldQueries(indexes, question.query);
  const found = search(indexes, asked, hidden);
  const shareOf = classifier.shares(question.query, question.known);
  const named = found.filter(({ id }) => id !== nothing);
  let top = 0;
  for (const { id } of named) top = Math.max(top, shareOf(id) ?? 0);
  for (const match of named) {
    match.score -= putBack * (top - (shareOf(match.id) ?? top));
    if (match.score > 0) match.score *= favour(match.id);
  }
  const matches = inOrder(named);
  return { matches, evidence: evidenceFor(matches, question, indexes, asked, shareOf) };
}

function evidenceFor(
  [best, second]: Match[],
  question: Question,
  indexes: readonly Index[],
  asked: readonly FieldQuery[],
  shareOf: (id: string) => number | undefined,
): Evidence {
  const nobody = shareOf(nothing) ?? 0;
  if (!best)
    return {
      seen: false,
      coverage: 0,
      nearness: 0,
      margin: 0,
      share: 0,
      nothing: nobody,
      known: question.known,
      astray: 0,
    };
  const holding = indexes.find((index) => index.has(best.id)) as Index;
  const ahead = best.score <= 0 ? 0 : 1 - Math.max(0, second?.score ?? 0) / best.score;
  return {
    seen: shareOf(best.id) !== undefined,
    coverage: coverage(question, indexes, (term) => holding.holds(best.id, term)),
    nearness: Math.min(1, best.called / sameText(question.query, asked)),
    margin: Math.max(0, ahead),
    share: shareOf(best.id) ?? 0,
    nothing: nobody,
    known: question.known,
    astray: narrowAskings.some((asking) => asksSo(question, indexes, asking) && !holding.holdsMeaning(best.id, asking))
      ? 1
      : 0,
  };
}

/** The question's information that the entry holds; a word nobody wrote counts as much as the rarest. */
function coverage(
  { query, words, known }: Question,
  indexes: readonly Index[],
  holds: (term: number) => boolean,
): number {
  const size = indexes.reduce((sum, index) => sum + index.size, 0);
  let all = (1 - known) * words.length * rarity(0, size);
  let held = 0;
  for (const { terms, shares } of [query.stems, query.meanings]) {
    for (const [at, term] of terms.entries()) {
      const found = indexes.reduce((sum, index) => sum + index.found(term), 0);
      const worth = (shares[at] as number) * rarity(found, size);
      all += worth;
      if (holds(term)) held += worth;
    }
  }
  return all === 0 ? 0 : held / all;
}

function asksSo({ query }: Question, indexes: readonly Index[], asking: string): boolean {
  const number = (indexes[0] as Index).vocabulary.meaning(asking);
  return number !== undefined && query.meanings.terms.includes(number);
}
