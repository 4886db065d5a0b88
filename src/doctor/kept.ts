import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { createDatabase, type Database } from '../store/database.ts';
import { schemaOf } from '../store/migrate.ts';
import { migrations } from '../store/migrations/index.ts';
import { openDatabase, refusing, type StoreOptions } from '../store/open.ts';
import { Unasked } from './finding.ts';

/** The database as it is, which nothing is changed in. */
export interface Kept {
  database: Database;
  /** The number of the latest migration that it has taken; 0 for an empty one. */
  schema: number;
}

/** How the checks come to the database, which is opened once for all of them. */
export interface Access {
  options: StoreOptions;
  /** Undefined where there is no file yet. Throws an OperatorError that says why it can't be opened. */
  open(): Promise<Kept | undefined>;
  /** Throws `Unasked` unless the tables are those that this program knows. */
  openCurrent(): Promise<Kept>;
  close(): Promise<void>;
}

export function accessTo(options: StoreOptions): Access {
  let opening: Promise<Kept | undefined> | undefined;

  async function openOnce(): Promise<Kept | undefined> {
    if ('file' in options && !existsSync(options.file)) return undefined;
    const database = 'file' in options ? await openFile(options.file) : await openDatabase(options);
    try {
      const schema = await refusing(options, () => database.read((db) => schemaOf(database, db)));
      return { database, schema };
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  const open = () => {
    opening ??= openOnce();
    return opening;
  };

  return {
    options,
    open,
    async openCurrent() {
      const kept = await open().catch(() => {
        throw new Unasked('The database can’t be read.');
      });
      if (!kept || kept.schema === 0) throw new Unasked('There is no database yet.');
      if (kept.schema !== migrations.length) throw new Unasked('The database is of another version of Parley.');
      return kept;
    },
    async close() {
      const kept = await opening?.catch(() => undefined);
      await kept?.database.close();
    },
  };
}

const busyTimeoutMs = 500;

/** Opens a file that is there, and leaves no other beside it. */
const openFile = (file: string): Promise<Database> =>
  refusing({ file }, async () => {
    // Reading alone would leave a journal behind where there is none, and with one closing would write it into the file.
    const readonly = existsSync(`${file}-wal`);
    const connection = new Sqlite(file, { readonly, fileMustExist: true, timeout: busyTimeoutMs });
    try {
      connection.pragma('query_only = ON');
    } catch (error) {
      connection.close();
      throw error;
    }
    const db = new Kysely<never>({ dialect: new SqliteDialect({ database: connection }) });
    return createDatabase('sqlite', db as never, () => db.destroy());
  });
