import { splitFrontMatter } from '../content/front-matter.ts';
import { createReport, type Problem } from '../content/problem.ts';
import { readText } from '../content/text-file.ts';
import { readYaml } from '../content/yaml.ts';
import { UserError } from '../core/errors.ts';
import type { Language } from '../core/language.ts';
import type { ImportProblem } from '../core/transfer.ts';
import { unpacked } from './archive.ts';
import type { CarriedItem } from './item.ts';
import { fromJson } from './json.ts';
import { readFiles } from './read-files.ts';
import type { TextFile } from './written-files.ts';
import { isReadable, longestFrontMatter } from './yaml-limits.ts';

/** What a file holds, and what is wrong with it. */
export interface Received {
  items: CarriedItem[];
  problems: ImportProblem[];
  /** Ids of entries that are in it, those that could not be read included. */
  entries: ReadonlySet<string>;
  /** Where the text of an item stands, for whoever has to mend it. */
  fileOf: FileOf;
  /** Whether the words were read as the forms read them before: those of a file just sent were not. */
  isTidy: boolean;
}

export type FileOf = (item: CarriedItem, language: Language | undefined) => string;

/** Reads an archive, JSON or one Markdown file, told apart by what is in them. Throws `UserError` for anything else. */
export async function readReceived(name: string, bytes: Uint8Array): Promise<Received> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return await ofFiles(unpacked(bytes));
  const text = readText(Buffer.from(bytes), createReport(name));
  if (text === undefined) throw new UserError('import-not-text', { file: name });
  if (text.startsWith('---')) return renamed(await ofFiles([{ path: placeOf(text), text }]), name);
  if (/^\s*[[{]/u.test(text)) return ofJson(name, text);
  throw new UserError('import-unknown');
}

async function ofFiles(files: readonly TextFile[]): Promise<Received> {
  const { items, problems } = await readFiles(files);
  const ids = files.flatMap(({ path }) => /^faq\/([a-z0-9-]+)\.md$/u.exec(path)?.[1] ?? []);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return { items, problems: errors.map(problemOf), entries: new Set(ids), fileOf: pathOf, isTidy: false };
}

const problemOf = ({ file, line, message, mend }: Problem): ImportProblem => ({ file, line, message, mend });

/** The same for a file that was sent by itself. */
const renamed = (received: Received, file: string): Received => ({
  ...received,
  problems: received.problems.map((one) => ({ ...one, file })),
  fileOf: () => file,
});

/** As `filesOf` writes it. */
function pathOf({ kind, key, writing }: CarriedItem, language: Language | undefined): string {
  const folder = kind === 'entry' ? 'faq' : 'positions';
  const tag = language === undefined || language === writing.original ? '' : `.${language}`;
  return `${folder}/${key}${tag}.md`;
}

/** Where in an archive a single file would stand, by what its front matter says. */
function placeOf(text: string): string {
  const report = createReport('');
  const split = splitFrontMatter(text, report);
  const isSmall = split && isReadable(split.yaml, longestFrontMatter, 2, report);
  const front = isSmall && readYaml(split.yaml, 2, report)?.value;
  const said = (key: string): string => {
    const value = front && typeof front === 'object' && Object.hasOwn(front, key) ? Reflect.get(front, key) : '';
    return typeof value === 'string' && /^[a-z0-9-]{1,40}$/u.test(value) ? value : '';
  };
  if (said('id') !== '') return `faq/${said('id')}.md`;
  return said('party') !== '' ? `positions/${said('party')}/${said('topic') || 'topic'}.md` : 'faq/entry.md';
}

function ofJson(name: string, text: string): Received {
  const read = fromJson(text);
  const fileOf: FileOf = ({ key }) => `${name}: ${key}`;
  if ('items' in read) {
    const ids = read.items.filter(({ kind }) => kind === 'entry').map(({ key }) => key);
    return { items: read.items, problems: [], entries: new Set(ids), fileOf, isTidy: false };
  }
  const mend = 'Export as JSON to see how it is written.';
  return {
    items: [],
    problems: [{ file: name, line: 1, message: read.problem, mend }],
    entries: new Set(),
    fileOf,
    isTidy: false,
  };
}
