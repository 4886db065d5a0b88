import { languages } from '../core/language.ts';
import type { EntryWriting, PositionWriting, Writing } from '../core/writing.ts';
import type { FieldName } from '../core/written-values.ts';
import { same } from './plan.ts';

/** What two writings say differently, by the names that the fields have in the forms. */
export function changedFields(before: Writing | undefined, after: Writing): FieldName[] {
  const [old, now] = [before && fieldsOf(before), fieldsOf(after)];
  return old ? (Object.keys(now) as FieldName[]).filter((field) => !same(old[field], now[field])) : [];
}

function fieldsOf(writing: Writing): Partial<Record<FieldName, unknown>> {
  const { sources, cites, asOf, reviewBy } = writing;
  const words = writing.kind === 'entry' ? entryFields(writing) : positionFields(writing);
  return { ...words, sources: [sources, cites], asof: asOf, reviewby: reviewBy };
}

const entryFields = ({ original, text, topics, parties, related }: EntryWriting) => ({
  question: languages.map((one) => text[one]?.question),
  // A text that follows another revision, or another original, is another answer.
  answer: [original, languages.map((one) => [text[one]?.body, text[one]?.follows])],
  aliases: languages.map((one) => text[one]?.aliases),
  topics,
  parties,
  related,
});

const positionFields = ({ original, text }: PositionWriting) => ({
  stance: languages.map((one) => text[one]?.stance),
  wants: [original, languages.map((one) => [text[one]?.wants, text[one]?.follows])],
  reasons: languages.map((one) => text[one]?.reasons),
  redlines: languages.map((one) => text[one]?.redLines),
});
