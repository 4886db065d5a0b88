import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { OperatorError } from '../core/errors.ts';
import { codeOf, type InTransaction } from './database.ts';
import { createChecksum, dumpFormat } from './dump-format.ts';
import { rowsIn } from './dump-reading.ts';
import { newerThanProgram, schemaOf } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase, refusing, type StoreOptions } from './open.ts';
import { tables } from './schema.ts';

export { restore } from './restore.ts';

/** How many rows are read at once. */
const batch = 500;

/**
 * Saves everything that is kept, as it is at one moment, while others go on writing; returns a sentence that says so.
 * The file appears when it is whole and has been read through. Throws an OperatorError where it exists, unless `force`.
 */
export async function backup(options: StoreOptions, file: string, { force = false } = {}): Promise<string> {
  if ('file' in options && !existsSync(options.file))
    throw new OperatorError(`There is no database ${options.file} to save: check DATA_DIR.`);
  if (!force && existsSync(file))
    throw new OperatorError(`${file} exists already: give another name, or --force to replace it.`);
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await write(options, unfinished);
    const rows = await rowsIn(unfinished);
    await rename(unfinished, file);
    return `Saved ${rows} rows in ${file}.`;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw /^(EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EISDIR|EEXIST)$/u.test(codeOf(error))
      ? new OperatorError(`The backup can’t be written to ${file}: ${(error as Error).message}.`, { cause: error })
      : error;
  }
}

async function write(options: StoreOptions, file: string): Promise<void> {
  const database = await openDatabase(options);
  try {
    await refusing(options, () =>
      database.read(async (db) => {
        const schema = await schemaOf(database, db);
        if (schema === 0) throw new OperatorError('The database is empty: there is nothing to save.');
        if (schema > migrations.length) throw newerThanProgram(schema, migrations.length);
        // It holds people's names: for the eyes of who runs Parley only.
        const out = createWriteStream(file, { mode: 0o600, flush: true });
        await pipeline(Readable.from(dump(db, schema)), createGzip(), out);
      }),
    );
  } finally {
    await database.close();
  }
}

/** The lines of the backup, a batch of them at a time. */
async function* dump(db: InTransaction, schema: number): AsyncGenerator<string> {
  const checksum = createChecksum();
  const lined = (values: readonly unknown[]): string => {
    const lines = values.map((value) => JSON.stringify(value));
    for (const line of lines) checksum.add(line);
    return `${lines.join('\n')}\n`;
  };
  yield lined([{ parley: 'backup', format: dumpFormat, schema }]);
  let rows = 0;
  for (const { name, since, key, isPassing } of tables) {
    if (since > schema || isPassing) continue;
    let columns: string[] | undefined;
    for await (const page of pages(db, name, key)) {
      const all = Object.keys(page[0] ?? {});
      if (!columns) yield lined([{ table: name, columns: all }]);
      columns = all;
      rows += page.length;
      yield lined(page.map((row) => all.map((column) => row[column])));
    }
  }
  yield `${JSON.stringify({ rows, sha256: checksum.value() })}\n`;
}

type Row = Record<string, unknown>;

/** All rows of a table by its key, so that no more than a batch is in memory. */
async function* pages(db: InTransaction, table: string, key: readonly string[]): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  let after = sql``;
  for (;;) {
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(batch)}`.execute(
        db,
      );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = sql`where (${columns}) > (${sql.join(key.map((name) => last[name]))})`;
  }
}
