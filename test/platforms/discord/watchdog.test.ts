import { expect, it, onTestFinished, vi } from 'vitest';
import { unwatchedGateway } from '../../../src/core/watch.ts';
import { createDiscordFake } from '../../../src/loopback/discord/index.ts';
import { startBot } from './bot.ts';

/** A bot in one guild, whose connections are looked at all the time. */
async function watchedBot(quietMs: number) {
  const discord = await createDiscordFake();
  const guild = discord.guild();
  const restarted: string[] = [];
  const { bot, log } = await startBot(discord, {
    watchdog: { lookMs: 20, quietMs, answerMs: 2000 },
    watchGateway: { ...unwatchedGateway, restarted: (reason) => restarted.push(reason) },
  });
  onTestFinished(async () => {
    await bot.stop();
    await discord.close();
  });
  return { discord, guild, restarted, log };
}

it('makes anew a connection that is alive and tells nothing', { timeout: 30_000 }, async () => {
  const { discord, guild, restarted, log } = await watchedBot(50);
  discord.gateway.silence();
  await vi.waitFor(() => expect(restarted).toEqual(['silent']), { timeout: 10_000 });
  // Discord lets a shard identify once in five seconds.
  await vi.waitFor(() => expect(discord.gateway.identifies).toHaveLength(2), { timeout: 10_000 });
  expect(log.join('')).toContain('The connection to Discord stands, but nothing comes');
  const heard = await discord.user({ username: 'ann' }).slash(guild.channel('general'), '/box look');
  expect(heard.components.length + heard.text.length).toBeGreaterThan(0);
});

it('leaves alone one that has nothing to tell, and says so when asked', async () => {
  const { discord, restarted } = await watchedBot(0);
  const asked = () => discord.gateway.sessions.reduce((sum, { seq }) => sum + seq, 0);
  const before = asked();
  await vi.waitFor(() => expect(asked()).toBeGreaterThan(before + 3), { timeout: 10_000 });
  expect(restarted).toEqual([]);
  expect(discord.gateway.identifies).toHaveLength(1);
});
