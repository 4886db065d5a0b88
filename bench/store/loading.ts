import { sql } from 'kysely';
import type { EntryWriting } from '../../src/core/writing.ts';
import type { Database } from '../../src/store/database.ts';
import { openDatabase, openStore, type StoreOptions } from '../../src/store/open.ts';

export const entriesEach = 100;
export const author = { platform: 'discord', id: '80351110224678912', name: 'Ivan' } as const;
export const at = Date.UTC(2026, 10, 23);

export const communityId = (i: number): string => `c${String(i).padStart(9, '0')}`;
export const chatOf = (i: number) => ({ platform: 'discord', id: `19703843948${i}`, title: `Server ${i}` }) as const;
export const entryKey = (i: number): string => `entry-${i}`;
export const namesOf = (i: number): string[] => [entryKey(i), `what is question number ${i}`, `alias ${i}`];

/** About as long as the entries that Parley ships, in two languages. */
export function writingOf(i: number): EntryWriting {
  const body = `The answer to question ${i} in short, in one or two sentences that stand alone.\n\n${'Then what is known in detail, who says it, and since when. '.repeat(8)}`;
  const text = { question: `What is question number ${i}?`, aliases: [`alias ${i}`], body, follows: 1 };
  return {
    kind: 'entry',
    original: 'en',
    sources: ['isw-2026-11-20', 'un-charter'],
    cites: [],
    asOf: '2026-11-20',
    reviewBy: '2027-02-28',
    topics: ['ceasefire'],
    parties: ['ukraine', 'russia'],
    related: [],
    text: { en: text, uk: { ...text, body: body.replaceAll('the', 'це') } },
  };
}

/** Communities whose entries go into one statement. */
const together = 5;

/** Fills a new database, past the store: as fast as it takes rows. */
export async function load(options: StoreOptions, communities: number): Promise<void> {
  const store = await openStore(options);
  await store.close();
  const database = await openDatabase(options);
  try {
    for (let from = 0; from < communities; from += together * 20) {
      await database.write(async (db) => {
        for (let first = from; first < Math.min(from + together * 20, communities); first += together) {
          const some = Array.from({ length: Math.min(together, communities - first) }, (_, i) => first + i);
          await insert(db, some);
        }
      });
    }
    await database.query((db) => sql`analyze`.execute(db));
  } finally {
    await database.close();
  }
}

async function insert(db: Parameters<Parameters<Database['write']>[0]>[0], communities: number[]): Promise<void> {
  const numbers = Array.from({ length: entriesEach }, (_, i) => i);
  const each = <T>(row: (community: string, i: number) => T): T[] =>
    communities.flatMap((one) => numbers.map((i) => row(communityId(one), i)));
  const rows = communities.map((i) => ({
    id: communityId(i),
    name: `Server ${i}`,
    settings: '{}',
    log_platform: null,
    log_id: null,
    version: entriesEach,
  }));
  await db.insertInto('communities').values(rows).execute();
  const chats = communities.map((i) => ({ ...chatOf(i), community: communityId(i), former: null, joined_at: at }));
  await db.insertInto('chats').values(chats).execute();
  const item = (community: string, i: number) => ({ community, kind: 'entry', key: entryKey(i) });
  const items = each((community, i) => ({ ...item(community, i), revision: 1, state: 'live', changed_at: at }));
  await db.insertInto('items').values(items).execute();
  const nobody = { approver_platform: null, approver_id: null, approver_name: null };
  const by = { author_platform: author.platform, author_id: author.id, author_name: author.name };
  const revisions = each((community, i) => ({
    ...item(community, i),
    number: 1,
    intent: 'write',
    writing: JSON.stringify(writingOf(i)),
    at,
    reason: 'new',
    ...by,
    ...nobody,
  }));
  await db.insertInto('revisions').values(revisions).execute();
  const names = each((community, i) => namesOf(i).map((name) => ({ ...item(community, i), name }))).flat();
  await db.insertInto('names').values(names).execute();
}
