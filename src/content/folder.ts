import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { type Language, languages } from '../core/language.ts';
import { errorAt, type Problem, warningAt } from './problem.ts';
import type { Kind } from './written.ts';

export interface ContentFile {
  /** Where it is on the disk. */
  path: string;
  /** As people know it: `content/faq/x.md`. */
  file: string;
  kind: Kind;
  /** What its place says: `[id]`, or `[party, topic]` for a position; nothing for a list. */
  name: string[];
  language: Language;
}

type Placed = Pick<ContentFile, 'kind' | 'name' | 'language'>;
interface Misplaced {
  message: string;
  mend: string;
}

const lists = new Map<string, Kind>([
  ['parties.yaml', 'parties'],
  ['topics.yaml', 'topics'],
  ['sources.yaml', 'sources'],
]);
const folders = new Map<string, { kind: Kind; depth: number }>([
  ['faq', { kind: 'entries', depth: 1 }],
  ['positions', { kind: 'positions', depth: 2 }],
  ['plans', { kind: 'plans', depth: 1 }],
  ['updates', { kind: 'updates', depth: 1 }],
]);
const readElsewhere = new Set(['phrasings']);
const places = 'faq/<id>.md, positions/<party>/<topic>.md, plans/<id>.md and updates/<id>.md';

/** All files of a content folder by what they are, in the order of their names; what Parley does not read is reported. */
export async function findFiles(folder: string): Promise<{ files: ContentFile[]; problems: Problem[] }> {
  const shown = (...path: string[]) => [basename(resolve(folder)), ...path].join('/');
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: Error) => error);
  if (found instanceof Error) {
    const message = `The folder cannot be read: ${found.message}.`;
    return { files: [], problems: [errorAt({ file: shown(), line: 1 }, message, 'Check where it is.')] };
  }

  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  const paths = found.filter((one) => !one.isDirectory()).map((one) => join(one.parentPath, one.name));
  for (const path of paths.sort()) {
    const segments = relative(folder, path).split(sep);
    if (isNoneOfOurs(segments)) continue;
    const file = shown(...segments);
    const what = whatIs(segments);
    if ('kind' in what) files.push({ path, file, ...what });
    else problems.push(warningAt({ file, line: 1 }, what.message, what.mend));
  }
  for (const [name, kind] of lists) {
    if (files.some((one) => one.kind === kind)) continue;
    problems.push(errorAt({ file: shown(name), line: 1 }, 'The file is missing.', `Add the list of ${kind}.`));
  }
  return { files, problems };
}

/** Hidden files, notes to people such as README.md, and the folders that are read elsewhere. */
function isNoneOfOurs(segments: string[]): boolean {
  const [top = ''] = segments;
  const isNote = /^(README|LICENSE)\.md$/u.test(segments.at(-1) as string);
  return isNote || readElsewhere.has(top) || segments.some((one) => one.startsWith('.'));
}

function whatIs(segments: string[]): Placed | Misplaced {
  const [top = '', ...below] = segments;
  const base = segments.at(-1) as string;
  const list = lists.get(base);
  if (list && below.length === 0) return { kind: list, name: [], language: 'en' };

  const message = 'Parley does not read this file.';
  const kind = folders.get(top);
  if (!kind || below.length !== kind.depth) {
    if (list) return { message, mend: 'Move it to the top of the content folder.' };
    return { message, mend: `Move it to where its kind belongs (${places}), or take it away.` };
  }
  if (!base.endsWith('.md')) return { message, mend: 'Let its name end in .md, or take it away.' };
  const [, stem = '', tag] = /^([^.]*)(?:\.(.*))?\.md$/u.exec(base) ?? [];
  const language = tag === undefined ? 'en' : languages.find((one) => one === tag);
  if (!language || tag === 'en') {
    const translations = languages.filter((one) => one !== 'en').map((one) => `${stem}.${one}.md`);
    return { message, mend: `Call the English original ${stem}.md and translations ${translations.join(' or ')}.` };
  }
  return { kind: kind.kind, name: [...below.slice(0, -1), stem], language };
}
