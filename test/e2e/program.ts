import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { main } from '../../src/main.ts';

const root = resolve(import.meta.dirname, '../..');

interface Setting {
  argv?: string[];
  environment?: Record<string, string>;
  /** What stands on standard input, which then ends. */
  input?: string;
}

/** The whole program as one process would run it, on the real content, on 23 November 2026. */
export function startProgram({ argv = [], environment = {}, input }: Setting = {}) {
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
  const output = text(stdout);
  const status = main({
    argv,
    environment,
    root,
    stdin,
    stdout,
    stderr,
    now: () => new Date('2026-11-23T12:00:00Z'),
    stopping: stopping.signal,
    onReload: (handler) => {
      reload = handler;
    },
    onCrash: () => {},
  }).finally(() => stdout.end());
  return {
    status,
    /** All of standard output, once the program has ended. */
    output,
    /** What stands on standard error beside the log. */
    errors,
    log,
    logged: (message: string) =>
      expect
        .poll(() => log.map(({ msg }) => msg), { timeout: 10_000 })
        .toContainEqual(expect.stringContaining(message)),
    reload: () => reload(),
    async stop() {
      stopping.abort();
      return await status;
    },
  };
}
