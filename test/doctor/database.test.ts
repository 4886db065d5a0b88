import { chmod, readdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseClocks, examineClock } from '../../src/doctor/clocks.ts';
import { examineDatabase } from '../../src/doctor/database.ts';
import { examineOutbox } from '../../src/doctor/deliveries.ts';
import { type Access, accessTo } from '../../src/doctor/kept.ts';
import { runChecks } from '../../src/doctor/run.ts';
import { examineDamage } from '../../src/doctor/sqlite.ts';
import { examineSubscriptions } from '../../src/doctor/subscriptions.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openDatabase, openStore, type StoreOptions } from '../../src/store/open.ts';
import { texts } from '../builders/dispatcher.ts';
import { testSubscription } from '../builders/subscription.ts';
import { hasPostgres, postgresSchema, sqliteFile, type TestDatabase } from '../store/databases.ts';
import { states, worst } from './findings.ts';

const withPostgres = await hasPostgres();
const kinds = [
  ['SQLite', sqliteFile],
  ['PostgreSQL', postgresSchema],
] as const;
const say = texts.in('en');
const noon = Date.UTC(2026, 10, 23, 12);

const examining = async <T>(options: StoreOptions, work: (access: Access) => Promise<T>): Promise<T> => {
  const access = accessTo(options);
  try {
    return await work(access);
  } finally {
    await access.close();
  }
};
const examine = (options: StoreOptions) => examining(options, examineDatabase);
/** The statements, one after the other. */
async function change(options: StoreOptions, ...statements: string[]): Promise<void> {
  const database = await openDatabase(options);
  for (const statement of statements) await database.query((db) => sql.raw(statement).execute(db));
  await database.close();
}
const migrate = async (options: StoreOptions) => (await openStore(options)).close();

describe.each(kinds.filter(([name]) => withPostgres || name === 'SQLite'))('the doctor on %s', (name, make) => {
  let made: TestDatabase;
  beforeEach(async () => {
    made = await make();
  });
  afterEach(() => made.drop());

  it('is content with a database that is up to date', async () => {
    await migrate(made.options);
    const found = await examine(made.options);
    expect(worst(found)).toMatchObject({ state: 'ok' });
    expect(found[0]?.message).toContain(name);
    expect(found.at(-1)).toMatchObject({ check: 'database-schema', message: `Up to date (${migrations.length}).` });
  });

  it('says that an older one will be brought up to date, and leaves that for the start', async () => {
    await migrate(made.options);
    await change(made.options, `delete from migrations where number = ${migrations.length}`);
    for (let time = 0; time < 2; time++)
      expect((await examine(made.options)).at(-1)).toMatchObject({
        state: 'ok',
        message: expect.stringContaining(`At ${migrations.length - 1}; brought up to ${migrations.length}`),
      });
  });

  it('makes no tables in an empty one', async () => {
    if ('file' in made.options) await change(made.options, 'pragma user_version = 1');
    for (let time = 0; time < 2; time++)
      expect((await examine(made.options)).at(-1)).toMatchObject({
        state: 'ok',
        message: expect.stringContaining('is empty'),
      });
  });

  it('says that a newer one is of a newer Parley, and looks at nothing else in it', async () => {
    await migrate(made.options);
    await change(made.options, `insert into migrations (number) values (${migrations.length + 1})`);
    expect(worst(await examine(made.options))).toMatchObject({
      check: 'database-schema',
      state: 'problem',
      mend: expect.stringContaining('restore a backup'),
    });
    const outbox = {
      name: 'outbox',
      limitMs: 9999,
      examine: () => examining(made.options, (one) => examineOutbox(one, noon)),
    };
    expect(states(await runChecks([outbox]))).toEqual(['outbox: skipped']);
  });

  it('tells what is paused and why', async () => {
    const store = await openStore(made.options);
    const pause = { by: 'platform' as const, reason: 'place-left', at: noon };
    for (const id of ['s0000001', 's0000002', 's0000003', 's0000004'])
      await store.subscriptions.put(testSubscription(id));
    await store.subscriptions.pause('s0000001', pause);
    await store.subscriptions.pause('s0000002', pause);
    await store.subscriptions.pause('s0000003', { by: 'person', reason: '', at: noon });
    await store.close();
    const found = await examining(made.options, (access) => examineSubscriptions(access, say));
    expect(found.map(({ state, message }) => [state, message])).toEqual([
      ['ok', '1 active, 1 paused by somebody.'],
      ['warning', '2 paused: Parley is no longer a member there: add it again.'],
    ]);
  });

  it('tells what waits to be sent and for how long, and what failed in the last 24 hours', async () => {
    await migrate(made.options);
    const delivery = (id: number, state: string, at: number, reason = '') =>
      `insert into deliveries (id, item, kind, destination, revision, platform, priority, turn, act, state, due_at,
        lease_until, term, attempts, unknown_since, message, reason, created_at, changed_at)
      values (${id}, 'u${id}', 'update', 's1', 1, 'discord', 1, 1, 'post', '${state}', 0, 0, 0, 0, null, null,
        '${reason}', ${at}, ${at})`;
    const outbox = async () =>
      (await examining(made.options, (access) => examineOutbox(access, noon))).map(({ state, message }) => [
        state,
        message,
      ]);
    expect(await outbox()).toEqual([
      ['ok', 'Nothing waits to be sent.'],
      ['ok', 'None failed in the last 24 hours.'],
    ]);
    await change(
      made.options,
      delivery(1, 'waiting', noon - 60_000),
      delivery(2, 'failed', noon - 25 * 3600_000, 'old'),
    );
    expect(await outbox()).toEqual([
      ['ok', '1 message to be sent, the oldest for 1 minute.'],
      ['ok', 'None failed in the last 24 hours.'],
    ]);
    await change(
      made.options,
      delivery(3, 'failed', noon - 3600_000, 'Discord 50035'),
      delivery(4, 'failed', noon - 3600_000, 'Discord 50035'),
      delivery(5, 'uncertain', noon - 3600_000, 'interrupted'),
      delivery(6, 'waiting', noon),
      `update deliveries set created_at = ${noon - 3 * 3600_000} where id = 1`,
    );
    expect(await outbox()).toEqual([
      ['warning', '2 messages to be sent, the oldest for 3 hours.'],
      [
        'warning',
        'In the last 24 hours: 2 failed, 1 uncertain. 2 on discord (Discord 50035); 1 on discord (interrupted).',
      ],
    ]);
  });
});

describe('the doctor on a SQLite file', () => {
  let made: Awaited<ReturnType<typeof sqliteFile>>;
  beforeEach(async () => {
    made = await sqliteFile();
  });
  afterEach(() => made.drop());
  const folder = () => dirname(made.options.file);

  it('makes none where there is none', async () => {
    const found = await examine(made.options);
    expect(states(found)).toEqual(['database: ok']);
    expect(await readdir(folder())).toEqual([]);
  });

  it('leaves nothing beside it, whether Parley runs or not', async () => {
    await migrate(made.options);
    await examine(made.options);
    expect(await readdir(folder())).toEqual(['parley.db']);
    const running = await openStore(made.options);
    await running.subscriptions.put(testSubscription('s0000001'));
    const found = await examining(made.options, (access) => examineSubscriptions(access, say));
    expect(found[0]?.message).toBe('1 active.');
    expect(await running.subscriptions.count()).toBe(1);
    await running.close();
  });

  it('can’t write to it', async () => {
    await migrate(made.options);
    const access = accessTo(made.options);
    const kept = await access.open();
    await expect(kept?.database.query((db) => sql`delete from migrations`.execute(db))).rejects.toThrow();
    await access.close();
    expect((await examine(made.options)).at(-1)?.message).toBe(`Up to date (${migrations.length}).`);
  });

  it('finds damage', async () => {
    await migrate(made.options);
    expect(await examining(made.options, examineDamage)).toMatchObject([{ check: 'database-damage', state: 'ok' }]);
    const connection = new Sqlite(made.options.file);
    connection.unsafeMode(true);
    connection.pragma('writable_schema = ON');
    // Two tables that share a page.
    connection.exec(
      "update sqlite_master set rootpage = (select rootpage from sqlite_master where name = 'drafts') where name = 'votes'",
    );
    connection.close();
    expect(await examining(made.options, examineDamage)).toMatchObject([
      { check: 'database-damage', state: 'problem' },
    ]);
  });

  it('finds a file that is no database', async () => {
    await writeFile(made.options.file, 'This is a diary. '.repeat(100));
    const check = { name: 'database', limitMs: 9999, examine: () => examine(made.options) };
    expect(await runChecks([check])).toMatchObject([
      {
        state: 'problem',
        message: expect.stringContaining('is not a database'),
        mend: expect.stringContaining('DATA_DIR'),
      },
    ]);
  });

  it('warns where every user of the machine can read it', async () => {
    await migrate(made.options);
    await chmod(folder(), 0o755);
    await chmod(made.options.file, 0o644);
    expect(await examine(made.options)).toContainEqual(
      expect.objectContaining({ check: 'database-rights', state: 'warning', mend: `chmod 700 ${folder()}` }),
    );
    await chmod(folder(), 0o700);
    expect(worst(await examine(made.options))).toMatchObject({ state: 'ok' });
  });
});

describe.runIf(withPostgres)('the doctor on a PostgreSQL server', () => {
  let made: Awaited<ReturnType<typeof postgresSchema>>;
  beforeAll(async () => {
    made = await postgresSchema();
  });
  afterAll(() => made.drop());

  it('compares its clock', async () => {
    await examining(made.options, async (access) => {
      const clocks = await databaseClocks(access);
      const found = (now: () => number) => examineClock(clocks, now, new AbortController().signal);
      expect(await found(Date.now)).toMatchObject([{ state: 'ok', message: 'It agrees with that of the database.' }]);
      expect(await found(() => Date.now() + 60_000)).toMatchObject([{ state: 'problem' }]);
    });
  });

  it('counts its connections', async () => {
    const found = (await examine(made.options)).find(({ check }) => check === 'database-connections');
    expect(found?.message).toMatch(/^\d+ of \d+ in use, \d+ left\.$/u);
  });

  it('finds a user that may make no tables', async () => {
    const url = new URL(made.options.url);
    const user = `doctor_${process.pid}`;
    const client = new pg.Client({ connectionString: made.options.url });
    await client.connect();
    try {
      await client.query(`create user ${user}; grant usage on schema ${await schemaOf(client)} to ${user}`);
      url.username = user;
      expect(worst(await examine({ url: url.href }))).toMatchObject({
        check: 'database',
        state: 'problem',
        mend: expect.stringMatching(/^grant create, usage on schema test_/u),
      });
    } finally {
      await client.query(`drop owned by ${user}; drop user ${user}`);
      await client.end();
    }
  });

  it('finds a server that takes no writes', async () => {
    const url = new URL(made.options.url);
    url.searchParams.set('options', `${url.searchParams.get('options')} -c default_transaction_read_only=on`);
    expect(worst(await examine({ url: url.href }))).toMatchObject({ check: 'database', state: 'problem' });
  });

  it('says what keeps it from a server, without the password', async () => {
    const url = 'postgres://parley:hush-hush@127.0.0.1:9/parley';
    const check = { name: 'database', limitMs: 9999, examine: () => examine({ url }) };
    const found = await runChecks([check]);
    expect(found).toEqual([
      {
        check: 'database',
        state: 'problem',
        message: 'The database 127.0.0.1:9/parley can’t be reached.',
        mend: 'Check the address in DATABASE_URL and whether PostgreSQL runs there.',
      },
    ]);
  });
});

const schemaOf = async (client: pg.Client): Promise<string> =>
  (await client.query('select current_schema() as name')).rows[0].name;
