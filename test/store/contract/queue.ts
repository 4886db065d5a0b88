import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import type { SentMessage } from '../../../src/core/broadcast.ts';
import type { Platform } from '../../../src/core/community.ts';
import type { Subscription } from '../../../src/core/subscription.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { Claimed, KeptUpdate, NewUpdate, Settlement, Store } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { at, guild, newUpdate, subscription } from '../things.ts';

export const minute = 60_000;

/** A leader's hold on the outbox, and what it does with it. */
export interface Desk {
  term: number;
  claim(most?: number, now?: number, platform?: Platform): Promise<Claimed[]>;
  /** Claims and starts the next one. */
  begin(now?: number, platform?: Platform): Promise<Claimed>;
  /** Settles one as the platform answered. */
  settle(delivery: Pick<Claimed, 'id'>, outcome: Outcome): Promise<void>;
  /** The same from the queue to its end. */
  deal(outcome: Outcome, platform?: Platform): Promise<Claimed>;
}

/** What came of a delivery, a minute after noon. */
export type Outcome = Settlement extends infer S ? (S extends Settlement ? Omit<S, 'id' | 'at'> : never) : never;

export const message = (id: string): SentMessage => ({ channel: '-100', id });
export const sent = (id: string, next?: 'crosspost'): Outcome => ({
  state: 'sent',
  message: message(id),
  ...(next && { next }),
});
export const limited = (dueAt = at + 5 * minute): Outcome => ({
  state: 'later',
  dueAt,
  reason: 'rate-limit',
  isAttempt: false,
});
/** The connection broke while Discord may have taken it. */
export const unknown = (unknownSince = at): Outcome => ({
  state: 'later',
  dueAt: at + 2 * minute,
  reason: 'reset',
  isAttempt: true,
  unknownSince,
});
export const failed: Outcome = { state: 'failed', reason: 'content' };
export const uncertain: Outcome = { state: 'uncertain', reason: 'reset' };

export async function deskOf(store: Store): Promise<Desk> {
  const leadership = await store.outbox.lead(minute);
  if (!leadership) throw new Error('Another leads.');
  onTestFinished(() => leadership.resign());
  const { term } = leadership;
  const { outbox } = store;
  const claim: Desk['claim'] = (most = 100, now = at, platform = 'telegram') =>
    outbox.claim({ platform, term, most, now, leaseUntil: now + minute });
  const begin: Desk['begin'] = async (now = at, platform = 'telegram') => {
    const [delivery] = await claim(1, now, platform);
    if (!delivery) throw new Error('Nothing is waiting.');
    const started = await outbox.start([delivery.id], term, now);
    if (started.length === 0) throw new Error(`${delivery.id} may not be sent.`);
    return delivery;
  };
  const settle: Desk['settle'] = ({ id }, outcome) =>
    outbox.settle(term, [{ ...outcome, id, at: at + minute } as Settlement]);
  return {
    term,
    claim,
    begin,
    settle,
    async deal(outcome, platform) {
      const delivery = await begin(at, platform);
      await settle(delivery, outcome);
      return delivery;
    },
  };
}

export const communityOf = async ({ store }: Setting): Promise<string> => (await store.communities.of(guild, at)).id;

/** A Discord channel of that name, in the guild that tests have. */
export const channel = (id: string): Pick<Subscription, 'place'> => ({
  place: { platform: 'discord', chat: guild.id, channel: id },
});

export async function subscribe(
  { store }: Setting,
  community: string,
  id: string,
  chosen: Partial<Subscription> = {},
): Promise<Subscription> {
  return (await store.subscriptions.put(subscription(community, id, chosen))).subscription;
}

export async function publish(
  { store }: Setting,
  community: string,
  id = 'update01',
  posted: Partial<NewUpdate> = {},
): Promise<KeptUpdate> {
  const update = newUpdate(community, id, posted);
  await store.updates.post(update);
  await store.updates.publishDue(update.publishAt);
  const found = await store.updates.get(id);
  if (!found) throw new Error(`${id} was not published.`);
  return found;
}

export interface Row {
  id: number;
  item: string;
  destination: string;
  revision: number;
  platform: string;
  priority: number;
  turn: number;
  act: string;
  state: string;
  attempts: number;
  due_at: number;
  created_at: number;
  message: string | null;
}

/** All deliveries, past the store. */
export async function rows({ options }: Setting): Promise<Row[]> {
  const database = await openDatabase(options);
  const found = await database
    .query((db) => sql<Row>`select * from deliveries order by item, destination, revision`.execute(db))
    .finally(() => database.close());
  return found.rows;
}

/** Forgets all updates, subscriptions and deliveries, past the store: a database is quicker emptied than made. */
export async function clear({ options }: Setting): Promise<void> {
  const database = await openDatabase(options);
  const tables = ['digest_items', 'deliveries', 'subscriptions', 'update_revisions', 'updates'];
  await database
    .write(async (db) => {
      for (const name of tables) await sql`delete from ${sql.table(name)}`.execute(db);
    })
    .finally(() => database.close());
}

/** Another leads from now on, as if the one before had been lost. */
export async function successor({ options }: Setting, term: number): Promise<{ term: number }> {
  const database = await openDatabase(options);
  await database
    .query((db) => sql`update terms set term = ${term + 1} where name = 'dispatcher'`.execute(db))
    .finally(() => database.close());
  return { term: term + 1 };
}

/** `count` places, each with a subscription of its own, and an update for all of them. */
export async function published(
  setting: Setting,
  count: number,
  on: (id: string) => Partial<Subscription> = () => ({}),
): Promise<{ community: string; desk: Desk; update: KeptUpdate }> {
  const community = await communityOf(setting);
  const desk = await deskOf(setting.store);
  for (const id of places(count)) await subscribe(setting, community, id, on(id));
  return { community, desk, update: await publish(setting, community) };
}

export const places = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `place${String(i).padStart(3, '0')}`);

/** Each delivery in a few words, such as `1 post sent m1`. */
export const story = async (setting: Setting, destination?: string): Promise<string[]> =>
  (await rows(setting))
    .filter((row) => destination === undefined || row.destination === destination)
    .map(({ revision, act, state, message }) =>
      [revision, act, state, ...(message ? [(JSON.parse(message) as SentMessage).id] : [])].join(' '),
    );
