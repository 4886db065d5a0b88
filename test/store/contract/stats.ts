import { expect, it } from 'vitest';
import type { Leadership, Tally } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { at, group, guild, ivan, newUpdate, olha, subscription } from '../things.ts';

export function statContract(setting: Setting): void {
  const community = async () => (await setting.store.communities.of(guild, at)).id;
  const otherCommunity = async () => (await setting.store.communities.of(group, at)).id;
  const tally = (of: string, more: Partial<Tally> = {}): Tally => ({
    community: of,
    day: '2026-11-20',
    kind: 'answered',
    entry: 'nato',
    count: 1,
    ...more,
  });

  it('adds up what is counted, and tells communities, days, kinds and entries apart', async () => {
    const { stats } = setting.store;
    const [id, other] = [await community(), await otherCommunity()];
    await stats.add([tally(id), tally(id, { kind: 'none', entry: '', count: 2 }), tally(other, { count: 5 })]);
    await stats.add([tally(id, { count: 3 }), tally(id, { entry: 'land' }), tally(id, { day: '2026-11-21' })]);
    expect(await stats.list(id, '2026-11-20', '2026-11-21')).toEqual([
      { day: '2026-11-20', kind: 'answered', entry: 'land', count: 1 },
      { day: '2026-11-20', kind: 'answered', entry: 'nato', count: 4 },
      { day: '2026-11-20', kind: 'none', entry: '', count: 2 },
      { day: '2026-11-21', kind: 'answered', entry: 'nato', count: 1 },
    ]);
    expect(await stats.list(id, '2026-11-21', '2026-11-30')).toHaveLength(1);
    expect(await stats.list(other, '2026-11-20', '2026-11-20')).toEqual([
      { day: '2026-11-20', kind: 'answered', entry: 'nato', count: 5 },
    ]);
  });

  it('loses no count of many processes that add at the same time', async () => {
    const id = await community();
    const processes = await Promise.all([1, 2, 3, 4].map(() => setting.another()));
    const entries = ['a', 'b', 'c', 'd', 'e'];
    const rounds = Array.from({ length: 10 }, (_, i) => i);
    await Promise.all(
      processes.flatMap(({ stats }, i) =>
        rounds.map(() => {
          const some = entries.map((entry) => tally(id, { entry }));
          return stats.add(i % 2 ? some : some.reverse());
        }),
      ),
    );
    const kept = await setting.store.stats.list(id, '2026-11-20', '2026-11-20');
    expect(kept.map(({ count }) => count)).toEqual([40, 40, 40, 40, 40]);
  });

  it('forgets the days before one, everywhere', async () => {
    const { stats } = setting.store;
    const [id, other] = [await community(), await otherCommunity()];
    await stats.add([tally(id), tally(id, { day: '2026-11-19' }), tally(other, { day: '2025-01-01' })]);
    expect(await stats.removeBefore('2026-11-20')).toBe(2);
    expect(await stats.list(id, '2026-01-01', '2026-12-31')).toHaveLength(1);
    expect(await stats.list(other, '2025-01-01', '2026-12-31')).toEqual([]);
  });

  it('counts votes since a moment', async () => {
    const { votes } = setting.store;
    const id = await community();
    await votes.cast({ community: id, entry: 'nato', by: olha, helpful: true, at });
    await votes.cast({ community: id, entry: 'nato', by: ivan, helpful: false, at: at + 1 });
    expect(await votes.counts(id, at + 1)).toEqual([{ entry: 'nato', helpful: 0, unhelpful: 1 }]);
  });

  it('counts what came of deliveries to the community’s channels by the quarter of an hour, and none to people', async () => {
    const { stats, subscriptions, updates, outbox } = setting.store;
    const [id, other] = [await community(), await otherCommunity()];
    for (const one of ['place001', 'place002', 'place003', 'place004']) await subscriptions.put(subscription(id, one));
    await subscriptions.put(subscription(id, 'person01', { isPrivate: true }));
    await subscriptions.put(subscription(other, 'other001'));
    await updates.post(newUpdate('shared', 'update01'));
    await updates.publishDue(at);
    const { term, resign } = (await outbox.lead(1000)) as Leadership;
    const claimed = await outbox.claim({ platform: 'telegram', term, most: 9, now: at, leaseUntil: at + 1 });
    await outbox.start(
      claimed.map((one) => one.id),
      term,
      at,
    );
    const places = new Map(claimed.map((one) => [one.destination, one.id]));
    const settled = (place: string) => ({ id: places.get(place) ?? 0, at: at + 1000 });
    const message = { channel: '-1', id: '7' };
    await outbox.settle(term, [
      { ...settled('place001'), state: 'sent', message },
      { ...settled('place002'), at: at + 899_999, state: 'sent', message },
      { ...settled('place003'), at: at + 900_000, state: 'failed', reason: 'x' },
      { ...settled('person01'), state: 'sent', message },
      { ...settled('other001'), state: 'sent', message },
    ]);
    await resign();
    expect(await stats.deliveries(id, at)).toEqual([
      { at, state: 'sent', count: 2 },
      { at: at + 900_000, state: 'failed', count: 1 },
    ]);
    expect(await stats.deliveries(id, at + 900_000)).toEqual([{ at: at + 900_000, state: 'failed', count: 1 }]);
    expect(await stats.deliveries(other, at)).toEqual([{ at, state: 'sent', count: 1 }]);
  });
}
