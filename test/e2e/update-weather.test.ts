import { describe, expect, it } from 'vitest';
import type { ChatHandle } from '../../src/loopback/telegram/index.ts';
import { channelsOf, groupsOf, subscribeAll } from './crowd.ts';
import { createNewsroom, eventually, hourMs, minuteMs } from './newsroom.ts';
import { discordPlace, telegramPlace } from './places.ts';
import { createServer, post } from './posting.ts';
import { createStory } from './story.ts';

const title = 'Ceasefire holds';

/** Three channels and three groups of one community, that have all subscribed. */
async function threeAndThree() {
  const room = await createNewsroom();
  const server = createServer(room, createStory('Rough weather'));
  const [channels, groups] = [server.guild.channels(3), room.telegram.groups(3)];
  const ofGuild = channelsOf(server.guild, channels);
  await subscribeAll(room, [...ofGuild, ...groupsOf(groups, ofGuild[0]?.chat)]);
  await room.start();
  const places = [
    ...channels.map((channel) => discordPlace(room, channel.state.name, channel)),
    ...groups.map((group) => telegramPlace(group.state.title, group)),
  ];
  return {
    ...room,
    ...server,
    channels,
    unlucky: groups[0] as ChatHandle,
    /** How many messages each place has. */
    counts: () => places.map(({ texts }) => texts().filter((text) => text.includes(title)).length),
  };
}

const isPost = (method: string): boolean => /^send(Rich)?Message$/u.test(method);

describe('bad weather while an update is sent', { timeout: 60_000 }, () => {
  it('on Discord, an answer that is lost makes no second message, and a server fault none too few', async () => {
    const { discord, channels, max, clock, counts, errors } = await threeAndThree();
    discord.fault(`POST /channels/${channels[0]?.id}/messages`, { reset: 'after' });
    discord.fault(`POST /channels/${channels[1]?.id}/messages`, { status: 502 });
    discord.fault(`POST /channels/${channels[2]?.id}/messages`, { rateLimit: { retryAfterMs: 300 } });
    await post(max, title);
    clock.pass(minuteMs);
    await eventually(() => expect(max.sees()).toMatch(/delivered: 3\n.*delivered: 3\n/su));
    expect(counts()).toEqual([1, 1, 1, 1, 1, 1]);
    expect(errors()).toEqual([]);
  });

  it('on Telegram, what may have arrived is sent again only if a moderator says so', async () => {
    const { telegram, unlucky, max, clock, counts, errors } = await threeAndThree();
    const lost = telegram.disrupt(({ method, chat }) =>
      isPost(method) && chat === unlucky.id ? { kind: 'reset', when: 'before' } : undefined,
    );
    await post(max, title);
    clock.pass(minuteMs);
    await eventually(() => expect(max.sees()).toMatch(/delivered: 2\n- waiting: 0\n- uncertain: 1/u));
    lost.release();
    clock.pass(hourMs);
    expect(counts()).toEqual([1, 1, 1, 0, 1, 1]);
    expect(await max.call('update status')).toContain('1 × uncertain');
    expect(await max.press('🔁 Send uncertain ones again')).toContain('1');
    await eventually(() => expect(counts()).toEqual([1, 1, 1, 1, 1, 1]));
    expect(errors()).toEqual([]);
  });

  it('a pause of an hour for one place holds up no other, and ends', async () => {
    const { telegram, unlucky, max, clock, counts, errors } = await threeAndThree();
    const limited = telegram.disrupt(({ method, chat }) =>
      isPost(method) && chat === unlucky.id
        ? { kind: 'error', code: 429, description: 'Too Many Requests', parameters: { retry_after: 3600 } }
        : undefined,
    );
    await post(max, title);
    clock.pass(minuteMs);
    await eventually(() => expect(max.sees()).toContain('1 × waiting: the platform wants a pause'));
    expect(max.sees()).toContain('Next try: 23 Nov 2026, 13:01');
    await eventually(() => expect(counts()).toEqual([1, 1, 1, 0, 1, 1]));
    limited.release();
    clock.pass(hourMs);
    await eventually(() => expect(counts()).toEqual([1, 1, 1, 1, 1, 1]));
    expect(errors()).toEqual([]);
  });

  it('what a place refuses fails there alone, with its reason, until it is sent again', async () => {
    const { telegram, unlucky, max, clock, counts, errors } = await threeAndThree();
    const refusing = telegram.disrupt(({ method, chat }) =>
      isPost(method) && chat === unlucky.id
        ? { kind: 'error', code: 400, description: 'Bad Request: REFUSED' }
        : undefined,
    );
    await post(max, title);
    clock.pass(minuteMs);
    await eventually(() => expect(max.sees()).toContain('1 × failed'));
    expect(max.sees()).toContain('REFUSED');
    expect(counts()).toEqual([1, 1, 1, 0, 1, 1]);
    refusing.release();
    await max.call('update status');
    await max.press('🔁 Send failed ones again');
    await eventually(() => expect(counts()).toEqual([1, 1, 1, 1, 1, 1]));
    expect(errors()).toEqual([]);
  });
});
