import { beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, postgresSchema, sqliteFile } from '../store/databases.ts';
import { compile, root } from './compiling.ts';
import { type Campaign, killSenders, type Outcome } from './delivery/campaign.ts';

const seed = 20261124;

/** A short campaign; `npm run test:crash -- delivery` is the long one. */
describe('a process that is killed while it sends updates, corrections and retractions', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await compile('delivery');
  }, 60_000);

  const campaign = (made: Pick<Campaign, 'makeDatabase' | 'runs'>): Promise<Outcome[]> =>
    killSenders({ root, folder, platforms: ['discord', 'telegram'], places: 60, seed, ...made });

  function expectWhole(outcomes: readonly Outcome[], kills: number): void {
    expect(outcomes.map(({ platform }) => platform)).toEqual(['discord', 'telegram']);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        kills,
        faults: [],
        lost: 0,
        duplicates: 0,
        outdated: 0,
        failed: 0,
      });
      expect(outcome.midway).toBeGreaterThanOrEqual(kills - 1);
      expect(outcome.posted).toBeGreaterThan(0);
      expect(outcome.uncertain).toBeLessThanOrEqual(outcome.platform === 'discord' ? 0 : outcome.inFlightPosts);
    }
    expect(Math.max(...outcomes.map(({ inFlight }) => inFlight))).toBeGreaterThan(0);
  }

  it('has sent each of them once to each place, on SQLite', { timeout: 180_000 }, async () => {
    expectWhole(await campaign({ makeDatabase: sqliteFile, runs: 10 }), 10);
  });

  const isReachable = hasPostgres();
  it('and on PostgreSQL', { timeout: 180_000 }, async ({ skip }) => {
    if (!(await isReachable)) skip();
    expectWhole(await campaign({ makeDatabase: postgresSchema, runs: 5 }), 5);
  });
});
