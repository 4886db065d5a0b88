import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { sharedCommunity } from '../core/community.ts';
import { OperatorError } from '../core/errors.ts';
import type { Database, InTransaction } from './database.ts';
import type { Cells } from './dump-format.ts';
import { readDump, rowsIn } from './dump-reading.ts';
import { bringTo, lockSchema, newerThanProgram, schemaOf } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase, refusing, type StoreOptions } from './open.ts';
import { countedTables, ownTables, tables } from './schema.ts';

/** How many rows are written at once. */
const batch = 200;

/**
 * Reads a backup into an empty database, or with `force` in place of what is there; returns a sentence that says so. All
 * of it or nothing, whichever database it was saved from. Throws an OperatorError for a backup that is damaged or newer
 * than the program, and for a database that is not empty.
 */
export async function restore(options: StoreOptions, file: string, { force = false } = {}): Promise<string> {
  if (!existsSync(file)) throw new OperatorError(`There is no file ${file}.`);
  // Before anything is touched: what is damaged shows at the end.
  const rows = await rowsIn(file);
  const isNewFile = 'file' in options && !existsSync(options.file);
  const database = await openDatabase(options);
  try {
    await refusing(options, () =>
      database.write(async (db) => {
        await makeRoom(database, db, force);
        await load(database, db, file);
      }),
    );
    await database.close();
    return `Restored ${rows} rows from ${file}.`;
  } catch (error) {
    await database.close();
    if (isNewFile) for (const end of ['', '-wal', '-shm']) await rm(options.file + end, { force: true });
    throw error;
  }
}

/** Takes the tables away, once it is sure that nothing is in them or that nobody wants it. */
async function makeRoom(database: Database, db: InTransaction, force: boolean): Promise<void> {
  await lockSchema(database, db);
  const schema = await schemaOf(database, db);
  if (schema > migrations.length) throw newerThanProgram(schema, migrations.length);
  const there = tables.filter(({ since }) => since <= schema);
  if (!force && !(await isEmpty(db, there))) {
    throw new OperatorError(
      'The database is not empty: restore into an empty one, or give --force to replace all that is in it.',
    );
  }
  for (const { name } of there.toReversed()) await sql`drop table ${sql.table(name)}`.execute(db);
  if (schema > 0) await sql`drop table migrations`.execute(db);
}

/** A database that was only opened holds the shared community and nothing else. */
async function isEmpty(db: InTransaction, there: typeof tables): Promise<boolean> {
  for (const { name } of there) {
    if (ownTables.has(name)) continue;
    const besides = name === 'communities' ? sql`where id <> ${sharedCommunity} or version > 0` : sql``;
    const { rows } = await sql`select 1 from ${sql.table(name)} ${besides} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Builds the schema that the backup had, fills it, and brings it up to date. */
async function load(database: Database, db: InTransaction, file: string): Promise<void> {
  let schema = 0;
  let table = '';
  let columns: string[] = [];
  let waiting: Cells[] = [];
  const write = async (): Promise<void> => {
    if (waiting.length > 0) await insert(db, table, columns, waiting);
    waiting = [];
  };
  for await (const part of readDump(file)) {
    if (part.kind === 'row') {
      waiting.push(part.cells);
      if (waiting.length === batch) await write();
    } else if (part.kind === 'table') {
      await write();
      ({ table, columns } = part);
      if (!tables.some(({ name, since }) => name === table && since <= schema))
        throw new OperatorError(`The backup ${file} holds a table “${table}” that this program does not know.`);
    } else {
      ({ schema } = part);
      await bringTo(database, db, 0, schema);
      // The backup has its own.
      await sql`delete from communities`.execute(db);
      if (schema >= 2) await sql`delete from terms`.execute(db);
    }
  }
  await write();
  await bringTo(database, db, schema, migrations.length);
  if (database.dialect !== 'postgres') return;
  for (const name of countedTables) {
    const sequence = sql`pg_get_serial_sequence(${sql.lit(name)}, 'id')`;
    await sql`select setval(${sequence}, coalesce(max(id), 0) + 1, false) from ${sql.table(name)}`.execute(db);
  }
}

async function insert(db: InTransaction, table: string, columns: readonly string[], rows: readonly Cells[]) {
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const values = sql.join(rows.map((cells) => sql`(${sql.join(cells)})`));
  await sql`insert into ${sql.table(table)} (${names}) values ${values}`.execute(db);
}
