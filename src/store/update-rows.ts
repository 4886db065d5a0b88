import { type Expression, type SqlBool, sql } from 'kysely';
import type { UpdateWriting } from '../core/update.ts';
import type { Queries } from './database.ts';
import type { UpdateRevisionRow, UpdateRow } from './delivery-schema.ts';
import { updateRevisionShape, updateShape } from './delivery-shapes.ts';
import { Gone } from './failures.ts';
import { jsonIn, personColumns, personIn, understood } from './rows.ts';
import type { KeptUpdate, NewUpdate, UpdateChange, UpdateRevision } from './store.ts';

/** Ids as a column holds them, so that one of them can be looked for: `,nato,territory,`. */
export const idsColumn = (ids: readonly string[]): string => (ids.length === 0 ? '' : `,${ids.join(',')},`);

export const idsIn = (column: string): string[] => column.split(',').filter(Boolean);

/** Without what `like` would take for other signs. */
const literal = (id: string): string => id.replace(/[!%_]/gu, '!$&');

/** Whether the column holds one of the ids. */
export const holdsAny = (column: Expression<unknown>, ids: readonly string[]): Expression<SqlBool> =>
  ids.length === 0
    ? sql<SqlBool>`1 = 0`
    : sql<SqlBool>`(${sql.join(
        ids.map((id) => sql`${column} like ${`%,${literal(id)},%`} escape '!'`),
        sql` or `,
      )})`;

/** What is looked for among updates, beside the writing itself. */
export const soughtColumns = ({ importance, topics, parties }: UpdateWriting) => ({
  importance,
  topics: idsColumn(topics),
  parties: idsColumn(parties),
});

export const newUpdateRow = (update: NewUpdate, state: 'pending' | 'published'): UpdateRow => ({
  id: update.id,
  community: update.community,
  content_id: update.contentId ?? null,
  state,
  revision: 1,
  ...soughtColumns(update.writing),
  published_at: update.publishAt,
  changed_at: update.publishAt,
  reason: '',
});

export const revisionRow = (
  id: string,
  number: number,
  intent: UpdateRevision['intent'],
  { writing, at, author, approvedBy }: Pick<NewUpdate | UpdateChange, 'writing' | 'at' | 'author' | 'approvedBy'>,
  reason: string,
): UpdateRevisionRow => ({
  update_id: id,
  number,
  intent,
  writing: JSON.stringify(writing),
  at,
  reason,
  ...personColumns('author', author),
  ...personColumns('approver', approvedBy),
});

/** Updates with what their latest revision says and who wrote the first. */
export const updateRows = (db: Queries) =>
  db
    .selectFrom('updates')
    .innerJoin('update_revisions as latest', (join) =>
      join.onRef('latest.update_id', '=', 'updates.id').onRef('latest.number', '=', 'updates.revision'),
    )
    .innerJoin('update_revisions as first', (join) =>
      join.onRef('first.update_id', '=', 'updates.id').on('first.number', '=', 1),
    )
    .selectAll('updates')
    .select(['latest.writing', 'first.author_platform', 'first.author_id', 'first.author_name']);

type FoundRow = UpdateRow & Pick<UpdateRevisionRow, 'writing' | 'author_platform' | 'author_id' | 'author_name'>;

export function updateOf(row: FoundRow): KeptUpdate {
  const place = { table: 'update_revisions', id: `${row.id}/${row.revision}` } as const;
  return understood(
    updateShape,
    {
      id: row.id,
      community: row.community,
      contentId: row.content_id ?? undefined,
      state: row.state,
      revision: row.revision,
      writing: jsonIn(row.writing, place),
      publishedAt: row.published_at,
      changedAt: row.changed_at,
      reason: row.reason,
      author: personIn('author', row),
    },
    place,
  );
}

export function updateRevisionOf(row: UpdateRevisionRow): UpdateRevision {
  const { number, intent, at, reason } = row;
  const place = { table: 'update_revisions', id: `${row.update_id}/${number}` } as const;
  const writing = jsonIn(row.writing, place);
  const [author, approvedBy] = [personIn('author', row), personIn('approver', row)];
  return understood(updateRevisionShape, { number, intent, writing, author, approvedBy, at, reason }, place);
}

export async function existingUpdate(db: Queries, id: string): Promise<KeptUpdate> {
  const row = await updateRows(db).where('updates.id', '=', id).executeTakeFirst();
  if (!row) throw new Gone(`There is no update ${id}.`);
  return updateOf(row);
}
