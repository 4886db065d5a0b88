import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/open.ts';
import type { Setting } from '../contract.ts';
import { act, at, correction, group, updateWriting } from '../things.ts';
import {
  channel,
  communityOf,
  deskOf,
  failed,
  limited,
  message,
  minute,
  publish,
  rows,
  sent,
  story,
  subscribe,
  uncertain,
  unknown,
} from './queue.ts';

const places = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `place${String(i).padStart(3, '0')}`);

export function outboxContract(setting: Setting): void {
  const outbox = () => setting.store.outbox;

  /** An update for so many places. */
  async function published(count: number, on: (id: string) => Parameters<typeof subscribe>[3] = () => ({})) {
    const community = await communityOf(setting);
    const desk = await deskOf(setting.store);
    for (const id of places(count)) await subscribe(setting, community, id, on(id));
    return { community, desk, update: await publish(setting, community) };
  }

  it('hands out what is to be sent, and where', async () => {
    const { desk, community } = await published(1);
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
    const { desk, community } = await published(3, (id) => (id === 'place002' ? channel('11') : {}));
    await publish(setting, community, 'update02', { writing: updateWriting({ importance: 'breaking' }) });
    const order = (await desk.claim()).map(({ item, destination }) => `${item} ${destination}`);
    expect(order).toEqual(['update02 place000', 'update02 place001', 'update01 place000', 'update01 place001']);
    expect((await desk.claim(9, at, 'discord')).map(({ item }) => item)).toEqual(['update02', 'update01']);
    expect(await desk.claim(9, at, 'console')).toEqual([]);
  });

  it('lets communities take turns, so that a small one does not wait for a large one', async () => {
    const { desk } = await published(6);
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
    const { desk } = await published(40);
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
    const { desk } = await published(1);
    const claim = (term: number) =>
      outbox().claim({ platform: 'telegram', term, most: 9, now: at, leaseUntil: at + minute });
    expect(await claim(desk.term - 1)).toEqual([]);
    expect(await claim(desk.term + 1)).toEqual([]);
    expect(await claim(desk.term)).toHaveLength(1);
  });

  it('lets nothing be sent by a term that is over, past its lease, twice, or that was not claimed', async () => {
    const { desk } = await published(3);
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
    const { desk } = await published(1);
    const [claimed] = await desk.claim();
    const next = await succeed(desk.term);
    expect(await outbox().start([claimed?.id ?? 0], desk.term, at)).toEqual([]);
    expect(next.term).toBe(desk.term + 1);
  });

  it('holds what is new for a place that has paused, and drops it for one that ended or was erased', async () => {
    const { desk, update } = await published(4);
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
    const { desk, update } = await published(2);
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
    const { desk } = await published(5);
    const flying = [];
    for (let i = 0; i < 5; i++) flying.push(await desk.begin());
    const ids = flying.map(({ id }) => id);
    const all = [
      sent('m1'),
      { ...limited(at + 9), isAttempt: true },
      failed,
      uncertain,
      { ...failed, state: 'cancelled' },
    ] as const;
    await outbox().settle(desk.term, all.map((one, i) => ({ ...one, id: ids[i] ?? 0, at: at + i })) as never);
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
    const { desk } = await published(1, () => channel('11'));
    await desk.deal({ ...sent('m1'), next: 'crosspost' } as never, 'discord');
    expect(await story(setting)).toEqual(['1 crosspost waiting m1']);
    expect(await desk.claim(1, at, 'discord')).toMatchObject([
      { act: 'crosspost', message: message('m1'), attempts: 0 },
    ]);
  });

  it('leaves alone what another term has taken over, but takes word of what has arrived after all', async () => {
    const { desk } = await published(3);
    const flying = [await desk.begin(), await desk.begin(), await desk.begin()];
    const next = await succeed(desk.term);
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
    for (const one of flying.slice(0, 2)) await desk.settle(one, sent('m1'));
    expect(await story(setting)).toEqual(['1 post claimed', '1 post sent m1', '1 post waiting']);
    expect(await setting.store.subscriptions.get('place000')).toMatchObject({ deliveredAt: undefined });
  });

  it('takes word of what was uncertain and has arrived', async () => {
    const { desk } = await published(1);
    const flying = await desk.begin();
    await outbox().recover(desk.term, at + 9 * minute, []);
    expect(await story(setting)).toEqual(['1 post uncertain']);
    await desk.settle(flying, sent('m1'));
    expect(await story(setting)).toEqual(['1 post sent m1']);
  });

  it('takes over what another left behind: sent again where that makes no second message, else uncertain', async () => {
    const { desk, update, community } = await published(4, (id) => (id < 'place002' ? channel(id) : {}));
    await desk.deal(sent('m1'), 'discord');
    await desk.deal(sent('m2'));
    await setting.store.updates.revise(correction(update));
    await desk.begin(at, 'discord');
    await desk.begin(at);
    await publish(setting, community, 'update02');
    await desk.begin(at, 'discord');
    await desk.begin(at);
    const [claimed] = await desk.claim(1);
    const next = await succeed(desk.term);
    expect(await outbox().recover(next.term, at, ['discord'])).toEqual({ again: 4, uncertain: 1 });
    expect(await outbox().recover(next.term, at, ['discord'])).toEqual({ again: 0, uncertain: 0 });
    const left = (await rows(setting)).filter(({ state }) => state === 'uncertain');
    expect(left).toMatchObject([{ act: 'post', platform: 'telegram' }]);
    const again = [];
    for (const platform of ['discord', 'telegram'] as const) {
      again.push(...(await outbox().claim({ platform, term: next.term, most: 9, now: at, leaseUntil: at + minute })));
    }
    const begun = again.filter(({ unknownSince }) => unknownSince !== undefined);
    expect(begun).toMatchObject([{ act: 'post', platform: 'discord', unknownSince: at }]);
    expect(again.filter(({ act: did }) => did === 'edit').map(({ message: of }) => of?.id)).toEqual(['m1', 'm2']);
    expect(again.map(({ id }) => id)).toContain(claimed?.id);
  });

  it('takes over from itself what its lease has run out on, but not what it has only just begun', async () => {
    const { desk } = await published(3);
    await desk.claim(1);
    const late = await desk.claim(1);
    await outbox().start([late[0]?.id ?? 0], desk.term, at + minute - 1);
    expect(await outbox().recover(desk.term, at + minute - 1, [])).toEqual({ again: 0, uncertain: 0 });
    expect(await outbox().recover(desk.term, at + minute, [])).toEqual({ again: 1, uncertain: 0 });
    expect(await story(setting)).toEqual(['1 post waiting', '1 post sending', '1 post waiting']);
    expect(await outbox().recover(desk.term, at + 9 * minute, [])).toEqual({ again: 0, uncertain: 1 });
  });

  it('lets what was put off be claimed when its time has come, the earliest first', async () => {
    const { desk } = await published(3);
    for (const n of [3, 1, 2]) await desk.deal(limited(at + n));
    expect(await outbox().promote(at, 9)).toBe(0);
    expect(await outbox().promote(at + 2, 1)).toBe(1);
    expect(await outbox().promote(at + 2, 9)).toBe(1);
    expect(await outbox().promote(at + 2, 9)).toBe(0);
    expect((await desk.claim()).map(({ destination }) => destination)).toEqual(['place001', 'place002']);
  });

  it('keeps since when nobody knows whether it has arrived, until it has', async () => {
    const { desk } = await published(1, () => channel('11'));
    await desk.deal(unknown(at - 5), 'discord');
    await outbox().promote(at + 9 * minute, 9);
    const again = await desk.begin(at, 'discord');
    expect(again).toMatchObject({ unknownSince: at - 5, attempts: 1 });
    await desk.settle(again, limited());
    await outbox().promote(at + 9 * minute, 9);
    const third = await desk.begin(at, 'discord');
    expect(third).toMatchObject({ unknownSince: at - 5, attempts: 1 });
    await desk.settle(third, { ...sent('m1'), next: 'crosspost' } as never);
    expect(await desk.claim(1, at, 'discord')).toMatchObject([{ unknownSince: undefined }]);
  });

  it('sends no more what has been held for too long, but corrections', async () => {
    const { desk, update } = await published(2);
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
    const { desk } = await published(2);
    await desk.deal({ state: 'held', reason: 'right-send' });
    await desk.deal({ state: 'held', reason: 'right-send' });
    await setting.store.subscriptions.pause('place000', { by: 'platform', reason: 'right-send', at });
    expect(await outbox().cancelHeld(at - minute, at)).toBe(0);
    expect(await story(setting)).toEqual(['1 post held', '1 post waiting']);
  });

  it('sends again what has been uncertain for long, where a community wants that', async () => {
    const { desk, community } = await published(2);
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
    const { desk, community } = await published(5, (id) => (id === 'place004' ? channel('11') : {}));
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

  /** Another leads from now on, as if the one before had been lost. */
  async function succeed(term: number): Promise<{ term: number }> {
    const database = await openDatabase(setting.options);
    await database.query((db) => sql`update terms set term = ${term + 1} where name = 'dispatcher'`.execute(db));
    await database.close();
    return { term: term + 1 };
  }
}
