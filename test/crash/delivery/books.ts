import { sql } from 'kysely';
import { openDatabase, type StoreOptions } from '../../../src/store/open.ts';
import type { DeliveryAct, DeliveryState } from '../../../src/store/store.ts';
import type { ChatPlatform } from './readers.ts';

/** One delivery as the database has it. */
export interface Entry {
  platform: ChatPlatform;
  item: string;
  channel: string;
  revision: number;
  act: DeliveryAct;
  state: DeliveryState;
  reason: string;
}

/** What the database says of deliveries, read beside whoever writes them. */
export interface Books {
  /** How many are yet to be sent. */
  open(platform: ChatPlatform): Promise<number>;
  /** Of those that were being sent: all, and those of which a second attempt would be a second message. */
  inFlight(platform: ChatPlatform): Promise<{ all: number; posts: number }>;
  entries(platform: ChatPlatform): Promise<Entry[]>;
  /** Updates that are still to be published. */
  pending(): Promise<number>;
  close(): Promise<void>;
}

export async function openBooks(options: StoreOptions): Promise<Books> {
  const database = await openDatabase(options);
  const counted = async (query: ReturnType<typeof sql<{ count: number }>>): Promise<number> => {
    const { rows } = await database.query((db) => query.execute(db));
    return Number(rows[0]?.count ?? 0);
  };
  return {
    open: (platform) =>
      counted(sql`select count(*) as count from deliveries
        where platform = ${platform} and state in ('waiting', 'later', 'claimed', 'sending')`),
    async inFlight(platform) {
      const being = sql`select count(*) as count from deliveries where platform = ${platform} and state = 'sending'`;
      return {
        all: await counted(sql`${being}`),
        posts: await counted(sql`${being} and act in ('post', 'follow')`),
      };
    },
    async entries(platform) {
      const { rows } = await database.query((db) =>
        sql<Entry>`select d.platform, d.item, s.channel, d.revision, d.act, d.state, d.reason
          from deliveries d join subscriptions s on s.id = d.destination
          where d.platform = ${platform} order by d.revision`.execute(db),
      );
      return rows;
    },
    pending: () => counted(sql`select count(*) as count from updates where state = 'pending'`),
    close: () => database.close(),
  };
}
