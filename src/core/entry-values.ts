import { fold } from './fold.ts';
import type { FormValues } from './form.ts';
import type { Knowledge } from './knowledge.ts';
import { daysAfter } from './known-date.ts';
import type { Language, Multilingual } from './language.ts';
import { readSources, type SourceReading, sourceLines } from './source-lines.ts';
import { takenBy } from './taken-names.ts';
import { typedLines } from './typed-text.ts';
import type { EntryWriting, Writing, WrittenEntryText } from './writing.ts';
import {
  checkSigns,
  type FieldName,
  type Remark,
  type Report,
  readAsOf,
  readLine,
  readMarkdown,
  readNamed,
  readReviewBy,
  shorten,
  writingLimits,
} from './written-values.ts';

/** What typed values are read against. */
export interface Reading extends SourceReading {
  knowledge: Knowledge;
  /** The entry's id or `party/topic`; empty for a new entry. */
  key: string;
  /** The language that is being written. */
  language: Language;
  /** What it was made from; nothing for something new. */
  before: Writing | undefined;
}

/** What became of typed values: a writing unless there are problems. */
export interface ReadWriting<W extends Writing = Writing> {
  writing: W | undefined;
  problems: Remark[];
  warnings: Remark[];
}

/** In days: when a text is to be looked at again, unless told otherwise. */
const reviewAfterDays = 90;

/** The fields of an entry's two forms; a translation has those that differ from language to language. */
export const entryFields = (isTranslation: boolean): { text: FieldName[]; details: FieldName[] } =>
  isTranslation
    ? { text: ['question', 'answer'], details: ['aliases', 'reason'] }
    : {
        text: ['question', 'answer', 'sources', 'asof', 'topics'],
        details: ['aliases', 'parties', 'related', 'reviewby', 'reason'],
      };

/** An entry as the values of its forms; a translation that is not there yet begins with the original's text. */
export function entryValues(
  writing: EntryWriting | undefined,
  language: Language,
  { knowledge, isShared, today }: Pick<Reading, 'knowledge' | 'isShared' | 'today'>,
): FormValues {
  const own = writing?.text[language];
  const shown = own ?? writing?.text[writing.original];
  return {
    question: shown?.question ?? '',
    answer: shown?.body ?? '',
    sources: writing ? sourceLines(writing, { knowledge, isShared }) : '',
    asof: writing?.asOf ?? '',
    topics: writing?.topics.join(',') ?? '',
    aliases: own?.aliases.join('\n') ?? '',
    parties: writing?.parties.join(',') ?? '',
    related: writing?.related.join('\n') ?? '',
    reviewby: nextReview(writing?.reviewBy, today),
    reason: '',
  };
}

/** A review that is over due is set again with the next change. */
export const nextReview = (reviewBy: string | undefined, today: string): string =>
  reviewBy !== undefined && reviewBy > today ? reviewBy : daysAfter(today, reviewAfterDays);

/** Reads the values of both forms; every problem is told at once. */
export function readEntry(values: FormValues, reading: Reading): ReadWriting<EntryWriting> {
  const problems: Remark[] = [];
  const warnings: Remark[] = [];
  const report = remarkTo(problems);
  const { language, knowledge, today } = reading;
  const before = reading.before?.kind === 'entry' ? reading.before : undefined;
  const typed = (field: FieldName) => values[field] ?? '';

  const text = {
    question: readLine('question', typed('question'), writingLimits.question, report),
    aliases: readAliases(typed('aliases'), report),
    body: readMarkdown('answer', typed('answer'), { required: true, leads: true }, report),
  };
  checkNames(text, reading, report);
  checkSigns('reason', typed('reason'), writingLimits.reason, report);

  const original = before?.original ?? language;
  if (before && language !== original) {
    const source = before.text[original] as WrittenEntryText;
    if (isSame(text, source)) report('answer', 'problem-untranslated');
    const written = { ...text, follows: source.follows };
    const writing = { ...before, reviewBy: before.reviewBy, text: { ...before.text, [language]: written } };
    return { writing: problems.length > 0 ? undefined : writing, problems, warnings };
  }

  const writing: EntryWriting = {
    kind: 'entry',
    original,
    ...readSources(typed('sources'), reading, report, remarkTo(warnings)),
    asOf: readAsOf(typed('asof'), today, report),
    reviewBy: readReviewBy(typed('reviewby') || nextReview(undefined, today), today, report),
    topics: readNamed('topics', typed('topics'), knowledge.topics, report),
    parties: readNamed('parties', typed('parties'), knowledge.parties, report),
    related: readRelated(typed('related'), reading, report),
    text: { ...before?.text, [language]: { ...text, follows: followed(before, text, values) } },
  };
  return { writing: problems.length > 0 ? undefined : writing, problems, warnings };
}

export const remarkTo =
  (remarks: Remark[]): Report =>
  (field, key, values) =>
    void remarks.push({ field, key, ...(values && { values }) });

/** Counts up when the original changes in more than its wording, so that its translations are known to be behind. */
export function nextRevision(
  texts: Multilingual<{ follows: number }>,
  before: number,
  isChanged: boolean,
  values: FormValues,
): number {
  if (!isChanged || values.wording === 'yes') return before;
  return Math.max(...Object.values(texts).map((text) => text?.follows ?? 0)) + 1;
}

function followed(
  before: EntryWriting | undefined,
  text: Pick<WrittenEntryText, 'question' | 'body'>,
  values: FormValues,
): number {
  const old = before?.text[before.original];
  return before && old ? nextRevision(before.text, old.follows, !isSame(text, old), values) : 1;
}

/** Spelling, signs and markup do not change what a text says. */
const isSame = (a: Pick<WrittenEntryText, 'question' | 'body'>, z: Pick<WrittenEntryText, 'question' | 'body'>) =>
  fold(a.question) === fold(z.question) && fold(a.body) === fold(z.body);

function readAliases(raw: string, report: Report): string[] {
  const lines = typedLines(raw);
  if (lines.length > writingLimits.aliases) report('aliases', 'problem-too-many', { limit: writingLimits.aliases });
  const aliases = lines.slice(0, writingLimits.aliases);
  for (const alias of aliases) checkSigns('aliases', alias, writingLimits.alias, report);
  return [...new Map(aliases.map((alias) => [fold(alias), alias])).values()];
}

/** Names lead to one entry each. What is too long to be a name has been reported. */
function checkNames(
  { question, aliases }: Pick<WrittenEntryText, 'question' | 'aliases'>,
  { knowledge, key }: Reading,
  report: Report,
): void {
  const check = (field: FieldName, name: string) => {
    if (name === '') return;
    if (fold(name) === '') {
      report(field, 'problem-no-letters', { name: shorten(name) });
      return;
    }
    const taken = takenBy(name, key, knowledge);
    if (!taken) return;
    const values = { name: shorten(name), entry: taken.name };
    if (taken.isAlike) report(field, 'problem-name-alike', values);
    else report(field, 'problem-name-taken', values);
  };
  check('question', question);
  for (const alias of aliases) check('aliases', alias);
}

function readRelated(raw: string, { knowledge, key }: Reading, report: Report): string[] {
  const lines = typedLines(raw);
  if (lines.length > writingLimits.related) report('related', 'problem-too-many', { limit: writingLimits.related });
  const ids = lines.slice(0, writingLimits.related).flatMap((line) => {
    const entry = knowledge.entry(line) ?? knowledge.entryNamed(line);
    if (!entry) report('related', 'problem-related', { typed: shorten(line) });
    return entry && entry.id !== key ? [entry.id] : [];
  });
  return [...new Set(ids)];
}
