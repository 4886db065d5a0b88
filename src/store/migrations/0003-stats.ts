import type { Kysely } from 'kysely';
import { createIndices, table } from './columns.ts';

/** How often something was asked or shown in a community on a day; nothing about who asked, or in which words. */
export async function statTables(db: Kysely<unknown>): Promise<void> {
  await table(db, 'tallies', { community: 'text', day: 'text', kind: 'text', entry: 'text', count: 'integer' })
    .addPrimaryKeyConstraint('tallies_key', ['community', 'day', 'kind', 'entry'])
    .addForeignKeyConstraint('tallies_community', ['community'], 'communities', ['id'])
    .execute();
  await createIndices(db, [['tallies', 'day']]);
}
