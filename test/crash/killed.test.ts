import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, postgresSchema, sqliteFile } from '../store/databases.ts';
import { kill } from './killing.ts';

const root = resolve(import.meta.dirname, '../..');
const worker = resolve(root, 'dist/test/crash/worker.js');
const seed = 20261123;

/** A short campaign; `npm run test:crash` is the long one. */
describe('a process that is killed while moderators work', () => {
  beforeAll(() => {
    const tsc = resolve(root, 'node_modules/.bin/tsc');
    try {
      execFileSync(tsc, ['-p', resolve(import.meta.dirname, 'tsconfig.json')], { stdio: 'pipe' });
    } catch (error) {
      // Types are checked elsewhere: what counts here is that there is something to run.
      if (!existsSync(worker)) throw error;
    }
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
