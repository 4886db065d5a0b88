import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, vi } from 'vitest';
import { main } from '../../src/main.ts';

const root = resolve(import.meta.dirname, '../..');

interface Setting {
  argv?: string[];
  environment?: Record<string, string>;
  /** What stands on standard input, which then ends. */
  input?: string;
  now?: () => Date;
}

/**
 * The whole program as one process would run it, on the real content, on 23 November 2026 unless told, without
 * the playground. What it keeps, it keeps in a folder of its own, which goes with it unless `DATA_DIR` names one.
 */
export function startProgram({
  argv = [],
  environment = {},
  input,
  now = () => new Date('2026-11-23T12:00:00Z'),
}: Setting = {}) {
  const folder = environment.DATA_DIR === undefined ? mkdtempSync(join(tmpdir(), 'parley-e2e-')) : undefined;
  const stopping = new AbortController();
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  if (input !== undefined) stdin.end(input);
  const log: { level: number; msg: string }[] = [];
  const errors: string[] = [];
  stderr.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n').filter(Boolean)) {
      if (line.startsWith('{')) log.push(JSON.parse(line));
      else errors.push(line);
    }
  });
  let reload = () => {};
  let said = '';
  stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const output = text(stdout);
  const status = main({
    argv,
    environment: { ...(folder && { DATA_DIR: folder }), PLAYGROUND: 'off', ...environment },
    root,
    stdin,
    stdout,
    stderr,
    now,
    stopping: stopping.signal,
    onReload: (handler) => {
      reload = handler;
    },
    onCrash: () => {},
  }).finally(() => {
    stdout.end();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  return {
    status,
    /** All of standard output, once the program has ended. */
    output,
    /** Where the program says that its playground is. */
    address: () =>
      vi.waitFor(() => /http:\/\/[\d.]+:\d+/u.exec(said)?.[0] ?? expect.fail(`no address in: ${said}`), {
        timeout: 60_000,
      }),
    /** What stands on standard error beside the log. */
    errors,
    log,
    /** Resolves once the log has a line with that in it. */
    logged: (message: string, timeoutMs = 10_000) =>
      vi.waitFor(() => expect(log.map(({ msg }) => msg)).toContainEqual(expect.stringContaining(message)), {
        timeout: timeoutMs,
      }),
    reload: () => reload(),
    async stop() {
      stopping.abort();
      return await status;
    },
  };
}
