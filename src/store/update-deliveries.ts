import { type SqlBool, sql } from 'kysely';
import { record } from './acts.ts';
import type { Database } from './database.ts';
import { isBefore } from './delivery-rows.ts';
import { wanting } from './fan-out.ts';
import type { DeliveryCount, UpdateStore } from './store.ts';

/** Who gets updates, and how far they have come. */
export const deliveriesOfUpdates = (database: Database): Pick<UpdateStore, 'audience' | 'counts' | 'resend'> => ({
  async audience(community, writing) {
    const { rows } = await database.query((db) =>
      sql<{ count: number }>`select count(*) as count from subscriptions s
        where s.state = 'active' and ${wanting(community, writing)}`.execute(db),
    );
    return rows[0]?.count ?? 0;
  },

  async counts(id) {
    const rows = await database.query((db) =>
      db
        .selectFrom('deliveries')
        .select((eb) => [
          'platform',
          'state',
          'act',
          'reason',
          eb.fn.countAll<number>().as('count'),
          eb.fn.min('due_at').as('dueAt'),
        ])
        .where('item', '=', id)
        .where(isLatest)
        .groupBy(['platform', 'state', 'act', 'reason'])
        .execute(),
    );
    return rows as DeliveryCount[];
  },

  resend: (id, which, at, act) =>
    database.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('deliveries')
        .set({ state: 'waiting', attempts: 0, unknown_since: null, reason: '', due_at: at, changed_at: at })
        .where('item', '=', id)
        .where('state', '=', which)
        .executeTakeFirstOrThrow();
      if (act) await record(db, act);
      return Number(numUpdatedRows);
    }),
});

/** Those that a later revision has replaced are marked as such, but while they are under way. */
const isLatest = sql<SqlBool>`(state not in ('superseded', 'cancelled') and not (
  state in ('waiting', 'later', 'claimed', 'sending')
  and exists (select 1 from deliveries l where ${isBefore('deliveries', 'l')})))`;
