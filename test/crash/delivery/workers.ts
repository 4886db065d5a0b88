import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { WorkerOptions } from './worker.ts';

/** A line of a worker's log. */
export interface Line {
  msg: string;
  /** Of pino: 50 for an error. */
  level: number;
  /** When it was read, in ms by the monotonic clock. */
  at: number;
  [field: string]: unknown;
}

/** A process that sends updates once it is told to go. */
export interface Worker {
  readonly lines: readonly Line[];
  go(): void;
  /** Resolves with the line that says so: the `nth` one, the first unless told. */
  said(msg: string, nth?: number): Promise<Line>;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** SIGKILL; resolves when the process is no more. Throws where it had ended by itself. */
  kill(): Promise<void>;
  /** Asks it to stop; resolves when it has, and throws where it ends otherwise. */
  stop(): Promise<void>;
}

/** What the product says in its log. */
export const sayings = { leads: 'This process sends updates', standsDown: 'This process no longer sends updates' };

const longestWaitMs = 60_000;

/** Starts a worker that waits to be told to go; `folder` holds the compiled repository. */
export function startWorker(folder: string, options: WorkerOptions): Worker {
  const argv = [join(folder, 'test/crash/delivery/worker.js'), JSON.stringify(options)];
  const child = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  // Whatever was to be written to a process that is no more is lost, as it should be.
  child.stdin.on('error', () => {});
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  readLines(child, (line) => {
    lines.push({ ...JSON.parse(line), at: performance.now() });
    for (const look of waiting) look();
  });

  async function endsBy(expected: number | NodeJS.Signals): Promise<void> {
    const [code, signal] = await ended;
    if ((signal ?? code) !== expected)
      throw new Error(`A worker ended by itself, with ${signal ?? code}.\n${transcript(lines)}`);
  }

  function said(msg: string, nth = 1): Promise<Line> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = lines.filter((line) => line.msg === msg)[nth - 1];
        if (found) end(() => resolve(found));
      };
      const fail = () => end(() => reject(new Error(`A worker did not say “${msg}”.\n${transcript(lines)}`)));
      const timer = setTimeout(fail, longestWaitMs);
      const end = (how: () => void) => {
        clearTimeout(timer);
        waiting.delete(look);
        how();
      };
      waiting.add(look);
      void ended.then(fail);
      look();
    });
  }

  return {
    lines,
    go: () => void child.stdin.write('go\n'),
    said,
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL');
      await endsBy('SIGKILL');
    },
    async stop() {
      child.kill('SIGTERM');
      await endsBy(0);
    },
  };
}

function readLines(child: ChildProcess, each: (line: string) => void): void {
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) each(line);
  });
}

const transcript = (lines: readonly Line[]): string => lines.map((line) => JSON.stringify(line)).join('\n');
