import type { Report } from './problem.ts';

export interface FrontMatter {
  /** The YAML, which begins on line 2. */
  yaml: string;
  body: string;
  /** The line on which the body begins. */
  bodyLine: number;
}

/** Parts a Markdown file into the YAML between its two lines `---` and what follows. */
export function splitFrontMatter(text: string, report: Report): FrontMatter | undefined {
  const mend = 'Begin the file with a line “---”, then the keys, then another line “---”, then the text.';
  const lines = text.split('\n');
  const isFence = (line: string | undefined) => line?.trimEnd() === '---';
  const end = lines.findIndex((line, i) => i > 0 && isFence(line));
  if (text.trim() === '') report.error(1, 'The file is empty.', mend);
  else if (!isFence(lines[0])) report.error(1, 'The file does not begin with a line “---”.', mend);
  else if (end === -1) report.error(1, 'The second line “---” is missing, which parts the keys from the text.', mend);
  if (report.failed()) return undefined;
  return { yaml: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}
