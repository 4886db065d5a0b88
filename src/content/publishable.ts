import type { ContentUpdate } from '../core/update.ts';
import type { Problem } from './problem.ts';

/** The updates in whose files, translations included, the check finds no error: what is sent can't be sent again. */
export function withoutErrors(all: readonly ContentUpdate[], problems: readonly Problem[]): ContentUpdate[] {
  const broken = new Set(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ file }) => /\/updates\/([^/.]+)(?:\.\w+)?\.md$/u.exec(file)?.[1]),
  );
  return all.filter(({ id }) => !broken.has(id));
}
