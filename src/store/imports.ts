import { record } from './acts.ts';
import { lockCommunity } from './communities.ts';
import type { Database, InTransaction } from './database.ts';
import { Gone, TooMany } from './failures.ts';
import { jsonIn, personColumns, personIn, understood } from './rows.ts';
import type { ImportRow } from './schema.ts';
import { listedImportShape, stagedImportShape } from './shapes.ts';
import type { ImportStore, StagedImport } from './store.ts';

export const createImports = (database: Database): ImportStore => ({
  add: (staged, most, replaces) =>
    database.write(async (db) => {
      const { community, by } = staged;
      await lockCommunity(db, community);
      if (replaces !== undefined) await takeImport(db, community, replaces);
      if (staged.state === 'open') {
        await db
          .deleteFrom('imports')
          .where('community', '=', community)
          .where('by_platform', '=', by.platform)
          .where('by_id', '=', by.id)
          .where('state', '=', 'open')
          .execute();
      }
      const { count } = await db
        .selectFrom('imports')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('community', '=', community)
        .executeTakeFirstOrThrow();
      if (count >= most) throw new TooMany(`The community ${community} has ${count} imports.`);
      await db.insertInto('imports').values(rowOf(staged)).execute();
    }),

  async get(community, id) {
    const row = await database.query((db) =>
      db.selectFrom('imports').selectAll().where('community', '=', community).where('id', '=', id).executeTakeFirst(),
    );
    return row && stagedImportOf(row);
  },

  async list(community) {
    const rows = await database.query((db) =>
      db
        .selectFrom('imports')
        .select(['id', 'community', 'file', 'count', 'unchanged', 'state', 'at', 'by_platform', 'by_id', 'by_name'])
        .where('community', '=', community)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute(),
    );
    return rows.map((row) => {
      const { id, file, count, unchanged, state, at } = row;
      const listed = { id, community, file, count, unchanged, state, at, by: personIn('by', row) };
      return understood(listedImportShape, listed, { table: 'imports', id: `${community}/${id}` });
    });
  },

  submit: (community, id, act) =>
    database.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('imports')
        .set({ state: 'review' })
        .where('community', '=', community)
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow();
      if (!numUpdatedRows) throw new Gone(`There is no open import ${id}.`);
      await record(db, act);
    }),

  remove: (community, id, act) =>
    database.write(async (db) => {
      await takeImport(db, community, id);
      if (act) await record(db, act);
    }),

  async removeBefore(time) {
    const { numDeletedRows } = await database.query((db) =>
      db.deleteFrom('imports').where('at', '<', time).executeTakeFirstOrThrow(),
    );
    return Number(numDeletedRows);
  },
});

/** Removes a staged import; throws `Gone` where it is not there. */
export async function takeImport(db: InTransaction, community: string, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('imports')
    .where('community', '=', community)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (!numDeletedRows) throw new Gone(`There is no import ${id}.`);
}

const rowOf = ({ id, community, by, file, items, unchanged, state, at }: StagedImport): ImportRow => ({
  id,
  community,
  file,
  items: JSON.stringify(items),
  count: items.length,
  unchanged,
  state,
  at,
  ...personColumns('by', by),
});

function stagedImportOf(row: ImportRow): StagedImport {
  const { id, community, file, unchanged, state, at } = row;
  const place = { table: 'imports', id: `${community}/${id}` } as const;
  const items = jsonIn(row.items, place);
  return understood(
    stagedImportShape,
    { id, community, file, items, unchanged, state, at, by: personIn('by', row) },
    place,
  );
}
