import { parseArgs } from 'node:util';
import { type ChatPlatform, chatPlatforms } from './ground.ts';

export const usage = `usage: npm run bench:broadcast [-- options]
  sends one update to many places, on a fake of each platform with its real limits
    --platform discord|telegram
    --only accelerated,accelerated-weather,real,real-weather
    --destinations 10000       places; 1000 in real time unless told
    --seed 1                   of the weather
  or, with --enqueue, puts one update into the queue
    --database sqlite|postgres
    --destinations 1000000     places
    --claims 100               claims that are timed
  --json                       one line for each measurement`;

export const modes = ['accelerated', 'accelerated-weather', 'real', 'real-weather'] as const;
export type Mode = (typeof modes)[number];
export const databases = ['sqlite', 'postgres'] as const;
export type DatabaseName = (typeof databases)[number];

/** What one process measures. */
export type Measurement =
  | { bench: 'broadcast'; platform: ChatPlatform; mode: Mode; destinations: number; seed: number }
  | { bench: 'enqueue'; database: DatabaseName; rows: number; claims: number };

/** What is to be measured, in order. Throws an Error for options that are none. */
export function measurementsFor(argv: readonly string[]): { measurements: Measurement[]; json: boolean } {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      platform: { type: 'string' },
      only: { type: 'string' },
      destinations: { type: 'string' },
      seed: { type: 'string' },
      enqueue: { type: 'boolean', default: false },
      database: { type: 'string' },
      claims: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { enqueue, json } = values;
  for (const name of enqueue ? (['platform', 'only', 'seed'] as const) : (['database', 'claims'] as const)) {
    if (values[name] !== undefined) throw new Error(`--${name} is not for ${enqueue ? 'the queue' : 'a fan-out'}`);
  }
  const asked = whole('destinations', values.destinations, 1);
  if (enqueue) {
    const rows = asked ?? 1_000_000;
    const claims = whole('claims', values.claims, 1) ?? 100;
    const chosen = someOf('database', databases, values.database);
    return { json, measurements: chosen.map((database) => ({ bench: 'enqueue', database, rows, claims })) };
  }
  const seed = whole('seed', values.seed, 0) ?? 1;
  const platforms = someOf('platform', chatPlatforms, values.platform);
  const measurements = someOf('only', modes, values.only).flatMap((mode) => {
    const destinations = asked ?? (mode.startsWith('real') ? 1000 : 10_000);
    return platforms.map((platform) => ({ bench: 'broadcast' as const, platform, mode, destinations, seed }));
  });
  return { json, measurements };
}

function someOf<T extends string>(name: string, all: readonly T[], value: string | undefined): readonly T[] {
  if (value === undefined) return all;
  const given = value.split(',');
  if (!given.every((one) => all.includes(one as T))) throw new Error(`--${name} takes ${all.join(', ')}`);
  return all.filter((one) => given.includes(one));
}

function whole(name: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,7}$/u.test(value) || Number(value) < least) throw new Error(`--${name} takes a whole number`);
  return Number(value);
}
