import { type RawBuilder, sql } from 'kysely';
import type { Database, InTransaction } from './database.ts';
import { deliveryOf, type FoundDelivery, isBefore, isUnderWay } from './delivery-rows.ts';
import { batches } from './rows.ts';
import type { Claimed, OutboxStore } from './store.ts';
import { subscriptionOf } from './subscription-rows.ts';
import { succeed } from './succession.ts';

/** What is being sent is its dispatcher's for so long at least, however little was left of the lease. */
const sendingMs = 60_000;

/** What another transaction has in its hands is left to it, rather than waited for. */
export const skippingLocked = ({ dialect }: Database): RawBuilder<unknown> =>
  dialect === 'postgres' ? sql`for update skip locked` : sql``;

const isCurrent = (term: number): RawBuilder<unknown> =>
  sql`exists (select 1 from terms where name = 'dispatcher' and term = ${term})`;

/** Nothing of an earlier revision is in a dispatcher's hands, or may have arrived unnoticed. */
const isFirst = sql`not exists (select 1 from deliveries e
  where ${isBefore('e', 'deliveries')} and (e.state = 'claimed' or ${isUnderWay('e')}))`;

export const claimer =
  (database: Database): OutboxStore['claim'] =>
  ({ platform, term, most, now, leaseUntil }) =>
    database.write(async (db) => {
      // Materialized: PostgreSQL might otherwise run it several times, and claim more.
      const { rows } = await sql<{ id: number }>`
        with next as materialized (
          select id from deliveries where state = 'waiting' and platform = ${platform} and ${isFirst}
          order by priority, turn, id limit ${most} ${skippingLocked(database)}
        )
        update deliveries set state = 'claimed', term = ${term}, lease_until = ${leaseUntil}, changed_at = ${now}
        where id in (select id from next) and ${isCurrent(term)}
        returning id`.execute(db);
      if (rows.length === 0) return [];
      const ids = rows.map(({ id }) => id);
      await succeed(db, ids, now);
      return await sendable(db, ids, now);
    });

export const starter =
  (database: Database): OutboxStore['start'] =>
  async (ids, term, now) => {
    if (ids.length === 0) return [];
    const { rows } = await database.query((db) =>
      sql<{ id: number }>`
        with fit as materialized (
          select id from deliveries
          where id in (${sql.join(ids)}) and state = 'claimed' and term = ${term} and lease_until > ${now}
            and ${isCurrent(term)} and ${isFirst}
          ${skippingLocked(database)}
        )
        update deliveries set state = 'sending', changed_at = ${now},
          lease_until = case when lease_until < ${now + sendingMs} then ${now + sendingMs} else lease_until end
        where id in (select id from fit)
        returning id`.execute(db),
    );
    return rows.map(({ id }) => id);
  };

/**
 * Those that are still claimed, in their order, and where each goes. What is new is held for a place that is paused, and no
 * longer wanted by one that has ended; nothing is for who had themselves erased.
 */
async function sendable(db: InTransaction, ids: readonly number[], now: number): Promise<Claimed[]> {
  const rows: FoundDelivery[] = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('id', 'in', ids)
    .where('state', '=', 'claimed')
    .orderBy('priority')
    .orderBy('turn')
    .orderBy('id')
    .execute();
  const places = [...new Set(rows.map(({ destination }) => destination))];
  const found =
    places.length === 0 ? [] : await db.selectFrom('subscriptions').selectAll().where('id', 'in', places).execute();
  const subscriptions = new Map(found.map((row) => [row.id, subscriptionOf(row)]));
  const refused: Record<'held' | 'cancelled', number[]> = { held: [], cancelled: [] };
  const claimed = rows.flatMap((row) => {
    const subscription = subscriptions.get(row.destination);
    const isNew = row.act === 'post' && row.unknown_since === null;
    if (subscription && (subscription.state === 'active' || !isNew)) return [{ ...deliveryOf(row), subscription }];
    refused[subscription?.state === 'paused' ? 'held' : 'cancelled'].push(row.id);
    return [];
  });
  for (const state of ['held', 'cancelled'] as const) {
    for (const some of batches(refused[state]))
      await db.updateTable('deliveries').set({ state, changed_at: now }).where('id', 'in', some).execute();
  }
  return claimed;
}
