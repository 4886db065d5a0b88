import { expect, it } from 'vitest';
import type { Subscription } from '../../../src/core/subscription.ts';
import { Stale } from '../../../src/store/failures.ts';
import type { Setting } from '../contract.ts';
import { act, at, correction, group, guild, ivan, olha, subscription } from '../things.ts';
import { channel, communityOf, deskOf, minute, publish, sent, subscribe } from './queue.ts';

const digest = '0 9 * * *';
const byPerson = { by: 'person', reason: '', at: at + 1 } as const;

export function subscriptionContract(setting: Setting): void {
  const subscriptions = () => setting.store.subscriptions;
  const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
  const acts = async (of: string) => (await setting.store.audit.list(of, 9)).map((one) => one.act);

  it('keeps a place’s subscription as it was chosen', async () => {
    const community = await communityOf(setting);
    const all = subscription(community, 'place001', {
      place: { platform: 'telegram', chat: '-1001', channel: '-1001', thread: '7' },
      topics: ['nato', 'ceasefire'],
      parties: ['ukraine'],
      importance: 'breaking',
      digest,
      quiet: { from: '22:00', to: '07:00', breakingPasses: true },
      silent: true,
      crosspost: true,
      state: 'paused',
      pause: byPerson,
      deliveredAt: at - 1,
      waitUntil: at + 5,
    });
    const made = await subscriptions().put(all, act(community, { act: 'subscription.add' }));
    expect(made).toEqual({ subscription: { ...all, version: 1 }, isOld: false });
    expect(await subscriptions().get('place001')).toEqual(made.subscription);
    expect(await subscriptions().at(all.place)).toEqual(made.subscription);
    expect(await subscriptions().at({ ...all.place, thread: undefined })).toBeUndefined();
    expect(await subscriptions().get('nothing1')).toBeUndefined();
    expect(await acts(community)).toEqual(['subscription.add']);
    const plain = await subscribe(setting, community, 'place002');
    expect(plain).toEqual({ ...subscription(community, 'place002'), version: 1 });
  });

  it('has one for each place, whoever subscribes it first', async () => {
    const community = await communityOf(setting);
    const other = await setting.another();
    await other.ping();
    const { place } = channel('11');
    const put = (store: typeof other, id: string) => store.subscriptions.put(subscription(community, id, { place }));
    const made = await Promise.all([put(other, 'place001'), put(setting.store, 'place002'), put(other, 'place003')]);
    expect(made.filter(({ isOld }) => !isOld)).toHaveLength(1);
    expect(new Set(made.map((one) => one.subscription.id)).size).toBe(1);
    expect(ids(await subscriptions().ofCommunity(community))).toHaveLength(1);
  });

  it('gives one that is there other choices, and keeps what was noted of its past', async () => {
    const community = await communityOf(setting);
    await subscribe(setting, community, 'place001', { slotAt: at + 5, digestedUntil: at + 5, waitUntil: at + 9 });
    const desk = await deskOf(setting.store);
    await publish(setting, community);
    await desk.deal(sent('m1'));
    const { place } = subscription(community, 'place001');
    const again = subscription(community, 'other001', { place, topics: ['nato'], createdAt: at + 7, by: ivan });
    const { subscription: kept, isOld } = await subscriptions().put(again);
    expect(isOld).toBe(true);
    expect(kept).toEqual({
      ...again,
      id: 'place001',
      createdAt: at,
      deliveredAt: at + minute,
      slotAt: at + 5,
      digestedUntil: at + 5,
      waitUntil: at + 9,
      version: 2,
    });
  });

  it('begins anew where it had ended, with what it got still to be corrected', async () => {
    const community = await communityOf(setting);
    const desk = await deskOf(setting.store);
    await subscribe(setting, community, 'place001');
    const update = await publish(setting, community);
    await desk.deal(sent('m1'));
    await subscriptions().end('place001', at);
    const again = subscription(community, 'other001', { place: subscription('', 'place001').place, createdAt: at + 7 });
    const made = await subscriptions().put(again);
    expect(made).toMatchObject({ isOld: false, subscription: { id: 'place001', state: 'active', createdAt: at + 7 } });
    await setting.store.updates.revise(correction(update));
    expect(await desk.claim()).toMatchObject([{ act: 'edit', destination: 'place001' }]);
  });

  it('lists those of a community and of a chat that have not ended, private ones only for their own', async () => {
    const community = await communityOf(setting);
    const other = (await setting.store.communities.of(group, at)).id;
    await subscribe(setting, community, 'channel1', { ...channel('11'), createdAt: at + 2 });
    await subscribe(setting, community, 'channel2', { ...channel('12'), createdAt: at + 1 });
    await subscribe(setting, community, 'place001');
    await subscribe(setting, community, 'ended001', channel('13'));
    await subscribe(setting, other, 'place002');
    const own = { platform: 'telegram', chat: '7001', channel: '7001' } as const;
    await subscribe(setting, community, 'private1', { isPrivate: true, place: own });
    await subscriptions().end('ended001', at);
    await subscriptions().pause('channel1', byPerson);
    expect(ids(await subscriptions().ofCommunity(community))).toEqual(['place001', 'channel2', 'channel1']);
    expect(ids(await subscriptions().inChat(guild))).toEqual(['channel2', 'channel1']);
    expect(ids(await subscriptions().inChat({ platform: 'telegram', id: '7001' }))).toEqual(['private1']);
    expect(await subscriptions().inChat({ platform: 'discord', id: '7001' })).toEqual([]);
  });

  it('is changed by whoever has read its latest version', async () => {
    const community = await communityOf(setting);
    const made = await subscribe(setting, community, 'place001');
    const wanted: Subscription = { ...made, topics: ['nato'], digest, quiet: undefined, title: 'Інша назва' };
    const changed = await subscriptions().change(wanted, act(community, { act: 'subscription.change' }));
    expect(changed).toEqual({ ...wanted, version: 2 });
    await expect(subscriptions().change(made, act(community))).rejects.toThrow(Stale);
    await expect(subscriptions().change({ ...made, id: 'nothing1' })).rejects.toThrow(Stale);
    expect(await subscriptions().get('place001')).toEqual(changed);
    expect(await acts(community)).toEqual(['subscription.change']);
  });

  it('never goes back in its digests, whatever was read before', async () => {
    const community = await communityOf(setting);
    const read = await subscribe(setting, community, 'place001', { digest });
    const update = await publish(setting, community, 'update01', { publishAt: at + 5 });
    const due = { subscription: 'place001', slotAt: at + minute, updates: [update.id], digestedUntil: at + minute };
    await setting.store.outbox.enqueueDigests([due], at + minute);
    const changed = await subscriptions().change({ ...read, silent: true });
    expect(changed).toMatchObject({ silent: true, slotAt: at + minute, digestedUntil: at + 5 });
    const later = await subscriptions().change({ ...changed, slotAt: at + 9 * minute, digestedUntil: at + 9 * minute });
    expect(later).toMatchObject({ slotAt: at + 9 * minute, digestedUntil: at + 9 * minute });
  });

  it('has the distinct schedules of those that are active', async () => {
    const community = await communityOf(setting);
    for (const id of ['place001', 'place002']) await subscribe(setting, community, id, { digest });
    await subscribe(setting, community, 'place003', { digest, timeZone: 'UTC' });
    await subscribe(setting, community, 'place004', { digest: '0 9 * * 1' });
    await subscribe(setting, community, 'place005');
    await subscriptions().pause('place004', byPerson);
    const schedules = (await subscriptions().schedules()).map(({ rule, timeZone }) => `${rule} ${timeZone}`);
    expect(schedules.sort()).toEqual([`${digest} Europe/Kyiv`, `${digest} UTC`]);
    expect(await subscriptions().count()).toBe(4);
  });

  it('finds those whose digest is due, some at a time', async () => {
    const community = await communityOf(setting);
    for (const id of ['place003', 'place001', 'place002', 'place004'])
      await subscribe(setting, community, id, { digest });
    await subscribe(setting, community, 'dealt001', { digest, slotAt: at + minute });
    await subscribe(setting, community, 'zone0001', { digest, timeZone: 'UTC' });
    await subscribe(setting, community, 'instant1');
    await subscriptions().pause('place004', byPerson);
    const schedule = { rule: digest, timeZone: 'Europe/Kyiv' };
    const due = async (slotAt: number, after: string, most: number) =>
      ids(await subscriptions().due(schedule, slotAt, after, most));
    expect(await due(at + minute, '', 2)).toEqual(['place001', 'place002']);
    expect(await due(at + minute, 'place002', 2)).toEqual(['place003']);
    expect(await due(at + minute + 1, '', 9)).toEqual(['dealt001', 'place001', 'place002', 'place003']);
    expect(await due(at, '', 9)).toEqual([]);
  });

  it('is not its author’s name: who made it may have themselves erased', async () => {
    const community = await communityOf(setting);
    await subscribe(setting, community, 'place001', { by: olha });
    await setting.store.people.erase(olha);
    expect(await subscriptions().get('place001')).toMatchObject({ by: undefined, state: 'active' });
  });
}
