import { readFile } from 'node:fs/promises';
import type * as z from 'zod';
import type { Records } from '../core/knowledge.ts';
import type { ContentUpdate } from '../core/update.ts';
import { faq } from './faq.ts';
import { type ContentFile, findFiles } from './folder.ts';
import { readList } from './lists.ts';
import { type MarkdownKind, readMarkdownFile } from './markdown-file.ts';
import { plans } from './plans.ts';
import { positions } from './positions.ts';
import { createReport, type Problem, type Report, sortProblems } from './problem.ts';
import { partySchema, sourceSchema, topicSchema } from './schemas.ts';
import { soundRecords, soundUpdates } from './sound.ts';
import { readText } from './text-file.ts';
import { updates } from './updates.ts';
import { kinds, type Translated, type Writing, type Written } from './written.ts';

export interface Loaded {
  /** What can be served: every reference in it holds. */
  records: Records;
  /** The updates that can be published, by id. */
  updates: ContentUpdate[];
  /** What is wrong with single files; `checkContent` finds what is wrong between them. */
  problems: Problem[];
  writing: Writing;
}

/** Reads a content folder. A file with errors is left out and reported, and so is whatever refers to it. */
export async function loadContent(folder: string): Promise<Loaded> {
  const { files, problems } = await findFiles(folder);
  const read = await Promise.all(files.map(readContentFile));
  const writing = nothingWritten();
  for (const kind of ['parties', 'topics', 'sources'] as const) {
    if (!files.some((file) => file.kind === kind)) writing.unread[kind] = 'all';
  }
  for (const { file, text, report } of read) {
    const unread = text === undefined ? wholeOf(file) : addFile(writing, file, text, report);
    const known = writing.unread[file.kind];
    if (unread === 'all' || known === 'all') writing.unread[file.kind] = 'all';
    else for (const id of unread) known.add(id);
  }
  const records = soundRecords(writing);
  return {
    records,
    updates: soundUpdates(writing, records),
    problems: sortProblems([...problems, ...read.flatMap(({ report }) => report.problems)]),
    writing,
  };
}

async function readContentFile(
  file: ContentFile,
): Promise<{ file: ContentFile; text: string | undefined; report: Report }> {
  const report = createReport(file.file);
  const bytes = await readFile(file.path).catch((error: Error) => error);
  if (!(bytes instanceof Error)) return { file, text: readText(bytes, report), report };
  report.error(1, `The file cannot be read: ${bytes.message}.`, 'Check that it is a file and may be read.');
  return { file, text: undefined, report };
}

function nothingWritten(): Writing {
  return {
    parties: [],
    topics: [],
    sources: [],
    entries: { originals: [], translations: [] },
    positions: { originals: [], translations: [] },
    plans: { originals: [], translations: [] },
    updates: { originals: [], translations: [] },
    unread: Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()])) as Writing['unread'],
  };
}

/** Adds what the file says to the writing; returns the ids of what it could not read. */
function addFile(writing: Writing, file: ContentFile, text: string, report: Report): string[] | 'all' {
  function list<T>(to: Written<T>[], schema: z.ZodType<T>): string[] | 'all' {
    const read = readList(schema, text, report);
    to.push(...(read?.items ?? []));
    return read?.unread ?? 'all';
  }
  function markdown<R, T, F extends L, L>(to: Translated<R, T>, kind: MarkdownKind<R, T, F, L>): string[] | 'all' {
    const read = readMarkdownFile(kind, file, text, report);
    if (!read) return wholeOf(file);
    if ('original' in read) to.originals.push(read.original);
    else to.translations.push(read.translation);
    return [];
  }

  switch (file.kind) {
    case 'parties':
      return list(writing.parties, partySchema);
    case 'topics':
      return list(writing.topics, topicSchema);
    case 'sources':
      return list(writing.sources, sourceSchema);
    case 'entries':
      return markdown(writing.entries, faq);
    case 'positions':
      return markdown(writing.positions, positions);
    case 'plans':
      return markdown(writing.plans, plans);
    case 'updates':
      return markdown(writing.updates, updates);
  }
}

/** What is lost with a file: all of a list, one original, and nothing but itself with a translation. */
function wholeOf({ name, language }: ContentFile): string[] | 'all' {
  if (name.length === 0) return 'all';
  return language === 'en' ? [name.join('/')] : [];
}
