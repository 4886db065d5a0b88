import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const root = resolve(import.meta.dirname, '../..');

/**
 * Compiles what is here and all that it needs, for processes that do without a test runner; returns the folder. Each test
 * has its own, so that none starts what another is writing.
 */
export async function compile(name: string): Promise<string> {
  const folder = join(root, 'dist/crash', name);
  const tsc = join(root, 'node_modules/.bin/tsc');
  const into = ['--outDir', folder, '--tsBuildInfoFile', join(folder, '.tsbuildinfo')];
  try {
    await promisify(execFile)(tsc, ['-p', import.meta.dirname, ...into]);
  } catch (error) {
    // Types are checked elsewhere: what counts here is that there is something to run.
    if (!existsSync(join(folder, 'test/crash/worker.js'))) throw error;
  }
  return folder;
}
