import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { createReport } from '../content/problem.ts';
import { readText } from '../content/text-file.ts';
import { UserError } from '../core/errors.ts';
import type { TextFile } from './written-files.ts';

/** What an archive may hold: far more than any community writes, and little enough to be read in memory. */
export const archiveLimits = {
  /** In bytes, packed. */
  size: 5_000_000,
  /** In bytes, unpacked, of all files together and of one. */
  unpacked: 20_000_000,
  file: 100_000,
  /** The list of sources, of which there is one for all texts. */
  sources: 2_000_000,
  files: 2000,
};

const inWords = {
  files: archiveLimits.files,
  file: archiveLimits.file / 1000,
  unpacked: archiveLimits.unpacked / 1_000_000,
};

export const tooLarge = () => new UserError('import-too-large', inWords);

/** The same for the same files: the time in it is always that of the format's beginning. */
export function packed(files: readonly TextFile[]): Uint8Array {
  const content: Zippable = {};
  for (const { path, text } of files) content[path] = strToU8(text);
  return zipSync(content, { mtime: new Date(1980, 0, 1) });
}

/**
 * The text files of a ZIP archive, their paths without a folder that holds all the others. Throws `UserError` for
 * what is no archive, is broken, or would unpack to more than the limits: sizes are read before anything is unpacked,
 * and nothing is ever unpacked beyond what an archive says of itself.
 */
export function unpacked(bytes: Uint8Array): TextFile[] {
  const names = new Set<string>();
  let total = 0;
  let found: Record<string, Uint8Array>;
  try {
    found = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (name.endsWith('/') || isJunk(name)) return false;
        // Of two files in one place, one would be lost without a word.
        if (names.has(name)) throw new UserError('import-broken');
        names.add(name);
        total += originalSize;
        if (
          names.size > archiveLimits.files ||
          total > archiveLimits.unpacked ||
          originalSize > (name.endsWith('sources.yaml') ? archiveLimits.sources : archiveLimits.file)
        )
          throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    throw error instanceof UserError ? error : new UserError('import-broken');
  }
  const files = Object.entries(found).map(([path, content]) => {
    const report = createReport(path);
    const text = readText(Buffer.from(content), report);
    if (text === undefined) throw new UserError('import-not-text', { file: path.slice(0, 80) });
    return { path, text };
  });
  return withoutCommonFolder(files);
}

/** What file managers add of their own. */
const isJunk = (name: string): boolean =>
  /(^|\/)(__MACOSX|\.[^./][^/]*|Thumbs\.db|README\.md|LICENSE(\.md)?)(\/|$)/iu.test(name);

function withoutCommonFolder(files: TextFile[]): TextFile[] {
  const [first = ''] = files[0]?.path.split('/') ?? [];
  if (['faq', 'positions'].includes(first) || !files.every(({ path }) => path.startsWith(`${first}/`))) return files;
  return files.map(({ path, text }) => ({ path: path.slice(first.length + 1), text }));
}
