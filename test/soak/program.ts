import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Hurry } from './hurry.ts';
import type { Message, Request } from './preload.ts';

/** A line of the program's log. */
export interface Line {
  /** Of pino: 50 for an error, 60 for the end. */
  level: number;
  msg: string;
  time: number;
  err?: { message?: string; code?: string; stack?: string };
  [field: string]: unknown;
}

export interface ProgramOptions {
  /** What the program is started with. */
  environment: Record<string, string>;
  time: Hurry;
  onLine(line: Line): void;
  /** Told when it could do nothing for so long, in simulated ms. */
  onStall(forMs: number): void;
}

/** The real program in a process of its own, whose time runs faster. */
export interface Program {
  /** Whether it still runs. */
  readonly isAlive: boolean;
  /** Resolves once it has said that; rejects where it ends first. */
  said(message: string): Promise<void>;
  /** Of its heap, in bytes after a collection; undefined where it has ended. */
  heap(): Promise<number | undefined>;
  /** Whether its SQLite file may grow. */
  fill(isFull: boolean): void;
  /** SIGKILL; resolves when it is no more. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit status, or the signal that ended it. */
  stop(): Promise<number | string>;
  /** Resolves likewise, whenever that is. */
  readonly ended: Promise<number | string>;
}

/** The folder that everything is compiled into. */
const compiled = resolve(import.meta.dirname, '../..');

/** The compiled program takes the folder above for the repository: what it reads from there is linked to. */
export function furnish(): void {
  const [above, repository] = [resolve(compiled, '..'), resolve(compiled, '../../..')];
  for (const name of ['content', 'src', 'package.json'])
    if (!existsSync(join(above, name))) symlinkSync(join(repository, name), join(above, name));
}

/** In real ms: nothing that is asked to stop may take longer. */
const longestStopMs = 30_000;

export function startProgram({ environment, time, onLine, onStall }: ProgramOptions): Program {
  const preload = join(import.meta.dirname, 'preload.js');
  const child = spawn(process.execPath, ['--expose-gc', '--import', preload, join(compiled, 'src/bin.js')], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', SOAK_TIME: JSON.stringify(time), ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let isAlive = true;
  const ended = (once(child, 'close') as Promise<[number | null, string | null]>).then(([code, signal]) => {
    isAlive = false;
    return signal ?? code ?? -1;
  });
  // Whatever was to be said to a process that is no more is lost.
  child.on('error', () => {});
  const said = new Set<string>();
  const listeners = new Set<() => void>();
  readLines(child, (text) => {
    const line = lineOf(text);
    said.add(line.msg);
    onLine(line);
    for (const listener of [...listeners]) listener();
  });
  let heard: (heapBytes: number) => void = () => {};
  child.on('message', (message: Message) => {
    if ('stalledMs' in message) onStall(message.stalledMs);
    else heard(message.heapBytes);
  });
  const ask = (request: Request) => isAlive && child.connected && child.send(request, () => {});

  return {
    get isAlive() {
      return isAlive;
    },
    ended,
    said: (message) =>
      new Promise((done, fail) => {
        const look = () => {
          if (![...said].some((one) => one.includes(message))) return;
          listeners.delete(look);
          done();
        };
        listeners.add(look);
        look();
        void ended.then((status) => fail(new Error(`The program ended with ${status} before it said “${message}”.`)));
      }),
    async heap() {
      const answer = new Promise<number>((resolve) => {
        heard = resolve;
      });
      return ask({ ask: 'heap' }) ? await Promise.race([answer, ended.then(() => undefined)]) : undefined;
    },
    fill: (isFull) => void ask({ ask: 'full disk', isFull }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), longestStopMs * time.speed);
      const status = await ended;
      clearTimeout(late);
      return status;
    },
  };
}

function readLines(child: ChildProcess, each: (line: string) => void): void {
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') each(line);
  });
}

/** What stands there beside the log was not meant to be said. */
function lineOf(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    // A start that finds no database ends in plain words.
    return { level: text.startsWith('The database ') ? 50 : 60, msg: text, time: Date.now() };
  }
}
