import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasPostgres, postgresSchema, sqliteFile } from '../../store/databases.ts';
import { killSenders, type Outcome } from './campaign.ts';
import type { ChatPlatform } from './readers.ts';

const usage = `usage: npm run test:crash -- delivery [--runs 200] [--seed NUMBER] [--platform discord|telegram|both]
                             [--database sqlite|postgres|both] [--places 300] [--json]
`;

/** Of an outcome, the columns of the table. */
const columns = [
  'platform',
  'kills',
  'midway',
  'caught',
  'inFlight',
  'owed',
  'posted',
  'edited',
  'lost',
  'duplicates',
  'outdated',
  'failed',
  'uncertain',
  'inFlightPosts',
  'rateLimited',
] as const satisfies readonly (keyof Outcome)[];

/** Kills a sending process many times on each database; returns the exit status, 1 where anything is lost, doubled or wrong. */
export async function runDelivery(argv: string[]): Promise<number> {
  const options = optionsIn(argv);
  if (!options) {
    process.stderr.write(usage);
    return 64;
  }
  const { runs, seed, places, platforms, databases, json } = options;
  const table: Record<string, unknown>[] = [];
  let faults = 0;
  if (!json) process.stdout.write(`seed ${seed}\n`);
  for (const [database, makeDatabase] of Object.entries({ sqlite: sqliteFile, postgres: postgresSchema })) {
    if (!databases.includes(database)) continue;
    if (database === 'postgres' && !(await hasPostgres())) continue;
    const outcomes = await killSenders({
      root: process.cwd(),
      folder: resolve(import.meta.dirname, '../../..'),
      makeDatabase,
      platforms,
      places,
      runs,
      seed,
      onRun: (run) => process.stderr.write(`\r${database}: ${run + 1} of ${runs}`),
    });
    process.stderr.write('\r\x1b[K');
    for (const outcome of outcomes) {
      const row = { database, ...Object.fromEntries(columns.map((name) => [name, outcome[name]])) };
      if (json) process.stdout.write(`${JSON.stringify({ crash: 'delivery', seed, ...row })}\n`);
      table.push(row);
      faults += outcome.faults.length;
      for (const fault of outcome.faults.slice(0, 20)) process.stderr.write(`${database}: ${fault}\n`);
    }
    for (const complaint of new Set(outcomes.flatMap(({ complaints }) => complaints).slice(0, 20)))
      process.stderr.write(`${database}: ${complaint}\n`);
  }
  if (!json) process.stdout.write(asTable(table));
  return faults === 0 ? 0 : 1;
}

function optionsIn(argv: string[]) {
  const { values } = parseArgs({
    args: argv,
    options: {
      runs: { type: 'string', default: '200' },
      seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
      places: { type: 'string', default: '300' },
      platform: { type: 'string', default: 'both' },
      database: { type: 'string', default: 'both' },
      json: { type: 'boolean', default: false },
    },
  });
  const [runs, seed, places] = [values.runs, values.seed, values.places].map(Number) as [number, number, number];
  const areWhole = [runs, seed, places].every(Number.isInteger) && runs > 0 && places > 0;
  const areKnown =
    /^(discord|telegram|both)$/u.test(values.platform) && /^(sqlite|postgres|both)$/u.test(values.database);
  if (!areWhole || !areKnown) return undefined;
  const platforms = (['discord', 'telegram'] as ChatPlatform[]).filter((one) => among(values.platform, one));
  const databases = ['sqlite', 'postgres'].filter((one) => among(values.database, one));
  return { runs, seed, places, platforms, databases, json: values.json };
}

const among = (wanted: string, one: string): boolean => wanted === 'both' || wanted === one;

function asTable(rows: readonly Record<string, unknown>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines.map((line) => `${line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')}\n`).join('');
}
