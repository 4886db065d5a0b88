import { expect, it } from 'vitest';
import type { ClaimAsk } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';

const leaseMs = 60_000;

/** What holds where one process has the database to itself. */
export function claimContract(setting: Setting): void {
  it('gives all to the only process', async () => {
    const { hold } = setting.store.claims;
    expect(await hold({ kind: 'shard', holder: 'a', slots: 3, leaseMs })).toEqual({
      slots: [0, 1, 2],
      handedOver: [],
      share: 3,
    });
  });
}

export function sharedClaimContract(setting: Setting): void {
  const hold = (holder: string, more: Partial<ClaimAsk> = {}) =>
    setting.store.claims.hold({ kind: 'shard', holder, slots: 4, leaseMs, ...more });

  it('lets each keep what it has, and shares out what is given up', async () => {
    expect(await hold('a')).toEqual({ slots: [0, 1, 2, 3], handedOver: [], share: 4 });
    expect(await hold('b')).toEqual({ slots: [], handedOver: [], share: 2 });
    expect(await hold('a')).toEqual({ slots: [0, 1, 2, 3], handedOver: [], share: 2 });
    await setting.store.claims.giveUp('shard', 'a', [2, 3]);
    expect(await hold('a')).toEqual({ slots: [0, 1], handedOver: [], share: 2 });
    expect(await hold('b')).toEqual({ slots: [2, 3], handedOver: [2, 3], share: 2 });
    // It is told once: from then on they are its own.
    expect(await hold('b')).toEqual({ slots: [2, 3], handedOver: [], share: 2 });
  });

  it('takes over at once what a process holds when its lease has run out', async () => {
    await hold('a', { leaseMs: -1 });
    expect(await hold('b')).toEqual({ slots: [0, 1, 2, 3], handedOver: [], share: 4 });
    expect(await hold('a')).toEqual({ slots: [], handedOver: [], share: 2 });
  });

  it('lets the one before go on until its successor has begun', async () => {
    const { leave, successors, begin, end } = setting.store.claims;
    await hold('a');
    await hold('b');
    expect(await leave('shard', 'a')).toBe(1);
    expect(await successors('shard', 'a', [0, 1])).toEqual(new Map());
    await hold('b');
    expect(await successors('shard', 'a', [0, 1])).toEqual(
      new Map([
        [0, 0],
        [1, 0],
      ]),
    );
    const fromAt = await begin('shard', 'b', 1, 3000);
    expect(fromAt).toBeGreaterThan(Date.now());
    expect((await successors('shard', 'a', [0, 1])).get(1)).toBe(fromAt);
    expect(await begin('shard', 'a', 1, 0)).toBe(0);
    await end('shard', 'b');
    expect((await hold('c')).handedOver).toEqual([]);
  });

  it('knows when nobody is left to take anything', async () => {
    await hold('a');
    expect(await setting.store.claims.leave('shard', 'a')).toBe(0);
  });

  it('takes over at once what a process holds that listened and does no longer', async () => {
    const session = `claims ${Math.random()}`;
    const handlers = { onNotice() {}, onGap() {}, onFault() {} };
    const listening = await setting.store.notices.listen(handlers, session);
    await hold('a', { session });
    expect((await hold('b')).slots).toEqual([]);
    await listening.stop();
    await expect.poll(async () => (await hold('b')).slots).toEqual([0, 1, 2, 3]);
  });

  it('renews what has run out and nobody has taken', async () => {
    await hold('a', { leaseMs: -1 });
    expect((await hold('a')).slots).toEqual([0, 1, 2, 3]);
  });

  it('lets slots of the same lane be taken only some time after one another', async () => {
    const apart = { lanes: 2, ms: 60_000 };
    expect((await hold('a', { apart })).slots).toEqual([0, 1]);
    expect((await hold('a', { apart })).slots).toEqual([0, 1]);
    expect((await hold('a', { apart: { lanes: 2, ms: 0 } })).slots).toEqual([0, 1, 2, 3]);
  });

  it('gives no slot to two, whoever asks at once', async () => {
    const other = await setting.another();
    const asking = ['a', 'b', 'c', 'd', 'e', 'f'].map((holder, i) =>
      (i % 2 ? other : setting.store).claims.hold({ kind: 'shard', holder, slots: 20, leaseMs }),
    );
    const all = (await Promise.all(asking)).flatMap(({ slots }) => slots);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(20);
  });

  it('has all processes go by what the first proposed, until none is left', async () => {
    const { agree, leave } = setting.store.claims;
    expect(await agree('shard', 'shards', 4)).toBe(4);
    await hold('a');
    expect(await agree('shard', 'shards', 8)).toBe(4);
    await leave('shard', 'a');
    expect(await agree('shard', 'shards', 8)).toBe(8);
  });
}
