import { takeChoices } from './choices.ts';
import type { Block, Document, Span } from './document.ts';
import type { KnownDate, Named } from './knowledge.ts';
import { isAfter, isDay, readKnownDate } from './known-date.ts';
import { parseMarkdown } from './markdown.ts';
import type { TextValues } from './texts.ts';
import { hasStackedMarks, lengthOf, typedLine, typedText } from './typed-text.ts';
import { namedChoices } from './views/names.ts';

/** In characters, or in how many. */
export const writingLimits = {
  question: 200,
  alias: 80,
  aliases: 30,
  body: 4000,
  stance: 40,
  sources: 10,
  topics: 25,
  related: 10,
  reason: 200,
  title: 200,
  text: 3000,
  outdates: 10,
};

/** Every field of the forms that entries, positions and updates are written in. */
export type FieldName =
  | 'question'
  | 'answer'
  | 'sources'
  | 'asof'
  | 'topics'
  | 'aliases'
  | 'parties'
  | 'related'
  | 'reviewby'
  | 'reason'
  | 'stance'
  | 'wants'
  | 'reasons'
  | 'redlines'
  | 'title'
  | 'text'
  | 'correction'
  | 'importance'
  | 'outdates';

/** What is wrong with a value, or worth knowing; `key` names the text that says how to mend it. */
export interface Remark {
  field: FieldName;
  key: string;
  values?: TextValues;
}

export type Report = (field: FieldName, key: string, values?: TextValues) => void;

/** Deeper markup is nobody's handwriting, and some renderer would give way first. */
const deepest = 6;

/** One line of text. */
export function readLine(field: FieldName, raw: string, limit: number, report: Report): string {
  const text = typedLine(raw);
  if (text === '') report(field, 'problem-empty');
  checkSigns(field, text, limit, report);
  return text;
}

/** Reports what is too long or no writing; `limit` is in characters. */
export function checkSigns(field: FieldName, text: string, limit: number, report: Report): void {
  const length = lengthOf(text);
  if (length > limit) report(field, 'problem-too-long', { length, limit });
  if (hasStackedMarks(text)) report(field, 'problem-marks');
}

/** Markdown, returned as written; where it `leads`, it begins with a paragraph. `limit` is in characters. */
export function readMarkdown(
  field: FieldName,
  raw: string,
  { required, leads, limit = writingLimits.body }: { required: boolean; leads: boolean; limit?: number },
  report: Report,
): string {
  const text = typedText(raw);
  if (text === '') {
    if (required) report(field, 'problem-empty');
    return text;
  }
  checkSigns(field, text, limit, report);
  if (lengthOf(text) > limit) return text;
  const parsed = parse(text);
  if (!parsed || isDeep(parsed.document)) {
    report(field, 'problem-nested');
    return text;
  }
  const lines = text.split('\n');
  for (const line of new Set(parsed.problems.map((problem) => problem.line)))
    report(field, 'problem-markup', { line: shorten(lines[line - 1] ?? '') });
  if (parsed.problems.length === 0 && leads && parsed.document[0]?.kind !== 'paragraph') report(field, 'problem-lead');
  return text;
}

/** Nesting so deep that the parser runs out of stack gives nothing. */
function parse(text: string): ReturnType<typeof parseMarkdown> | undefined {
  try {
    return parseMarkdown(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isDeep(document: Document): boolean {
  const spansOf = (block: Block): Span[][] => {
    if ('spans' in block) return [block.spans];
    if (block.kind === 'list') return block.items;
    if (block.kind === 'quote') return block.paragraphs;
    return block.kind === 'table' ? [block.header, ...block.rows].flat() : [];
  };
  let level: Span[] = document.flatMap((block) => spansOf(block).flat());
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((span) => ('spans' in span ? span.spans : []));
  }
  return false;
}

/** A date that is not in the future; `today` is `YYYY-MM-DD`. */
export function readAsOf(raw: string, today: string, report: Report): KnownDate {
  const typed = typedLine(raw);
  const date = readKnownDate(typed);
  if (typed === '') report('asof', 'problem-date-missing');
  else if (date === undefined) report('asof', 'problem-date', { typed: shorten(typed) });
  else if (isAfter(date, today)) report('asof', 'problem-date-future', { typed: date });
  return date ?? 'undated';
}

/** The day of the next review: later than today. */
export function readReviewBy(raw: string, today: string, report: Report): KnownDate {
  const typed = typedLine(raw);
  const day = readKnownDate(typed) ?? '';
  if (!isDay(day)) report('reviewby', 'problem-review-day', { typed: shorten(typed) });
  else if (day <= today) report('reviewby', 'problem-review-past', { typed: day });
  return day;
}

/** Ids of parties or topics, however they were written. */
export function readNamed(field: FieldName, raw: string, all: readonly Named[], report: Report): string[] {
  const { found, rest } = takeChoices(namedChoices(all), typedLine(raw).slice(0, 2000).split(' ').filter(Boolean));
  if (rest.length > 0) report(field, 'problem-choice', { typed: shorten(rest.join(' ')) });
  if (found.length > writingLimits.topics) report(field, 'problem-too-many', { limit: writingLimits.topics });
  return found.map(({ value }) => value);
}

export function shorten(text: string, most = 60): string {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}
