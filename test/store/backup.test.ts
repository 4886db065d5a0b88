import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { backup, restore } from '../../src/store/backup.ts';
import { openDatabase, openStore, type StoreOptions } from '../../src/store/open.ts';
import { tables } from '../../src/store/schema.ts';
import type { Leadership, Store } from '../../src/store/store.ts';
import { hasPostgres, postgresSchema, sqliteFile, type TestDatabase } from './databases.ts';
import {
  act,
  at,
  bareAct,
  change,
  draft,
  group,
  guild,
  ivan,
  newUpdate,
  olha,
  report,
  stagedImport,
  subscription,
  updateWriting,
} from './things.ts';

const both = { SQLite: sqliteFile, PostgreSQL: postgresSchema };
const [sqlite, postgres] = Object.keys(both) as (keyof typeof both)[];
const ways = [
  [sqlite, sqlite],
  [sqlite, postgres],
  [postgres, sqlite],
  [postgres, postgres],
] as (keyof typeof both)[][];
const isReachable = await hasPostgres();

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-backup-'));
  file = join(folder, 'saved/parley.backup');
});
afterEach(() => rm(folder, { recursive: true }));

async function database(make: () => Promise<TestDatabase>): Promise<StoreOptions> {
  const { options, drop } = await make();
  onTestFinished(drop);
  return options;
}

async function within<T>(options: StoreOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(options);
  return await work(store).finally(() => store.close());
}

/** Something in every table, more rows than are written at once, and every sign that may trouble a reader. */
const fill = (options: StoreOptions) =>
  within(options, async (store) => {
    const { id } = await store.communities.of({ ...guild, title: 'Line\nbreak "quotes" 🕊️ \u2028' }, at);
    const { id: other } = await store.communities.of(group, at);
    await store.communities.makeLink(id, 'used', at + 1, act(id));
    await store.communities.useLink('used', { platform: 'telegram', id: group.id }, at, bareAct());
    await store.communities.makeLink(other, 'hash', at + 1, act(other));
    await store.people.choose(olha, { language: 'uk', worksFor: id });
    const many = Array.from({ length: 1203 }, (_, i) => change(id, `entry-${i}`));
    await store.entries.change(many, [act(id, { detail: { count: 1203 } })]);
    await store.drafts.add(draft(id, 'aaaaaaaa', { values: { body: 'a\0b\ud83d\n' } }), 9);
    await store.imports.add(stagedImport(id, 'aaaaaaaa'), 9);
    await store.dialogues.put({ chat: group, person: '7', state: { field: 1 }, changedAt: at });
    await store.reports.add(report(id, 'r1'));
    await store.gaps.add(
      { community: id, folded: 'q', question: 'Q?', language: 'uk', outcome: 'none', nearest: '' },
      '2026-11-20',
      9,
    );
    await store.votes.cast({ community: id, entry: 'entry-1', by: ivan, helpful: true, at });
    await store.stats.add([{ community: id, day: '2026-11-20', kind: 'answered', entry: 'entry-1', count: 7 }]);
    await fillOutbox(store, id);
    return id;
  });

/** An update, of which one copy is sent, and a digest that waits. */
async function fillOutbox({ updates, subscriptions, outbox }: Store, community: string): Promise<void> {
  const quiet = { from: '22:00', to: '07:00', breakingPasses: true };
  await subscriptions.put(subscription(community, 'place001', { quiet, title: 'Line\nbreak "quotes" 🕊️' }));
  await subscriptions.put(subscription(community, 'digest01', { digest: '0 9 * * *' }));
  const writing = updateWriting({ outdates: ['entry-1'] });
  await updates.post(newUpdate(community, 'update01', { writing }));
  await updates.publishDue(at);
  await updates.mark('content', at);
  const due = { subscription: 'digest01', slotAt: at + 1, updates: ['update01'], digestedUntil: at };
  await outbox.enqueueDigests([due], at);
  const { term, resign } = (await outbox.lead(1000)) as Leadership;
  const [first] = await outbox.claim({ platform: 'telegram', term, most: 1, now: at, leaseUntil: at + 1 });
  await outbox.start([first?.id ?? 0], term, at);
  const message = { channel: '-1', id: '7', isRich: true };
  await outbox.settle(term, [{ id: first?.id ?? 0, at, state: 'sent', message }]);
  await resign();
}

/** What is published now is sent, by a later term and under numbers that nothing had before. */
async function goesOn(options: StoreOptions, community: string, saved: Record<string, unknown[]>): Promise<void> {
  const numbers = (table: string, column: string): number[] =>
    saved[table]?.map((row) => JSON.parse(String(row))[column]) ?? [];
  await within(options, async ({ updates, outbox }) => {
    await updates.post(newUpdate(community, 'update02'));
    expect(await updates.publishDue(at)).toMatchObject([{ destinations: 1 }]);
    const { term, resign } = (await outbox.lead(1000)) as Leadership;
    expect(term).toBe(Math.max(...numbers('terms', 'term')) + 1);
    const claimed = await outbox.claim({ platform: 'telegram', term, most: 9, now: at, leaseUntil: at + 1 });
    expect(claimed.map(({ kind }) => kind)).toEqual(['update', 'digest']);
    expect(claimed[0]?.id).toBeGreaterThan(Math.max(...numbers('deliveries', 'id')));
    await resign();
  });
}

/** All rows of all tables. */
async function contents(options: StoreOptions): Promise<Record<string, unknown[]>> {
  const opened = await openDatabase(options);
  const all: Record<string, unknown[]> = {};
  for (const { name, isPassing } of tables) {
    if (isPassing) continue;
    const { rows } = await opened.query((db) => sql`select * from ${sql.table(name)}`.execute(db));
    all[name] = rows.map((row) => JSON.stringify(row, Object.keys(row as object).sort())).sort();
  }
  await opened.close();
  return all;
}

describe('a backup', () => {
  it.skipIf(!isReachable).each(ways)('of %s comes back in %s as it was', async (from = 'SQLite', to = 'SQLite') => {
    const [source, target] = [await database(both[from]), await database(both[to])];
    const id = await fill(source);
    const saved = await contents(source);
    expect(Object.values(saved).every((rows) => rows.length > 0)).toBe(true);
    const rows = Object.values(saved).flat().length;
    expect(await backup(source, file)).toBe(`Saved ${rows} rows in ${file}.`);
    expect(await restore(target, file)).toBe(`Restored ${rows} rows from ${file}.`);
    expect(await contents(target)).toEqual(saved);
    await within(target, async (store) => {
      await store.audit.add(act(id));
      await store.entries.change([change(id, 'entry-0', { base: 1 })], [act(id)]);
    });
    await goesOn(target, id, saved);
  });

  it('is made while others write, is whole, and for its owner’s eyes only', async () => {
    const source = await database(sqliteFile);
    const id = await fill(source);
    await within(source, async (store) => {
      const saving = backup(source, file);
      for (let i = 0; i < 50; i++) await store.audit.add(act(id));
      await saving;
    });
    const target = await database(sqliteFile);
    await restore(target, file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'saved'))).toEqual(['parley.backup']);
  });

  it('replaces no file unless it is told to', async () => {
    const source = await database(sqliteFile);
    await fill(source);
    await backup(source, file);
    const first = await readFile(file);
    await expect(backup(source, file)).rejects.toThrow(/exists already: give another name, or --force/u);
    expect(await readFile(file)).toEqual(first);
    await backup(source, file, { force: true });
  });

  it('is not made of a database that is not there, or into a folder that can’t be', async () => {
    const missing = join(folder, 'missing.db');
    await expect(backup({ file: missing }, file)).rejects.toThrow(/no database .*check DATA_DIR/u);
    expect(existsSync(missing)).toBe(false);
    const source = await database(sqliteFile);
    await fill(source);
    await writeFile(join(folder, 'saved'), '');
    await expect(backup(source, file)).rejects.toThrow(OperatorError);
    await expect(backup(source, file)).rejects.toThrow(/can’t be written/u);
  });
});

const databases = Object.entries(both).filter(([name]) => isReachable || name === 'SQLite');
describe.each(databases)('restoring into %s', (_, make) => {
  let target: StoreOptions;
  beforeEach(async () => {
    const source = await database(sqliteFile);
    await fill(source);
    await backup(source, file);
    target = await database(make);
  });

  it('is refused where something is kept already, unless that may go', async () => {
    await within(target, (store) => store.communities.of(group, at));
    const before = await contents(target);
    await expect(restore(target, file)).rejects.toThrow(/is not empty: .*--force/u);
    expect(await contents(target)).toEqual(before);
    await restore(target, file, { force: true });
    expect((await contents(target)).items).toHaveLength(1203);
  });

  it('works where the program was only started', async () => {
    await within(target, (store) => store.ping());
    await restore(target, file);
    expect((await contents(target)).items).toHaveLength(1203);
  });

  const edits: [string, (lines: string[]) => string[]][] = [
    ['a row is missing', (lines) => lines.toSpliced(10, 1)],
    ['a row is there twice', (lines) => lines.toSpliced(10, 0, lines[10] as string)],
    ['a sign is another one', (lines) => lines.map((line) => line.replace('entry-77', 'entry-78'))],
    ['the end is missing', (lines) => lines.slice(0, -1)],
    ['something stands after the end', (lines) => [...lines, '{}']],
    ['it is another file', () => ['{"name":"parley"}']],
    ['it is empty', () => []],
  ];
  it.each(edits)('changes nothing where %s', async (_why, edit) => {
    await within(target, (store) => store.communities.of(group, at));
    const before = await contents(target);
    const lines = gunzipSync(await readFile(file))
      .toString()
      .trimEnd()
      .split('\n');
    await writeFile(
      file,
      gzipSync(
        edit(lines)
          .map((line) => `${line}\n`)
          .join(''),
      ),
    );
    await expect(restore(target, file, { force: true })).rejects.toThrow(
      /damaged or not whole, and nothing was changed/u,
    );
    expect(await contents(target)).toEqual(before);
  });

  it('changes nothing where the file was cut off or its bytes are others', async () => {
    await within(target, (store) => store.communities.of(group, at));
    const before = await contents(target);
    const bytes = await readFile(file);
    for (const length of [0, 5, 1000, bytes.length - 9, bytes.length - 1]) {
      await writeFile(file, bytes);
      await truncate(file, length);
      await expect(restore(target, file, { force: true })).rejects.toThrow(OperatorError);
    }
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 0x40, flipped.length >> 1);
    await writeFile(file, flipped);
    await expect(restore(target, file, { force: true })).rejects.toThrow(OperatorError);
    expect(await contents(target)).toEqual(before);
  });

  it('is refused for a backup of a newer program', async () => {
    const [head = '', ...lines] = gunzipSync(await readFile(file))
      .toString()
      .split('\n');
    await writeFile(file, gzipSync([head.replace(/"schema":\d+/u, '"schema":99'), ...lines].join('\n')));
    await expect(restore(target, file)).rejects.toThrow(/made by a newer Parley: restore it with that version/u);
  });
});

it('leaves no database behind where a backup was refused', async () => {
  const target = join(folder, 'new.db');
  await expect(restore({ file: target }, join(folder, 'none'))).rejects.toThrow(/There is no file/u);
  await writeFile(join(folder, 'bad'), 'bad');
  await expect(restore({ file: target }, join(folder, 'bad'))).rejects.toThrow(OperatorError);
  expect(await readdir(folder)).toEqual(['bad']);
});
