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
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ ...outcomeColumns(settlement), changed_at: settlement.at })
    .where('id', '=', settlement.id)
    .where('term', '=', term)
    .where('state', 'in', ['claimed', 'sending', 'uncertain', 'waiting'])
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function outcomeColumns(settlement: Settlement) {
  switch (settlement.state) {
    case 'sent': {
      const { message, next } = settlement;
      const then = next ? { state: 'waiting', act: next, attempts: 0 } : { state: 'sent', reason: '' };
      return { ...then, message: JSON.stringify(message), unknown_since: null };
    }
    case 'later': {
      const { state, dueAt, reason, isAttempt, act, unknownSince } = settlement;
      return {
        state,
        due_at: dueAt,
        reason,
        ...(isAttempt && { attempts: sql<number>`attempts + 1` }),
        ...(act && { act }),
        ...(unknownSince !== undefined && { unknown_since: unknownSince }),
      };
    }
    default:
      return { state: settlement.state, reason: settlement.reason };
  }
}

/** The places' “last delivered”. */
async function noteDelivered(db: InTransaction, settlements: readonly Settlement[]): Promise<void> {
  const sent = settlements.filter(({ state }) => state === 'sent');
  if (sent.length === 0) return;
  await sql`update subscriptions set delivered_at = ${Math.max(...sent.map(({ at }) => at))}
    where id in (select destination from deliveries where id in (${sql.join(sent.map(({ id }) => id))}))`.execute(db);
}
