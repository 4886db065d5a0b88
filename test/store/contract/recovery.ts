import { expect, it } from 'vitest';
import type { Settlement } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { act, at, correction, group, updateWriting } from '../things.ts';
import {
  channel,
  limited,
  minute,
  places,
  publish,
  published,
  rows,
  sent,
  story,
  subscribe,
  successor,
  uncertain,
  unknown,
} from './queue.ts';

export function recoveryContract(setting: Setting): void {
  const outbox = () => setting.store.outbox;

  it('leaves alone what another term has taken over, but takes word of what has arrived after all', async () => {
    const { desk } = await published(setting, 3);
    const flying = [await desk.begin(), await desk.begin(), await desk.begin()];
    const next = await successor(setting, desk.term);
    await outbox().recover(next.term, at, []);
    expect(await story(setting)).toEqual(['1 post uncertain', '1 post uncertain', '1 post uncertain']);
    await setting.store.updates.resend('update01', 'uncertain', at);
    const [taken] = await outbox().claim({
      platform: 'telegram',
      term: next.term,
      most: 1,
      now: at,
      leaseUntil: at + minute,
    });
    expect(taken).toMatchObject({ destination: 'place000' });
    const late = flying.slice(0, 2).map(({ id }) => ({ ...sent('m1'), id, at }) as Settlement);
    await outbox().settle(desk.term, late);
    expect(await story(setting)).toEqual(['1 post claimed', '1 post sent m1', '1 post waiting']);
    expect(await setting.store.subscriptions.get('place000')).toMatchObject({ deliveredAt: undefined });
  });

  it('takes word of what was uncertain and has arrived', async () => {
    const { desk } = await published(setting, 1);
    const flying = await desk.begin();
    await outbox().recover(desk.term, at + 9 * minute, []);
    expect(await story(setting)).toEqual(['1 post uncertain']);
    await desk.settle(flying, sent('m1'));
    expect(await story(setting)).toEqual(['1 post sent m1']);
  });

  it('takes over what another left behind: sent again where that makes no second message, else uncertain', async () => {
    const { desk, update, community } = await published(setting, 4, (id) => (id < 'place002' ? channel(id) : {}));
    await desk.deal(sent('m1'), 'discord');
    await desk.deal(sent('m2'));
    await setting.store.updates.revise(correction(update));
    await desk.begin(at, 'discord');
    await desk.begin(at);
    await publish(setting, community, 'update02');
    await desk.begin(at, 'discord');
    await desk.begin(at);
    const [claimed] = await desk.claim(1);
    const next = await successor(setting, desk.term);
    expect(await outbox().recover(next.term, at, ['discord'])).toEqual({ again: 4, uncertain: 1 });
    expect(await outbox().recover(next.term, at, ['discord'])).toEqual({ again: 0, uncertain: 0 });
    const left = (await rows(setting)).filter(({ state }) => state === 'uncertain');
    expect(left).toMatchObject([{ act: 'post', platform: 'telegram' }]);
    const again = [];
    for (const platform of ['discord', 'telegram'] as const) {
      again.push(...(await outbox().claim({ platform, term: next.term, most: 9, now: at, leaseUntil: at + minute })));
    }
    const begun = again.filter(({ unknownSince }) => unknownSince !== undefined);
    expect(begun).toMatchObject([{ act: 'post', platform: 'discord', unknownSince: at, priority: 0 }]);
    expect(again.filter(({ act: did }) => did === 'edit').map(({ message: of }) => of?.id)).toEqual(['m1', 'm2']);
    expect(again.map(({ id }) => id)).toContain(claimed?.id);
  });

  it('takes over from itself what its lease has run out on, but not what it has only just begun', async () => {
    const { desk } = await published(setting, 3);
    await desk.claim(1);
    const late = await desk.claim(1);
    await outbox().start([late[0]?.id ?? 0], desk.term, at + minute - 1);
    expect(await outbox().recover(desk.term, at + minute - 1, [])).toEqual({ again: 0, uncertain: 0 });
    expect(await outbox().recover(desk.term, at + minute, [])).toEqual({ again: 1, uncertain: 0 });
    expect(await story(setting)).toEqual(['1 post waiting', '1 post sending', '1 post waiting']);
    expect(await outbox().recover(desk.term, at + 9 * minute, [])).toEqual({ again: 0, uncertain: 1 });
  });

  it('lets what was put off be claimed when its time has come, the earliest first', async () => {
    const { desk } = await published(setting, 3);
    for (const n of [3, 1, 2]) await desk.deal(limited(at + n));
    expect(await outbox().promote(at, 9)).toBe(0);
    expect(await outbox().promote(at + 2, 1)).toBe(1);
    expect((await desk.claim()).map(({ destination }) => destination)).toEqual(['place001']);
    expect(await outbox().promote(at + 2, 9)).toBe(1);
    expect(await outbox().promote(at + 2, 9)).toBe(0);
    expect((await desk.claim()).map(({ destination }) => destination)).toEqual(['place002']);
  });

  it('keeps since when nobody knows whether it has arrived, until it has', async () => {
    const { desk } = await published(setting, 1, () => channel('11'));
    await desk.deal(unknown(at - 5), 'discord');
    await outbox().promote(at + 9 * minute, 9);
    const again = await desk.begin(at, 'discord');
    expect(again).toMatchObject({ unknownSince: at - 5, attempts: 1 });
    await desk.settle(again, limited());
    await outbox().promote(at + 9 * minute, 9);
    const third = await desk.begin(at, 'discord');
    expect(third).toMatchObject({ unknownSince: at - 5, attempts: 1 });
    await desk.settle(third, sent('m1', 'crosspost'));
    expect(await desk.claim(1, at, 'discord')).toMatchObject([{ unknownSince: undefined }]);
  });

  it('sends no more what has been held for too long, but corrections', async () => {
    const { desk, update } = await published(setting, 2);
    await desk.deal(sent('m1'));
    await setting.store.updates.revise(correction(update));
    await desk.deal({ state: 'held', reason: 'right-send' });
    for (const id of places(2)) await setting.store.subscriptions.pause(id, { by: 'platform', reason: 'x', at });
    expect(await outbox().cancelHeld(at, at + minute)).toBe(0);
    expect(await outbox().cancelHeld(at + 9 * minute, at + minute)).toBe(1);
    expect(await story(setting)).toEqual([
      '1 post superseded m1',
      '2 edit held m1',
      '1 post superseded',
      '2 post cancelled',
    ]);
  });

  it('lets go what is held for a place that has not paused', async () => {
    const { desk } = await published(setting, 2);
    await desk.deal({ state: 'held', reason: 'right-send' });
    await desk.deal({ state: 'held', reason: 'right-send' });
    await setting.store.subscriptions.pause('place000', { by: 'platform', reason: 'right-send', at });
    expect(await outbox().cancelHeld(at - minute, at)).toBe(0);
    expect(await story(setting)).toEqual(['1 post held', '1 post waiting']);
  });

  it('sends again what has been uncertain for long, where a community wants that', async () => {
    const { desk, community } = await published(setting, 2);
    const eager = await setting.store.communities.of(group, at);
    await setting.store.communities.change(
      eager.id,
      eager.settings,
      { ...eager.settings, resendsUncertain: true },
      act(eager.id),
    );
    await subscribe(setting, eager.id, 'eager001');
    await subscribe(setting, eager.id, 'eager002');
    await publish(setting, eager.id, 'update02');
    for (let i = 0; i < 4; i++) await desk.deal(uncertain);
    await setting.store.subscriptions.pause('eager002', { by: 'person', reason: '', at });
    expect(await outbox().resendUncertain(at + minute, at + 5 * minute)).toBe(0);
    expect(await outbox().resendUncertain(at + minute + 1, at + 5 * minute)).toBe(1);
    expect((await desk.claim()).map(({ destination, unknownSince }) => [destination, unknownSince])).toEqual([
      ['eager001', undefined],
    ]);
    expect(community).not.toBe(eager.id);
  });

  it('says how much waits, where and since when', async () => {
    const { desk, community } = await published(setting, 5, (id) => (id === 'place004' ? channel('11') : {}));
    await setting.store.subscriptions.pause('place003', { by: 'person', reason: '', at });
    await publish(setting, community, 'update02', {
      publishAt: at + 1,
      writing: updateWriting({ importance: 'breaking' }),
    });
    await desk.begin();
    await desk.claim(1);
    await desk.deal(limited());
    await desk.deal(sent('m1'));
    const depth = (await outbox().depth()).map(
      ({ platform, state, priority, count, oldestAt }) =>
        `${platform} ${state} ${priority}: ${count} since ${oldestAt - at}`,
    );
    expect(depth.sort()).toEqual([
      'discord waiting 0: 1 since 1',
      'discord waiting 1: 1 since 0',
      'telegram claimed 0: 1 since 1',
      'telegram held 1: 1 since 0',
      'telegram later 0: 1 since 1',
      'telegram sending 0: 1 since 1',
      'telegram waiting 1: 2 since 0',
    ]);
  });
}
