import { sql } from 'kysely';
import type { Chat } from '../core/community.ts';
import type { Place } from '../core/subscription.ts';
import { record } from './acts.ts';
import type { Database, InTransaction } from './database.ts';
import type { SubscriptionRow } from './delivery-schema.ts';
import { Stale } from './failures.ts';
import { cancelHeldBefore, cancelPosts, hold, release } from './owed.ts';
import type { SubscriptionStore } from './store.ts';
import { moveSubscriptions } from './subscription-moves.ts';
import {
  chosenColumns,
  progressColumns,
  samePlace,
  stateColumns,
  subscriptionOf,
  subscriptionRow,
} from './subscription-rows.ts';

export const createSubscriptions = (database: Database): SubscriptionStore => ({
  put: (subscription, act) =>
    database.write(async (db) => {
      const row = subscriptionRow(subscription);
      const made = await db
        .insertInto('subscriptions')
        .values(row)
        .onConflict((conflict) => conflict.columns(['platform', 'channel', 'thread']).doNothing())
        .returningAll()
        .executeTakeFirst();
      const { kept, isOld } = made ? { kept: made, isOld: false } : await renew(db, row);
      if (act) await record(db, act);
      return { subscription: subscriptionOf(kept), isOld };
    }),

  async get(id) {
    const row = await database.query((db) =>
      db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst(),
    );
    return row && subscriptionOf(row);
  },

  async at(place) {
    const row = await database.query((db) =>
      db.selectFrom('subscriptions').selectAll().where(samePlace(place)).executeTakeFirst(),
    );
    return row && subscriptionOf(row);
  },

  async ofCommunity(community) {
    const rows = await database.query((db) =>
      db
        .selectFrom('subscriptions')
        .selectAll()
        .where('community', '=', community)
        .where('state', '!=', 'ended')
        .where('is_private', '=', 0)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    );
    return rows.map(subscriptionOf);
  },

  async inChat({ platform, id }) {
    const rows = await database.query((db) =>
      db
        .selectFrom('subscriptions')
        .selectAll()
        .where('platform', '=', platform)
        .where('chat', '=', id)
        .where('state', '!=', 'ended')
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    );
    return rows.map(subscriptionOf);
  },

  change: (subscription, act) =>
    database.write(async (db) => {
      const { id, version } = subscription;
      const row = await db
        .updateTable('subscriptions')
        .set({
          ...chosenColumns(subscription),
          ...stateColumns(subscription),
          ...progressColumns(subscription),
          version: version + 1,
        })
        .where('id', '=', id)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw new Stale(`The subscription ${id} is no longer at version ${version}.`);
      if (row.state === 'active') await release(db, id);
      if (act) await record(db, act);
      return subscriptionOf(row);
    }),

  pause: (id, pause, act) =>
    database.write(async (db) => {
      const row = await db
        .updateTable('subscriptions')
        .set((eb) => ({ ...stateColumns({ state: 'paused', pause }), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .where('state', '=', 'active')
        .returningAll()
        .executeTakeFirst();
      if (!row) return undefined;
      await hold(db, id, pause.at);
      if (act) await record(db, act);
      return subscriptionOf(row);
    }),

  resume: (id, at, freshSince, act) =>
    database.write(async (db) => {
      const row = await db
        .updateTable('subscriptions')
        .set((eb) => ({
          ...stateColumns({ state: 'active', pause: undefined }),
          version: eb('version', '+', 1),
        }))
        .where('id', '=', id)
        .where('state', '=', 'paused')
        .returningAll()
        .executeTakeFirst();
      if (!row) return undefined;
      await cancelHeldBefore(db, id, freshSince, at);
      await release(db, id, at);
      if (act) await record(db, act);
      return subscriptionOf(row);
    }),

  end: (id, at, act) =>
    database.write(async (db) => {
      const row = await db
        .updateTable('subscriptions')
        .set((eb) => ({ ...stateColumns({ state: 'ended', pause: undefined }), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .where('state', '!=', 'ended')
        .returningAll()
        .executeTakeFirst();
      if (!row) return undefined;
      await cancelPosts(db, id, at);
      if (act) await record(db, act);
      return subscriptionOf(row);
    }),

  wait: async (id, until) => {
    await database.query((db) =>
      db.updateTable('subscriptions').set({ wait_until: until }).where('id', '=', id).execute(),
    );
  },

  move: (from, to) => database.write((db) => moveSubscriptions(db, from, to)),

  async pausedChats(most) {
    const rows = await database.query((db) =>
      db
        .selectFrom('subscriptions')
        .select((eb) => ['platform', 'chat', eb.fn.min('paused_at').as('since')])
        .where('state', '=', sql.lit('paused'))
        .where('paused_by', '=', sql.lit('platform'))
        .groupBy(['platform', 'chat'])
        .orderBy('since')
        .limit(most)
        .execute(),
    );
    return rows.map(({ platform, chat }) => ({ platform, id: chat }) as Chat);
  },

  async schedules() {
    const rows = await database.query((db) =>
      db
        .selectFrom('subscriptions')
        .select(['digest', 'time_zone'])
        .distinct()
        .where('digest', 'is not', null)
        .where('state', '=', sql.lit('active'))
        .execute(),
    );
    return rows.map(({ digest, time_zone }) => ({ rule: digest ?? '', timeZone: time_zone }));
  },

  async due({ rule, timeZone }, slotAt, after, most) {
    const rows = await database.query((db) =>
      db
        .selectFrom('subscriptions')
        .selectAll()
        .where('digest', '=', rule)
        .where('time_zone', '=', timeZone)
        .where('state', '=', sql.lit('active'))
        .where('digest', 'is not', null)
        .where('slot_at', '<', slotAt)
        .where('id', '>', after)
        .orderBy('id')
        .limit(most)
        .execute(),
    );
    return rows.map(subscriptionOf);
  },

  async count() {
    const row = await database.query((db) =>
      db
        .selectFrom('subscriptions')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('state', '=', sql.lit('active'))
        .executeTakeFirstOrThrow(),
    );
    return row.count;
  },
});

/** Gives the subscription that a place has, ended or not, what was chosen. What was noted of its past stays. */
async function renew(
  db: InTransaction,
  { id: _, created_at, delivered_at, wait_until, digested_until, slot_at, version, ...chosen }: SubscriptionRow,
): Promise<{ kept: SubscriptionRow; isOld: boolean }> {
  const progress = progressColumns({ digestedUntil: digested_until, slotAt: slot_at });
  // Before it is read, so that nobody changes it in between.
  const { id } = await db
    .updateTable('subscriptions')
    .set((eb) => ({ ...progress, version: eb('version', '+', 1) }))
    .where(samePlace(chosen as Place))
    .returning('id')
    .executeTakeFirstOrThrow();
  const { state } = await db.selectFrom('subscriptions').select('state').where('id', '=', id).executeTakeFirstOrThrow();
  const kept = await db
    .updateTable('subscriptions')
    .set({ ...chosen, ...(state === 'ended' && { created_at }) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (kept.state === 'active') await release(db, id);
  return { kept, isOld: state !== 'ended' };
}
