import { expect, it } from 'vitest';
import type { Place } from '../../../src/core/subscription.ts';
import type { Setting } from '../contract.ts';
import { act, at, correction, subscription } from '../things.ts';
import {
  channel,
  communityOf,
  deskOf,
  failed,
  limited,
  minute,
  publish,
  rows,
  sent,
  story,
  subscribe,
  unknown,
} from './queue.ts';

const telegramPlace = (id: string): Place => ({ platform: 'telegram', chat: id, channel: id });
const byPerson = { by: 'person', reason: '', at: at + 1 } as const;
const byPlatform = { by: 'platform', reason: 'right-send', at: at + 1 } as const;

export function pausingContract(setting: Setting): void {
  const subscriptions = () => setting.store.subscriptions;
  const acts = async (of: string) => (await setting.store.audit.list(of, 9)).map((one) => one.act);

  it('pauses and goes on, once each, with a line in the audit log', async () => {
    const community = await communityOf(setting);
    const made = await subscribe(setting, community, 'place001', { waitUntil: at + 9 * minute });
    const paused = await subscriptions().pause('place001', byPlatform, act(community, { act: 'pause' }));
    expect(paused).toEqual({ ...made, state: 'paused', pause: byPlatform, version: 2 });
    expect(await subscriptions().pause('place001', byPerson, act(community))).toBeUndefined();
    const resumed = await subscriptions().resume('place001', at, 0, act(community, { act: 'resume' }));
    expect(resumed).toEqual({ ...made, version: 3 });
    expect(await subscriptions().resume('place001', at, 0, act(community))).toBeUndefined();
    expect(await subscriptions().pause('nothing1', byPerson)).toBeUndefined();
    expect(await acts(community)).toEqual(['resume', 'pause']);
  });

  it('holds what is new when it pauses, in whatever state that waits', async () => {
    const community = await communityOf(setting);
    const desk = await deskOf(setting.store);
    await subscribe(setting, community, 'place001', channel('11'));
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await publish(setting, community, `update0${n}`);
    await desk.deal(sent('m1'), 'discord');
    await desk.deal(failed, 'discord');
    await desk.deal(unknown(), 'discord');
    await desk.deal(limited(), 'discord');
    await desk.begin(at, 'discord');
    const [claimed] = await desk.claim(1, at, 'discord');
    await subscriptions().pause('place001', byPerson);
    expect(await story(setting)).toEqual([
      '1 post sent m1',
      '1 post failed',
      '1 post later',
      '1 post held',
      '1 post sending',
      '1 post held',
      '1 post held',
    ]);
    expect(await setting.store.outbox.start([claimed?.id ?? 0], desk.term, at)).toEqual([]);
  });

  it('sends what it missed when it goes on, but what is too old', async () => {
    const community = await communityOf(setting);
    const desk = await deskOf(setting.store);
    await subscribe(setting, community, 'place001');
    await publish(setting, community, 'update00');
    await desk.deal(sent('m1'));
    const corrected = await publish(setting, community, 'update01');
    await setting.store.updates.revise(correction({ ...corrected, id: 'update00' }));
    await desk.deal({ state: 'later', dueAt: at, reason: 'reset', isAttempt: true });
    await setting.store.outbox.promote(at, 9);
    await desk.deal({ state: 'held', reason: 'right-send' });
    await subscriptions().pause('place001', byPlatform);
    await publish(setting, community, 'update02', { publishAt: at + 9 * minute });
    // Corrected while it was held, it is as old as it was.
    await setting.store.updates.revise(correction(corrected, { at: at + 20 * minute }));
    await subscriptions().resume('place001', at + 30 * minute, at + 9 * minute);
    const told = (await rows(setting)).map(
      ({ item, revision, act: did, state }) => `${item} ${revision} ${did} ${state}`,
    );
    expect(told).toEqual([
      'update00 1 post superseded',
      'update00 2 edit waiting',
      'update01 1 post superseded',
      'update01 2 post cancelled',
      'update02 1 post waiting',
    ]);
    expect(await desk.claim()).toMatchObject([{ act: 'edit', attempts: 0 }, { act: 'post' }]);
  });

  it('sends what was held, too, where it goes on by other choices or by being subscribed again', async () => {
    const community = await communityOf(setting);
    const made = await subscribe(setting, community, 'place001');
    await subscribe(setting, community, 'place002');
    await publish(setting, community);
    const paused = await subscriptions().pause('place001', byPerson);
    await subscriptions().pause('place002', byPlatform);
    await subscriptions().change({ ...made, version: paused?.version ?? 0 });
    expect(await story(setting)).toEqual(['1 post waiting', '1 post held']);
    await subscribe(setting, community, 'other002', { place: subscription('', 'place002').place });
    expect(await story(setting)).toEqual(['1 post waiting', '1 post waiting']);
  });

  it('ends: nothing new is sent, and what may have arrived can still be corrected', async () => {
    const community = await communityOf(setting);
    const desk = await deskOf(setting.store);
    const made = await subscribe(setting, community, 'place001', channel('11'));
    for (const n of [1, 2, 3, 4, 5]) await publish(setting, community, `update0${n}`);
    await desk.deal(sent('m1'), 'discord');
    await desk.deal(unknown(), 'discord');
    await desk.deal(limited(), 'discord');
    await desk.begin(at, 'discord');
    const ended = await subscriptions().end('place001', at, act(community, { act: 'subscription.end' }));
    expect(ended).toEqual({ ...made, state: 'ended', version: 2, deliveredAt: at + minute });
    expect(await subscriptions().end('place001', at, act(community))).toBeUndefined();
    expect(await subscriptions().resume('place001', at, 0)).toBeUndefined();
    expect(await acts(community)).toEqual(['subscription.end']);
    expect(await story(setting)).toEqual([
      '1 post sent m1',
      '1 post later',
      '1 post cancelled',
      '1 post sending',
      '1 post cancelled',
    ]);
  });

  it('waits as long as the platform says', async () => {
    const community = await communityOf(setting);
    const made = await subscribe(setting, community, 'place001');
    await subscriptions().wait('place001', at + minute);
    expect(await subscriptions().get('place001')).toEqual({ ...made, waitUntil: at + minute });
  });

  it('follows a chat that has another id, with what is owed to it', async () => {
    const community = await communityOf(setting);
    const desk = await deskOf(setting.store);
    const chat = { platform: 'telegram', id: '-5' } as const;
    const place = { platform: 'telegram', chat: '-5', channel: '-5' } as const;
    await subscribe(setting, community, 'place001', { place });
    await subscribe(setting, community, 'place002', { place: { ...place, thread: '7' } });
    await subscribe(setting, community, 'place003');
    await publish(setting, community);
    await subscriptions().move(chat, { platform: 'telegram', id: '-1005' });
    expect((await desk.claim()).map(({ subscription: { place: of } }) => of)).toEqual([
      { platform: 'telegram', chat: '-1005', channel: '-1005' },
      { platform: 'telegram', chat: '-1005', channel: '-1005', thread: '7' },
      subscription('', 'place003').place,
    ]);
    expect(await subscriptions().inChat(chat)).toEqual([]);
  });

  it('leaves the new chat its own subscription, and sends nothing there twice', async () => {
    const community = await communityOf(setting);
    const desk = await deskOf(setting.store);
    const [from, to] = [telegramPlace('-5'), telegramPlace('-1005')];
    await subscribe(setting, community, 'place001', { place: from });
    await subscribe(setting, community, 'place002', { place: to, topics: ['ceasefire'] });
    await publish(setting, community);
    await subscriptions().move({ platform: 'telegram', id: '-5' }, { platform: 'telegram', id: '-1005' });
    expect((await desk.claim()).map(({ destination }) => destination)).toEqual(['place002']);
    expect(await subscriptions().get('place001')).toMatchObject({ state: 'ended' });
    expect(await subscriptions().get('place002')).toMatchObject({ state: 'active', topics: ['ceasefire'] });
  });

  it('takes the place of one that has ended in the new chat', async () => {
    const community = await communityOf(setting);
    const desk = await deskOf(setting.store);
    const [from, to] = [telegramPlace('-5'), telegramPlace('-1005')];
    await subscribe(setting, community, 'place001', { place: from });
    await subscribe(setting, community, 'place002', { place: to });
    const update = await publish(setting, community);
    await desk.deal(sent('m1'));
    await desk.deal(sent('m2'));
    await subscriptions().end('place002', at);
    await subscriptions().move({ platform: 'telegram', id: '-5' }, { platform: 'telegram', id: '-1005' });
    expect(await subscriptions().at({ platform: 'telegram', chat: '-1005', channel: '-1005' })).toMatchObject({
      id: 'place001',
      state: 'active',
    });
    expect(await subscriptions().get('place002')).toMatchObject({ state: 'ended', place: from });
    await setting.store.updates.revise(correction(update));
    expect((await desk.claim()).map(({ destination, message }) => [destination, message?.id])).toEqual([
      ['place001', 'm1'],
      ['place002', 'm2'],
    ]);
  });

  it('knows the chats in which a platform has stopped some, the longest first', async () => {
    const community = await communityOf(setting);
    const stopped = async (id: string, chat: string, since: number, by: 'platform' | 'person' = 'platform') => {
      await subscribe(setting, community, id, { place: { ...telegramPlace(chat), thread: id } });
      await subscriptions().pause(id, { by, reason: '', at: since });
    };
    await stopped('place001', '-1', at + 5);
    await stopped('place002', '-2', at + 3);
    await stopped('place003', '-1', at + 1);
    await stopped('place004', '-3', at, 'person');
    await subscribe(setting, community, 'place005');
    const chats = ['-1', '-2'].map((id) => ({ platform: 'telegram', id }));
    expect(await subscriptions().pausedChats(9)).toEqual(chats);
    expect(await subscriptions().pausedChats(1)).toEqual(chats.slice(0, 1));
  });
}
