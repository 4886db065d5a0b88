import { type RawBuilder, sql } from 'kysely';
import type { Database, InTransaction } from './database.ts';
import { priorities, turnsOf } from './fan-out.ts';
import type { DueDigest, OutboxStore } from './store.ts';

export const digestEnqueuer =
  (database: Database): OutboxStore['enqueueDigests'] =>
  (digests, at) =>
    database.write(async (db) => {
      const turns = await turnsOf(db, priorities.digest);
      const counted = new Map<string, number>();
      let count = 0;
      for (const digest of digests) if (await enqueue(db, digest, turns, counted, at)) count++;
      return count;
    });

/** `counted`: how many of each community have been put in before, for they take turns. */
async function enqueue(
  db: InTransaction,
  { subscription, slotAt, updates, digestedUntil }: DueDigest,
  turns: RawBuilder<number>,
  counted: Map<string, number>,
  at: number,
): Promise<boolean> {
  const due = await db
    .updateTable('subscriptions')
    .set({ slot_at: slotAt })
    .where('id', '=', subscription)
    .where('state', '=', 'active')
    .where('slot_at', '<', slotAt)
    .returning(['community', 'is_private'])
    .executeTakeFirst();
  if (!due || updates.length === 0) return false;
  // No further than the latest that it holds: what was just being published when they were read is in the next one.
  const latest = sql<number>`(select max(published_at) from updates where id in (${sql.join(updates)}))`;
  await db
    .updateTable('subscriptions')
    .set({
      digested_until: sql<number>`case when ${latest} < ${digestedUntil} then ${latest} else ${digestedUntil} end`,
    })
    .where('id', '=', subscription)
    .execute();
  const id = `${subscription}.${slotAt}`;
  await db
    .insertInto('digest_items')
    .values(updates.map((update, position) => ({ digest: id, update_id: update, position })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const sharer = due.is_private === 1 ? subscription : due.community;
  const turn = 1 + (counted.get(sharer) ?? 0);
  counted.set(sharer, turn);
  await sql`
    insert into deliveries (item, kind, destination, revision, platform, priority, turn, act, state, due_at, lease_until,
      term, attempts, reason, created_at, changed_at)
    select ${id}, 'digest', id, 1, platform, ${sql.lit(priorities.digest)}, ${turns} + ${sql.lit(turn)}, 'post',
      'waiting', ${at}, 0, 0, 0, '', ${at}, ${at}
    from subscriptions where id = ${subscription}
    on conflict do nothing`.execute(db);
  return true;
}
