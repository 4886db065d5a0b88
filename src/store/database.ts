import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { DialectName } from './migrations/migration.ts';
import type { Tables } from './schema.ts';

/** What queries are put to: the database itself, or a transaction in it. */
export type Queries = Kysely<Tables>;
export type InTransaction = Transaction<Tables>;

/** The one way to the database. What it is given to do may be done again where another writer came in between. */
export interface Database {
  dialect: DialectName;
  /** One statement, which is a transaction of its own. */
  query<T>(work: (db: Queries) => Promise<T>): Promise<T>;
  /** Several reads that all see the same moment. */
  read<T>(work: (db: InTransaction) => Promise<T>): Promise<T>;
  /** All or nothing. SQLite takes its one write lock at the start; PostgreSQL locks rows as they are written. */
  write<T>(work: (db: InTransaction) => Promise<T>): Promise<T>;
  /** A connection of its own, for what lives as long as it does; where the database is a server. */
  session?: () => Promise<Session>;
  close(): Promise<void>;
}

export interface Session {
  query(statement: string): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
  end(): Promise<void>;
}

export const createDatabase = (
  dialect: DialectName,
  db: Queries,
  close: () => Promise<void>,
  session?: () => Promise<Session>,
): Database => ({
  dialect,
  ...(session && { session }),
  query: (work) => retried(() => work(db)),
  read: (work) =>
    retried(() => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)),
  write: (work) => retried(() => db.transaction().execute(work)),
  close,
});

/** With the waits between them, three to six seconds of trying. */
const attempts = 10;
const longestWaitMs = 2000;

/** Does it again where the database says that another transaction stood in the way and nothing was done. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isCollision(error)) throw error;
      // At random, so that two who collided do not meet again.
      await delay(Math.random() * Math.min(longestWaitMs, 10 * 2 ** attempt));
    }
  }
}

/** PostgreSQL's serialization_failure and deadlock_detected, SQLite's SQLITE_BUSY in all its kinds. */
function isCollision(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01' || code.startsWith('SQLITE_BUSY');
}

/** The code that the database or the system gave an error; empty for none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
