import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../store/database.ts';
import { type Finding, ok, problem, Unasked, warning } from './finding.ts';
import type { Access } from './kept.ts';
import { mayWrite, sizeOf } from './machine.ts';

export async function examineSqlite(database: Database, file: string): Promise<Finding[]> {
  const { rows } = await database.query((db) =>
    sql<{ version: string }>`select sqlite_version() as version`.execute(db),
  );
  const { size, mode } = await stat(file);
  const folder = dirname(file);
  const found = [ok('database', `${file}, ${sizeOf(size)}, SQLite ${rows[0]?.version}.`)];
  if (!((await mayWrite(file)) && (await mayWrite(folder))))
    return [
      problem(
        'database',
        `${file} can’t be written to.`,
        'Give the user that runs Parley the right to write to the file and its folder.',
      ),
    ];
  if (process.platform !== 'win32' && isOpen(mode) && isOpen((await stat(folder)).mode))
    found.push(
      warning(
        'database-rights',
        `Other users of this machine can read ${file}, which holds people’s names.`,
        `chmod 700 ${folder}`,
      ),
    );
  return found;
}

/** Whether others than the owner may read, or enter. */
const isOpen = (mode: number): boolean => (mode & 0o007) !== 0;

/** Nothing else is done meanwhile, so it must not take long. */
const largestBytes = 300 * 1024 ** 2;

/** Reads the file through for damage. The process stands still until that is done. */
export async function examineDamage({ options, open }: Access): Promise<Finding[]> {
  if (!('file' in options)) return [];
  const kept = await open().catch(() => {
    throw new Unasked('The database can’t be read.');
  });
  if (!kept) return [];
  const name = 'database-damage';
  const { size } = await stat(options.file);
  if (size > largestBytes)
    throw new Unasked(`${sizeOf(size)} take long to read: sqlite3 ${options.file} "pragma quick_check".`);
  const { rows } = await kept.database.query((db) => sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db));
  const said = rows[0]?.quick_check ?? '';
  if (said === 'ok') return [ok(name, 'The file is sound.')];
  return [
    problem(
      name,
      `The file is damaged: ${said.slice(0, 200)}`,
      'Stop Parley, move the file away, and restore the latest backup.',
    ),
  ];
}
