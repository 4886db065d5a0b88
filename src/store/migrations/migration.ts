import type { Kysely } from 'kysely';

export type DialectName = 'sqlite' | 'postgres';

/** One step of the schema. It runs once, in the order of its number, and is never changed after its release. */
export type Migration = (db: Kysely<unknown>, dialect: DialectName) => Promise<void>;
