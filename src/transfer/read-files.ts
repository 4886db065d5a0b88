import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import { splitFrontMatter } from '../content/front-matter.ts';
import { readList } from '../content/lists.ts';
import { createReport, errorAt, type Problem, type Report, sortProblems } from '../content/problem.ts';
import {
  entrySchema,
  entryTranslationSchema,
  keyed,
  positionSchema,
  positionTranslationSchema,
  sourceSchema,
} from '../content/schemas.ts';
import { validate } from '../content/validate.ts';
import { readYaml } from '../content/yaml.ts';
import type { Source } from '../core/knowledge.ts';
import { type Language, languages } from '../core/language.ts';
import type { EntryWriting, PositionWriting, Writing, WrittenEntryText, WrittenPositionText } from '../core/writing.ts';
import type { CarriedItem } from './item.ts';
import type { TextFile } from './written-files.ts';
import { isReadable, longestFrontMatter, longestSources } from './yaml-limits.ts';

/** What an archive says, or what is wrong with it by file and line. */
export interface ReadItems {
  items: CarriedItem[];
  problems: Problem[];
}

const language = { language: z.enum(languages).optional() };
const entryFront = keyed({ ...entrySchema.shape, ...language });
const positionFront = keyed({ ...positionSchema.shape, ...language });

const place = /^(faq|positions)\/((?:[a-z0-9-]+\/)?[a-z0-9-]+)(?:\.([a-z]+))?\.md$/u;

interface Placed extends TextFile {
  folder: 'faq' | 'positions';
  key: string;
  /** Of a translation. */
  language: Language | undefined;
}

/**
 * Reads what `filesOf` wrote, or an editor; a file that is none of its kind is a problem. Lets others do their work
 * between any two texts.
 */
export async function readFiles(files: readonly TextFile[]): Promise<ReadItems> {
  const reports: Report[] = [];
  const reportOn = (path: string): Report => {
    const report = createReport(path);
    reports.push(report);
    return report;
  };
  const strangers: Problem[] = [];
  const sources = files
    .filter(({ path }) => path === 'sources.yaml')
    .flatMap(({ path, text }) => {
      const report = reportOn(path);
      if (!isReadable(text, longestSources, 1, report)) return [];
      return readList(sourceSchema, text, report)?.items.map(({ says }) => says) ?? [];
    });
  const placed = files.flatMap((file): Placed[] => {
    if (file.path === 'sources.yaml') return [];
    const found = placeOf(file);
    if (!found) strangers.push(errorAt({ file: file.path, line: 1 }, 'Parley does not read this file.', mend));
    return found ? [found] : [];
  });
  const translations = new Map<string, Placed[]>();
  for (const file of placed.filter(({ language }) => language !== undefined))
    translations.set(nameOf(file), [...(translations.get(nameOf(file)) ?? []), file]);
  const originals = placed.filter((file) => file.language === undefined);
  const items: CarriedItem[] = [];
  for (const file of originals) {
    const read = file.folder === 'faq' ? readEntry : readPosition;
    const writing = read(file, translations.get(nameOf(file)) ?? [], sources, reportOn);
    if (writing) items.push({ kind: writing.kind, key: file.key, writing });
    await setImmediate();
  }
  const known = new Set(originals.map(nameOf));
  const orphans = [...translations.values()]
    .flat()
    .filter((file) => !known.has(nameOf(file)))
    .map(({ path }) => errorAt({ file: path, line: 1 }, 'Its original is missing.', 'Add it, or take this file away.'));
  return { items, problems: sortProblems([...strangers, ...orphans, ...reports.flatMap(({ problems }) => problems)]) };
}

const mend = 'Take it away; what is read is faq/<id>.md, positions/<party>/<topic>.md, translations and sources.yaml.';

const nameOf = ({ folder, key }: Placed): string => `${folder}/${key}`;

function placeOf(file: TextFile): Placed | undefined {
  const [, folder, key, tag] = place.exec(file.path) ?? [];
  const spoken = languages.find((one) => one === tag);
  if (key === undefined || (tag !== undefined && !spoken)) return undefined;
  if ((folder === 'positions') !== key.includes('/')) return undefined;
  return { ...file, folder: folder as Placed['folder'], key, language: spoken };
}

type ReportOn = (path: string) => Report;

/** The front matter and the body of a file, the body as it is written. */
function parts<T extends z.ZodType>(schema: T, file: TextFile, report: Report) {
  const split = splitFrontMatter(file.text, report);
  const isSmall = split && isReadable(split.yaml, longestFrontMatter, 2, report);
  const yaml = isSmall && readYaml(split.yaml, 2, report);
  const front = yaml && validate(schema, yaml, [], report);
  return split && front ? { front, body: split.body.replace(/^\n+|\s+$/gu, '') } : undefined;
}

function readEntry(file: Placed, translations: Placed[], known: Source[], reportOn: ReportOn): Writing | undefined {
  const report = reportOn(file.path);
  const read = parts(entryFront, file, report);
  if (!read) return undefined;
  const { front, body } = read;
  if (front.id !== file.key) report.error(2, `“id” is “${front.id}”.`, `Write “id: ${file.key}”, or rename the file.`);
  const original = front.language ?? 'en';
  const text: EntryWriting['text'] = {
    [original]: { question: front.question, aliases: front.aliases, body, follows: front.revision },
  };
  for (const one of translations) {
    const translated = parts(entryTranslationSchema, one, reportOn(one.path));
    if (!translated) continue;
    const { question, aliases, translates } = translated.front;
    const written: WrittenEntryText = { question, aliases, body: translated.body, follows: translates };
    text[one.language as Language] = written;
  }
  const { topics, parties, related } = front;
  return { kind: 'entry', original, topics, parties, related, ...sourcing(front, known), text };
}

function readPosition(file: Placed, translations: Placed[], known: Source[], reportOn: ReportOn): Writing | undefined {
  const report = reportOn(file.path);
  const read = parts(positionFront, file, report);
  if (!read) return undefined;
  const { front } = read;
  const said = `${front.party}/${front.topic}`;
  if (said !== file.key) report.error(2, `The file says that it is about ${said}.`, 'Move it, or mend what it says.');
  const original = front.language ?? 'en';
  const text: PositionWriting['text'] = {
    [original]: { stance: front.stance, ...sections(read.body, report), follows: front.revision },
  };
  for (const one of translations) {
    const ownReport = reportOn(one.path);
    const translated = parts(positionTranslationSchema, one, ownReport);
    if (!translated) continue;
    const { stance, translates } = translated.front;
    text[one.language as Language] = { stance, ...sections(translated.body, ownReport), follows: translates };
  }
  return { kind: 'position', original, ...sourcing(front, known), text };
}

const titles = { wants: 'wants', reasons: 'reasons', 'red-lines': 'redLines' } as const;

/** A heading of the text's own that is called like a section has a space more in the file. */
const headingWithin = /^## ( +(?:wants|reasons|red-lines)[ \t]*)$/gmu;

function sections(body: string, report: Report): Pick<WrittenPositionText, 'wants' | 'reasons' | 'redLines'> {
  const found = { wants: '', reasons: '', redLines: '' };
  const [before = '', ...rest] = body.split(/^## (wants|reasons|red-lines)[ \t]*$/mu);
  if (before.trim() !== '') report.error(1, 'The text begins before the first section.', 'Put “## wants” above it.');
  for (let at = 0; at < rest.length; at += 2) {
    const section = (rest[at + 1] as string).replace(/^\n+|\s+$/gu, '');
    found[titles[rest[at] as keyof typeof titles]] = section.replace(headingWithin, '##$1');
  }
  return found;
}

interface SourcedFront {
  sources: string[];
  'as-of': string;
  'review-by': string;
}

const sourcing = (front: SourcedFront, known: Source[]) => ({
  sources: front.sources,
  cites: known.filter(({ id }) => front.sources.includes(id)),
  asOf: front['as-of'],
  reviewBy: front['review-by'],
});
