import { sql } from 'kysely';
import { claimer, skippingLocked, starter } from './claiming.ts';
import type { Database } from './database.ts';
import { digestEnqueuer } from './due-digests.ts';
import { priorities } from './fan-out.ts';
import { createElection } from './leadership.ts';
import { settler } from './settling.ts';
import type { OutboxDepth, OutboxStore } from './store.ts';

/** Of those that are uncertain, how many are sent again at once. */
const mostResent = 500;

export const createOutbox = (database: Database): OutboxStore => ({
  lead: createElection(database),
  claim: claimer(database),
  start: starter(database),
  settle: settler(database),
  enqueueDigests: digestEnqueuer(database),

  async promote(now, most) {
    const { numAffectedRows } = await database.query((db) =>
      sql`
        with due as materialized (
          select id from deliveries where state = 'later' and due_at <= ${now} order by due_at limit ${most}
          ${skippingLocked(database)}
        )
        update deliveries set state = 'waiting', changed_at = ${now} where id in (select id from due)`.execute(db),
    );
    return Number(numAffectedRows ?? 0);
  },

  recover: (term, now, dedupes) =>
    database.write(async (db) => {
      const left = (state: 'claimed' | 'sending') => sql`
        select id from deliveries
        where state = ${sql.lit(state)} and term <= ${term} and (term < ${term} or lease_until <= ${now})
        ${skippingLocked(database)}`;
      // First what was not begun: its term can begin nothing of it after this.
      const claimed = await sql`
        with unbegun as materialized (${left('claimed')})
        update deliveries set state = 'waiting', changed_at = ${now} where id in (select id from unbegun)`.execute(db);
      const repeatable = sql`(act in ('edit', 'crosspost') or platform in (${sql.join(['none', ...dedupes])}))`;
      // What is repeated goes first: the platform knows it by its key for two minutes only.
      const { rows } = await sql<{ state: string }>`
        with begun as materialized (${left('sending')})
        update deliveries set
          state = case when ${repeatable} then 'waiting' else 'uncertain' end,
          reason = case when ${repeatable} then reason else 'interrupted' end,
          unknown_since = case when act in ('post', 'follow') then coalesce(unknown_since, changed_at) end,
          priority = case when act in ('post', 'follow') then ${sql.lit(priorities.first)} else priority end,
          changed_at = ${now}
        where id in (select id from begun)
        returning state`.execute(db);
      const again = rows.filter(({ state }) => state === 'waiting').length;
      return { again: again + Number(claimed.numAffectedRows ?? 0), uncertain: rows.length - again };
    }),

  async digest(id) {
    const rows = await database.query((db) =>
      db.selectFrom('digest_items').select('update_id').where('digest', '=', id).orderBy('position').execute(),
    );
    return rows.map(({ update_id }) => update_id);
  },

  cancelHeld: (before, at) =>
    database.write(async (db) => {
      // As where a process ended, or a place was resumed, between two steps.
      await sql`update deliveries set state = 'waiting', changed_at = ${at}
        where state = 'held'
          and exists (select 1 from subscriptions s where s.id = deliveries.destination and s.state = 'active')`.execute(
        db,
      );
      const { numAffectedRows } = await sql`update deliveries set state = 'cancelled', changed_at = ${at}
        where state = 'held' and act = 'post' and created_at < ${before}`.execute(db);
      return Number(numAffectedRows ?? 0);
    }),

  async resendUncertain(before, at) {
    const { numAffectedRows } = await database.query((db) =>
      sql`
        with found as materialized (
          select d.id from deliveries d
            join subscriptions s on s.id = d.destination
            join communities c on c.id = s.community
          where d.state = 'uncertain' and d.changed_at < ${before} and s.state = 'active'
            and c.settings like '%"resendsUncertain":true%'
          order by d.changed_at limit ${sql.lit(mostResent)}
        )
        update deliveries set state = 'waiting', attempts = 0, unknown_since = null, reason = '', changed_at = ${at}
        where id in (select id from found) and state = 'uncertain'`.execute(db),
    );
    return Number(numAffectedRows ?? 0);
  },

  async depth() {
    const { rows } = await database.query((db) =>
      sql<OutboxDepth>`
        select d.platform, d.state, d.priority, queued.count, d.created_at as "oldestAt" from (
          ${sql.join(
            (['waiting', 'later', 'held', 'claimed', 'sending'] as const).map(
              // The first that was given a number is the oldest, or nearly: that is in the index, when it was made is not.
              (state) => sql`select count(*) as count, min(id) as oldest from deliveries
                where state = ${sql.lit(state)} group by platform, priority`,
            ),
            sql` union all `,
          )}
        ) queued join deliveries d on d.id = queued.oldest`.execute(db),
    );
    return rows;
  },
});
