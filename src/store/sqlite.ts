import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, type Dialect, Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { OperatorError } from '../core/errors.ts';
import { codeOf, createDatabase, type Database, retried } from './database.ts';
import type { Tables } from './schema.ts';
import { takeStorableText } from './storable.ts';

/** The process stands still while SQLite waits for a lock: it waits little, and `retried` goes on from there. */
const busyTimeoutMs = 50;

/**
 * Opens the file, which is made with its folder where it is missing; `:memory:` for one that is gone when closed.
 * Throws an OperatorError that says what stands in the way.
 */
export async function openSqlite(file: string): Promise<Database> {
  const connection = await refusing(file, async () => {
    // It holds people's names: for the eyes of who runs Parley only.
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return await retried(async () => prepared(file));
  });
  const db = new Kysely<Tables>({ dialect: dialectOf(connection) });
  const version = connection.prepare<[], number>('pragma data_version').pluck();
  const close = async () => {
    await db.destroy();
    connection.close();
  };
  return createDatabase('sqlite', db, close, { writtenElsewhere: () => version.get() as number });
}

function prepared(file: string): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: busyTimeoutMs });
  try {
    connection.pragma('journal_mode = WAL');
    // What a moderator was told is done outlives a power cut: NORMAL would lose the latest transactions.
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** One connection, whose transactions wait for one another; those that write take the lock before they read. */
function dialectOf(database: Sqlite.Database): Dialect {
  const dialect = new SqliteDialect({ database: preparingOnce(database), onCreateConnection: takeStorableText });
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver() {
      const driver = dialect.createDriver();
      driver.beginTransaction = async (connection, { accessMode }) => {
        // A transaction that reads first and writes later can't wait: another writer in between ends it.
        const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
        await connection.executeQuery(CompiledQuery.raw(begin));
      };
      return driver;
    },
  };
}

/** More than there are statements here, but for those that differ in how many values they have. */
const mostPrepared = 500;

/** Keeps statements for when they come again: to prepare one takes longer than to carry most of them out. */
function preparingOnce(database: Sqlite.Database): SqliteDatabase {
  const prepared = new Map<string, Sqlite.Statement>();
  return {
    prepare(text) {
      const statement = prepared.get(text) ?? database.prepare(text);
      if (prepared.size >= mostPrepared) prepared.clear();
      prepared.set(text, statement);
      return statement as ReturnType<SqliteDatabase['prepare']>;
    },
    close: () => void database.close(),
  };
}

/** Puts into words what SQLite and the system say about a file that can't be used. */
export async function refusing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    const reason = reasons.find(([codes]) => codes.test(code))?.[1];
    throw reason ? new OperatorError(`The database ${file} ${reason}`, { cause: error }) : error;
  }
}

const reasons: readonly (readonly [codes: RegExp, reason: string])[] = [
  [/^SQLITE_NOTADB/u, 'is not a database: set DATA_DIR to the folder of the right one, or move this file away.'],
  [/^SQLITE_CORRUPT/u, 'is damaged: move it away and restore the latest backup.'],
  [
    /^(SQLITE_READONLY|EACCES|EPERM|EROFS)/u,
    'can’t be written to: give the user that runs Parley the right to write to the file and its folder.',
  ],
  [
    /^(SQLITE_CANTOPEN|ENOTDIR|EEXIST|EISDIR|ENOENT)/u,
    'can’t be opened: set DATA_DIR to a folder in which the user that runs Parley may make files.',
  ],
  [/^(SQLITE_FULL|ENOSPC)/u, 'can’t be written to because the disk is full: make room on it.'],
  [/^SQLITE_BUSY/u, 'is kept locked by another program: end that program, then start Parley again.'],
];
