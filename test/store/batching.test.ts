import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Unavailable } from '../../src/core/errors.ts';
import { createBatching } from '../../src/store/batching.ts';

describe('what comes soon after one another', () => {
  let batches: string[][];
  let refuse: (batch: readonly string[]) => Error | undefined;
  const batching = () =>
    createBatching<string>({
      afterMs: 20,
      async carryOut(batch) {
        batches.push([...batch]);
        const error = refuse(batch);
        if (error) throw error;
      },
    });

  beforeEach(() => {
    batches = [];
    refuse = () => undefined;
  });

  it('is carried out together, and what comes later after it', async () => {
    const { add } = batching();
    await Promise.all([add('a'), add('b')]);
    await add('c');
    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('is carried out at once for who wants to see it', async () => {
    const { add, flush } = createBatching<string>({
      afterMs: 60_000,
      carryOut: async (batch) => void batches.push([...batch]),
    });
    const done = vi.fn();
    const first = add('a').then(done);
    await flush();
    const second = add('b').then(done);
    await flush();
    await Promise.all([first, second]);
    expect(batches).toEqual([['a'], ['b']]);
    expect(done).toHaveBeenCalledTimes(2);
    await flush();
    expect(batches).toHaveLength(2);
  });

  it('does not fail for another’s sake', async () => {
    const { add } = batching();
    refuse = (batch) => (batch.includes('bad') ? new Error('bad') : undefined);
    const settled = await Promise.allSettled([add('a'), add('bad'), add('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(batches).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
    refuse = () => undefined;
    await add('c');
    expect(batches.at(-1)).toEqual(['c']);
  });

  it('is not tried one by one where the database is away', async () => {
    const { add } = batching();
    refuse = () => new Unavailable('away');
    const settled = await Promise.allSettled([add('a'), add('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(batches).toEqual([['a', 'b']]);
  });
});
