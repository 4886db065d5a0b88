import { type Kysely, sql } from 'kysely';
import { createIndices, table } from './columns.ts';
import type { DialectName } from './migration.ts';

/** What processes that share a database share out among them, and how they hear of what others have written. */
export async function processTables(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await table(db, 'processes', { kind: 'text', id: 'text', session: 'text?', until: 'bigint' })
    .addPrimaryKeyConstraint('processes_key', ['kind', 'id'])
    .execute();
  await table(db, 'claims', {
    kind: 'text',
    slot: 'integer',
    holder: 'text',
    until: 'bigint',
    taken_at: 'bigint',
    from_at: 'bigint',
  })
    .addPrimaryKeyConstraint('claims_key', ['kind', 'slot'])
    .execute();
  await table(db, 'inbox', { id: 'bigint', chat: 'text', body: 'text', holder: 'text', until: 'bigint', at: 'bigint' })
    .addPrimaryKeyConstraint('inbox_key', ['id'])
    .execute();
  await createIndices(db, [['inbox', 'chat', 'id']]);
  if (dialect === 'postgres') await notices(db);
}

/**
 * Sends, when the transaction is through, `<what> <key>` to all that listen to `parley_<schema>`: after the name of what
 * is meant come the columns that say which. PostgreSQL tells the same once per transaction, however many rows changed.
 */
async function notices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function parley_tell() returns trigger language plpgsql as $$
    declare
      channel text := 'parley_' || tg_table_schema;
      was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
      now_is jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
      told text;
    begin
      for told in
        select distinct tg_argv[0] || ' ' || (
          select string_agg(said.written ->> tg_argv[i], ' ' order by i) from generate_series(1, tg_nargs - 1) i
        ) from (values (was), (now_is)) said(written) where said.written is not null
      loop
        perform pg_notify(channel, told);
      end loop;
      return null;
    end $$`.execute(db);
  await sql`
    create or replace function parley_tell_once() returns trigger language plpgsql as $$
    begin
      perform pg_notify('parley_' || tg_table_schema, tg_argv[0]);
      return null;
    end $$`.execute(db);
  for (const [name, when, what] of told)
    await sql`create trigger ${sql.ref(name)} after ${sql.raw(when)} execute function ${sql.raw(what)}`.execute(db);
}

const told: readonly (readonly [name: string, when: string, what: string])[] = [
  [
    'tell_entries',
    'update of version on communities for each row when (old.version <> new.version)',
    "parley_tell('entries', 'id')",
  ],
  [
    'tell_community',
    'update of name, settings, log_platform, log_id on communities for each row',
    "parley_tell('community', 'id')",
  ],
  ['tell_community_gone', 'delete on communities for each row', "parley_tell('community', 'id')"],
  ['tell_chat', 'insert or update or delete on chats for each row', "parley_tell('chat', 'platform', 'id')"],
  ['tell_chats_community', 'insert or update or delete on chats for each row', "parley_tell('community', 'community')"],
  ['tell_person', 'insert or update or delete on people for each row', "parley_tell('person', 'platform', 'id')"],
  ['tell_deliveries', 'insert on deliveries for each statement', "parley_tell_once('outbox')"],
  ['tell_updates', 'insert or update on updates for each statement', "parley_tell_once('outbox')"],
];
