import { type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { batches } from './rows.ts';
import type { DeliveryTally, StatStore, Tally } from './store.ts';

/** In ms: every zone's days begin at a quarter of an hour. */
const quarterMs = 15 * 60_000;

export const createStats = (database: Database): StatStore => ({
  add: (tallies) =>
    database.write(async (db) => {
      // In one order, so that two processes that count the same wait for each other and do not collide.
      for (const some of batches(sorted(tallies))) {
        await db
          .insertInto('tallies')
          .values(some)
          .onConflict((conflict) =>
            conflict
              .columns(['community', 'day', 'kind', 'entry'])
              .doUpdateSet((eb) => ({ count: eb('tallies.count', '+', eb.ref('excluded.count')) })),
          )
          .execute();
      }
    }),

  async list(community, from, to) {
    const rows = await database.query((db) =>
      db
        .selectFrom('tallies')
        .select(['day', 'kind', 'entry', 'count'])
        .where('community', '=', community)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('kind')
        .orderBy('entry')
        .execute(),
    );
    return rows as Omit<Tally, 'community'>[];
  },

  async deliveries(community, from) {
    const rows = await database.query((db) =>
      db
        .selectFrom('subscriptions')
        .innerJoin('deliveries', 'deliveries.destination', 'subscriptions.id')
        .select((eb) => [
          sql<number>`deliveries.changed_at - deliveries.changed_at % ${sql.lit(quarterMs)}`.as('at'),
          'deliveries.state as state',
          eb.fn.countAll<number>().as('count'),
        ])
        .where('subscriptions.community', '=', community)
        .where('subscriptions.is_private', '=', 0)
        .where('deliveries.changed_at', '>=', from)
        .where(isSettled)
        .groupBy(['at', 'deliveries.state'])
        .orderBy('at')
        .orderBy('deliveries.state')
        .execute(),
    );
    return rows as DeliveryTally[];
  },

  async removeBefore(day) {
    const { numDeletedRows } = await database.query((db) =>
      db.deleteFrom('tallies').where('day', '<', day).executeTakeFirstOrThrow(),
    );
    return Number(numDeletedRows);
  },
});

/** Something has come of it, which no later revision has replaced. */
const isSettled = sql<SqlBool>`deliveries.state in ('sent', 'failed', 'held', 'uncertain')`;

function sorted(tallies: readonly Tally[]): Tally[] {
  const keyed = tallies.map((one) => ({ one, key: [one.community, one.day, one.kind, one.entry].join('\n') }));
  return keyed.sort((a, z) => (a.key < z.key ? -1 : 1)).map(({ one }) => one);
}
