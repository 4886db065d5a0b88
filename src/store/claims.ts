import { sql } from 'kysely';
import type { Database, InTransaction } from './database.ts';
import { databaseNow } from './database-clock.ts';
import type { ClaimAsk, ClaimStore, Held } from './process-store.ts';

/** `shar` in hexadecimal: one half of an advisory lock, the other is the kind. */
const lock = 0x73686172;

export const createClaims = (database: Database): ClaimStore =>
  database.dialect === 'sqlite' ? alone : sharedAmong(database);

/** What `until` says of a slot that its holder has given up and goes on with, and of one that nobody does. */
const left = 0;
const ended = 1;

/** One process has the file to itself. */
const alone: ClaimStore = {
  hold: async ({ slots }) => ({ slots: [...Array(slots).keys()], handedOver: [], share: slots }),
  giveUp: async () => {},
  leave: async () => 0,
  end: async () => {},
  begin: async () => 0,
  successors: async () => new Map(),
  agree: async (_kind, _name, proposal) => proposal,
};

const sharedAmong = (database: Database): ClaimStore => ({
  hold: (ask) =>
    database.write(async (db) => {
      await inTurn(db, ask.kind);
      const share = Math.ceil(ask.slots / Math.max(1, await register(db, ask)));
      const renewed = await renew(db, ask);
      const taken = renewed.length < share ? await takeFree(db, ask, share - renewed.length) : [];
      return {
        slots: [...renewed, ...taken.map(({ slot }) => slot)].sort((a, z) => a - z),
        handedOver: taken.filter(({ isLeft }) => isLeft).map(({ slot }) => slot),
        share,
      } satisfies Held;
    }),

  giveUp: (kind, holder, slots) =>
    database.write(async (db) => {
      if (slots.length === 0) return;
      await db
        .updateTable('claims')
        .set({ until: left })
        .where('kind', '=', kind)
        .where('holder', '=', holder)
        .where('slot', 'in', [...slots])
        .execute();
    }),

  leave: (kind, holder) =>
    database.write(async (db) => {
      await inTurn(db, kind);
      await db.deleteFrom('processes').where('kind', '=', kind).where('id', '=', holder).execute();
      await db
        .updateTable('claims')
        .set({ until: left })
        .where('kind', '=', kind)
        .where('holder', '=', holder)
        .execute();
      return await alive(db, kind);
    }),

  end: (kind, holder) =>
    database.write(async (db) => {
      // The row stays: it says when its slot was last taken.
      await db
        .updateTable('claims')
        .set({ holder: '', until: ended })
        .where('kind', '=', kind)
        .where('holder', '=', holder)
        .execute();
    }),

  async begin(kind, holder, slot, inMs) {
    const { rows } = await database.query((db) =>
      sql<{ from_at: number }>`
        update claims set from_at = ${databaseNow} + ${inMs}::bigint
        where kind = ${kind} and slot = ${slot} and holder = ${holder} returning from_at`.execute(db),
    );
    return rows[0]?.from_at ?? 0;
  },

  async successors(kind, holder, slots) {
    if (slots.length === 0) return new Map();
    const rows = await database.query((db) =>
      db
        .selectFrom('claims')
        .select(['slot', 'from_at'])
        .where('kind', '=', kind)
        .where('holder', '<>', holder)
        .where('slot', 'in', [...slots])
        .execute(),
    );
    return new Map(rows.map(({ slot, from_at }) => [slot, from_at]));
  },

  agree: (kind, name, proposal) =>
    database.write(async (db) => {
      await inTurn(db, kind);
      if ((await alive(db, kind)) === 0) {
        await db
          .insertInto('marks')
          .values({ name, value: proposal })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: proposal }))
          .execute();
        return proposal;
      }
      const known = await db.selectFrom('marks').select('value').where('name', '=', name).executeTakeFirst();
      return known?.value ?? proposal;
    }),
});

/** Those who share a kind out do so one after another. */
async function inTurn(db: InTransaction, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lock)}, hashtext(current_schema() || ${kind}))`.execute(db);
}

/** A server that has only just started has not yet all its connections back. */
const returnMs = 15_000;

/** Returns how many processes of the kind are alive, this one among them. What those hold that have ended is free. */
async function register(db: InTransaction, { kind, holder, session, leaseMs }: ClaimAsk): Promise<number> {
  await sql`
    with gone as (
      delete from processes where kind = ${kind} and id <> ${holder} and (until < ${databaseNow} or (
        session is not null
        and not exists (select from pg_stat_activity where application_name = session)
        and pg_postmaster_start_time() < clock_timestamp() - ${sql.lit(returnMs)} * interval '1 millisecond'
      )) returning id
    )
    update claims set until = ${sql.lit(ended)}
    where kind = ${kind} and until > ${sql.lit(ended)} and holder in (select id from gone)`.execute(db);
  await sql`
    insert into processes (kind, id, session, until)
    values (${kind}, ${holder}, ${session ?? null}, ${databaseNow} + ${leaseMs}::bigint)
    on conflict (kind, id) do update set until = excluded.until`.execute(db);
  return await alive(db, kind);
}

async function alive(db: InTransaction, kind: string): Promise<number> {
  const { count } = await db
    .selectFrom('processes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', kind)
    .where('until', '>=', databaseNow)
    .executeTakeFirstOrThrow();
  return count;
}

/** Also what ran out but nobody has taken: nothing is gained by stopping it first. */
async function renew(db: InTransaction, { kind, holder, slots, leaseMs }: ClaimAsk): Promise<number[]> {
  const { rows } = await sql<{ slot: number }>`
    update claims set until = ${databaseNow} + ${leaseMs}::bigint
    where kind = ${kind} and holder = ${holder} and until > ${sql.lit(left)} and slot < ${slots} returning slot`.execute(
    db,
  );
  return rows.map(({ slot }) => slot);
}

async function takeFree(db: InTransaction, ask: ClaimAsk, most: number): Promise<{ slot: number; isLeft: boolean }[]> {
  const { kind, holder, slots, leaseMs, apart = { lanes: slots, ms: 0 } } = ask;
  const { rows } = await sql<{ slot: number; isLeft: boolean }>`
    with left_over as materialized (
      select slot from claims where kind = ${kind} and until = ${sql.lit(left)} and holder <> ${holder}
    ), free as (
      select slot, row_number() over (partition by slot % ${apart.lanes}::int order by slot) as place
      from generate_series(0, ${slots}::int - 1) slot
      where not exists (
          select from claims c where c.kind = ${kind} and c.slot = slot.slot and c.until >= ${databaseNow}
        ) and not exists (
          select from claims c where c.kind = ${kind} and c.slot % ${apart.lanes}::int = slot.slot % ${apart.lanes}::int
            and c.taken_at > ${databaseNow} - ${apart.ms}::bigint
        )
    )
    insert into claims (kind, slot, holder, until, taken_at, from_at)
      select ${kind}, slot, ${holder}, ${databaseNow} + ${leaseMs}::bigint, ${databaseNow}, 0
      from free where ${apart.ms}::int = 0 or place = 1 order by slot limit ${most}
    on conflict (kind, slot) do update
      set holder = excluded.holder, until = excluded.until, taken_at = excluded.taken_at, from_at = 0
    returning slot, slot in (select slot from left_over) as "isLeft"`.execute(db);
  return rows;
}
