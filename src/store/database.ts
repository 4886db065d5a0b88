import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { Unavailable } from '../core/errors.ts';
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
  /** Another number once another connection has written, where that is told for nothing: by SQLite. Throws as it does. */
  writtenElsewhere?: () => number;
  /** A connection of its own, for what lives as long as it does; where the database is a server. */
  session?: () => Promise<Session>;
  /** Of a server's: all, idle ones, and how many queries wait for one. */
  connections?: () => { total: number; idle: number; waiting: number };
  close(): Promise<void>;
}

export interface Session {
  query(statement: string): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
  /** Called with what others send to a channel that is listened to. */
  onNotice(handler: (payload: string) => void): void;
  /** Called once when the connection has ended, for whatever reason. */
  onEnd(handler: () => void): void;
  end(): Promise<void>;
}

export const createDatabase = (
  dialect: DialectName,
  db: Queries,
  close: () => Promise<void>,
  more?: Pick<Database, 'writtenElsewhere' | 'session' | 'connections'>,
): Database => ({
  dialect,
  ...more,
  query: (work) => answering(() => work(db)),
  read: (work) =>
    answering(() => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)),
  write: (work) => answering(() => db.transaction().execute(work)),
  close,
});

/** Throws `Unavailable` for a database that can't be reached or takes no writes. */
async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await retried(work);
  } catch (error) {
    throw isAway(error) ? new Unavailable('The database does not answer or takes no writes.', { cause: error }) : error;
  }
}

/**
 * PostgreSQL's classes 08 (connection), 53 (resources), 57P0 (shutting down) and 25006 (read only, as after a failover),
 * what the network and the driver say, and SQLite's full, locked, unreadable or read-only file.
 */
const awayCodes =
  /^(08|53|57P0|25006|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET|SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CANTOPEN))/u;
const awayWords = /connection terminated|timeout exceeded when trying to connect|connection error|query read timeout/iu;

export const isAway = (error: unknown): boolean =>
  awayCodes.test(codeOf(error)) || (error instanceof Error && awayWords.test(error.message));

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
export function codeOf(error: unknown): string {
  const told = error instanceof Unavailable ? error.cause : error;
  return told instanceof Error && 'code' in told && typeof told.code === 'string' ? told.code : '';
}
