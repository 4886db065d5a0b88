import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres } from '../store/databases.ts';
import { isLeak, slopeOf } from './heap.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'dist/soak-test/dist');
const program = join(folder, 'test/soak/run.js');
const isReachable = await hasPostgres();

/** Two minutes of simulated trouble; `npm run test:soak` is the long one. */
describe('the program, that is killed and has everything go wrong around it', () => {
  beforeAll(async () => {
    const into = ['--outDir', folder, '--tsBuildInfoFile', join(folder, '../.tsbuildinfo')];
    const compiled = promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', import.meta.dirname, ...into]);
    // Types are checked elsewhere: what counts here is that there is something to run.
    await compiled.catch((error: unknown) => {
      if (!existsSync(program)) throw error;
    });
  }, 240_000);

  async function soaked(database: 'sqlite' | 'postgres'): Promise<string> {
    const argv = [program, '--minutes', '2', '--seed', '20261129', '--database', database];
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'ignore'] });
    const [output, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect(output).not.toContain('FAULT');
    expect(status).toBe(0);
    return output;
  }

  const isWhole = (database: string) =>
    new RegExp(`${database}: whole; \\d+ troubles, [1-9]\\d* SIGKILLs; .* 0 lost, 0 twice, 0 outdated`, 'u');

  it.concurrent('loses nothing and sends nothing twice on SQLite', { timeout: 480_000 }, async () => {
    expect(await soaked('sqlite')).toMatch(isWhole('sqlite'));
  });

  it.concurrent('nor on PostgreSQL', { timeout: 480_000 }, async ({ skip }) => {
    if (!isReachable) skip();
    expect(await soaked('postgres')).toMatch(isWhole('postgres'));
  });
});

describe('the slope of the heap', () => {
  /** A sample every 100 commands: how many kB each of them leaves behind, in a heap that comes and goes by so many. */
  const samples = (kbEach: number, noiseKb: number) =>
    Array.from({ length: 30 }, (_, i) => ({
      commands: i * 100,
      heapBytes: (50_000 + kbEach * i * 100 + noiseKb * Math.sin(i * 2.4)) * 1000,
    }));
  const isLeaking = (kbEach: number, noiseKb: number) => {
    const slope = slopeOf(samples(kbEach, noiseKb));
    return slope && isLeak(slope);
  };

  it('tells a leak of 8 kB a command from a heap that comes and goes', () => {
    expect([isLeaking(8, 500), isLeaking(0, 500), isLeaking(0, 5_000)]).toEqual([true, false, false]);
    expect(slopeOf(samples(5, 0))?.perThousandKb).toBeCloseTo(5_000, -1);
  });

  it('says nothing of a few samples', () => {
    expect(slopeOf(samples(5, 0).slice(0, 6))).toBeUndefined();
  });
});
