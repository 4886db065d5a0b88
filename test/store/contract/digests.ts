import { describe, expect, it } from 'vitest';
import type { DueDigest, KeptUpdate } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { at, correction, group } from '../things.ts';
import {
  clear,
  communityOf,
  type Desk,
  deskOf,
  failed,
  limited,
  minute,
  publish,
  rows,
  sent,
  story,
  subscribe,
  uncertain,
} from './queue.ts';

const hour = 60 * minute;
const digest = '0 9 * * *';

export function digestContract(setting: Setting): void {
  const outbox = () => setting.store.outbox;
  const due = (subscription: string, updates: string[], more: Partial<DueDigest> = {}): DueDigest => ({
    subscription,
    slotAt: at + hour,
    updates,
    digestedUntil: at + hour,
    ...more,
  });
  const found = async (id: string) => await setting.store.subscriptions.get(id);

  it('is put into the queue once for each slot, and that is noted', async () => {
    const community = await communityOf(setting);
    const other = await setting.another();
    await subscribe(setting, community, 'place001', { digest });
    const [first, second] = [await publish(setting, community), await publish(setting, community, 'update02')];
    const both = due('place001', [second.id, first.id]);
    const counts = await Promise.all(
      [outbox(), other.outbox, outbox()].map((one) => one.enqueueDigests([both], at + hour)),
    );
    expect(counts.sort()).toEqual([0, 0, 1]);
    expect(await story(setting)).toEqual(['1 post waiting']);
    expect(await found('place001')).toMatchObject({ slotAt: at + hour, version: 1 });
    const [row] = await rows(setting);
    expect(row).toMatchObject({ priority: 2, destination: 'place001' });
    expect(await outbox().digest(row?.item ?? '')).toEqual(['update02', 'update01']);
    expect(await outbox().digest('nothing')).toEqual([]);
    expect(await outbox().enqueueDigests([due('place001', [first.id], { slotAt: at + 25 * hour })], at)).toBe(1);
    expect(await story(setting)).toEqual(['1 post waiting', '1 post waiting']);
  });

  it('is not made where there is nothing new: only the slot is noted', async () => {
    const community = await communityOf(setting);
    await subscribe(setting, community, 'place001', { digest });
    expect(await outbox().enqueueDigests([due('place001', [])], at + hour)).toBe(0);
    expect(await found('place001')).toMatchObject({ slotAt: at + hour, digestedUntil: at });
    expect(await rows(setting)).toEqual([]);
  });

  it('is not made for what has paused or ended meanwhile', async () => {
    const community = await communityOf(setting);
    const { id } = await publish(setting, community);
    for (const one of ['place001', 'place002']) await subscribe(setting, community, one, { digest });
    await setting.store.subscriptions.pause('place001', { by: 'person', reason: '', at });
    await setting.store.subscriptions.end('place002', at);
    expect(await outbox().enqueueDigests([due('place001', [id]), due('place002', [id])], at + hour)).toBe(0);
    expect(await found('place001')).toMatchObject({ slotAt: at });
  });

  it('leaves what is published while it is made to the next one', async () => {
    const community = await communityOf(setting);
    await subscribe(setting, community, 'place001', { digest });
    const read = await publish(setting, community, 'update01', { publishAt: at + minute });
    // Due before the digest, but there only after it was read.
    await publish(setting, community, 'update02', { publishAt: at + hour - 1 });
    await outbox().enqueueDigests([due('place001', [read.id])], at + hour);
    const { digestedUntil = 0 } = (await found('place001')) ?? {};
    const next = await setting.store.updates.since([community], digestedUntil, at + 25 * hour);
    expect(next.map(({ id }) => id)).toEqual(['update02']);
  });

  it('has what is published while the clock is behind', async () => {
    const community = await communityOf(setting);
    await subscribe(setting, community, 'place001', { digest, digestedUntil: at + hour });
    await subscribe(setting, community, 'place002', { digest, topics: ['nato'], digestedUntil: at + hour });
    await subscribe(setting, community, 'place003', { digest, digestedUntil: at - hour });
    await publish(setting, community);
    const { digestedUntil = 0 } = (await found('place001')) ?? {};
    expect(await setting.store.updates.since([community], digestedUntil, at + hour)).toHaveLength(1);
    expect(await found('place002')).toMatchObject({ digestedUntil: at + hour });
    expect(await found('place003')).toMatchObject({ digestedUntil: at - hour });
  });

  it('comes after the communities’ others, each of which has its turn', async () => {
    const community = await communityOf(setting);
    const other = (await setting.store.communities.of(group, at)).id;
    const desk = await deskOf(setting.store);
    const { id } = await publish(setting, 'shared', 'update01');
    for (const one of ['place001', 'place002', 'place003']) await subscribe(setting, community, one, { digest });
    await subscribe(setting, other, 'place004', { digest });
    const all = ['place001', 'place002', 'place003', 'place004'].map((one) => due(one, [id]));
    await outbox().enqueueDigests(all, at + hour);
    expect((await desk.claim()).map(({ destination }) => destination)).toEqual([
      'place001',
      'place004',
      'place002',
      'place003',
    ]);
  });

  describe('that holds an update which is corrected', () => {
    const revise = (update: KeptUpdate, intent: 'edit' | 'retract' = 'edit') =>
      setting.store.updates.revise(correction(update, { intent }));
    async function digested(): Promise<KeptUpdate> {
      const community = await communityOf(setting);
      await subscribe(setting, community, 'place001', { digest });
      const update = await publish(setting, community);
      await outbox().enqueueDigests([due('place001', [update.id])], at);
      return update;
    }

    const cases: { state: string; bring(desk: Desk): Promise<unknown>; expected: string[] }[] = [
      { state: 'waiting', bring: async () => {}, expected: ['1 post waiting'] },
      { state: 'claimed', bring: (desk) => desk.claim(), expected: ['1 post waiting'] },
      { state: 'put off', bring: (desk) => desk.deal(limited()), expected: ['1 post later'] },
      { state: 'failed', bring: (desk) => desk.deal(failed), expected: ['1 post failed'] },
      { state: 'being sent', bring: (desk) => desk.begin(), expected: ['1 post sending', '2 edit waiting'] },
      {
        state: 'sent',
        bring: (desk) => desk.deal(sent('m1')),
        expected: ['1 post superseded m1', '2 edit waiting m1'],
      },
      {
        state: 'uncertain',
        bring: (desk) => desk.deal(uncertain),
        expected: ['1 post superseded', '2 follow waiting'],
      },
    ];
    it.each(['edit', 'retract'] as const)('is changed only where it was sent: %s', async (intent) => {
      const desk = await deskOf(setting.store);
      const stories: Record<string, string[]> = {};
      for (const { state, bring } of cases) {
        const update = await digested();
        await bring(desk);
        await revise(update, intent);
        stories[state] = await story(setting);
        await clear(setting);
      }
      expect(stories).toEqual(Object.fromEntries(cases.map(({ state, expected }) => [state, expected])));
    });

    it('is made again by a dispatcher that had it in hand', async () => {
      const desk = await deskOf(setting.store);
      const update = await digested();
      const [claimed] = await desk.claim();
      const id = claimed?.id ?? 0;
      await revise(update);
      expect(await outbox().start([id], desk.term, at)).toEqual([]);
      expect(await desk.claim()).toMatchObject([{ id, kind: 'digest', revision: 1 }]);
    });

    it('is posted all the same where the update was retracted before it was sent', async () => {
      const desk = await deskOf(setting.store);
      const update = await digested();
      const flying = await desk.begin();
      await revise(update, 'retract');
      await desk.settle(flying, failed);
      expect(await story(setting)).toEqual(['1 post superseded', '2 post waiting']);
    });

    it('is changed as often as the update is', async () => {
      const desk = await deskOf(setting.store);
      const update = await digested();
      await desk.deal(sent('m1'));
      const second = await revise(update);
      await desk.deal(sent('m1'));
      await revise(await revise(second));
      expect(await story(setting)).toEqual([
        '1 post superseded m1',
        '2 edit superseded m1',
        '3 edit superseded m1',
        '4 edit waiting m1',
      ]);
    });
  });
}
