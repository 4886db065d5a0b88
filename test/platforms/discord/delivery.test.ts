import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import type { Chat } from '../../../src/core/community.ts';
import { paragraph } from '../../../src/core/document.ts';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';
import { texts } from '../../builders/dispatcher.ts';
import { startBot } from './bot.ts';

const reader = { language: 'en' as const, t: texts.in('en') };
const news: Answer = {
  document: [paragraph('Your draft was approved, @everyone.')],
  buttons: [{ label: 'Show', call: { command: 'memo list', args: {} } }],
};

let discord: DiscordFake;
let bot: Awaited<ReturnType<typeof startBot>>;
const renamed: [Chat, string][] = [];

beforeEach(async () => {
  discord = await createDiscordFake();
  renamed.length = 0;
  bot = await startBot(discord, { onRenamed: (chat, title) => void renamed.push([chat, title]) });
});
afterEach(async () => {
  await bot.bot.stop();
  await discord.close();
});

describe('a message that nobody asked for just then', () => {
  it('reaches a person in private, and its buttons work', async () => {
    const guild = discord.guild();
    const ann = discord.user({ username: 'ann' });
    guild.member(ann);
    expect(await bot.bot.deliver({ person: ann.id }, news, reader)).toBe(true);
    const [message] = discord.dm(ann).messages();
    expect(message?.text).toBe('Your draft was approved, \\@everyone.');
    expect(message?.pings).toEqual({ everyone: false, users: [], roles: [] });
    if (message) expect((await ann.press(message, 'Show')).text).toContain('moderators can do that');
  });

  it('reaches a channel, with its files', async () => {
    const channel = discord.guild().channel('log');
    const answer = { ...news, files: [{ name: 'a b.txt', bytes: Buffer.from('hello') }] };
    expect(await bot.bot.deliver({ chat: channel.id }, answer, reader)).toBe(true);
    expect(channel.messages()[0]?.files).toMatchObject([{ filename: 'a_b.txt', bytes: Buffer.from('hello') }]);
  });

  it('is not sent where the person takes no messages or is gone', async () => {
    const shy = discord.user({ username: 'shy', acceptsMessages: false });
    expect(await bot.bot.deliver({ person: shy.id }, news, reader)).toBe(false);
    expect(await bot.bot.deliver({ person: '123456789012345678' }, news, reader)).toBe(false);
  });

  it('is not sent where the bot may not write, or there is no such channel', async () => {
    const guild = discord.guild();
    const silent = guild.channel('silent');
    silent.permissions(discord.bot, { deny: ['SendMessages'] });
    const hidden = guild.channel('hidden');
    hidden.permissions(discord.bot, { deny: ['ViewChannel'] });
    const gone = guild.channel('gone');
    gone.remove();
    for (const { id } of [silent, hidden, gone]) expect(await bot.bot.deliver({ chat: id }, news, reader)).toBe(false);
  });

  it('is sent once, though the connection breaks after it was', async () => {
    const channel = discord.guild().channel('log');
    discord.fault('POST /channels/:channel/messages', { reset: 'after' });
    await bot.bot.deliver({ chat: channel.id }, news, reader).catch(() => undefined);
    expect(channel.messages()).toHaveLength(1);
  });

  it('that Discord refuses for another reason is a fault, which names neither its text nor its channel', async () => {
    const channel = discord.guild().channel('log');
    discord.fault('POST /channels/:channel/messages', {
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body' },
    });
    const fault = await bot.bot.deliver({ chat: channel.id }, news, reader).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 50035, status: 400 });
    expect(JSON.stringify(fault)).not.toMatch(/approved|channels/u);
  });
});

describe('a guild', () => {
  it('that is renamed is told of by its new name, once', async () => {
    const guild = discord.guild({ name: 'Old' });
    guild.rename('New');
    guild.own(discord.user({ username: 'zoe' }));
    guild.rename('Newer');
    await expect
      .poll(() => renamed)
      .toEqual([
        [{ platform: 'discord', id: guild.id }, 'New'],
        [{ platform: 'discord', id: guild.id }, 'Newer'],
      ]);
  });

  it('is known by its channels', async () => {
    const guild = discord.guild();
    const channel = guild.channel('log');
    await expect.poll(() => bot.bot.guildOf(channel.id)).toBe(guild.id);
    expect(await bot.bot.guildOf('123456789012345678')).toBeUndefined();
    expect(await bot.bot.guildOf(discord.dm(discord.user({ username: 'ann' })).id)).toBeUndefined();
    channel.remove();
    await expect.poll(() => bot.bot.guildOf(channel.id)).toBeUndefined();
  });

  it('that the bot joins is not written to', async () => {
    const guild = discord.guild();
    const channel = guild.channel('general');
    guild.kickBot();
    guild.addBot();
    const ann = discord.user({ username: 'ann' });
    await ann.slash(channel, '/aloud');
    expect(channel.messages()).toHaveLength(1);
  });
});
