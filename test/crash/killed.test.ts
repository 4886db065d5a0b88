import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, postgresSchema, sqliteFile } from '../store/databases.ts';
import { compile } from './compiling.ts';
import { kill } from './killing.ts';

const seed = 20261123;

/** A short campaign; `npm run test:crash` is the long one. */
describe('a process that is killed while moderators work', () => {
  let worker = '';
  beforeAll(async () => {
    worker = join(await compile('killed'), 'test/crash/worker.js');
  }, 60_000);

  it('loses nothing that was acknowledged, and leaves nothing half-made, in SQLite', { timeout: 60_000 }, async () => {
    const outcome = await kill({ worker, makeDatabase: sqliteFile, runs: 10, seed });
    expect(outcome).toMatchObject({ kills: 10, faults: [] });
    expect(outcome.acknowledged).toBeGreaterThan(0);
  });

  const isReachable = hasPostgres();
  it('nor in PostgreSQL', { timeout: 60_000 }, async ({ skip }) => {
    if (!(await isReachable)) skip();
    const outcome = await kill({ worker, makeDatabase: postgresSchema, runs: 10, seed });
    expect(outcome).toMatchObject({ kills: 10, faults: [] });
    expect(outcome.acknowledged).toBeGreaterThan(0);
  });
});
