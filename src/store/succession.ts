import { type RawBuilder, sql } from 'kysely';
import type { Database, InTransaction, Queries } from './database.ts';
import { awaitsEarlier, isBefore, isUnderWay, isUnsent } from './delivery-rows.ts';
import { priorities, takeTime, turnsOf } from './fan-out.ts';

type Condition = RawBuilder<unknown>;

interface Revised {
  id: string;
  revision: number;
  intent: 'edit' | 'retract';
}

/**
 * Hands every destination of an update over to its new revision: copies are to be changed, or followed where nobody knows
 * whether they are there; what has not been sent yet is sent as it now reads or, after a retraction, not at all. Digests
 * that hold the update are changed likewise; those that have not been sent are made when they are.
 */
export async function enqueueRevision(
  database: Database,
  db: InTransaction,
  { id, revision, intent }: Revised,
  at: number,
): Promise<void> {
  await takeTime(database, db);
  const ofUpdate = sql`(d.item = ${id} and d.kind = 'update')`;
  const ofDigests = sql`(d.kind = 'digest' and d.item in (select digest from digest_items where update_id = ${id}))`;
  await holdStill(database, db, ofUpdate);
  await holdStill(database, db, ofDigests);
  // It may have been made with the text that is outdated now.
  await sql`update deliveries as d set state = 'waiting', changed_at = ${at}
    where ${ofDigests} and d.state = 'claimed' and ${isUnsent('d')}`.execute(db);
  if (intent === 'retract') {
    await sql`update deliveries as d set state = 'cancelled', changed_at = ${at}
      where ${ofUpdate} and ${isUnsent('d')}`.execute(db);
  }
  const turns = await turnsOf(db, priorities.first);
  await insertSuccessors(db, sql`${revision}`, ofUpdate, turns, at);
  await insertSuccessors(db, sql`d.revision + 1`, sql`${ofDigests} and not ${isUnsent('d')}`, turns, at);
  await supersede(db, ofUpdate, at);
  await supersede(db, ofDigests, at);
}

/**
 * Nobody claims, starts or repeats one of these until the transaction ends: it is not sent as it was while it is handed on.
 * What is being sent, or was, is left free.
 */
async function holdStill({ dialect }: Database, db: InTransaction, which: Condition): Promise<void> {
  if (dialect !== 'postgres') return;
  await sql`select count(*) from (
    select 1 from deliveries d where ${which} and d.state not in ('sent', 'sending', 'cancelled', 'superseded') for update
  ) held`.execute(db);
}

async function insertSuccessors(
  db: InTransaction,
  revision: Condition,
  which: Condition,
  turns: Condition,
  at: number,
): Promise<void> {
  const [unsent, underWay] = [isUnsent('d'), isUnderWay('d')];
  await sql`
    insert into deliveries (item, kind, destination, revision, platform, priority, turn, act, state, due_at, lease_until,
      term, attempts, message, reason, created_at, changed_at)
    select d.item, d.kind, d.destination, ${revision}, d.platform,
      case when ${unsent} then d.priority else ${sql.lit(priorities.first)} end,
      case when ${unsent} then d.turn else ${turns} + row_number() over (order by d.id) end,
      case
        when ${unsent} then 'post'
        when ${underWay} then 'edit'
        when d.state <> 'sent' and (d.act = 'follow' or (d.act = 'post' and d.message is null)) then 'follow'
        else 'edit'
      end,
      case when d.state = 'held' then 'held' when d.state = 'later' and ${unsent} then 'later' else 'waiting' end,
      case when d.state = 'later' and ${unsent} then d.due_at else ${at} end,
      0, 0, 0, case when ${underWay} and d.act in ('post', 'follow') then null else d.message end, '',
      case when ${unsent} then d.created_at else ${at} end, ${at}
    from deliveries d
    where ${which} and d.state not in ('cancelled', 'superseded')
    on conflict do nothing`.execute(db);
}

/** What has a later revision is no longer needed, unless that has yet to learn from it what to do. */
async function supersede(db: Queries, which: Condition, at: number): Promise<void> {
  await sql`
    update deliveries as d set state = 'superseded', changed_at = ${at}
    where ${which} and d.state not in ('sending', 'cancelled', 'superseded') and not ${isUnderWay('d')}
      and exists (select 1 from deliveries l where ${isBefore('d', 'l')})
      and (${awaitsEarlier('d')}
        or not exists (select 1 from deliveries l where ${isBefore('d', 'l')} and ${awaitsEarlier('l')}))`.execute(db);
}

/**
 * Of these deliveries, and those before them to the same places, what has come to its end hands over to the later revision:
 * that gets the message to change or, where there surely is none, is posted itself (after a retraction, not at all);
 * where nobody knows, it follows.
 */
export async function succeed(db: InTransaction, ids: readonly number[], at: number): Promise<void> {
  const these = sql.join(ids);
  const { rows } = await sql<{ id: number }>`
    select d.id from deliveries d
      where d.id in (${these}) and d.state <> 'superseded' and exists (select 1 from deliveries l where ${isBefore('d', 'l')})
    union
    select d.id from deliveries l join deliveries d on ${isBefore('d', 'l')}
      where l.id in (${these}) and d.state <> 'superseded'`.execute(db);
  if (rows.length === 0) return;
  const earlier = sql`d.id in (${sql.join(rows.map(({ id }) => id))})`;
  const isAbsent = sql`(${isUnsent('d')} or (d.act = 'post' and d.state = 'cancelled' and d.unknown_since is null))`;
  const isRetracted = sql`exists (select 1 from updates u where u.id = l.item and u.state = 'retracted')`;
  await sql`
    update deliveries as l set
      message = d.message,
      act = case
        when d.state = 'sent' or d.act in ('edit', 'crosspost') or (d.act = 'post' and d.message is not null) then 'edit'
        when ${isAbsent} then 'post'
        else 'follow'
      end,
      priority = case when ${isAbsent} then d.priority else l.priority end,
      turn = case when ${isAbsent} then d.turn else l.turn end,
      created_at = case when ${isAbsent} then d.created_at else l.created_at end,
      due_at = case when ${isAbsent} and d.state = 'later' then d.due_at else l.due_at end,
      state = case
        when ${isAbsent} and (d.state = 'cancelled' or ${isRetracted}) then 'cancelled'
        when d.state = 'held' then 'held'
        when ${isAbsent} and d.state = 'later' then 'later'
        else l.state
      end,
      changed_at = ${at}
    from deliveries d
    where ${earlier} and ${isBefore('d', 'l')} and ${awaitsEarlier('l')}
      and d.state <> 'superseded' and not ${isUnderWay('d')} and not ${awaitsEarlier('d')}`.execute(db);
  await supersede(db, earlier, at);
}
