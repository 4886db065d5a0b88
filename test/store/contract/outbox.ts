import { expect, it } from 'vitest';
import type { Settlement } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { at, correction, group, updateWriting } from '../things.ts';
import {
  channel,
  failed,
  message,
  minute,
  type Outcome,
  publish,
  published,
  rows,
  sent,
  story,
  subscribe,
  successor,
  uncertain,
} from './queue.ts';

export function outboxContract(setting: Setting): void {
  const outbox = () => setting.store.outbox;

  it('hands out what is to be sent, and where', async () => {
    const { desk, community } = await published(setting, 1);
    const [claimed] = await desk.claim();
    expect(claimed).toEqual({
      id: claimed?.id,
      item: 'update01',
      kind: 'update',
      revision: 1,
      destination: 'place000',
      platform: 'telegram',
      priority: 1,
      turn: 1,
      act: 'post',
      attempts: 0,
      unknownSince: undefined,
      message: undefined,
      state: 'claimed',
      leaseUntil: at + minute,
      createdAt: at,
      subscription: await setting.store.subscriptions.get('place000'),
    });
    expect(claimed?.subscription).toMatchObject({ community, place: { chat: '-100place000' } });
    expect(await desk.claim()).toEqual([]);
  });

  it('hands out breaking news first, then what is routine, on the platform that is asked for', async () => {
    const { desk, community } = await published(setting, 3, (id) => (id === 'place002' ? channel('11') : {}));
    await publish(setting, community, 'update02', { writing: updateWriting({ importance: 'breaking' }) });
    const order = (await desk.claim()).map(({ item, destination }) => `${item} ${destination}`);
    expect(order).toEqual(['update02 place000', 'update02 place001', 'update01 place000', 'update01 place001']);
    expect((await desk.claim(9, at, 'discord')).map(({ item }) => item)).toEqual(['update02', 'update01']);
    expect(await desk.claim(9, at, 'console')).toEqual([]);
  });

  it('lets communities take turns, so that a small one does not wait for a large one', async () => {
    const { desk } = await published(setting, 6);
    const small = (await setting.store.communities.of(group, at)).id;
    await subscribe(setting, small, 'small001');
    await subscribe(setting, small, 'small002');
    await subscribe(setting, 'shared', 'private1', { isPrivate: true });
    await desk.claim(2);
    await publish(setting, small, 'update02');
    await publish(setting, 'shared', 'update03');
    const claimed = await desk.claim();
    expect(claimed.map(({ turn }) => turn)).toEqual(claimed.map(({ turn }) => turn).toSorted((a, z) => a - z));
    const turns = [...new Set(claimed.map(({ turn }) => turn))];
    const told = turns.map((turn) =>
      claimed
        .filter((one) => one.turn === turn)
        .map(({ item, destination }) => `${item.at(-1)} ${destination}`)
        .sort(),
    );
    // The first update has come to its third place when the others come: they begin with the turn after that.
    expect(told).toEqual([
      ['1 place002'],
      ['1 place003', '2 small001', '3 place000', '3 private1', '3 small001'],
      ['1 place004', '2 small002', '3 place001', '3 small002'],
      ['1 place005', '3 place002'],
      ['3 place003'],
      ['3 place004'],
      ['3 place005'],
    ]);
  });

  it('never hands one out twice, however many ask', async () => {
    const { desk } = await published(setting, 40);
    const other = await setting.another();
    await Promise.all([other, setting.store, other, setting.store].map((one) => one.ping()));
    const ask = (store: typeof other) =>
      store.outbox.claim({ platform: 'telegram', term: desk.term, most: 7, now: at, leaseUntil: at + minute });
    const claimed = (await Promise.all(Array.from({ length: 8 }, (_, i) => ask(i % 2 ? other : setting.store)))).flat();
    const rest = await desk.claim(100);
    const ids = [...claimed, ...rest].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(40);
  });

  it('hands out nothing to a term that is over', async () => {
    const { desk } = await published(setting, 1);
    const claim = (term: number) =>
      outbox().claim({ platform: 'telegram', term, most: 9, now: at, leaseUntil: at + minute });
    expect(await claim(desk.term - 1)).toEqual([]);
    expect(await claim(desk.term + 1)).toEqual([]);
    expect(await claim(desk.term)).toHaveLength(1);
  });

  it('lets nothing be sent by a term that is over, past its lease, twice, or that was not claimed', async () => {
    const { desk } = await published(setting, 3);
    const [first, second] = await desk.claim(2);
    const waiting = (await rows(setting))[2]?.id ?? 0;
    const ids = [first?.id ?? 0, second?.id ?? 0];
    expect(await outbox().start(ids, desk.term - 1, at)).toEqual([]);
    expect(await outbox().start(ids, desk.term, at + minute)).toEqual([]);
    expect(await outbox().start([], desk.term, at)).toEqual([]);
    expect(await outbox().start([waiting, ids[0] ?? 0, 10 ** 9], desk.term, at + minute - 1)).toEqual([ids[0]]);
    expect(await outbox().start(ids, desk.term, at)).toEqual([ids[1]]);
    expect(await story(setting)).toEqual(['1 post sending', '1 post sending', '1 post waiting']);
  });

  it('lets nothing be sent once another leads, even what it has not taken over yet', async () => {
    const { desk } = await published(setting, 1);
    const [claimed] = await desk.claim();
    const next = await successor(setting, desk.term);
    expect(await outbox().start([claimed?.id ?? 0], desk.term, at)).toEqual([]);
    expect(next.term).toBe(desk.term + 1);
  });

  it('holds what is new for a place that has paused, and drops it for one that ended or was erased', async () => {
    const { desk, update } = await published(setting, 4);
    const { subscriptions, people } = setting.store;
    await subscribe(setting, 'shared', 'private1', {
      isPrivate: true,
      place: { platform: 'telegram', chat: '7001', channel: '7001' },
    });
    for (const id of ['place000', 'place001', 'place002', 'place003']) {
      expect(await desk.deal(failed)).toMatchObject({ destination: id });
    }
    await subscriptions.pause('place000', { by: 'person', reason: '', at });
    await subscriptions.end('place001', at);
    await setting.store.updates.resend(update.id, 'failed', at);
    expect((await desk.claim()).map(({ destination }) => destination)).toEqual(['place002', 'place003']);
    expect(await story(setting)).toEqual(['1 post held', '1 post cancelled', '1 post claimed', '1 post claimed']);
    await publish(setting, 'shared', 'update02');
    await people.erase({ platform: 'telegram', id: '7001' });
    expect((await desk.claim()).map(({ destination }) => destination)).not.toContain('private1');
  });

  it('sends corrections to places that have paused or ended', async () => {
    const { desk, update } = await published(setting, 2);
    await desk.deal(sent('m1'));
    await desk.deal(sent('m2'));
    await setting.store.subscriptions.pause('place000', { by: 'person', reason: '', at });
    await setting.store.subscriptions.end('place001', at);
    await setting.store.updates.revise(correction(update));
    expect((await desk.claim()).map(({ act: did, subscription }) => [did, subscription.state])).toEqual([
      ['edit', 'paused'],
      ['edit', 'ended'],
    ]);
  });

  it('writes down what came of each', async () => {
    const { desk } = await published(setting, 5);
    const flying = [];
    for (let i = 0; i < 5; i++) flying.push(await desk.begin());
    const ids = flying.map(({ id }) => id);
    const all: Outcome[] = [
      sent('m1'),
      { state: 'later', dueAt: at + 9, reason: 'rate-limit', isAttempt: true },
      failed,
      uncertain,
      { state: 'cancelled', reason: '' },
    ];
    await outbox().settle(
      desk.term,
      all.map((one, i) => ({ ...one, id: ids[i] ?? 0, at: at + i }) as Settlement),
    );
    expect(await story(setting)).toEqual([
      '1 post sent m1',
      '1 post later',
      '1 post failed',
      '1 post uncertain',
      '1 post cancelled',
    ]);
    expect((await rows(setting)).map(({ attempts, due_at }) => [attempts, due_at - at])).toEqual([
      [0, 0],
      [1, 9],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const delivered = async (id: string) => (await setting.store.subscriptions.get(id))?.deliveredAt;
    expect(await delivered('place000')).toBe(at);
    expect(await delivered('place001')).toBeUndefined();
  });

  it('goes on with a message that is to be published to other channels', async () => {
    const { desk } = await published(setting, 1, () => channel('11'));
    await desk.deal(sent('m1', 'crosspost'), 'discord');
    expect(await story(setting)).toEqual(['1 crosspost waiting m1']);
    expect(await desk.claim(1, at, 'discord')).toMatchObject([
      { act: 'crosspost', message: message('m1'), attempts: 0 },
    ]);
  });
}
