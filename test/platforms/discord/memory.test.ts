import { beforeEach, describe, expect, it } from 'vitest';
import { createMemory } from '../../../src/platforms/discord/memory.ts';

let clock: number;
let asked: number;
beforeEach(() => {
  [clock, asked] = [0, 0];
});

const remembering = (most = 10) => createMemory<number>({ most, now: () => clock });
const ask = async () => ++asked;

describe('what Discord was asked', () => {
  it('is asked once until it is no longer fresh, and at the same time too', async () => {
    const { recall } = remembering();
    expect(await Promise.all([recall('a', 100, ask), recall('a', 100, ask)])).toEqual([1, 1]);
    clock = 99;
    expect(await recall('a', 100, ask)).toBe(1);
    clock = 100;
    expect(await recall('a', 100, ask)).toBe(2);
  });

  it('is asked again once it is to be forgotten, though the answer is still on its way', async () => {
    const { recall, forget } = remembering();
    const first = recall('a', 100, ask);
    forget('a');
    expect(await recall('a', 100, ask)).toBe(2);
    expect(await first).toBe(1);
    expect(await recall('a', 100, ask)).toBe(2);
  });

  it('is asked again after a failure', async () => {
    const { recall } = remembering();
    await expect(recall('a', 100, () => Promise.reject(new Error('out of reach')))).rejects.toThrow('out of reach');
    expect(await recall('a', 100, ask)).toBe(1);
  });

  it('takes no more room than is allowed, and none once it is no longer fresh', async () => {
    const { recall, keys } = remembering(2);
    for (const key of ['a', 'b', 'c']) await recall(key, 100, ask);
    expect([...keys()]).toEqual(['b', 'c']);
    clock = 100;
    await recall('d', 100, ask);
    expect([...keys()]).toEqual(['d']);
  });
});
