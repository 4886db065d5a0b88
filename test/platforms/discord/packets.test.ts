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
