import { type Kysely, sql } from 'kysely';
import { OperatorError } from '../core/errors.ts';
import type { Database, InTransaction } from './database.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** `parley` in hexadecimal, for PostgreSQL's advisory locks. */
const lock = 0x7061726c6579;

/**
 * Brings the schema up to date: all missing steps or none, while other processes wait. (Kysely's own Migrator takes no
 * lock on SQLite, runs outside a transaction there, and can't tell a newer database from a broken one.)
 */
export async function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<void> {
  await database.write(async (db) => {
    await lockSchema(database, db);
    const schema = await schemaOf(database, db);
    if (schema > steps.length) throw newerThanProgram(schema, steps.length);
    await bringTo(database, db, schema, steps.length, steps);
    // Fails now, and not at a moderator's first act, where the database may only be read.
    await sql`delete from migrations where number < 0`.execute(db);
  });
}

/** Holds off every other migration until the transaction ends. SQLite's write lock, which the transaction has, does so. */
export async function lockSchema({ dialect }: Database, db: InTransaction): Promise<void> {
  if (dialect === 'sqlite') return;
  // The wait for another process, and a large table, may take longer than a statement otherwise may.
  await sql`set local statement_timeout = '10min'`.execute(db);
  await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db);
}

/** The number of the latest step that the database has taken; 0 for an empty one. */
export async function schemaOf({ dialect }: Database, db: InTransaction): Promise<number> {
  const { rows } =
    dialect === 'sqlite'
      ? await sql`select 1 from sqlite_master where type = 'table' and name = 'migrations'`.execute(db)
      : await sql`select 1 where to_regclass('migrations') is not null`.execute(db);
  if (rows.length === 0) return 0;
  const latest = await sql<{ schema: number | null }>`select max(number) as schema from migrations`.execute(db);
  return latest.rows[0]?.schema ?? 0;
}

/** Takes the steps after `from` up to `to`. */
export async function bringTo(
  { dialect }: Database,
  db: InTransaction,
  from: number,
  to: number,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  if (from === 0) await sql`create table if not exists migrations (number integer not null primary key)`.execute(db);
  for (let number = from + 1; number <= to; number++) {
    await steps[number - 1]?.(db as unknown as Kysely<unknown>, dialect);
    await sql`insert into migrations (number) values (${sql.lit(number)})`.execute(db);
  }
}

export const newerThanProgram = (schema: number, known: number): OperatorError =>
  new OperatorError(
    `The database was last used by a newer Parley (its schema is ${schema}, this program knows up to ${known}): start that version, or restore a backup into another database.`,
  );
