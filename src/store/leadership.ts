import { sql } from 'kysely';
import type { Database, Session } from './database.ts';
import type { Leadership, OutboxStore } from './store.ts';

/** `arle` in hexadecimal: one half of PostgreSQL's advisory lock. The other is the schema: each has a dispatcher of its own. */
const lock = 0x61726c65;
const schemaHash = 'hashtext(current_schema())';
/** By the database's clock, which all processes share. */
const nowMs = 'cast(extract(epoch from clock_timestamp()) * 1000 as bigint)';

/**
 * On SQLite the process that asks leads: there is one. On PostgreSQL whoever holds an advisory lock on a connection of its
 * own, which the server gives up with the connection. A process that stands still keeps its connection: when it
 * has not said that it is alive for `silentMs` by the database's clock, the next one has the server end that connection.
 */
export function createElection(database: Database): OutboxStore['lead'] {
  const { session } = database;
  return session ? (silentMs) => leadWith(database, session, silentMs) : () => leadAlone(database);
}

async function leadAlone(database: Database): Promise<Leadership> {
  const { term } = await database.query((db) =>
    db
      .updateTable('terms')
      .set((eb) => ({ term: eb('term', '+', 1) }))
      .where('name', '=', 'dispatcher')
      .returning('term')
      .executeTakeFirstOrThrow(),
  );
  const beat = async () => {
    const row = await database.query((db) =>
      db.selectFrom('terms').select('term').where('name', '=', 'dispatcher').executeTakeFirst(),
    );
    return row?.term === term;
  };
  return { term, beat, resign: async () => {} };
}

async function leadWith(
  database: Database,
  session: NonNullable<Database['session']>,
  silentMs: number,
): Promise<Leadership | undefined> {
  const own = await session();
  try {
    const { rows } = await own.query(`select pg_try_advisory_lock(${lock}, ${schemaHash}) as taken`);
    if (rows[0]?.taken === true) return await ledBy(own);
    await endSilent(database, silentMs);
    await own.end();
    return undefined;
  } catch (error) {
    await own.end();
    throw error;
  }
}

/** All of it through the connection that holds the lock: without that, the lock is gone as well. */
async function ledBy(own: Session): Promise<Leadership> {
  const begun = await own.query(`update terms set term = term + 1, holder = pg_backend_pid(), beat_at = ${nowMs}
    where name = 'dispatcher' returning term`);
  const term = Number(begun.rows[0]?.term);
  return {
    term,
    async beat() {
      try {
        const beaten = await own.query(
          `update terms set beat_at = ${nowMs} where name = 'dispatcher' and term = ${term}`,
        );
        return beaten.rowCount === 1;
      } catch {
        // Ended by whoever leads now, or lost: nobody can say that it still holds the lock. Now it surely does not.
        await own.end();
        return false;
      }
    },
    resign: () => own.end(),
  };
}

/** Has the server end the connection of a leader that stands still, and with it its hold on the lock. */
async function endSilent(database: Database, silentMs: number): Promise<void> {
  await database.query((db) =>
    // One that has only just come has not had the time to say anything.
    sql`select pg_terminate_backend(held.pid)
      from pg_locks held join pg_stat_activity activity on activity.pid = held.pid, terms
      where held.locktype = 'advisory' and held.objsubid = 2 and held.granted
        and held.database = (select oid from pg_database where datname = current_database())
        and held.classid = ${sql.lit(lock)} and held.objid = cast(${sql.raw(schemaHash)}::bigint & 4294967295 as oid)
        and terms.name = 'dispatcher' and terms.beat_at < ${sql.raw(nowMs)} - ${silentMs}
        and activity.backend_start < clock_timestamp() - ${silentMs} * interval '1 millisecond'`.execute(db),
  );
}
