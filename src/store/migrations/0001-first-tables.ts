import { type Kysely, sql } from 'kysely';
import { counted, createIndices, named, table } from './columns.ts';
import type { DialectName } from './migration.ts';

/** Communities, people, entries with their revisions, drafts, and what members say. */
export async function firstTables(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await table(db, 'communities', {
    id: 'text',
    name: 'text',
    settings: 'text',
    log_platform: 'text?',
    log_id: 'text?',
    version: 'integer',
  })
    .addPrimaryKeyConstraint('communities_key', ['id'])
    .execute();
  await table(db, 'chats', {
    platform: 'text',
    id: 'text',
    title: 'text',
    community: 'text',
    former: 'text?',
    joined_at: 'bigint',
  })
    .addPrimaryKeyConstraint('chats_key', ['platform', 'id'])
    .addForeignKeyConstraint('chats_community', ['community'], 'communities', ['id'])
    .addForeignKeyConstraint('chats_former', ['former'], 'communities', ['id'])
    .execute();
  await table(db, 'links', { hash: 'text', community: 'text', until: 'bigint' })
    .addPrimaryKeyConstraint('links_key', ['hash'])
    .addForeignKeyConstraint('links_community', ['community'], 'communities', ['id'])
    .execute();
  await table(db, 'people', { platform: 'text', id: 'text', language: 'text?', works_for: 'text?' })
    .addPrimaryKeyConstraint('people_key', ['platform', 'id'])
    .addForeignKeyConstraint('people_works_for', ['works_for'], 'communities', ['id'])
    .execute();
  await entryTables(db);
  await memberTables(db);
  await counted(db, dialect, 'acts', {
    community: 'text',
    at: 'bigint',
    act: 'text',
    subject: 'text',
    detail: 'text?',
    ...named('by'),
  })
    .addForeignKeyConstraint('acts_community', ['community'], 'communities', ['id'])
    .execute();
  await createIndices(db, indices);
  // A settled report, or one whose author had themselves erased, stands in nobody's way.
  await sql`create unique index reports_open on reports (community, kind, key, by_platform, by_id)
    where state = 'open'`.execute(db);
  await sql`insert into communities (id, name, settings, version) values ('shared', 'Shared', '{}', 0)`.execute(db);
}

async function entryTables(db: Kysely<unknown>): Promise<void> {
  const item = { community: 'text', kind: 'text', key: 'text' } as const;
  await table(db, 'items', { ...item, revision: 'integer', state: 'text', changed_at: 'bigint' })
    .addPrimaryKeyConstraint('items_key', ['community', 'kind', 'key'])
    .addForeignKeyConstraint('items_community', ['community'], 'communities', ['id'])
    .execute();
  await table(db, 'revisions', {
    ...item,
    number: 'integer',
    intent: 'text',
    writing: 'text?',
    at: 'bigint',
    reason: 'text',
    ...named('author'),
    ...named('approver'),
  })
    .addPrimaryKeyConstraint('revisions_key', ['community', 'kind', 'key', 'number'])
    .addForeignKeyConstraint('revisions_item', ['community', 'kind', 'key'], 'items', ['community', 'kind', 'key'])
    .execute();
  await table(db, 'names', { community: 'text', name: 'text', kind: 'text', key: 'text' })
    .addPrimaryKeyConstraint('names_key', ['community', 'name'])
    .addForeignKeyConstraint('names_item', ['community', 'kind', 'key'], 'items', ['community', 'kind', 'key'])
    .execute();
  await table(db, 'drafts', {
    ...item,
    id: 'text',
    intent: 'text',
    base: 'integer',
    form: 'text',
    state: 'text',
    reason: 'text',
    comment: 'text',
    version: 'integer',
    created_at: 'bigint',
    changed_at: 'bigint',
    ...named('author'),
  })
    .addPrimaryKeyConstraint('drafts_key', ['community', 'id'])
    .addForeignKeyConstraint('drafts_community', ['community'], 'communities', ['id'])
    .execute();
  await table(db, 'imports', {
    community: 'text',
    id: 'text',
    file: 'text',
    items: 'text',
    count: 'integer',
    unchanged: 'integer',
    state: 'text',
    at: 'bigint',
    ...named('by'),
  })
    .addPrimaryKeyConstraint('imports_key', ['community', 'id'])
    .addForeignKeyConstraint('imports_community', ['community'], 'communities', ['id'])
    .execute();
  await table(db, 'dialogues', { platform: 'text', chat: 'text', person: 'text', state: 'text', changed_at: 'bigint' })
    .addPrimaryKeyConstraint('dialogues_key', ['platform', 'chat', 'person'])
    .execute();
}

async function memberTables(db: Kysely<unknown>): Promise<void> {
  await table(db, 'reports', {
    community: 'text',
    id: 'text',
    kind: 'text',
    key: 'text',
    text: 'text',
    at: 'bigint',
    state: 'text',
    outcome: 'text',
    ...named('by'),
  })
    .addPrimaryKeyConstraint('reports_key', ['community', 'id'])
    .addForeignKeyConstraint('reports_community', ['community'], 'communities', ['id'])
    .execute();
  await table(db, 'gaps', {
    community: 'text',
    id: 'text',
    folded: 'text',
    question: 'text',
    language: 'text',
    outcome: 'text',
    nearest: 'text',
    count: 'integer',
    first_on: 'text',
    last_on: 'text',
  })
    .addPrimaryKeyConstraint('gaps_key', ['community', 'id'])
    .addForeignKeyConstraint('gaps_community', ['community'], 'communities', ['id'])
    .execute();
  await table(db, 'votes', {
    community: 'text',
    entry: 'text',
    by_platform: 'text',
    by_id: 'text',
    helpful: 'integer',
    at: 'bigint',
  })
    .addPrimaryKeyConstraint('votes_key', ['community', 'entry', 'by_platform', 'by_id'])
    .addForeignKeyConstraint('votes_community', ['community'], 'communities', ['id'])
    .execute();
}

/** Beside the primary keys: the table, then its columns. */
const indices = [
  ['communities', 'log_platform', 'log_id'],
  ['chats', 'community'],
  ['links', 'until'],
  ['revisions', 'author_platform', 'author_id'],
  ['revisions', 'approver_platform', 'approver_id'],
  ['names', 'community', 'kind', 'key'],
  ['drafts', 'community', 'changed_at'],
  ['drafts', 'author_platform', 'author_id', 'community'],
  ['imports', 'at'],
  ['imports', 'by_platform', 'by_id'],
  ['dialogues', 'changed_at'],
  ['dialogues', 'platform', 'person'],
  ['reports', 'community', 'state', 'at'],
  ['reports', 'by_platform', 'by_id'],
  ['gaps', 'last_on'],
  ['votes', 'by_platform', 'by_id'],
  ['acts', 'community', 'id'],
  ['acts', 'by_platform', 'by_id', 'community', 'id'],
] as const;
