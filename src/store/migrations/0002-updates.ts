import { type Kysely, sql } from 'kysely';
import { counted, createIndices, named, table } from './columns.ts';
import type { DialectName } from './migration.ts';

/** Updates with their revisions, who gets them, and what is owed to whom. */
export async function updateTables(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await table(db, 'updates', {
    id: 'text',
    community: 'text',
    content_id: 'text?',
    state: 'text',
    revision: 'integer',
    importance: 'text',
    topics: 'text',
    parties: 'text',
    published_at: 'bigint',
    changed_at: 'bigint',
    reason: 'text',
  })
    .addPrimaryKeyConstraint('updates_key', ['id'])
    .addUniqueConstraint('updates_content', ['content_id'])
    .addForeignKeyConstraint('updates_community', ['community'], 'communities', ['id'])
    .execute();
  await table(db, 'update_revisions', {
    update_id: 'text',
    number: 'integer',
    intent: 'text',
    writing: 'text',
    at: 'bigint',
    reason: 'text',
    ...named('author'),
    ...named('approver'),
  })
    .addPrimaryKeyConstraint('update_revisions_key', ['update_id', 'number'])
    .addForeignKeyConstraint('update_revisions_update', ['update_id'], 'updates', ['id'])
    .execute();
  await table(db, 'outdated', { community: 'text', kind: 'text', key: 'text', update_id: 'text', at: 'bigint' })
    .addPrimaryKeyConstraint('outdated_key', ['community', 'kind', 'key', 'update_id'])
    .addForeignKeyConstraint('outdated_update', ['update_id'], 'updates', ['id'])
    .execute();
  await subscriptionTable(db);
  await deliveryTables(db, dialect);
  await table(db, 'terms', { name: 'text', term: 'bigint', holder: 'bigint', beat_at: 'bigint' })
    .addPrimaryKeyConstraint('terms_key', ['name'])
    .execute();
  await table(db, 'marks', { name: 'text', value: 'bigint' }).addPrimaryKeyConstraint('marks_key', ['name']).execute();
  await createIndices(db, indices);
  await sql`insert into terms (name, term, holder, beat_at) values ('dispatcher', 0, 0, 0)`.execute(db);
}

async function subscriptionTable(db: Kysely<unknown>): Promise<void> {
  await table(db, 'subscriptions', {
    id: 'text',
    community: 'text',
    platform: 'text',
    chat: 'text',
    channel: 'text',
    thread: 'text',
    title: 'text',
    is_private: 'integer',
    topics: 'text',
    parties: 'text',
    importance: 'text',
    language: 'text',
    time_zone: 'text',
    digest: 'text?',
    quiet: 'text?',
    silent: 'integer',
    crosspost: 'integer',
    state: 'text',
    paused_by: 'text?',
    paused_reason: 'text?',
    paused_at: 'bigint?',
    created_at: 'bigint',
    delivered_at: 'bigint?',
    digested_until: 'bigint',
    slot_at: 'bigint',
    wait_until: 'bigint',
    version: 'integer',
    ...named('by'),
  })
    .addPrimaryKeyConstraint('subscriptions_key', ['id'])
    .addUniqueConstraint('subscriptions_place', ['platform', 'channel', 'thread'])
    .addForeignKeyConstraint('subscriptions_community', ['community'], 'communities', ['id'])
    .execute();
}

async function deliveryTables(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await counted(db, dialect, 'deliveries', {
    item: 'text',
    kind: 'text',
    destination: 'text',
    revision: 'integer',
    platform: 'text',
    priority: 'integer',
    turn: 'bigint',
    act: 'text',
    state: 'text',
    due_at: 'bigint',
    lease_until: 'bigint',
    term: 'bigint',
    attempts: 'integer',
    unknown_since: 'bigint?',
    message: 'text?',
    reason: 'text',
    created_at: 'bigint',
    changed_at: 'bigint',
  })
    .addUniqueConstraint('deliveries_key', ['item', 'destination', 'revision'])
    .execute();
  await table(db, 'digest_items', { digest: 'text', update_id: 'text', position: 'integer' })
    .addPrimaryKeyConstraint('digest_items_key', ['digest', 'update_id'])
    .execute();
  // Partial: what is claimed next is found in the same time however much was delivered before.
  const partial = [
    sql`create index deliveries_ready on deliveries (platform, priority, turn, id) where state = 'waiting'`,
    sql`create index deliveries_later on deliveries (due_at, platform, priority) where state = 'later'`,
    sql`create index deliveries_held on deliveries (destination, platform, priority) where state = 'held'`,
    // Not “in”: SQLite does not see that one state is among them.
    sql`create index deliveries_in_hand on deliveries (term, platform, priority)
      where state = 'claimed' or state = 'sending'`,
    sql`create index deliveries_uncertain on deliveries (changed_at) where state = 'uncertain'`,
    sql`create index subscriptions_digest on subscriptions (digest, time_zone, id)
      where digest is not null and state = 'active'`,
    sql`create index subscriptions_paused on subscriptions (platform, chat, paused_at)
      where state = 'paused' and paused_by = 'platform'`,
    sql`create index updates_pending on updates (published_at) where state = 'pending'`,
  ];
  for (const index of partial) await index.execute(db);
}

/** Beside the primary keys and the partial ones: the table, then its columns. */
const indices = [
  ['updates', 'community', 'published_at'],
  ['update_revisions', 'author_platform', 'author_id'],
  ['update_revisions', 'approver_platform', 'approver_id'],
  ['outdated', 'update_id'],
  ['subscriptions', 'community'],
  ['subscriptions', 'platform', 'chat'],
  ['subscriptions', 'by_platform', 'by_id'],
  ['deliveries', 'destination'],
  ['digest_items', 'update_id'],
] as const;
