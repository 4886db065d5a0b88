import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { StoreOptions } from '../../src/store/open.ts';
import type { TestDatabase } from '../store/databases.ts';
import { inspect } from './inspection.ts';
import { randomFrom } from './random.ts';

export interface Campaign {
  /** The compiled worker. */
  worker: string;
  makeDatabase(): Promise<TestDatabase>;
  runs: number;
  seed: number;
  /** Told after each kill. */
  onRun?(run: number): void;
}

export interface Outcome {
  kills: number;
  acknowledged: number;
  faults: string[];
}

/** Kills with the same database, before a new one is made: the kills of its making are among them. */
const runsOnOneDatabase = 10;
const longestWorkMs = 250;
/** Of the runs on a new database, how long its making may take. */
const longestMakingMs = 60;

/** Starts a worker and kills it at a random moment, again and again; after each kill, looks for what is lost or half-made. */
export async function kill({ worker, makeDatabase, runs, seed, onRun }: Campaign): Promise<Outcome> {
  const random = randomFrom(seed);
  const outcome: Outcome = { kills: 0, acknowledged: 0, faults: [] };
  let database: TestDatabase | undefined;
  let promised: string[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      const isNew = run % runsOnOneDatabase === 0;
      if (isNew) {
        await database?.drop();
        database = await makeDatabase();
        promised = [];
      }
      const { options } = database as TestDatabase;
      const until = isNew
        ? { line: 'start', wait: random() * longestMakingMs }
        : { line: 'ready', wait: random() * longestWorkMs };
      const lines = await workUntilKilled([worker, JSON.stringify(options), `${run}`, `${seed + run}`], until);
      const deeds = lines.filter((line) => line !== 'ready' && line !== 'start');
      promised.push(...deeds);
      outcome.kills++;
      outcome.acknowledged += deeds.length;
      const { faults } = await inspect(options as StoreOptions, promised);
      outcome.faults.push(...faults.map((fault) => `kill ${run}: ${fault}`));
      onRun?.(run);
    }
  } finally {
    await database?.drop();
  }
  return outcome;
}

/** Returns the whole lines that the worker wrote before it was killed, `wait` ms after a given one. */
async function workUntilKilled(argv: string[], until: { line: string; wait: number }): Promise<string[]> {
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let output = '';
  const reached = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      if (output.includes(`${until.line}\n`)) resolve();
    });
  });
  await Promise.race([reached, ended]);
  await delay(until.wait);
  await killed(child, ended);
  return output.split('\n').slice(0, -1);
}

async function killed(child: ChildProcess, ended: Promise<unknown[]>): Promise<void> {
  child.kill('SIGKILL');
  const [code, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error(`The worker ended by itself, with status ${code}.`);
}
