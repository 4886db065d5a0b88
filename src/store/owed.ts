import { sql } from 'kysely';
import type { InTransaction } from './database.ts';

/** What is new and waits for the place waits until it goes on. Corrections do not: what was sent can be corrected. */
export async function hold(db: InTransaction, id: string, at: number): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'held', changed_at: at })
    .where('destination', '=', id)
    .where('state', 'in', ['waiting', 'later', 'claimed'])
    .where('act', '=', 'post')
    .where('unknown_since', 'is', null)
    .execute();
}

/** Of what is held, posts from before that time are no longer wanted; a correction is owed however old the copy is. */
export async function cancelHeldBefore(db: InTransaction, id: string, before: number, at: number): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'cancelled', changed_at: at })
    .where('destination', '=', id)
    .where('state', '=', sql.lit('held'))
    .where('act', '=', 'post')
    .where('created_at', '<', before)
    .execute();
}

/** What was held is sent. */
export async function release(db: InTransaction, id: string, at?: number): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'waiting', attempts: 0, reason: '', ...(at !== undefined && { due_at: at, changed_at: at }) })
    .where('destination', '=', id)
    .where('state', '=', sql.lit('held'))
    .execute();
}

/** What is new and waits for the place is no longer wanted; what may have arrived can still be corrected. */
export async function cancelPosts(db: InTransaction, id: string, at?: number): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'cancelled', ...(at !== undefined && { changed_at: at }) })
    .where('destination', '=', id)
    .where('state', 'in', ['waiting', 'later', 'held', 'claimed'])
    .where('act', '=', 'post')
    .where('unknown_since', 'is', null)
    .execute();
}
