import { expect, it } from 'vitest';
import type { Setting } from '../contract.ts';
import { at } from '../things.ts';

const leaseMs = 60_000;

export function inboxContract(setting: Setting): void {
  const put = (id: number, chat = '1') => setting.store.inbox.put({ id, chat, body: `{"update_id":${id}}` }, at);
  const take = async (holder: string, chat?: string, most = 10) => {
    const taken = await setting.store.inbox.take({ holder, most, leaseMs, ...(chat !== undefined && { chat }) });
    return taken.map(({ id }) => id).sort();
  };

  it('keeps an update once, however often it is delivered', async () => {
    expect([await put(1), await put(1)]).toEqual([true, false]);
    await take('a');
    await setting.store.inbox.done(1, 'a');
    expect(await put(1)).toBe(false);
    expect(await setting.store.inbox.count()).toBe(0);
  });

  it('hands out the oldest of each chat, and nothing more of a chat before that is done', async () => {
    for (const [id, chat] of [
      [1, 'x'],
      [2, 'x'],
      [3, 'y'],
    ] as const)
      await put(id, chat);
    expect(await take('a')).toEqual([1, 3]);
    expect(await take('b')).toEqual([]);
    await setting.store.inbox.done(1, 'a');
    expect(await take('b', 'x')).toEqual([2]);
    expect(await setting.store.inbox.count()).toBe(2);
  });

  it('leaves what is in one process’s hands alone until its lease has run out', async () => {
    await put(1);
    expect(await setting.store.inbox.take({ holder: 'a', most: 1, leaseMs: -1 })).toHaveLength(1);
    expect(await take('b')).toEqual([1]);
    // It is the other's by now.
    await setting.store.inbox.done(1, 'a');
    expect(await setting.store.inbox.count()).toBe(1);
  });

  it('hands each out once, whoever asks at once', async () => {
    const other = await setting.another();
    for (let id = 1; id <= 40; id++) await put(id, `${id % 20}`);
    const stores = [setting.store, other, setting.store, other];
    const taken = await Promise.all(stores.map((store, i) => store.inbox.take({ holder: `${i}`, most: 20, leaseMs })));
    const ids = taken.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids)).toBe(20);
  });

  it('forgets after a while what is dealt with, and nothing else', async () => {
    await put(1);
    await put(2);
    await take('a');
    await setting.store.inbox.done(1, 'a');
    expect(await setting.store.inbox.sweep(at + 1)).toBe(1);
    expect(await put(1)).toBe(true);
    expect(await setting.store.inbox.count()).toBe(2);
  });
}
