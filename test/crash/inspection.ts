import { sql } from 'kysely';
import type { InTransaction } from '../../src/store/database.ts';
import { openDatabase, openStore, type StoreOptions } from '../../src/store/open.ts';

/** What was found in a database after its writer was killed. */
export interface Finding {
  deeds: number;
  /** Everything that should not be. */
  faults: string[];
}

/** Opens the database as a new process would, and looks for what is lost or half-made. */
export async function inspect(options: StoreOptions, acknowledged: readonly string[]): Promise<Finding> {
  const store = await openStore(options);
  for (const chat of ['1', '2']) {
    const { id } = await store.communities.of({ platform: 'discord', id: chat, title: 'Kyiv talks' }, 0);
    await store.entries.all(id);
    await store.drafts.list(id);
  }
  await store.close();
  const database = await openDatabase(options);
  const finding = await database.read(async (db) => {
    const deeds = await column(db, `select subject as it from acts`);
    const waiting = [
      ...(await column(db, `select 'draft ' || id as it from drafts`)),
      ...(await column(db, `select 'staged ' || id as it from imports`)),
    ];
    const taken = await takenIn(db);
    const known = new Set([...deeds, ...waiting, ...taken]);
    const faults = [
      ...(database.dialect === 'sqlite' ? await damage(db) : []),
      ...acknowledged.filter((deed) => !known.has(deed)).map((deed) => `${deed} was acknowledged and is lost`),
      ...waiting.filter((one) => taken.has(one)).map((one) => `${one} is published and still waits`),
      ...(await halves(db)),
    ];
    return { deeds: deeds.length, faults };
  });
  await database.close();
  return finding;
}

async function column(db: InTransaction, query: string): Promise<string[]> {
  const { rows } = await sql.raw<{ it: string | number }>(query).execute(db);
  return rows.map(({ it }) => String(it));
}

/** The drafts and imports that acts have taken away. */
async function takenIn(db: InTransaction): Promise<Set<string>> {
  const details = await column(db, `select detail as it from acts`);
  const taken = details.flatMap((detail) => {
    const { draft, staged }: Record<string, string> = JSON.parse(detail);
    return [...(draft ? [`draft ${draft}`] : []), ...(staged ? [`staged ${staged}`] : [])];
  });
  return new Set(taken);
}

async function damage(db: InTransaction): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const said = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  const { rows: orphans } = await sql`pragma foreign_key_check`.execute(db);
  return [...said, ...orphans.map((row) => `a row without what it refers to: ${JSON.stringify(row)}`)];
}

/** Queries that each find nothing where every change is whole. */
const halfMade: Record<string, string> = {
  'an entry without all its revisions': `
    select items.key as it from items left join revisions
      on revisions.community = items.community and revisions.kind = items.kind and revisions.key = items.key
    group by items.community, items.key, items.revision
    having count(revisions.number) <> items.revision or max(revisions.number) <> items.revision`,
  'an entry without its names, or a retired one with some': `
    select items.key as it from items left join names
      on names.community = items.community and names.kind = items.kind and names.key = items.key
    group by items.community, items.key, items.state
    having count(names.name) <> case when items.state = 'live' then 2 else 0 end`,
  'a revision without its act': `
    select reason as it from revisions where reason not in (select subject from acts)`,
  'an act without its revisions': `
    select acts.subject as it from acts left join revisions
      on revisions.community = acts.community and revisions.reason = acts.subject
    where acts.act = 'entry.publish'
    group by acts.subject, acts.detail
    having acts.detail not like '%"count":' || count(revisions.number) || '%'`,
  'a version that does not count every change': `
    select communities.id as it from communities left join acts
      on acts.community = communities.id and acts.act = 'entry.publish'
    group by communities.id, communities.version
    having count(acts.id) <> communities.version`,
  'a community without a chat': `
    select id as it from communities where id <> 'shared' and id not in (select community from chats)`,
};

async function halves(db: InTransaction): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(halfMade)) {
    for (const it of await column(db, query)) found.push(`${what}: ${it}`);
  }
  return found;
}
