import type * as z from 'zod';
import type { Person } from '../core/community.ts';
import type { NamedPerson, Tables } from './schema.ts';

/** Which row, for whoever has to mend it. */
export interface Place {
  table: keyof Tables;
  id: string;
}

/** What a row holds, checked; throws an Error that names the table and the id where it can't be understood. */
export function understood<T>(shape: z.ZodType<T>, value: unknown, { table, id }: Place): T {
  const { data, error } = shape.safeParse(value);
  if (!error) return data;
  const [first] = error.issues;
  const what = `${first?.path.join('.') || 'the row'}: ${first?.message}`;
  throw new Error(`The row “${id}” of the table ${table} can't be understood (${what}).`, { cause: error });
}

/** The value of a JSON column; nothing for an empty one. */
export function jsonIn(text: string | null, { table, id }: Place): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`The row “${id}” of the table ${table} can't be understood (no JSON).`, { cause });
  }
}

/** The columns that hold a person. */
export const personColumns = <Prefix extends string>(prefix: Prefix, person: Person | undefined): NamedPerson<Prefix> =>
  ({
    [`${prefix}_platform`]: person?.platform ?? null,
    [`${prefix}_id`]: person?.id ?? null,
    [`${prefix}_name`]: person?.name ?? null,
  }) as NamedPerson<Prefix>;

/** The person in those columns, to be checked with the rest of the row. */
export function personIn<Prefix extends string>(prefix: Prefix, row: NamedPerson<Prefix>): unknown {
  const id: string | null = row[`${prefix}_id`];
  if (id === null) return undefined;
  return { platform: row[`${prefix}_platform`], id, name: row[`${prefix}_name`] };
}

/** The lists that fit into one statement: SQLite and PostgreSQL both take more than ten thousand parameters. */
export function batches<T>(all: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
