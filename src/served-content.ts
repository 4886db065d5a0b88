import type { Logger } from 'pino';
import type { checkContent, Measurer } from './content/check.ts';
import { createLibrary, type Library } from './content/library.ts';
import type { Problem } from './content/problem.ts';
import { withoutErrors } from './content/publishable.ts';
import type { Catalogue } from './core/catalogue.ts';
import { createKnowledge } from './core/knowledge.ts';
import type { ContentUpdate } from './core/update.ts';
import { type Prepared, packPrepared, type ReadContent, readPrepared } from './prepared.ts';
import { createFinder, type EntryFinder } from './search/finder.ts';

/** A catalogue on which communities' own entries can be laid. */
export interface Served extends Catalogue {
  finder: EntryFinder;
}

/** What a content folder gives: a catalogue, and the updates to be published from it. */
export interface ServedContent extends Served {
  updates: readonly ContentUpdate[];
}

/**
 * A content folder as what is served from it: checked, indexed, and swapped whole. `today` is `YYYY-MM-DD`, in UTC;
 * `prepared` names a file that `prepareContent` was written to.
 */
export function openLibrary(
  folder: string,
  today: () => string,
  log: Logger,
  prepared?: string,
): Library<ServedContent> {
  return createLibrary({
    async load(): Promise<ReadContent & Partial<Prepared>> {
      const known = prepared === undefined ? undefined : knownContent(prepared, folder, log);
      return known ?? (await readChecked(folder, today()));
    },
    build({ records, updates, asking, learnt }) {
      const knowledge = createKnowledge(records);
      return { knowledge, finder: createFinder(knowledge, asking, learnt), updates };
    },
    onProblems: (problems) => logProblems(problems, log),
  });
}

function knownContent(file: string, folder: string, log: Logger): Prepared | undefined {
  try {
    return readPrepared(file, folder);
  } catch (error) {
    log.warn({ err: error, file }, 'What was prepared of the content could not be used: the content is read anew');
    return undefined;
  }
}

/**
 * Reads a folder and learns to search it, as the bytes of a file that spares a start both. What the check warns of from
 * a certain day on, as of a review that is due, it does not say anew there.
 */
export async function prepareContent(folder: string, today: string): Promise<Buffer> {
  const read = await readChecked(folder, today);
  const learnt = createFinder(createKnowledge(read.records), read.asking).state();
  return packPrepared(folder, { ...read, learnt });
}

async function readChecked(folder: string, today: string): Promise<ReadContent> {
  const { asking, records, updates, ...read } = await readAll(folder);
  const problems = await checked(read, { today });
  return { records, updates: withoutErrors(updates, problems), asking, problems };
}

/** What the content check says of a folder; `report` is for a terminal. */
export async function checkFolder(folder: string, today: string, measurers: readonly Measurer[]) {
  const [loaded, { countContent, describeProblems }] = await Promise.all([
    readAll(folder),
    import('./content/report.ts'),
  ]);
  const problems = await checked(loaded, { today, measurers });
  return {
    problems,
    isSound: problems.every(({ severity }) => severity !== 'error'),
    report: describeProblems(problems, countContent(loaded)),
  };
}

// What reads and checks is loaded only where something is to be read.

/** The answers, and how people ask for them. */
async function readAll(folder: string) {
  const [{ loadContent }, { loadPhrasings }] = await Promise.all([
    import('./content/load.ts'),
    import('./content/phrasings.ts'),
  ]);
  const loaded = await loadContent(folder);
  const { asking, problems } = await loadPhrasings(folder, loaded.records.entries);
  return { ...loaded, asking, problems: [...loaded.problems, ...problems] };
}

const checked = async (...read: Parameters<typeof checkContent>): Promise<Problem[]> =>
  (await import('./content/check.ts')).checkContent(...read);

function logProblems(problems: readonly Problem[], log: Logger): void {
  for (const { severity, file, line, message, mend } of problems) {
    log[severity === 'error' ? 'error' : 'debug']({ file, line }, `${message} ${mend}`);
  }
}
