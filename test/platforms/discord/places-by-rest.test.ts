import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Place } from '../../../src/core/subscription.ts';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';
import { createRestPlaces } from '../../../src/platforms/discord/places-by-rest.ts';
import { startBot } from './bot.ts';

let discord: DiscordFake;
let guild: ReturnType<DiscordFake['guild']>;
beforeEach(async () => {
  discord = await createDiscordFake();
  guild = discord.guild({ name: 'Kyiv' });
});
afterEach(() => discord.close());

it('judges places over REST as the connected bot does', async () => {
  const steward = guild.role('Stewards', ['ManageThreads']);
  const [open, mute, muteForAll, hidden] = ['open', 'mute', 'mute-for-all', 'hidden'].map(guild.channel);
  if (!open || !mute || !muteForAll || !hidden) throw new Error('no channels');
  const locked = open.thread('locked');
  const places = [
    open,
    mute,
    muteForAll,
    hidden,
    guild.announcement('news'),
    guild.forum('questions'),
    guild.forum('answers').thread('a post'),
    guild.voice('Voice'),
    open.thread('a thread'),
    mute.thread('a thread of a mute channel'),
    hidden.thread('a hidden thread'),
    locked,
  ].map(({ id }): Place => ({ platform: 'discord', chat: guild.id, channel: id }));
  mute.permissions(discord.bot, { deny: ['SendMessages', 'SendMessagesInThreads'] });
  muteForAll.permissions(guild, { deny: ['SendMessages'] });
  hidden.permissions(guild, { deny: ['ViewChannel'] });
  locked.archive(true);
  const { bot } = await startBot(discord);
  try {
    for (const roles of [[], [steward]]) {
      guild.member(discord.bot, { roles });
      const rest = createRestPlaces({ ...discord, botId: discord.bot.id, timeoutMs: 5000 });
      const overRest = await Promise.all(places.map(rest.inspect));
      await rest.close();
      expect(overRest.map(({ kind }) => kind)).toContain('fit');
      await expect.poll(() => Promise.all(places.map(bot.broadcaster.inspect))).toEqual(overRest);
    }
  } finally {
    await bot.stop();
  }
});
