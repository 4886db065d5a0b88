import { entryValues, type Reading, readEntry } from '../core/entry-values.ts';
import type { FormValues } from '../core/form.ts';
import { type Language, languages } from '../core/language.ts';
import { positionValues, readPosition } from '../core/position-values.ts';
import { lengthOf } from '../core/typed-text.ts';
import type { Writing } from '../core/writing.ts';
import { type FieldName, type Remark, writingLimits } from '../core/written-values.ts';
import type { CarriedItem } from './item.ts';
import type { SourceGround } from './sourcing.ts';

/** What is wrong with a text, and in which language. */
export interface TextRemark extends Omit<Remark, 'field'> {
  field: FieldName | undefined;
  language: Language | undefined;
}

/** What a text has in every language of its own. */
const wordFields: readonly FieldName[] = ['question', 'answer', 'aliases', 'stance', 'wants', 'reasons', 'redlines'];

/** A source that no form refuses: those of the text are looked at by themselves, as is all that refers to something. */
const stated = { sources: 'a title | a publisher', topics: '', parties: '', related: '', reviewby: '' };

/** The words of a text in all its languages, read as the forms read them: tidied, and refused for the same reasons. */
export function readWords(
  { key, writing }: CarriedItem,
  ground: SourceGround,
): { writing: Writing; remarks: TextRemark[] } {
  const { original } = writing;
  const remarks: TextRemark[] = [];
  let tidied: Writing = writing;
  // Nothing of the community's is in the way: names and references are compared with all that is imported as well.
  const knowledge = { ...ground.knowledge, entries: [], sources: [] };
  for (const language of [original, ...languages.filter((one) => one !== original && writing.text[one])]) {
    const before = language === original ? undefined : writing;
    const reading: Reading = { ...ground, knowledge, cited: [], key, language, before };
    const values: FormValues = { ...valuesOf(writing, language, reading), ...stated };
    const long = wordFields.find((field) => lengthOf(values[field] ?? '') > longestRaw(field));
    if (long !== undefined) {
      const limit = longestRaw(long);
      const length = lengthOf(values[long] ?? '');
      remarks.push({ field: long, language, key: 'problem-too-long', values: { length, limit } });
      continue;
    }
    const { writing: read, problems } =
      writing.kind === 'entry' ? readEntry(values, reading) : readPosition(values, reading);
    for (const one of problems)
      remarks.push({ ...one, language: wordFields.includes(one.field) ? language : undefined });
    if (read) tidied = withText(tidied, read, language);
  }
  return { writing: tidied, remarks };
}

/** Beyond this, a form would not even look at it. */
const longestRaw = (field: FieldName): number =>
  field === 'aliases' ? writingLimits.aliases * (writingLimits.alias + 1) : writingLimits.body;

function valuesOf(writing: Writing, language: Language, reading: Reading): FormValues {
  if (writing.kind === 'position') return positionValues(writing, language, reading);
  const aliases = writing.text[language]?.aliases.map((alias) => alias.replace(/\s+/gu, ' ')).join('\n') ?? '';
  return { ...entryValues(writing, language, reading), aliases };
}

/** With the words of one language, and the date that the original's form has; the count of revisions stays. */
function withText<W extends Writing>(writing: W, read: Writing, language: Language): W {
  const follows = writing.text[language]?.follows ?? 1;
  const text = { ...writing.text, [language]: { ...read.text[language], follows } };
  return { ...writing, text, ...(language === writing.original && { asOf: read.asOf }) };
}
