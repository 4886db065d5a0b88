import { findChoice } from './choices.ts';
import type { Choice } from './command.ts';
import { nextRevision, remarkTo } from './entry-values.ts';
import { fold } from './fold.ts';
import type { FormValues } from './form.ts';
import type { Knowledge, Named } from './knowledge.ts';
import type { Language } from './language.ts';
import { readSources, type SourceReading, sourceLines } from './source-lines.ts';
import { typedLine, typedLines } from './typed-text.ts';
import type { Importance, UpdateWriting, WrittenUpdateText } from './update.ts';
import { namedPosition } from './views/item-option.ts';
import {
  checkSigns,
  type FieldName,
  type Remark,
  type Report,
  readLine,
  readMarkdown,
  readNamed,
  shorten,
  writingLimits,
} from './written-values.ts';

/** What typed values are read against. */
export interface UpdateReading extends SourceReading {
  knowledge: Knowledge;
  /** The language that is being written. */
  language: Language;
  /** What it was made from; nothing for a new update. */
  before: UpdateWriting | undefined;
  /** Whether it goes into one message on every platform, in every language that it is written in. */
  fits(writing: UpdateWriting): boolean;
}

/** What became of typed values: a writing unless there are problems. */
export interface ReadUpdate {
  writing: UpdateWriting | undefined;
  problems: Remark[];
  warnings: Remark[];
}

/** What the forms are for. */
export interface UpdateFormKind {
  isNew: boolean;
  isTranslation: boolean;
}

export const importanceChoices: Choice[] = [
  { value: 'routine', name: { en: 'routine', uk: 'звичайна', ru: 'обычная' }, aliases: ['звичайно', 'обычно'] },
  { value: 'breaking', name: { en: 'breaking', uk: 'термінова', ru: 'срочная' }, aliases: ['терміново', 'срочно'] },
];

/** The fields of an update's two forms; a translation has one. */
export function updateFields({ isNew, isTranslation }: UpdateFormKind): { text: FieldName[]; details: FieldName[] } {
  if (isTranslation) return { text: ['title', 'text'], details: [] };
  return isNew
    ? { text: ['title', 'text', 'sources', 'topics', 'importance'], details: ['parties', 'outdates'] }
    : { text: ['title', 'text', 'sources', 'topics', 'correction'], details: ['parties', 'importance', 'outdates'] };
}

/** An update as the values of its forms; a translation that is not there yet begins with the original's text. */
export function updateValues(
  writing: UpdateWriting | undefined,
  language: Language,
  ground: Pick<UpdateReading, 'knowledge' | 'isShared'>,
): FormValues {
  const shown = writing?.text[language] ?? writing?.text[writing.original];
  return {
    title: shown?.title ?? '',
    text: shown?.body ?? '',
    sources: writing ? sourceLines(writing, ground) : '',
    topics: known(writing?.topics, ground.knowledge.topics),
    importance: writing?.importance ?? 'routine',
    parties: known(writing?.parties, ground.knowledge.parties),
    outdates: writing?.outdates.join('\n') ?? '',
    correction: '',
  };
}

const known = (ids: readonly string[] = [], all: readonly Named[]): string =>
  ids.filter((id) => all.some((one) => one.id === id)).join(',');

/**
 * Whether readers are told nothing of the change: its author has said that only the wording changes, or a translation is
 * written.
 */
export const isSilentEdit = (
  { before, language }: Pick<UpdateReading, 'before' | 'language'>,
  { wording }: FormValues,
): boolean => before !== undefined && (language !== before.original || wording === 'yes');

/** Reads the values of both forms; every problem is told at once. */
export function readUpdate(values: FormValues, reading: UpdateReading): ReadUpdate {
  const problems: Remark[] = [];
  const warnings: Remark[] = [];
  const report = remarkTo(problems);
  const { before } = reading;
  const typed = (field: FieldName) => values[field] ?? '';
  const text = {
    title: readLine('title', typed('title'), writingLimits.title, report),
    body: readMarkdown('text', typed('text'), { required: true, leads: true, limit: writingLimits.text }, report),
  };
  const writing =
    before && reading.language !== before.original
      ? translated(text, before, reading.language, report)
      : original(text, values, reading, report, remarkTo(warnings));
  if (before && !isSilentEdit(reading, values) && typedLine(typed('correction')) === '')
    report('correction', 'problem-no-correction');
  if (problems.length === 0 && !reading.fits(writing)) report('text', 'problem-one-message');
  return { writing: problems.length > 0 ? undefined : writing, problems, warnings };
}

type UpdateWords = Omit<WrittenUpdateText, 'follows'>;

function translated(text: UpdateWords, before: UpdateWriting, language: Language, report: Report): UpdateWriting {
  const source = before.text[before.original] as WrittenUpdateText;
  if (isSame(text, source)) report('text', 'problem-untranslated');
  return { ...before, text: { ...before.text, [language]: { ...text, follows: source.follows } } };
}

function original(
  text: UpdateWords,
  values: FormValues,
  reading: UpdateReading,
  report: Report,
  warn: Report,
): UpdateWriting {
  const { before, language, knowledge } = reading;
  const old = before?.text[before.original];
  const follows = before && old ? nextRevision(before.text, old.follows, !isSame(text, old), values) : 1;
  checkSigns('correction', typedLine(values.correction ?? ''), writingLimits.reason, report);
  return {
    original: before?.original ?? language,
    importance: readImportance(values.importance ?? '', report),
    ...readSources(values.sources ?? '', reading, report, warn),
    topics: readNamed('topics', values.topics ?? '', knowledge.topics, report),
    parties: readNamed('parties', values.parties ?? '', knowledge.parties, report),
    outdates: readOutdates(values.outdates ?? '', reading, report),
    text: { ...before?.text, [language]: { ...text, follows } },
  };
}

/** Spelling, signs and markup do not change what a text says. */
const isSame = (a: UpdateWords, z: UpdateWords): boolean =>
  fold(a.title) === fold(z.title) && fold(a.body) === fold(z.body);

function readImportance(raw: string, report: Report): Importance {
  const typed = typedLine(raw);
  const found = findChoice(importanceChoices, typed)?.value as Importance | undefined;
  if (typed !== '' && !found) report('importance', 'problem-choice', { typed: shorten(typed) });
  return found ?? 'routine';
}

/** One a line: an entry by id, question or alias, a position by its party and topic; what was named before may be gone. */
function readOutdates(raw: string, { knowledge, before }: UpdateReading, report: Report): string[] {
  const lines = typedLines(raw);
  if (lines.length > writingLimits.outdates) report('outdates', 'problem-too-many', { limit: writingLimits.outdates });
  const keys = lines.slice(0, writingLimits.outdates).flatMap((line) => {
    const known = before?.outdates.find((one) => one === line);
    const key = known ?? knowledge.entryNamed(line)?.id ?? positionNamed(line, knowledge);
    if (key === undefined) report('outdates', 'problem-outdates', { typed: shorten(line) });
    return key ?? [];
  });
  return [...new Set(keys)];
}

function positionNamed(line: string, knowledge: Knowledge): string | undefined {
  const key = namedPosition(line, knowledge);
  const [party = '', topic = ''] = key?.split('/') ?? [];
  return knowledge.position(party, topic) ? key : undefined;
}
