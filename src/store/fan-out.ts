import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { sharedCommunity } from '../core/community.ts';
import type { UpdateWriting } from '../core/update.ts';
import type { Database, InTransaction, Queries } from './database.ts';
import { noteOutdated } from './outdated.ts';
import type { KeptUpdate } from './store.ts';
import { existingUpdate, holdsAny } from './update-rows.ts';

/** What is sent first. */
export const priorities = { first: 0, routine: 1, digest: 2 } as const;

type Wanted = Pick<UpdateWriting, 'topics' | 'parties' | 'importance'>;

/** The subscriptions `s` that want an update of a community; the core's `wants` in SQL. */
export function wanting(community: string, { importance, topics, parties }: Wanted): Expression<SqlBool> {
  const ofCommunity = community === sharedCommunity ? sql`1 = 1` : sql`s.community = ${community}`;
  const ofImportance = importance === 'breaking' ? sql`1 = 1` : sql`s.importance = 'all'`;
  return sql<SqlBool>`(${ofCommunity} and ${ofImportance}
    and (s.topics = '' or ${holdsAny(sql.ref('s.topics'), topics)})
    and (s.parties = '' or ${holdsAny(sql.ref('s.parties'), parties)}))`;
}

/**
 * Where a queue has come to, in the turns of its communities. What is put in now begins there, so that a community with
 * little to send does not wait for one with much.
 */
async function presentTurn(db: Queries, platform: string, priority: number): Promise<number> {
  const { rows } = await sql<{ turn: number | null }>`
    select min(turn) as turn from deliveries
    where state = 'waiting' and platform = ${platform} and priority = ${sql.lit(priority)}`.execute(db);
  return rows[0]?.turn ?? 0;
}

/** The present turn of each row's platform. */
export async function turnsOf(db: Queries, priority: number): Promise<RawBuilder<number>> {
  const [discord, telegram] = [await presentTurn(db, 'discord', priority), await presentTurn(db, 'telegram', priority)];
  return sql`case platform when 'discord' then ${sql.lit(discord)} when 'telegram' then ${sql.lit(telegram)} else 0 end`;
}

/** A million rows take longer than a statement otherwise may. */
export async function takeTime({ dialect }: Database, db: InTransaction): Promise<void> {
  if (dialect === 'postgres') await sql`set local statement_timeout = '10min'`.execute(db);
}

/** From pending to published with a delivery for each that wants it; undefined where it has been taken back. */
export async function publish(database: Database, db: InTransaction, id: string, at: number) {
  await takeTime(database, db);
  const publishedAt = await momentAfterOthers(db, at);
  const { numUpdatedRows } = await db
    .updateTable('updates')
    .set({ state: 'published', published_at: publishedAt, changed_at: publishedAt })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow();
  if (!numUpdatedRows) return undefined;
  const update = await existingUpdate(db, id);
  const destinations = await enqueueUpdate(db, update, at);
  await leaveToDigests(db, update);
  await noteOutdated(db, update, [], at);
  return { update, destinations };
}

/**
 * One update is published after the other, each at a later time, even where the clock was set back: digests know by the
 * time of the latest that they have held what is new. Other processes wait until this one has published.
 */
async function momentAfterOthers(db: InTransaction, at: number): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into marks (name, value) values ('published', ${at})
    on conflict (name) do update set
      value = case when marks.value >= excluded.value then marks.value + 1 else excluded.value end
    returning value`.execute(db);
  return rows[0]?.value ?? at;
}

/**
 * One delivery for each subscription that wants the update, in one statement: those that can't be written to just now
 * get theirs when they can. In the order of the indices, which makes it several times as fast. Returns how many.
 */
async function enqueueUpdate(db: InTransaction, { id, community, writing }: KeptUpdate, at: number): Promise<number> {
  const priority = writing.importance === 'breaking' ? priorities.first : priorities.routine;
  const turns = await turnsOf(db, priority);
  const { numAffectedRows } = await sql`
    insert into deliveries (item, kind, destination, revision, platform, priority, turn, act, state, due_at, lease_until,
      term, attempts, reason, created_at, changed_at)
    select ${id}, 'update', s.id, 1, s.platform, ${sql.lit(priority)},
      ${turns} + row_number() over (partition by case s.is_private when 1 then s.id else s.community end order by s.id),
      'post', case s.state when 'active' then 'waiting' else 'held' end, ${at}, 0, 0, 0, '', ${at}, ${at}
    from subscriptions s
    where s.digest is null and (s.state = 'active' or (s.state = 'paused' and s.paused_by = 'platform'))
      and ${wanting(community, writing)}
    order by s.id
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * What is published now is in nobody's digests yet, whatever the clock has been: digests that say to have come further
 * begin with it again. (Nothing else lies between, for each update is published later than the one before.)
 */
async function leaveToDigests(db: InTransaction, { id, community, writing, publishedAt }: KeptUpdate): Promise<void> {
  await sql`update subscriptions as s set digested_until = ${publishedAt - 1}
    where s.digest is not null and s.state <> 'ended' and s.digested_until >= ${publishedAt}
      and ${wanting(community, writing)}
      and not exists (select 1 from deliveries d where d.item = ${id} and d.destination = s.id)`.execute(db);
}
