import { sql } from 'kysely';
import type { Database, InTransaction } from './database.ts';
import type { OutboxStore, Settlement } from './store.ts';
import { succeed } from './succession.ts';

export const settler =
  (database: Database): OutboxStore['settle'] =>
  (term, settlements) =>
    database.write(async (db) => {
      const written: Settlement[] = [];
      for (const settlement of settlements) if (await settle(db, term, settlement)) written.push(settlement);
      if (written.length === 0) return;
      await noteDelivered(db, written);
      await succeed(
        db,
        written.map(({ id }) => id),
        Math.max(...written.map(({ at }) => at)),
      );
    });

/**
 * Another term's deliveries are not touched, unless they are as this one, or whoever took over from it, left them. Returns
 * whether it was written down.
 */
async function settle(db: InTransaction, term: number, settlement: Settlement): Promise<boolean> {
  const own = db
    .updateTable('deliveries')
    .where('id', '=', settlement.id)
    .where('term', '=', term)
    .where('state', 'in', ['claimed', 'sending', 'uncertain', 'waiting']);
  const { at } = settlement;
  const written = (done: { numUpdatedRows: bigint }): boolean => done.numUpdatedRows > 0n;
  switch (settlement.state) {
    case 'sent': {
      const message = JSON.stringify(settlement.message);
      const next = settlement.next
        ? { state: 'waiting', act: settlement.next, attempts: 0 }
        : { state: 'sent', reason: '' };
      return written(
        await own.set({ ...next, message, unknown_since: null, changed_at: at }).executeTakeFirstOrThrow(),
      );
    }
    case 'later': {
      const { dueAt, reason, isAttempt, act, unknownSince } = settlement;
      return written(
        await own
          .set((eb) => ({
            state: 'later',
            due_at: dueAt,
            reason,
            changed_at: at,
            ...(isAttempt && { attempts: eb('attempts', '+', 1) }),
            ...(act && { act }),
            ...(unknownSince !== undefined && { unknown_since: unknownSince }),
          }))
          .executeTakeFirstOrThrow(),
      );
    }
    default: {
      const { state, reason, message } = settlement;
      return written(
        await own
          .set({ state, reason, changed_at: at, ...(message && { message: JSON.stringify(message) }) })
          .executeTakeFirstOrThrow(),
      );
    }
  }
}

/** The places' “last delivered”. */
async function noteDelivered(db: InTransaction, settlements: readonly Settlement[]): Promise<void> {
  const sent = settlements.filter(({ state }) => state === 'sent');
  if (sent.length === 0) return;
  await sql`update subscriptions set delivered_at = ${Math.max(...sent.map(({ at }) => at))}
    where id in (select destination from deliveries where id in (${sql.join(sent.map(({ id }) => id))}))`.execute(db);
}
