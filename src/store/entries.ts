import { record } from './acts.ts';
import type { Database, InTransaction, Queries } from './database.ts';
import { itemKinds, takeDraft } from './drafts.ts';
import { countUp, versionOf, versionsOf } from './entry-versions.ts';
import { NameTaken, Stale } from './failures.ts';
import { takeImport } from './imports.ts';
import { clearOutdated } from './outdated.ts';
import { batches, jsonIn, personColumns, personIn, understood } from './rows.ts';
import type { ItemRow, RevisionRow } from './schema.ts';
import { itemShape, revisionShape } from './shapes.ts';
import { indexable } from './storable.ts';
import type { Change, EntryStore, Item, ItemKey, Revision } from './store.ts';

export const createEntries = (database: Database): EntryStore => ({
  all: (community) =>
    database.read(async (db) => {
      const version = await versionOf(db, community);
      const rows = await itemRows(db).where('items.community', '=', community).execute();
      return { version, items: rows.map(itemOf) };
    }),

  version: (community) => database.query((db) => versionOf(db, community)),

  versions: (communities) => versionsOf(database, communities),

  async item(community, { kind, key }) {
    const row = await database.query((db) =>
      itemRows(db)
        .where('items.community', '=', community)
        .where('items.kind', '=', kind)
        .where('items.key', '=', key)
        .executeTakeFirst(),
    );
    return row && itemOf(row);
  },

  change: (changes, acts, from) =>
    database.write(async (db) => {
      const communities = [...new Set(changes.map(({ community }) => community))].sort();
      for (const community of communities) await countUp(db, community);
      const [origin = ''] = [...communities, ...acts.map(({ community }) => community)];
      if (from && 'staged' in from) await takeImport(db, origin, from.staged);
      else if (from) await takeDraft(db, itemKinds, origin, from.id, from.version);
      const items: Item[] = [];
      for (const community of communities) {
        const own = changes.filter((one) => one.community === community);
        items.push(...(await write(db, community, own)));
        await rename(db, community, own);
        await clearOutdated(db, community, own);
      }
      await record(db, ...acts);
      return items;
    }),

  async revisions(community, { kind, key }) {
    const rows = await database.query((db) =>
      db
        .selectFrom('revisions')
        .selectAll()
        .where('community', '=', community)
        .where('kind', '=', kind)
        .where('key', '=', key)
        .orderBy('number', 'desc')
        .execute(),
    );
    return rows.map(revisionOf);
  },
});

/** Items and, of each, the writing of its latest revision. */
const itemRows = (db: Queries) =>
  db
    .selectFrom('items')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.community', '=', 'items.community')
        .onRef('revisions.kind', '=', 'items.kind')
        .onRef('revisions.key', '=', 'items.key')
        .onRef('revisions.number', '=', 'items.revision'),
    )
    .selectAll('items')
    .select('revisions.writing')
    .orderBy('items.kind')
    .orderBy('items.key');

const nameOf = ({ kind, key }: ItemKey): string => `${kind} ${key}`;

/** Writes the revisions; throws `Stale` for a change that was not made from the latest one. */
async function write(db: InTransaction, community: string, changes: readonly Change[]): Promise<Item[]> {
  const latest = await latestOf(db, community, changes);
  const items = new Map<string, Item>();
  for (const change of changes) {
    const name = nameOf(change);
    if ((latest.get(name) ?? 0) !== change.base) throw new Stale(`${name} is no longer at revision ${change.base}.`);
    latest.set(name, change.base + 1);
    items.set(name, changed(change));
  }
  const all = [...items.values()];
  for (const some of batches(all)) {
    await db
      .insertInto('items')
      .values(some.map(itemColumns))
      .onConflict((conflict) =>
        conflict.columns(['community', 'kind', 'key']).doUpdateSet((eb) => ({
          revision: eb.ref('excluded.revision'),
          state: eb.ref('excluded.state'),
          changed_at: eb.ref('excluded.changed_at'),
        })),
      )
      .execute();
  }
  for (const some of batches(changes)) await db.insertInto('revisions').values(some.map(revisionColumns)).execute();
  return all;
}

async function latestOf(db: InTransaction, community: string, keys: readonly ItemKey[]): Promise<Map<string, number>> {
  const latest = new Map<string, number>();
  for (const some of batches(keys)) {
    const rows = await db
      .selectFrom('items')
      .select(['kind', 'key', 'revision'])
      .where('community', '=', community)
      .where('key', 'in', [...new Set(some.map(({ key }) => key))])
      .execute();
    for (const row of rows) latest.set(nameOf(row as ItemKey), row.revision);
  }
  return latest;
}

/**
 * Gives the entries their names. All old ones go first, so that two entries may swap theirs. Throws `NameTaken` where
 * an entry that is not changed has a name, or two of the changed ones want the same.
 */
async function rename(db: InTransaction, community: string, changes: readonly Change[]): Promise<void> {
  const last = new Map(changes.map((change) => [nameOf(change), change]));
  for (const kind of ['entry', 'position'] as const) {
    const keys = [...last.values()].filter((one) => one.kind === kind).map(({ key }) => key);
    for (const some of batches(keys)) {
      await db
        .deleteFrom('names')
        .where('community', '=', community)
        .where('kind', '=', kind)
        .where('key', 'in', some)
        .execute();
    }
  }
  const wanted = wantedNames(last.values());
  for (const some of batches([...wanted.values()])) {
    const taken = await db
      .selectFrom('names')
      .select(['name', 'key'])
      .where('community', '=', community)
      .where(
        'name',
        'in',
        some.map(({ row }) => row.name),
      )
      .orderBy('name')
      .executeTakeFirst();
    if (taken) throw new NameTaken(wanted.get(taken.name)?.name ?? taken.name, taken.key);
  }
  for (const some of batches([...wanted.values()])) {
    await db
      .insertInto('names')
      .values(some.map(({ row }) => row))
      .execute();
  }
}

function wantedNames(changes: Iterable<Change>) {
  const wanted = new Map<string, { name: string; row: { community: string; name: string } & ItemKey }>();
  for (const { community, kind, key, intent, names } of changes) {
    if (intent === 'retire') continue;
    for (const name of new Set(names)) {
      const row = { community, name: indexable(name), kind, key };
      const other = wanted.get(row.name)?.row;
      if (other && nameOf(other) !== nameOf(row)) throw new NameTaken(name, other.key);
      wanted.set(row.name, { name, row });
    }
  }
  return wanted;
}

const changed = ({ community, kind, key, base, intent, writing, at }: Change): Item => ({
  community,
  kind,
  key,
  revision: base + 1,
  state: intent === 'retire' ? 'retired' : 'live',
  writing,
  changedAt: at,
});

const itemColumns = ({ community, kind, key, revision, state, changedAt }: Item): ItemRow => ({
  community,
  kind,
  key,
  revision,
  state,
  changed_at: changedAt,
});

const revisionColumns = (change: Change): RevisionRow => {
  const { community, kind, key, base, intent, writing, author, approvedBy, at, reason } = change;
  return {
    community,
    kind,
    key,
    number: base + 1,
    intent,
    writing: writing ? JSON.stringify(writing) : null,
    at,
    reason,
    ...personColumns('author', author),
    ...personColumns('approver', approvedBy),
  };
};

function itemOf(row: ItemRow & Pick<RevisionRow, 'writing'>): Item {
  const { community, kind, key, revision, state, changed_at: changedAt } = row;
  const place = { table: 'revisions', id: `${community}/${kind}/${key}/${revision}` } as const;
  const writing = jsonIn(row.writing, place);
  return understood(itemShape, { community, kind, key, revision, state, writing, changedAt }, place);
}

function revisionOf(row: RevisionRow): Revision {
  const { community, kind, key, number, intent, at, reason } = row;
  const place = { table: 'revisions', id: `${community}/${kind}/${key}/${number}` } as const;
  const writing = jsonIn(row.writing, place);
  const [author, approvedBy] = [personIn('author', row), personIn('approver', row)];
  const revision = { community, kind, key, number, intent, writing, author, approvedBy, at, reason };
  return understood(revisionShape, revision, place);
}
