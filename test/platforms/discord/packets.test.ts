import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';
import { startBot } from './bot.ts';

let discord: DiscordFake;
let started: Awaited<ReturnType<typeof startBot>>;

beforeEach(async () => {
  discord = await createDiscordFake();
  started = await startBot(discord);
});

afterEach(async () => {
  await started.bot.stop();
  await discord.close();
});

it('an event that we cannot read ourselves is logged, and the next one is answered', async () => {
  discord.dispatch('GUILD_MEMBER_UPDATE', { guild_id: discord.guild().id });
  await vi.waitFor(() => expect(started.log).toContainEqual(expect.stringContaining('could not be read')));

  const ann = discord.user({ username: 'ann' });
  expect((await ann.slash(discord.dm(ann), '/memo list')).text).not.toBe('');
});

it('an event that cannot be read is logged, and the next one is answered', async () => {
  const ann = discord.user({ username: 'ann' });
  const { state: channel } = discord.dm(ann);
  discord.interact({ type: 2, user: ann.user, channel, data: { type: 1 } }, (payload) => ({
    ...payload,
    authorizing_integration_owners: undefined,
  }));
  await vi.waitFor(() => expect(started.log).toContainEqual(expect.stringContaining('could not be read')));

  const { text } = await ann.slash(discord.dm(ann), '/memo list');
  expect(text).not.toBe('');
});

it.each([
  ['id', { id: 'ceasefire', username: 'ann' }],
  ['id of a kind', { id: ['1'.repeat(18), 'x'], username: 'ann' }],
  ['name', { id: '1'.repeat(18), username: null }],
])('an interaction of somebody without an %s is passed over, and the next one is answered', async (_, user) => {
  const ann = discord.user({ username: 'ann' });
  const { state: channel } = discord.dm(ann);
  const before = discord.requests.length;
  discord.interact({ type: 2, user: ann.user, channel, data: { type: 1, name: 'memo' } }, (payload) => ({
    ...payload,
    user,
  }));
  await vi.waitFor(() => expect(started.log).toContainEqual(expect.stringContaining('names nobody who asks')));
  expect(discord.requests).toHaveLength(before);

  expect((await ann.slash(discord.dm(ann), '/memo list')).text).not.toBe('');
});
