import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely';
import type { DialectName } from './migration.ts';

/** `?` marks a column that may hold nothing. */
type Columns = Record<string, 'text' | 'text?' | 'integer' | 'bigint' | 'bigint?'>;

/** The columns that hold a person, or nobody. */
export const named = (who: string): Columns => ({
  [`${who}_platform`]: 'text?',
  [`${who}_id`]: 'text?',
  [`${who}_name`]: 'text?',
});

export const table = (db: Kysely<unknown>, name: string, all: Columns) => columns(db.schema.createTable(name), all);

/** A table whose rows have a number of their own, which is never given twice. */
export const counted = (db: Kysely<unknown>, dialect: DialectName, name: string, all: Columns) =>
  columns(
    db.schema
      .createTable(name)
      .addColumn('id', dialect === 'sqlite' ? 'integer' : 'bigint', (column) =>
        dialect === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity(),
      ),
    all,
  );

/** Each is named after its table and columns. */
export async function createIndices(
  db: Kysely<unknown>,
  indices: readonly (readonly [table: string, ...columns: string[]])[],
): Promise<void> {
  for (const [on, ...over] of indices) {
    await db.schema
      .createIndex(`${on}_by_${over.join('_')}`)
      .on(on)
      .columns(over)
      .execute();
  }
}

const columns = <T extends string>(
  builder: CreateTableBuilder<T, string>,
  all: Columns,
): CreateTableBuilder<T, string> =>
  Object.entries(all).reduce(
    (made, [name, type]) =>
      made.addColumn(name, type.replace('?', '') as ColumnDataType, (column) =>
        type.endsWith('?') ? column : column.notNull(),
      ),
    builder,
  );
