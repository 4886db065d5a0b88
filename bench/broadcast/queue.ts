import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { sharedCommunity } from '../../src/core/community.ts';
import type { Place } from '../../src/core/subscription.ts';
import type { Database } from '../../src/store/database.ts';
import { openDatabase, openStore, type StoreOptions } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { quantile } from '../search/measures.ts';
import { subscribe, writingOn } from './loading.ts';
import { mostMemoryMb } from './memory.ts';

export interface QueueOptions {
  /** Places that get the update. */
  rows: number;
  /** Claims that are timed. */
  claims: number;
}

export interface QueueResult {
  rows: number;
  rowsPerSecond: number;
  /** The most that the process used until the update was in the queue, and before; SQLite's memory is its own. */
  rssMb: number;
  rssBeforeMb: number;
  claims: { rows: number; medianMs: number }[];
}

const at = Date.UTC(2026, 10, 23, 12);
const claimed = 60;
const warmUpClaims = 10;
/** Moved on in one transaction. */
const drainedTogether = 5000;
/** For one statement past the store. */
const longestMs = 600_000;
/** Of a table's rows; from then on PostgreSQL frees by itself what was changed (`autovacuum_vacuum_scale_factor`). */
const freedShare = 0.2;

/**
 * How fast a new update is put into the queue of a million places, and how long the dispatcher's claims take before
 * anything was sent, after a tenth, and after all: what was sent stays in the table.
 */
export async function measureQueue(database: StoreOptions, { rows, claims }: QueueOptions): Promise<QueueResult> {
  const spare = claimed * (claims + warmUpClaims);
  await subscribe(database, places(0, spare), ['few']);
  await subscribe(database, places(spare, rows), ['all']);
  const store = await openStore(database);
  const raw = await openDatabase('file' in database ? database : { ...database, statementTimeoutMs: longestMs });
  try {
    const leadership = await store.outbox.lead(6000);
    const term = leadership?.term ?? 0;
    const timed = async (sent: number) => ({ rows: sent, medianMs: await medianMsOf(store, term, claims) });
    await publish(store, 'u0000001', 'few');
    const results = [await timed(0)];
    await raw.write((db) => sql`delete from deliveries`.execute(db));

    await publish(store, 'u0000002', 'few');
    const rssBeforeMb = mostMemoryMb();
    const from = performance.now();
    await publish(store, 'u0000003', 'all');
    const seconds = (performance.now() - from) / 1000;
    const rssMb = mostMemoryMb();
    for (const sent of [Math.floor(rows / 10), rows]) {
      await drain(raw, sent, rows);
      results.push(await timed(sent));
    }
    await leadership?.resign();
    return { rows, rowsPerSecond: Math.round(rows / seconds), rssMb, rssBeforeMb, claims: results };
  } finally {
    await raw.close();
    await store.close();
  }
}

function* places(from: number, count: number): Generator<Place> {
  for (let i = from; i < from + count; i++) {
    const id = String(-1000 - i);
    yield { platform: 'telegram', chat: id, channel: id };
  }
}

async function publish(store: Store, id: string, topic: string): Promise<void> {
  const writing = writingOn(topic);
  await store.updates.post({ id, community: sharedCommunity, writing, author: undefined, at, publishAt: at });
  await store.updates.publishDue(at);
}

async function medianMsOf(store: Store, term: number, claims: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < warmUpClaims + claims; i++) {
    const from = performance.now();
    const got = await store.outbox.claim({
      platform: 'telegram',
      term,
      most: claimed,
      now: at,
      leaseUntil: at + 60_000,
    });
    times.push(performance.now() - from);
    if (got.length !== claimed) throw new Error(`Of ${claimed} that wait, ${got.length} could be claimed.`);
  }
  return Math.round(quantile(times.slice(warmUpClaims), 0.5) * 100) / 100;
}

/** Has the first in the queue sent, past the store, until so many of all are: each row is changed as it would be. */
async function drain(raw: Database, sent: number, all: number): Promise<void> {
  const message = JSON.stringify({ channel: '-1000000000', id: '1000000' });
  const done = sql`state = 'sent', message = ${message}, changed_at = ${at + 1}`;
  await raw.write((db) => sql`update deliveries set ${done} where state = 'claimed'`.execute(db));
  const { rows } = await raw.query((db) =>
    sql<{ count: number }>`select count(*) as count from deliveries where state = 'sent'`.execute(db),
  );
  const owed = sent - (rows[0]?.count ?? 0);
  for (let left = owed; left > 0; left -= drainedTogether) {
    await raw.write((db) =>
      sql`update deliveries set ${done} where id in (
        select id from deliveries where state = 'waiting' and platform = 'telegram'
        order by priority, turn, id limit ${Math.min(left, drainedTogether)})`.execute(db),
    );
  }
  // In seconds this changes what takes hours otherwise, and the server looks once a minute.
  if (raw.dialect === 'postgres' && owed > freedShare * all)
    await raw.query((db) => sql`vacuum deliveries`.execute(db));
}
