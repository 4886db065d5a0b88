import type { Report } from '../content/problem.ts';

/** In characters: the front matter of one text, many times what any has. */
export const longestFrontMatter = 20_000;
/** The same of a list of sources. */
export const longestSources = 1_000_000;

/** Nothing that is read here goes deeper than a list in a list of keys. */
const deepest = 20;
const nestedDashes = /(?:[-?:][ \t]+){8}/u;

/**
 * Whether YAML is small and flat enough to be read, which takes a parser far too long where brackets are nested by the
 * thousand; reports it where not.
 */
export function isReadable(yaml: string, most: number, line: number, report: Report): boolean {
  if (yaml.length <= most && !isDeep(yaml)) return true;
  report.error(line, 'That is longer or more deeply nested than anything that Parley reads.', 'Keep to plain lists.');
  return false;
}

function isDeep(yaml: string): boolean {
  let depth = 0;
  for (const sign of yaml) {
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    else if (sign === '\n' && depth < 0) depth = 0;
    if (depth > deepest) return true;
  }
  return nestedDashes.test(yaml);
}
