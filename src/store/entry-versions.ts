import type { Database, InTransaction, Queries } from './database.ts';
import { Gone } from './failures.ts';
import { batches } from './rows.ts';

/** A community's version: it counts up with every change of its entries. */
export async function versionOf(db: Queries, community: string): Promise<number> {
  const row = await db.selectFrom('communities').select('version').where('id', '=', community).executeTakeFirst();
  return row?.version ?? 0;
}

/** Of those communities that are there. */
export async function versionsOf(database: Database, communities: readonly string[]): Promise<Map<string, number>> {
  const all = new Map<string, number>();
  for (const ids of batches(communities)) {
    const rows = await database.query((db) =>
      db
        .selectFrom('communities')
        .select(['id', 'version'])
        .where('id', 'in', [...ids])
        .execute(),
    );
    for (const { id, version } of rows) all.set(id, version);
  }
  return all;
}

/** Tells every process that the community's entries are other ones, and keeps other writers of it waiting. */
export async function countUp(db: InTransaction, id: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('communities')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (!numUpdatedRows) throw new Gone(`There is no community ${id}.`);
}
