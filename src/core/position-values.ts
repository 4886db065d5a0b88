import { nextReview, nextRevision, type Reading, type ReadWriting, remarkTo } from './entry-values.ts';
import { fold } from './fold.ts';
import type { FormValues } from './form.ts';
import type { Language } from './language.ts';
import { readSources, sourceLines } from './source-lines.ts';
import type { PositionWriting, WrittenPositionText } from './writing.ts';
import {
  checkSigns,
  type FieldName,
  type Remark,
  readAsOf,
  readLine,
  readMarkdown,
  readReviewBy,
  writingLimits,
} from './written-values.ts';

/** The fields of a position's two forms; a translation has those that differ from language to language. */
export const positionFields = (isTranslation: boolean): { text: FieldName[]; details: FieldName[] } =>
  isTranslation
    ? { text: ['stance', 'wants', 'reasons', 'redlines'], details: ['reason'] }
    : {
        text: ['stance', 'wants', 'reasons', 'redlines', 'sources'],
        details: ['asof', 'reviewby', 'reason'],
      };

/** A position as the values of its forms; a translation that is not there yet begins with the original's text. */
export function positionValues(
  writing: PositionWriting | undefined,
  language: Language,
  { knowledge, isShared, today }: Pick<Reading, 'knowledge' | 'isShared' | 'today'>,
): FormValues {
  const shown = writing?.text[language] ?? writing?.text[writing.original];
  return {
    stance: shown?.stance ?? '',
    wants: shown?.wants ?? '',
    reasons: shown?.reasons ?? '',
    redlines: shown?.redLines ?? '',
    sources: writing ? sourceLines(writing, { knowledge, isShared }) : '',
    asof: writing?.asOf ?? '',
    reviewby: nextReview(writing?.reviewBy, today),
    reason: '',
  };
}

/** Reads the values of both forms; every problem is told at once. */
export function readPosition(values: FormValues, reading: Reading): ReadWriting<PositionWriting> {
  const problems: Remark[] = [];
  const warnings: Remark[] = [];
  const report = remarkTo(problems);
  const { language, today } = reading;
  const before = reading.before?.kind === 'position' ? reading.before : undefined;
  const typed = (field: FieldName) => values[field] ?? '';
  const section = (field: FieldName, required: boolean) =>
    readMarkdown(field, typed(field), { required, leads: false }, report);

  const text = {
    stance: readLine('stance', typed('stance'), writingLimits.stance, report),
    wants: section('wants', true),
    reasons: section('reasons', false),
    redLines: section('redlines', false),
  };
  checkSigns('reason', typed('reason'), writingLimits.reason, report);

  const original = before?.original ?? language;
  if (before && language !== original) {
    const source = before.text[original] as WrittenPositionText;
    if (isSame(text, source)) report('wants', 'problem-untranslated');
    const written = { ...text, follows: source.follows };
    const writing = { ...before, text: { ...before.text, [language]: written } };
    return { writing: problems.length > 0 ? undefined : writing, problems, warnings };
  }

  const old = before?.text[original];
  const follows = before && old ? nextRevision(before.text, old.follows, !isSame(text, old), values) : 1;
  const writing: PositionWriting = {
    kind: 'position',
    original,
    ...readSources(typed('sources'), reading, report, remarkTo(warnings)),
    asOf: readAsOf(typed('asof'), today, report),
    reviewBy: readReviewBy(typed('reviewby') || nextReview(undefined, today), today, report),
    text: { ...before?.text, [language]: { ...text, follows } },
  };
  return { writing: problems.length > 0 ? undefined : writing, problems, warnings };
}

type PositionWords = Omit<WrittenPositionText, 'follows'>;

/** Spelling, signs and markup do not change what a text says. */
const isSame = (a: PositionWords, z: PositionWords): boolean =>
  (['stance', 'wants', 'reasons', 'redLines'] as const).every((part) => fold(a[part]) === fold(z[part]));
