import { record } from './acts.ts';
import { lockCommunity } from './communities.ts';
import type { Database, InTransaction } from './database.ts';
import { Gone, Stale, TooMany } from './failures.ts';
import { jsonIn, personColumns, personIn, understood } from './rows.ts';
import type { DraftRow } from './schema.ts';
import { draftShape } from './shapes.ts';
import type { Draft, DraftStore } from './store.ts';

export const createDrafts = (database: Database): DraftStore => ({
  add: (draft, most) =>
    database.write(async (db) => {
      const { community, author } = draft;
      await lockCommunity(db, community);
      const { count } = await db
        .selectFrom('drafts')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('author_platform', '=', author.platform)
        .where('author_id', '=', author.id)
        .where('community', '=', community)
        .executeTakeFirstOrThrow();
      if (count >= most) throw new TooMany(`${author.platform}:${author.id} has ${count} drafts.`);
      const row = { ...columnsOf(draft), version: 1, created_at: draft.createdAt };
      await db.insertInto('drafts').values(row).execute();
      return draftOf(row);
    }),

  async get(community, id) {
    const row = await database.query((db) =>
      db.selectFrom('drafts').selectAll().where('community', '=', community).where('id', '=', id).executeTakeFirst(),
    );
    return row && draftOf(row);
  },

  change: (draft, act) =>
    database.write(async (db) => {
      const { community, id, version } = draft;
      const row = await db
        .updateTable('drafts')
        .set({ ...columnsOf(draft), version: version + 1 })
        .where('community', '=', community)
        .where('id', '=', id)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw await missing(db, community, id);
      if (act) await record(db, act);
      return draftOf(row);
    }),

  remove: (community, id, version, act) =>
    database.write(async (db) => {
      await takeDraft(db, community, id, version);
      if (act) await record(db, act);
    }),

  async list(community, state) {
    const rows = await database.query((db) =>
      db
        .selectFrom('drafts')
        .selectAll()
        .where('community', '=', community)
        .$if(state !== undefined, (query) => query.where('state', '=', state as string))
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .execute(),
    );
    return rows.map(draftOf);
  },
});

/** Removes a draft; throws `Stale` unless it is still at `version`, `Gone` where it is not there. */
export async function takeDraft(db: InTransaction, community: string, id: string, version: number): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('drafts')
    .where('community', '=', community)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (!numDeletedRows) throw await missing(db, community, id);
}

/** Why a draft could not be found at its version. */
async function missing(db: InTransaction, community: string, id: string): Promise<Stale | Gone> {
  const there = await db
    .selectFrom('drafts')
    .select('version')
    .where('community', '=', community)
    .where('id', '=', id)
    .executeTakeFirst();
  return there ? new Stale(`The draft ${id} is at version ${there.version}.`) : new Gone(`There is no draft ${id}.`);
}

const columnsOf = (draft: Omit<Draft, 'version'>): Omit<DraftRow, 'version' | 'created_at'> => {
  const { id, community, kind, key, intent, base, values, state, author, reason, comment, changedAt } = draft;
  return {
    id,
    community,
    kind,
    key,
    intent,
    base,
    form: JSON.stringify(values),
    state,
    reason,
    comment,
    changed_at: changedAt,
    ...personColumns('author', author),
  };
};

function draftOf(row: DraftRow): Draft {
  const { id, community, kind, key, intent, base, state, reason, comment, version } = row;
  const place = { table: 'drafts', id: `${community}/${id}` } as const;
  const values = jsonIn(row.form, place);
  const times = { createdAt: row.created_at, changedAt: row.changed_at };
  const author = personIn('author', row);
  const draft = { id, community, kind, key, intent, base, values, state, author, reason, comment, version, ...times };
  return understood(draftShape, draft, place);
}
