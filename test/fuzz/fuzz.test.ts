import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { campaign } from './campaign.ts';
import { openShelf, type Shelf } from './ground.ts';
import { playsOn } from './plays.ts';

const seed = 20261123;
const cases = 1000;

/** A short campaign; `npm run test:fuzz` is the long one. */
describe('whatever comes in', () => {
  let shelf: Shelf;
  beforeAll(async () => {
    shelf = await openShelf(resolve(import.meta.dirname, '../..'));
  }, 120_000);

  it.each(['discord', 'telegram'] as const)('is answered on %s as it should be', { timeout: 300_000 }, async (name) => {
    const { played, failures } = await campaign({ ...playsOn(shelf)[name], seed, from: 0, cases });
    expect(failures).toEqual([]);
    expect(played).toBe(cases);
  });
});
