import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Finding, ok, problem, skipped, warning } from './finding.ts';

export interface Versions {
  /** Of Parley. */
  own: string;
  /** `20.19.0`. */
  node: string;
  /** What package.json asks for: `>=20.19.0`. */
  wanted: string;
}

export function examineVersions({ own, node, wanted }: Versions): Finding[] {
  const least = wanted.replace(/^>=\s*/u, '');
  const message = `Parley ${own} on Node.js ${node}.`;
  return [
    isAtLeast(node, least) ? ok('version', message) : problem('version', message, `Install Node.js ${least} or newer.`),
  ];
}

function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [version, least].map((one) => one.split('.').map((part) => Number.parseInt(part, 10) || 0));
  const at = [0, 1, 2].find((index) => have?.[index] !== want?.[index]);
  return at === undefined || (have?.[at] ?? 0) > (want?.[at] ?? 0);
}

const MiB = 1024 ** 2;
const fewBytes = 500 * MiB;
const tooFewBytes = 50 * MiB;

/** The folder that the database file is in, or will be; undefined where the database is a server. */
export async function examineDisk(folder: string | undefined): Promise<Finding[]> {
  const name = 'disk';
  if (folder === undefined) return [skipped(name, 'The database is on a server; nothing is kept on this disk.')];
  const there = await nearest(folder);
  const { bavail, bsize } = await statfs(there);
  const free = bavail * bsize;
  const message = `${sizeOf(free)} free for ${folder}.`;
  if (!(await mayWrite(there)))
    return [
      problem(name, `${there} can’t be written to.`, 'Give the user that runs Parley the right to, or set DATA_DIR.'),
    ];
  const mend = 'Make room, or set DATA_DIR to a folder on another disk.';
  if (free < tooFewBytes) return [problem(name, message, mend)];
  return [free < fewBytes ? warning(name, message, mend) : ok(name, message)];
}

/** The folder itself, or the one in which it will be made. */
async function nearest(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : await nearest(dirname(folder));
}

export const mayWrite = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

export function sizeOf(bytes: number): string {
  if (bytes < MiB) return `${Math.ceil(bytes / 1024)} kB`;
  return bytes < 1024 * MiB ? `${Math.round(bytes / MiB)} MB` : `${(bytes / 1024 / MiB).toFixed(1)} GB`;
}
