import { type RawBuilder, sql } from 'kysely';

/** PostgreSQL's own time in milliseconds since the epoch: all processes on a database share it. */
export const databaseNow: RawBuilder<number> = sql`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;
