import { record } from './acts.ts';
import { lockCommunity } from './communities.ts';
import type { Database, InTransaction } from './database.ts';
import { Gone, Stale, TooMany } from './failures.ts';
import { jsonIn, personColumns, personIn, understood } from './rows.ts';
import type { DraftRow } from './schema.ts';
import { draftShape } from './shapes.ts';
import type { Draft, DraftKind, DraftStore } from './store.ts';

/** Drafts of these kinds. */
export const createDrafts = <K extends DraftKind>(database: Database, kinds: readonly K[]): DraftStore<K> => ({
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
      const row = await insertDraft(db, draft);
      return draftOf(row) as Draft<K>;
    }),

  async get(community, id) {
    const row = await database.query((db) =>
      db
        .selectFrom('drafts')
        .selectAll()
        .where('community', '=', community)
        .where('id', '=', id)
        .where('kind', 'in', kinds)
        .executeTakeFirst(),
    );
    return row && (draftOf(row) as Draft<K>);
  },

  change: (draft, act) =>
    database.write(async (db) => {
      const { community, id, version } = draft;
      const row = await db
        .updateTable('drafts')
        .set({ ...columnsOf(draft), version: version + 1 })
        .where('community', '=', community)
        .where('id', '=', id)
        .where('kind', 'in', kinds)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw await missing(db, kinds, community, id);
      if (act) await record(db, act);
      return draftOf(row) as Draft<K>;
    }),

  remove: (community, id, version, act) =>
    database.write(async (db) => {
      await takeDraft(db, kinds, community, id, version);
      if (act) await record(db, act);
    }),

  async list(community, state) {
    const rows = await database.query((db) =>
      db
        .selectFrom('drafts')
        .selectAll()
        .where('community', '=', community)
        .where('kind', 'in', kinds)
        .$if(state !== undefined, (query) => query.where('state', '=', state as string))
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .execute(),
    );
    return rows.map((row) => draftOf(row) as Draft<K>);
  },
});

/** The kinds of what entries and positions are written with. */
export const itemKinds = ['entry', 'position'] as const satisfies readonly DraftKind[];

/** Removes a draft of these kinds; throws `Stale` unless it is still at `version`, `Gone` where it is not there. */
export async function takeDraft(
  db: InTransaction,
  kinds: readonly DraftKind[],
  community: string,
  id: string,
  version: number,
): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('drafts')
    .where('community', '=', community)
    .where('id', '=', id)
    .where('kind', 'in', kinds)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (!numDeletedRows) throw await missing(db, kinds, community, id);
}

/** Why a draft could not be found at its version. */
async function missing(
  db: InTransaction,
  kinds: readonly DraftKind[],
  community: string,
  id: string,
): Promise<Stale | Gone> {
  const there = await db
    .selectFrom('drafts')
    .select('version')
    .where('community', '=', community)
    .where('id', '=', id)
    .where('kind', 'in', kinds)
    .executeTakeFirst();
  return there ? new Stale(`The draft ${id} is at version ${there.version}.`) : new Gone(`There is no draft ${id}.`);
}

/** Writes a new draft down, however many there are. */
export async function insertDraft(db: InTransaction, draft: Omit<Draft<DraftKind>, 'version'>): Promise<DraftRow> {
  const row = { ...columnsOf(draft), version: 1, created_at: draft.createdAt };
  await db.insertInto('drafts').values(row).execute();
  return row;
}

const columnsOf = (draft: Omit<Draft<DraftKind>, 'version'>): Omit<DraftRow, 'version' | 'created_at'> => {
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

export function draftOf(row: DraftRow): Draft<DraftKind> {
  const { id, community, kind, key, intent, base, state, reason, comment, version } = row;
  const place = { table: 'drafts', id: `${community}/${id}` } as const;
  const values = jsonIn(row.form, place);
  const times = { createdAt: row.created_at, changedAt: row.changed_at };
  const author = personIn('author', row);
  const draft = { id, community, kind, key, intent, base, values, state, author, reason, comment, version, ...times };
  return understood(draftShape, draft, place);
}
