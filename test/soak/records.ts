import { sql } from 'kysely';
import { openDatabase, type StoreOptions } from '../../src/store/open.ts';
import type { Entry } from '../crash/delivery/books.ts';

export interface KnownUpdate {
  id: string;
  state: 'pending' | 'published' | 'retracted';
  /** As it is called now, and as it was ever called. */
  title: string;
  titles: string[];
  publishedAt: number;
}

/** What the database says, read beside whoever writes it. */
export interface Records {
  /** Those of the operators, oldest first. */
  updates: KnownUpdate[];
}

export type Delivered = Entry & { thread: string };

/** A window into the program's database. */
export async function openRecords(options: StoreOptions) {
  const database = await openDatabase(options);
  const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
    (await database.query((db) => query.execute(db))).rows;

  return {
    async read(): Promise<Records> {
      const found = await rows(sql<{
        id: string;
        state: KnownUpdate['state'];
        published_at: number;
        writing: string;
      }>`select u.id, u.state, u.published_at, r.writing from updates u
        join update_revisions r on r.update_id = u.id order by u.published_at, u.id, r.number`);
      const updates = new Map<string, KnownUpdate>();
      for (const { id, state, published_at, writing } of found) {
        const title = /Talks t\d+r\d+/u.exec(writing)?.[0];
        if (title === undefined) continue;
        const titles = [...(updates.get(id)?.titles ?? []), title];
        updates.set(id, { id, state, title, titles, publishedAt: Number(published_at) });
      }
      return { updates: [...updates.values()] };
    },
    /** Every delivery, the latest of a place and an update last. */
    deliveries: () =>
      rows(sql<Entry>`select d.platform, d.item, s.channel, d.revision, d.act, d.state, d.reason
        from deliveries d join subscriptions s on s.id = d.destination order by d.revision, d.id`),
    /** The channels that are subscribed. */
    subscribed: async () =>
      (await rows(sql<{ channel: string }>`select channel from subscriptions where state <> 'ended'`)).map(
        ({ channel }) => channel,
      ),
    async left(): Promise<number> {
      const [open] = await rows(sql<{ count: number }>`select
        (select count(*) from deliveries where state in ('waiting', 'later', 'claimed', 'sending'))
        + (select count(*) from updates where state = 'pending') as count`);
      return Number(open?.count ?? 0);
    },
    close: () => database.close(),
  };
}
