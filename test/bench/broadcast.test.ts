import { describe, expect, it } from 'vitest';
import { ceilingShare, createAttempts } from '../../bench/broadcast/attempts.ts';
import { type FanOut, fanOut } from '../../bench/broadcast/broadcast.ts';
import { openGround } from '../../bench/broadcast/ground.ts';
import { measurementsFor } from '../../bench/broadcast/options.ts';
import { measureQueue } from '../../bench/broadcast/queue.ts';
import { reporter } from '../../bench/broadcast/report.ts';
import { clear, luckBy } from '../../bench/broadcast/weather.ts';
import { hasPostgres, postgresSchema, sqliteFile, type TestDatabase } from '../store/databases.ts';

const stormy = { failing: 0.2, gone: 0.1, moved: 0.1 };
const faultless = { rateLimited: 0, duplicates: 0, missing: 0, uncertain: 0, failed: 0, reasons: [] };

async function sent(options: Partial<FanOut>) {
  const { options: database, drop } = await sqliteFile();
  try {
    return await fanOut(
      { platform: 'discord', count: 60, seed: 1, weather: clear, isAccelerated: true, ...options },
      database,
    );
  } finally {
    await drop();
  }
}

describe.each(['discord', 'telegram'] as const)('one update to many places on %s', (platform) => {
  it('reaches each of them once', async () => {
    const result = await sent({ platform });
    expect(result).toMatchObject({ ...faultless, sent: 60, attempts: 60, gone: 0, held: 0, moved: 0 });
  });

  it('reaches in rough weather each that is still there', async () => {
    const result = await sent({ platform, weather: stormy });
    expect(result).toMatchObject(faultless);
    expect(result.gone).toBeGreaterThan(0);
    expect(result).toMatchObject({ held: result.gone, sent: 60 - result.gone });
    if (platform === 'telegram') expect(result.moved).toBeGreaterThan(0);
    expect(result.attempts).toBeGreaterThan(60);
  });
});

it('one update reaches each place once in real time', async () => {
  expect(await sent({ platform: 'discord', isAccelerated: false })).toMatchObject({ ...faultless, sent: 60 });
});

describe('the tally', () => {
  it('finds places without a message, and with two', async () => {
    const ground = await openGround({ platform: 'telegram', count: 3, seed: 1, weather: clear }, Date.now);
    const { token, apiUrl } = ground.connection;
    const [first, second] = ground.places.map(({ chat }) => chat);
    for (const chat_id of [first, second, second]) {
      const body = JSON.stringify({ chat_id, text: 'news' });
      await fetch(`${apiUrl}/bot${token}/sendMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    }
    expect(await ground.tally()).toMatchObject({ attempts: 3, missing: 1, duplicates: 1, rateLimited: 0 });
    await ground.close();
  });

  it('ends when all places have been tried', () => {
    let now = 0;
    const attempts = createAttempts(() => now);
    for (const [at, place] of [
      [0, 'a'],
      [5, 'a'],
      [10, 'b'],
      [15, 'a'],
    ] as const) {
      now = at;
      attempts.note(place);
    }
    expect([attempts.untilAllWereTried(), attempts.count]).toEqual([[0, 5, 10], 4]);
  });
});

describe('the share of the ceiling', () => {
  const limit = { most: 2, perMs: 1000 };

  it.each([
    ['at the pace allowed', [0, 500, 1000, 1500, 2000], 1],
    ['at half of it', [0, 1000, 2000, 3000], 0.5],
    ['in bursts', [0, 0, 1000, 1000, 2000], 1],
    ['to one place', [0], 1],
  ])('of what goes %s', (_, times, share) => {
    expect(ceilingShare(times, limit)).toBe(share);
  });
});

it('the weather is the same for the same seed, and for another one another', () => {
  const forecast = (seed: number) => {
    const luck = luckBy(seed, stormy);
    return Array.from({ length: 200 }, (_, i) => [luck(i), luck(i)].join());
  };
  expect(forecast(1)).toEqual(forecast(1));
  expect(forecast(1)).not.toEqual(forecast(2));
  expect(forecast(1)).not.toContain('moved,moved');
});

const hasServer = await hasPostgres();

describe('the queue', () => {
  it('takes an update for all places on SQLite, and hands it out', () => isTakenBy(sqliteFile));

  it.runIf(hasServer)('takes an update for all places on PostgreSQL, and hands it out', () =>
    isTakenBy(postgresSchema),
  );

  async function isTakenBy(make: () => Promise<TestDatabase>) {
    const { options, drop } = await make();
    try {
      const { rows, claims } = await measureQueue(options, { rows: 1200, claims: 2 });
      expect([rows, claims.map((claim) => claim.rows)]).toEqual([1200, [0, 120, 1200]]);
    } finally {
      await drop();
    }
  }
});

describe('the options', () => {
  it('ask for everything on both platforms unless told', () => {
    const { measurements, json } = measurementsFor([]);
    expect(json).toBe(false);
    expect(measurements).toHaveLength(8);
    expect(measurements[0]).toMatchObject({ platform: 'discord', mode: 'accelerated', destinations: 10_000 });
    expect(measurements.at(-1)).toMatchObject({ platform: 'telegram', mode: 'real-weather', destinations: 1000 });
  });

  it('choose', () => {
    const argv = [
      '--platform',
      'telegram',
      '--only',
      'real,accelerated',
      '--destinations',
      '5',
      '--seed',
      '7',
      '--json',
    ];
    const chosen = { bench: 'broadcast', platform: 'telegram', destinations: 5, seed: 7 };
    expect(measurementsFor(argv)).toEqual({
      json: true,
      measurements: [
        { ...chosen, mode: 'accelerated' },
        { ...chosen, mode: 'real' },
      ],
    });
    expect(measurementsFor(['--enqueue', '--database', 'sqlite', '--claims', '3']).measurements).toEqual([
      { bench: 'enqueue', database: 'sqlite', rows: 1_000_000, claims: 3 },
    ]);
  });

  it.each([
    ['--platform', 'matrix'],
    ['--only', 'real,imagined'],
    ['--destinations', '0'],
    ['--destinations', 'many'],
    ['--claims', '3'],
    ['--enqueue', '--seed', '1'],
    ['--enqueue', '--database', 'oracle'],
    ['--speed', '9'],
    ['more'],
  ])('refuse %s %s %s', (...argv) => {
    expect(() => measurementsFor(argv)).toThrow();
  });
});

describe('the report', () => {
  const memory = { rssMb: 1, heapMb: 1 };
  const counts = { attempts: 2, gone: 0, moved: 0, seconds: 1, sent: 1, held: 0, failed: 0 };
  const result = {
    ...counts,
    ...faultless,
    uncertain: 1,
    ceilingShare: 0.98765,
    reasons: ['1 uncertain: ECONNRESET'],
    early: memory,
    late: memory,
  };
  const [measurement] = measurementsFor(['--platform', 'discord']).measurements;

  it('is one line of JSON', () => {
    if (!measurement) throw new Error('nothing is measured');
    expect(reporter(true)(measurement, result).map((line) => JSON.parse(line))).toEqual([
      {
        bench: 'broadcast',
        platform: 'discord',
        mode: 'accelerated',
        destinations: 10_000,
        ceilingShare: 0.988,
        rateLimited: 0,
        duplicates: 0,
        missing: 0,
        uncertain: 1,
        rssMb: 1,
      },
    ]);
  });

  it('is a table whose head is given once, and says why something was not sent', () => {
    if (!measurement) throw new Error('nothing is measured');
    const report = reporter(false);
    const [head, row, reason] = report(measurement, result);
    expect([head, row, reason]).toEqual([
      expect.stringContaining('platform'),
      expect.stringContaining('0.988'),
      '  1 uncertain: ECONNRESET',
    ]);
    expect(report(measurement, { ...result, reasons: [] })).toEqual([row]);
  });
});
