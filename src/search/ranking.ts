import { narrowAskings } from './askings.ts';
import type { Classifier } from './classifier.ts';
import { featuresOf } from './classifier.ts';
import type { Evidence } from './confidence.ts';
import type { Index } from './index.ts';
import type { Question } from './question.ts';
import { sameText } from './sameness.ts';
import { byScore, type FieldQuery, fieldQueries, type Match, rarity, search } from './search.ts';

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
  const { query } = question;
  const asked = fieldQueries(indexes, query);
  const found = search(indexes, asked, hidden);
  const shares = classifier.shares(
    featuresOf({ stems: query.stems.keys(), grams: query.grams.keys(), meanings: query.meanings.keys() }),
    question.known,
  );
  const present = new Set(found.map(({ id }) => id));
  let top = 0;
  for (const [id, share] of shares) if (id !== nothing && present.has(id)) top = Math.max(top, share);
  for (const match of found) {
    const share = shares.get(match.id);
    if (share !== undefined && match.id !== nothing) match.score -= putBack * (top - share);
    match.score *= match.score > 0 ? favour(match.id) : 1;
  }
  const matches = found.filter(({ id }) => id !== nothing).sort(byScore);
  return { matches, evidence: evidenceFor(matches, question, indexes, asked, shares) };
}

function evidenceFor(
  [best, second]: Match[],
  question: Question,
  indexes: readonly Index[],
  asked: readonly FieldQuery[],
  shares: Map<string, number>,
): Evidence {
  const nobody = shares.get(nothing) ?? 0;
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
    seen: shares.has(best.id),
    coverage: coverage(question, indexes, (term) => holding.holds(best.id, term)),
    nearness: Math.min(1, best.called / sameText(question.query, asked)),
    margin: Math.max(0, ahead),
    share: shares.get(best.id) ?? 0,
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
  for (const terms of [query.stems, query.meanings]) {
    for (const [term, share] of terms) {
      const found = indexes.reduce((sum, index) => sum + index.found(term), 0);
      const worth = share * rarity(found, size);
      all += worth;
      if (holds(term)) held += worth;
    }
  }
  return all === 0 ? 0 : held / all;
}

function asksSo({ query }: Question, indexes: readonly Index[], asking: string): boolean {
  const number = (indexes[0] as Index).vocabulary.meaning(asking);
  return number !== undefined && query.meanings.has(number);
}
