import { sql } from 'kysely';
import { createAudit } from './acts.ts';
import { createClaims } from './claims.ts';
import { createCommunities } from './communities.ts';
import type { Database } from './database.ts';
import { createDialogues } from './dialogues.ts';
import { createDrafts, itemKinds } from './drafts.ts';
import { createEntries } from './entries.ts';
import { createGaps } from './gaps.ts';
import { createImports } from './imports.ts';
import { createInbox } from './inbox.ts';
import { migrate } from './migrate.ts';
import { createNotices } from './notices.ts';
import { createOutbox } from './outbox.ts';
import { createPeople } from './people.ts';
import type { PostgresOptions } from './postgres.ts';
import { createReports } from './reports.ts';
import { createStats } from './stats.ts';
import type { Store } from './store.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createUpdates } from './updates.ts';
import { createVotes } from './votes.ts';

/** A SQLite file (`:memory:` for one that is gone when closed), or a PostgreSQL server. */
export type StoreOptions = { file: string } | PostgresOptions;

/**
 * Opens the database and brings its schema up to date. Throws an OperatorError that says what stands in the way: no
 * access, not a database, or one of a newer program.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const database = await openDatabase(options);
  try {
    await refusing(options, () => migrate(database));
  } catch (error) {
    await database.close();
    throw error;
  }
  return storeIn(database);
}

/** The driver that is not wanted is not loaded either. */
export async function openDatabase(options: StoreOptions): Promise<Database> {
  return 'file' in options
    ? await (await import('./sqlite.ts')).openSqlite(options.file)
    : await (await import('./postgres.ts')).openPostgres(options);
}

/** Puts into words what keeps a database from being used at all. */
export async function refusing<T>(options: StoreOptions, work: () => Promise<T>): Promise<T> {
  return 'file' in options
    ? await (await import('./sqlite.ts')).refusing(options.file, work)
    : await (await import('./postgres.ts')).refusing(options.url, work);
}

function storeIn(database: Database): Store {
  const gaps = createGaps(database);
  return {
    communities: createCommunities(database),
    people: createPeople(database),
    entries: createEntries(database),
    drafts: createDrafts(database, itemKinds),
    imports: createImports(database),
    dialogues: createDialogues(database),
    reports: createReports(database),
    gaps,
    votes: createVotes(database),
    stats: createStats(database),
    audit: createAudit(database),
    updateDrafts: createDrafts(database, ['update']),
    updates: createUpdates(database),
    subscriptions: createSubscriptions(database),
    outbox: createOutbox(database),
    claims: createClaims(database),
    inbox: createInbox(database),
    notices: createNotices(database),
    isShared: database.dialect === 'postgres',
    ping: async () => {
      await database.query((db) => sql`select 1`.execute(db));
    },
    connections: () => database.connections?.(),
    close: async () => {
      await gaps.flush();
      await database.close();
    },
  };
}
