import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import type { Subscription } from '../../../src/core/subscription.ts';
import { announcements, group, guild, news, square } from './square.ts';

const hourMs = 3_600_000;
const own = { platform: 'telegram', id: '77' } as const;

/** The key of what is refused. */
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof UserError ? error.key : String(error)),
  );

describe('what moderators do to subscriptions', () => {
  it('is written down and told in the log channel', async () => {
    const { moderator, settle, acts, told, settled } = await square();
    await settle(guild, { logChat: { platform: 'discord', id: announcements.channel } });
    const olena = moderator(guild, 'olena', { here: news });
    await olena.say('/subscribe daily 9:00');
    await olena.say('/subscribe nato breaking');
    await olena.press('⏸ Pause');
    await olena.press('▶ Resume');
    await olena.say('/unsubscribe');
    await settled();
    expect((await acts(guild)).slice(1)).toEqual([
      { act: 'subscription.add', subject: '#news', detail: { digest: '0 9 * * *' } },
      { act: 'subscription.change', subject: '#news', detail: { topics: 'nato', importance: 'breaking' } },
      { act: 'subscription.pause', subject: '#news' },
      { act: 'subscription.resume', subject: '#news' },
      { act: 'subscription.end', subject: '#news' },
    ]);
    expect(told.map(({ to }) => to)).toEqual(Array(5).fill(announcements.channel));
    expect(told[0]?.text).toContain('Olena — subscribed “#news” to updates (When: every day at 09:00)');
    expect(told[1]?.text).toContain('(Topics: nato, Which updates: breaking news only)');
    expect(told.map(({ answer }) => answer.buttons?.length ?? 0)).toEqual([1, 1, 1, 1, 0]);
  });

  it('is nobody else’s business in private', async () => {
    const { moderator, at, settle, acts, store, told, settled } = await square();
    await settle(group, { logChat: { platform: 'telegram', id: group.id } });
    moderator(group, '77');
    const olena = at('telegram', '77');
    await olena.say('/subscribe');
    await olena.press('⏸ Pause');
    await olena.say('/unsubscribe');
    await settled();
    expect((await acts(group)).map(({ act }) => act)).toEqual(['settings.change']);
    expect(await store.audit.list('shared', 10)).toEqual([]);
    expect(told).toEqual([]);
  });

  it('wakes whoever sends', async () => {
    const { moderator, changes } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe');
    expect(changes()).toBe(1);
    await olena.say('/subscribe daily 9:00');
    expect(changes()).toBe(2);
    await olena.say('/subscribe daily 9:00');
    expect(changes()).toBe(2);
  });

  it('at the same moment is not undone by one of them', async () => {
    const { moderator, caller, subscriptions, store } = await square();
    await moderator(group).say('/subscribe');
    const [{ id, version } = { id: '', version: 0 }] = await store.subscriptions.inChat(group);
    const olena = await caller(group);
    const both = [{ silent: true }, { importance: 'breaking' as const }].map((choices) =>
      refusal(subscriptions.change(olena, id, version, choices)),
    );
    expect((await Promise.all(both)).sort()).toEqual(['error-subscription-changed', 'not refused']);
  });

  it('follows the chat to another community', async () => {
    const { moderator, store, clock } = await square();
    await moderator(group).say('/subscribe');
    const other = await store.communities.of(guild, clock.now);
    const by = { platform: 'telegram', id: 'olena', name: 'Olena' } as const;
    const act = { by, at: clock.now, act: 'link.join', subject: 'Peace talks' };
    await store.communities.makeLink(other.id, 'hash', clock.now + 1000, {
      ...act,
      community: other.id,
      act: 'link.code',
    });
    await store.communities.useLink('hash', group, clock.now, act);
    const olena = moderator(group);
    await olena.say('/subscriptions');
    expect(olena.labels[0]).toBe('Peace talks — at once');
    expect(await olena.press('Peace talks — at once')).toContain('Updates: Peace talks');
  });

  it('can’t be done while their community can’t be read', async () => {
    const { caller, subscriptions } = await square();
    const olena = await caller(group, 'olena', { platform: 'telegram', chat: group.id, channel: group.id });
    const nobodys = { ...olena, community: { ...olena.community, id: 'unreachable', chats: [] } };
    expect(await refusal(subscriptions.subscribe(nobodys, undefined, {}))).toBe('error-unreachable');
  });
});

describe('digests', () => {
  /** A subscription as the store has it, by its moderator’s line. */
  async function subscribed(line: string, world: Awaited<ReturnType<typeof square>>): Promise<Subscription> {
    await world.moderator(group).say(line);
    return (await world.store.subscriptions.inChat(group))[0] as Subscription;
  }

  it('begin with what is published from then on, at the next time that comes', async () => {
    const world = await square();
    const one = await subscribed('/subscribe daily 9:00', world);
    expect(one).toMatchObject({ digestedUntil: world.clock.now, slotAt: world.clock.now });
    expect(world.subscriptions.nextAt(one)).toBe(Date.parse('2026-03-02T09:00:00Z'));
    world.clock.now += hourMs;
    const changed = await subscribed('/subscribe daily 12:30', world);
    expect(changed.slotAt).toBe(world.clock.now);
    expect(world.subscriptions.nextAt(changed)).toBe(Date.parse('2026-03-02T12:30:00Z'));
  });

  it('come when the quiet hours are over', async () => {
    const world = await square();
    const one = await subscribed('/subscribe daily 6:00 Kyiv 22-7', world);
    expect(world.subscriptions.nextAt(one)).toBe(Date.parse('2026-03-02T05:00:00Z'));
  });

  it('hold nothing that came at once before', async () => {
    const world = await square();
    await subscribed('/subscribe', world);
    world.clock.now += hourMs;
    await world.publish('It came at once');
    const one = await subscribed('/subscribe daily 9:00', world);
    expect(one.digestedUntil).toBe(world.clock.now);
    expect((await world.subscriptions.preview(await world.caller(group), one.id)).updates).toEqual([]);
  });

  it('come a last time where updates come at once from then on', async () => {
    const world = await square();
    const { id } = await subscribed('/subscribe nato daily 9:00', world);
    world.clock.now += hourMs;
    await world.publish('It has gathered');
    await world.publish('Not wanted', { topics: ['territory'] });
    world.clock.now += hourMs;
    await subscribed('/subscribe instant', world);
    expect(await world.store.outbox.digest(`${id}.${world.clock.now}`)).toEqual(['update01']);
    await subscribed('/subscribe daily 9:00', world);
    expect((await world.subscriptions.preview(await world.caller(group), id)).updates).toEqual([]);
  });

  it('are not due while it is paused', async () => {
    const world = await square();
    const { id } = await subscribed('/subscribe daily 9:00', world);
    const paused = await world.subscriptions.pause(await world.caller(group), id);
    expect(world.subscriptions.nextAt(paused)).toBeUndefined();
  });
});

describe('where a platform takes nothing any more', () => {
  /** A subscription that the dispatcher has paused. */
  async function stopped(world: Awaited<ReturnType<typeof square>>): Promise<Subscription> {
    await world.moderator(guild, 'olena', { here: news }).say('/subscribe');
    const { id } = (await world.store.subscriptions.at(news)) as Subscription;
    const pause = { by: 'platform', reason: 'right-send-messages', at: world.clock.now } as const;
    return (await world.store.subscriptions.pause(id, pause)) as Subscription;
  }

  it('is told in the log channel, with the reason and a button that resumes it', async () => {
    const world = await square();
    await world.settle(guild, { logChat: { platform: 'discord', id: announcements.channel } });
    const one = await stopped(world);
    await world.settled();
    world.told.length = 0;
    await world.subscriptions.pausedByPlatform(one, 'right-send-messages');
    expect(world.told.map(({ to }) => to)).toEqual([announcements.channel]);
    expect(world.told[0]?.text).toContain('can no longer be sent to “#news”');
    expect(world.told[0]?.text).toContain('lacks the permission “Send Messages”');
    expect(world.told[0]?.answer.buttons).toEqual([
      { label: '▶ Resume', call: { command: 'subscription', args: { id: one.id, act: 'resume' } } },
    ]);
  });

  it.each([
    ['there is no log channel', undefined, []],
    ['that is the place itself', { platform: 'discord', id: news.channel }, []],
    ['the log channel is dead, too', { platform: 'discord', id: announcements.channel }, [announcements.channel]],
  ] as const)('is told in private to who made it where %s', async (_, logChat, dead) => {
    const world = await square();
    if (logChat) await world.settle(guild, { logChat });
    const one = await stopped(world);
    await world.settled();
    world.told.length = 0;
    for (const id of dead) world.unreachable.add(id);
    await world.subscriptions.pausedByPlatform(one, 'right-send-messages');
    expect(world.told.map(({ to }) => to)).toEqual(['olena']);
  });

  it('is told to nobody where who made it wrote in the chat’s name, or can’t be reached', async () => {
    const world = await square();
    const one = await stopped(world);
    const anonymous = { ...one, by: { platform: 'telegram', id: group.id, name: 'Peace talks' } as const };
    await world.subscriptions.pausedByPlatform(anonymous, 'place-left');
    await world.subscriptions.pausedByPlatform({ ...one, isPrivate: true }, 'place-blocked');
    expect(world.told).toEqual([]);
  });

  it('goes on by itself when the right is back, with what was missed in the last day', async () => {
    const world = await square();
    const one = await stopped(world);
    world.clock.now += hourMs;
    await world.store.updates.post({ ...(await draft(world)), at: world.clock.now, publishAt: world.clock.now });
    await world.store.updates.publishDue(world.clock.now);
    const [spot] = world.discord.spots;
    if (spot) spot.missing = ['right-send-messages'];
    await world.subscriptions.revive(guild);
    expect(await world.store.subscriptions.get(one.id)).toMatchObject({ state: 'paused' });
    expect(world.told).toEqual([]);
    if (spot) spot.missing = [];
    world.clock.now += 2 * hourMs;
    const before = world.changes();
    await world.subscriptions.revive(guild);
    expect(await world.store.subscriptions.get(one.id)).toMatchObject({ state: 'active', pause: undefined });
    expect(await world.store.updates.counts('wanted01')).toMatchObject([{ state: 'waiting', count: 1 }]);
    expect(world.told.map(({ to, text }) => `${to}: ${text}`)).toEqual(['olena: Updates are sent to “#news” again.']);
    expect(world.changes()).toBe(before + 1);
  });

  it('leaves alone what a person has paused', async () => {
    const world = await square();
    const olena = world.moderator(group);
    await olena.say('/subscribe');
    await olena.press('⏸ Pause');
    await world.subscriptions.revive(group);
    expect(await world.store.subscriptions.inChat(group)).toMatchObject([{ state: 'paused', pause: { by: 'person' } }]);
  });

  it('is looked at once, however often it is told meanwhile that something has changed', async () => {
    const world = await square();
    await stopped(world);
    const [spot] = world.discord.spots;
    if (spot) spot.missing = ['right-send-messages'];
    world.discord.inspected.length = 0;
    await Promise.all(Array.from({ length: 50 }, () => world.subscriptions.revive(guild)));
    // Once for the first, which had begun, and once for all that came meanwhile.
    expect(world.discord.inspected.length).toBeLessThanOrEqual(2);
    expect(world.faults).toEqual([]);
  });

  it('of a private chat tells its person when they let it write again', async () => {
    const world = await square();
    await world.at('telegram', '77').say('/subscribe');
    const [{ id } = { id: '' }] = await world.store.subscriptions.inChat(own);
    await world.store.subscriptions.pause(id, { by: 'platform', reason: 'place-blocked', at: world.clock.now });
    await world.subscriptions.revive(own);
    expect(await world.store.subscriptions.get(id)).toMatchObject({ state: 'active' });
    expect(world.told.map(({ to }) => to)).toEqual(['77']);
  });
});

/** A new update that everybody wants. */
async function draft({ publish, store }: Awaited<ReturnType<typeof square>>) {
  const { id } = await publish('It was missed');
  const { writing, community } = (await store.updates.get(id)) as NonNullable<
    Awaited<ReturnType<typeof store.updates.get>>
  >;
  return { id: 'wanted01', writing, community, author: undefined };
}
