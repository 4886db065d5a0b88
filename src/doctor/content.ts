import { type Finding, many, ok, problem, warning } from './finding.ts';

/** What the content check says of a folder. */
export interface CheckedContent {
  problems: readonly { severity: 'error' | 'warning'; file: string; line: number; message: string }[];
  /** For a terminal; its last line sums up. */
  report: string;
}

export function examineContent({ problems, report }: CheckedContent): Finding[] {
  const name = 'content';
  const summary = report.split('\n').at(-1) ?? '';
  const mend = 'npm start -- check lists them all.';
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first)
    return [problem(name, `${many(errors.length, 'error')}. ${first.file}:${first.line}: ${first.message}`, mend)];
  return [problems.length > 0 ? warning(name, summary, mend) : ok(name, summary)];
}
