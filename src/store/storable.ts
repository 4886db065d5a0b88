import { createHash } from 'node:crypto';
import type { DatabaseConnection } from 'kysely';

/**
 * Lets nothing through to the database that PostgreSQL can't hold in a text: NUL is left out, half a surrogate pair
 * becomes U+FFFD. For both databases, so that they hold the same. JSON is not touched: it escapes both.
 */
export async function takeStorableText(connection: DatabaseConnection): Promise<void> {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = (query) =>
    execute({ ...query, parameters: query.parameters.map((one) => (typeof one === 'string' ? storable(one) : one)) });
}

export const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');

const longestIndexed = 200;

/** The text as a key: what is longer than an index of PostgreSQL takes ends in a hash. */
export function indexable(typed: string): string {
  const text = storable(typed);
  if (text.length <= longestIndexed) return text;
  return `${storable(text.slice(0, longestIndexed / 2))}…${createHash('sha256').update(text).digest('hex')}`;
}
