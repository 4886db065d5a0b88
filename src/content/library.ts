import type { Catalogue } from '../core/catalogue.ts';
import type { Records } from '../core/knowledge.ts';
import type { Problem } from './problem.ts';

/** What is being served, and the way to serve what has been written since. */
export interface Library<K extends Catalogue = Catalogue> {
  /** Throws before the first reload is done. */
  current(): K;
  /**
   * Loads everything and serves it if it has no error; what is served now stays otherwise. The first time, what is
   * sound is served in any case, and nothing at all to serve is an Error. Reloads wait for each other.
   */
  reload(): Promise<Problem[]>;
}

interface Content {
  records: Records;
  /** The check's findings included. */
  problems: Problem[];
}

export function createLibrary<C extends Content, K extends Catalogue>(parts: {
  load: () => Promise<C>;
  build: (content: C) => K;
  /** Hears of the problems of every load that has some. */
  onProblems: (problems: Problem[]) => void;
}): Library<K> {
  let catalogue: K | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function loadOnce(): Promise<Problem[]> {
    const content = await parts.load();
    const { records, problems } = content;
    if (problems.length > 0) parts.onProblems(problems);
    const broken = problems.some((problem) => problem.severity === 'error');
    if (catalogue && broken) return problems;
    if (records.entries.length === 0) throw new Error(nothingToServe(problems));
    catalogue = parts.build(content);
    return problems;
  }

  return {
    current() {
      if (!catalogue) throw new Error('The content has not been loaded yet.');
      return catalogue;
    },
    reload() {
      const mine = last.then(loadOnce);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

function nothingToServe(problems: Problem[]): string {
  const first = problems.find((problem) => problem.severity === 'error');
  const why = first ? ` The first error: ${first.file}:${first.line} ${first.message} ${first.mend}` : '';
  return `There is no entry to serve.${why}`;
}
