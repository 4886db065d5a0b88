import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { StoreOptions } from '../../src/store/open.ts';

export interface TestDatabase {
  options: StoreOptions;
  drop(): Promise<void>;
}

export const server = process.env.POSTGRES_TEST_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** A file in a folder of its own. */
export async function sqliteFile(): Promise<TestDatabase & { options: { file: string } }> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-store-'));
  return { options: { file: join(folder, 'parley.db') }, drop: () => rm(folder, { recursive: true }) };
}

/** A schema of its own on the server that tests use. */
export async function postgresSchema(): Promise<TestDatabase & { options: { url: string } }> {
  const schema = `test_${randomBytes(8).toString('hex')}`;
  await onServer(`create schema ${schema}`);
  const url = `${server}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
  return { options: { url }, drop: () => onServer(`set client_min_messages = error; drop schema ${schema} cascade`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Whether there is a PostgreSQL to test on. Says on standard error that there is none, or throws where
 * REQUIRE_POSTGRES is set.
 */
export async function hasPostgres(): Promise<boolean> {
  try {
    await onServer('select 1');
    return true;
  } catch (error) {
    if (process.env.REQUIRE_POSTGRES) throw error;
    process.stderr.write(`\n!!! No PostgreSQL at ${server}: its tests are SKIPPED.\n\n`);
    return false;
  }
}
