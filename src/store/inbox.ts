import { sql } from 'kysely';
import { skippingLocked } from './claiming.ts';
import type { Database } from './database.ts';
import { databaseNow } from './database-clock.ts';
import type { InboxStore } from './process-store.ts';

/** Once it is dealt with; such a row only says that its number is known. */
const nobody = '';

/**
 * A row is what waits, is in hand (`holder` until `until`) or, with an empty chat, was dealt with. Of each chat only the
 * oldest can be taken: that, and nothing else, keeps the order.
 */
export const createInbox = (database: Database): InboxStore => {
  const now = database.dialect === 'postgres' ? databaseNow : sql<number>`cast(unixepoch('subsec') * 1000 as integer)`;
  return {
    async put({ id, chat, body }, at) {
      const { numInsertedOrUpdatedRows } = await database.query((db) =>
        db
          .insertInto('inbox')
          .values({ id, chat, body, holder: nobody, until: 0, at })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst(),
      );
      return Number(numInsertedOrUpdatedRows ?? 0) > 0;
    },

    async take({ holder, chat, most, leaseMs }) {
      const { rows } = await database.write((db) =>
        sql<{ id: number; chat: string; body: string }>`
          with next as materialized (
            select id from inbox waiting
            where ${chat === undefined ? sql`chat <> ''` : sql`chat = ${chat}`} and until < ${now}
              and not exists (select 1 from inbox earlier where earlier.chat = waiting.chat and earlier.id < waiting.id)
            order by id limit ${most} ${skippingLocked(database)}
          )
          update inbox set holder = ${holder}, until = ${now} + ${leaseMs} where id in (select id from next)
          returning id, chat, body`.execute(db),
      );
      return rows;
    },

    async renew(ids, holder, leaseMs) {
      if (ids.length === 0) return;
      await database.query((db) =>
        db
          .updateTable('inbox')
          .set({ until: sql<number>`${now} + ${leaseMs}` })
          .where('id', 'in', [...ids])
          .where('holder', '=', holder)
          .execute(),
      );
    },

    async done(id, holder) {
      await database.query((db) =>
        db
          .updateTable('inbox')
          .set({ chat: '', body: '', holder: nobody, until: 0 })
          .where('id', '=', id)
          .where('holder', '=', holder)
          .execute(),
      );
    },

    async sweep(before) {
      const { numDeletedRows } = await database.query((db) =>
        db.deleteFrom('inbox').where('chat', '=', '').where('at', '<', before).executeTakeFirst(),
      );
      return Number(numDeletedRows);
    },

    async count() {
      const { count } = await database.query((db) =>
        db
          .selectFrom('inbox')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('chat', '<>', '')
          .executeTakeFirstOrThrow(),
      );
      return count;
    },
  };
};
