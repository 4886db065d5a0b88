/** Where something is written; `file` is relative to the content folder's parent, `line` counts from 1. */
export interface Place {
  file: string;
  line: number;
}

/** What is wrong, in words for somebody who edits content and does not program. */
export interface Problem extends Place {
  /** Errors keep content from being published; warnings do not. */
  severity: 'error' | 'warning';
  message: string;
  /** What to do about it. */
  mend: string;
}

export const errorAt = ({ file, line }: Place, message: string, mend: string): Problem => ({
  severity: 'error',
  file,
  line,
  message,
  mend,
});

export const warningAt = (place: Place, message: string, mend: string): Problem => ({
  ...errorAt(place, message, mend),
  severity: 'warning',
});

/** Collects what is wrong with one file. */
export interface Report {
  file: string;
  problems: Problem[];
  error(line: number, message: string, mend: string): void;
  warning(line: number, message: string, mend: string): void;
  /** Whether there has been an error. */
  failed(): boolean;
}

export function createReport(file: string): Report {
  const problems: Problem[] = [];
  return {
    file,
    problems,
    error: (line, message, mend) => problems.push(errorAt({ file, line }, message, mend)),
    warning: (line, message, mend) => problems.push(warningAt({ file, line }, message, mend)),
    failed: () => problems.some((problem) => problem.severity === 'error'),
  };
}

/** By file, then line, as one mends them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return problems.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message));
}
