import type { Logger } from 'pino';
import { checkContent, type Measurer } from './content/check.ts';
import { createLibrary, type Library } from './content/library.ts';
import { loadContent } from './content/load.ts';
import { loadPhrasings } from './content/phrasings.ts';
import type { Problem } from './content/problem.ts';
import { countContent, describeProblems } from './content/report.ts';
import { withoutErrors } from './content/updates.ts';
import type { Catalogue } from './core/catalogue.ts';
import { createKnowledge } from './core/knowledge.ts';
import type { ContentUpdate } from './core/update.ts';
import { createFinder, type EntryFinder } from './search/finder.ts';

/** A catalogue on which communities' own entries can be laid. */
export interface Served extends Catalogue {
  finder: EntryFinder;
}

/** What a content folder gives: a catalogue, and the updates to be published from it. */
export interface ServedContent extends Served {
  updates: readonly ContentUpdate[];
}

/** A content folder as what is served from it: checked, indexed, and swapped whole. `today` is `YYYY-MM-DD`, in UTC. */
export function openLibrary(folder: string, today: () => string, log: Logger): Library<ServedContent> {
  return createLibrary({
    async load() {
      const { asking, ...loaded } = await loadAll(folder);
      const problems = checkContent(loaded, { today: today() });
      return { records: loaded.records, updates: withoutErrors(loaded.updates, problems), asking, problems };
    },
    build({ records, updates, asking }) {
      const knowledge = createKnowledge(records);
      return { knowledge, finder: createFinder(knowledge, asking), updates };
    },
    onProblems: (problems) => logProblems(problems, log),
  });
}

/** What the content check says of a folder; `report` is for a terminal. */
export async function checkFolder(folder: string, today: string, measurers: readonly Measurer[]) {
  const loaded = await loadAll(folder);
  const problems = checkContent(loaded, { today, measurers });
  return {
    problems,
    isSound: problems.every(({ severity }) => severity !== 'error'),
    report: describeProblems(problems, countContent(loaded)),
  };
}

/** The answers, and how people ask for them. */
async function loadAll(folder: string) {
  const loaded = await loadContent(folder);
  const { asking, problems } = await loadPhrasings(folder, loaded.records.entries);
  return { ...loaded, asking, problems: [...loaded.problems, ...problems] };
}

function logProblems(problems: readonly Problem[], log: Logger): void {
  for (const { severity, file, line, message, mend } of problems) {
    log[severity === 'error' ? 'error' : 'debug']({ file, line }, `${message} ${mend}`);
  }
}
