import { sql } from 'kysely';
import { record } from './acts.ts';
import type { Database, InTransaction } from './database.ts';
import { draftOf, insertDraft, takeDraft } from './drafts.ts';
import { Gone, Stale } from './failures.ts';
import { publish } from './fan-out.ts';
import { clearOutdated, noteOutdated } from './outdated.ts';
import type { Draft, KeptUpdate, NewUpdate, Outdated, UpdateChange, UpdateStore } from './store.ts';
import { enqueueRevision } from './succession.ts';
import { deliveriesOfUpdates } from './update-deliveries.ts';
import {
  existingUpdate,
  holdsAny,
  newUpdateRow,
  revisionRow,
  soughtColumns,
  updateOf,
  updateRevisionOf,
  updateRows,
} from './update-rows.ts';

export function createUpdates(database: Database): UpdateStore {
  return {
    post: (update, act, draft) =>
      database.write(async (db) => {
        if (draft) await takeDraft(db, ['update'], update.community, draft.id, draft.version);
        if (act) await record(db, act);
        return await write(db, update, 'pending');
      }),

    keep: (update) => database.write((db) => write(db, update, 'published')),

    undo: (community, id, at, draft, act) =>
      database.write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('updates')
          .set({ state: 'undone' })
          .where('id', '=', id)
          .where('community', '=', community)
          .where('state', '=', 'pending')
          .where('published_at', '>', at)
          .executeTakeFirstOrThrow();
        if (!numUpdatedRows) return undefined;
        await db.deleteFrom('update_revisions').where('update_id', '=', id).execute();
        await db.deleteFrom('updates').where('id', '=', id).execute();
        await record(db, act);
        return draftOf(await insertDraft(db, draft)) as Draft<'update'>;
      }),

    revise: (change, act, draft) =>
      database.write(async (db) => {
        if (draft) await takeDraft(db, ['update'], change.community, draft.id, draft.version);
        const { id, base, intent, at } = change;
        const before = await writeRevision(db, change);
        await enqueueRevision(database, db, { id, revision: base + 1, intent }, at);
        const update = await existingUpdate(db, id);
        await noteOutdated(db, update, before, at);
        if (act) await record(db, act);
        return update;
      }),

    async publishDue(at) {
      const due = await database.query((db) =>
        db
          .selectFrom('updates')
          .select('id')
          .where('state', '=', sql.lit('pending'))
          .where('published_at', '<=', at)
          .orderBy('published_at')
          .orderBy('id')
          .execute(),
      );
      const published: { update: KeptUpdate; destinations: number }[] = [];
      const failures: unknown[] = [];
      for (const { id } of due) {
        try {
          const one = await database.write((db) => publish(database, db, id, at));
          if (one) published.push(one);
        } catch (error) {
          // The others are not to wait for it.
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
      return published;
    },

    get: async (id) => {
      const row = await database.query((db) => updateRows(db).where('updates.id', '=', id).executeTakeFirst());
      return row && updateOf(row);
    },

    async ofIds(ids) {
      if (ids.length === 0) return [];
      const rows = await database.query((db) => updateRows(db).where('updates.id', 'in', ids).execute());
      return rows.map(updateOf);
    },

    async list(communities, { states, topic, most }) {
      const rows = await database.query((db) =>
        updateRows(db)
          .where('updates.community', 'in', communities)
          .where('updates.state', 'in', states)
          .$if(topic !== undefined, (query) => query.where(holdsAny(sql.ref('updates.topics'), [topic as string])))
          .orderBy('updates.published_at', 'desc')
          .orderBy('updates.id')
          .limit(most)
          .execute(),
      );
      return rows.map(updateOf);
    },

    async since(communities, from, to) {
      const rows = await database.query((db) =>
        updateRows(db)
          .where('updates.community', 'in', communities)
          .where('updates.state', '=', 'published')
          .where('updates.published_at', '>', from)
          .where('updates.published_at', '<=', to)
          .orderBy('updates.published_at', 'desc')
          .orderBy('updates.id')
          .execute(),
      );
      return rows.map(updateOf);
    },

    async ofContent() {
      const rows = await database.query((db) => updateRows(db).where('updates.content_id', '>', '').execute());
      return rows.map(updateOf);
    },

    async revisions(id) {
      const rows = await database.query((db) =>
        db.selectFrom('update_revisions').selectAll().where('update_id', '=', id).orderBy('number', 'desc').execute(),
      );
      return rows.map(updateRevisionOf);
    },

    async outdated(community) {
      const rows = await database.query((db) =>
        db.selectFrom('outdated').selectAll().where('community', '=', community).orderBy('at').orderBy('key').execute(),
      );
      return rows.map(({ kind, key, update_id, at }) => ({ kind, key, update: update_id, at }) as Outdated);
    },

    settleOutdated: (community, { kind, key }, act) =>
      database.write(async (db) => {
        await clearOutdated(db, community, [{ kind, key }]);
        await record(db, act);
      }),

    ...deliveriesOfUpdates(database),

    mark: (name, value) =>
      database.write(async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('marks')
          .values({ name, value })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirstOrThrow();
        return Number(numInsertedOrUpdatedRows ?? 0) > 0;
      }),
  };
}

async function write(db: InTransaction, update: NewUpdate, state: 'pending' | 'published'): Promise<KeptUpdate> {
  await db.insertInto('updates').values(newUpdateRow(update, state)).execute();
  const first = revisionRow(update.id, 1, 'post', update, '');
  await db.insertInto('update_revisions').values(first).execute();
  return await existingUpdate(db, update.id);
}

/** Returns what the update made outdated until then. */
async function writeRevision(db: InTransaction, change: UpdateChange): Promise<string[]> {
  const { id, community, base, intent, at, reason, isSilent } = change;
  const { numUpdatedRows } = await db
    .updateTable('updates')
    .set({
      revision: base + 1,
      ...soughtColumns(change.writing),
      ...(intent === 'retract' && { state: 'retracted' }),
      ...(!isSilent && { changed_at: at, reason }),
    })
    .where('id', '=', id)
    .where('community', '=', community)
    .where('revision', '=', base)
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow();
  if (!numUpdatedRows) {
    const there = await db
      .selectFrom('updates')
      .select('revision')
      .where('id', '=', id)
      .where('community', '=', community)
      .executeTakeFirst();
    throw there ? new Stale(`The update ${id} is no longer at revision ${base}.`) : new Gone(`No update ${id}.`);
  }
  await db
    .insertInto('update_revisions')
    .values(revisionRow(id, base + 1, intent, change, reason))
    .execute();
  const before = await db
    .selectFrom('update_revisions')
    .selectAll()
    .where('update_id', '=', id)
    .where('number', '=', base)
    .executeTakeFirstOrThrow();
  return updateRevisionOf(before).writing.outdates;
}
