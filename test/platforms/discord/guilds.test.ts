import { SimpleIdentifyThrottler } from 'discord.js';
import { pino } from 'pino';
import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { defaultSettings } from '../../../src/core/community.ts';
import type { Origin } from '../../../src/core/reception.ts';
import { unwatchedGateway } from '../../../src/core/watch.ts';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';
import { shardOf } from '../../../src/loopback/discord/snowflakes.ts';
import { watchGuilds } from '../../../src/platforms/discord/guilds.ts';
import { createShard } from '../../../src/platforms/discord/shard.ts';
import { heardAll, startBot } from './bot.ts';

let discord: DiscordFake;
beforeEach(async () => {
  discord = await createDiscordFake();
});
afterEach(() => discord.close());

/** One connection, without the rest of the bot. */
async function connectShard() {
  const [renamed, joined, forgotten, asked]: [string[], string[], string[], string[]] = [[], [], [], []];
  const log = pino({ level: 'silent' });
  const shard = createShard({
    ...discord,
    agent: new Agent(),
    id: 0,
    count: 1,
    throttler: new SimpleIdentifyThrottler(1),
    log,
    watch: unwatchedGateway,
    prepare: (client) =>
      watchGuilds({
        client,
        facts: { forget: (...which) => void forgotten.push(which.join()) },
        log,
        onJoined: (id) => void joined.push(id),
        onRenamed: ({ id }, title) => void renamed.push(`${id} ${title}`),
      }),
    onInteraction: ({ user }) => void asked.push(user.username),
    onHeard() {},
    onEnded() {},
    retryDelaysMs: [10],
  });
  onTestFinished(shard.stop);
  await shard.start();
  return { shard, renamed, joined, forgotten, asked };
}

describe('of a guild', () => {
  it('a connection keeps the name, and nothing else of what the gateway tells', async () => {
    const guild = discord.guild({ name: 'Kyiv' });
    guild.channel('talk').thread('talks');
    const { shard } = await connectShard();
    const { client, guilds } = shard;
    expect(guilds.nameOf(guild.id)).toBe('Kyiv');
    const later = discord.guild({ name: 'Lviv' });
    later.channel('hall').permissions(discord.bot, { allow: ['SendMessages'] });
    later.permitRole(later, ['ViewChannel']);
    guild.rename('Kyiv again');
    await expect.poll(() => guilds.nameOf(guild.id)).toBe('Kyiv again');
    expect(guilds.nameOf(later.id)).toBe('Lviv');
    expect(guilds.size).toBe(2);
    expect([client.guilds.cache.size, client.channels.cache.size, client.users.cache.size]).toEqual([0, 0, 1]);
  });

  it('no name is known that is none', async () => {
    const guild = discord.guild({ name: 'Kyiv' });
    const { shard } = await connectShard();
    discord.dispatch('GUILD_UPDATE', { id: guild.id, name: { en: 'Kyiv' } });
    const later = discord.guild({ name: 'Lviv' });
    await expect.poll(() => shard.guilds.nameOf(later.id)).toBe('Lviv');
    expect(shard.guilds.nameOf(guild.id)).toBe('Kyiv');
  });

  it('and of a private chat, nothing is left once something was asked there', async () => {
    const guild = discord.guild();
    const { shard, asked } = await connectShard();
    const ann = discord.user({ username: 'ann' });
    const data = { id: '1', name: 'faq', type: 1 };
    for (const { state: channel } of [guild.channel('talk'), discord.dm(ann)])
      discord.interact({ type: 2, user: ann.user, channel, data });
    await expect.poll(() => asked).toEqual(['ann', 'ann']);
    const { channels, guilds, users } = shard.client;
    expect([channels.cache.size, guilds.cache.size, users.cache.size]).toEqual([0, 0, 1]);
  });

  it('the bot is told of by name before it is ready, however many there are', async () => {
    const all = Array.from({ length: 300 }, (_, i) => discord.guild({ name: `Guild ${i}` }));
    const { shard, joined } = await connectShard();
    expect(all.filter(({ id, state }) => shard.guilds.nameOf(id) !== state.name)).toEqual([]);
    expect(joined).toEqual([]);
  });

  it('the bot has come into it when it is new, not when an outage ends', async () => {
    const guild = discord.guild({ name: 'Kyiv' });
    const { shard, joined } = await connectShard();
    guild.outage(true);
    guild.outage(false);
    const later = discord.guild({ name: 'Lviv' });
    guild.kickBot();
    await expect.poll(() => shard.guilds.has(guild.id)).toBe(false);
    guild.addBot();
    await expect.poll(() => shard.guilds.has(guild.id)).toBe(true);
    expect(joined).toEqual([later.id, guild.id]);
  });

  it('the bot is still in it during an outage, and knows it by its name', async () => {
    const guild = discord.guild({ name: 'Kyiv' });
    const { shard, forgotten, renamed } = await connectShard();
    forgotten.length = 0;
    guild.outage(true);
    discord.dispatch('GUILD_CREATE', { id: guild.id, guild_id: guild.id, unavailable: true });
    await expect.poll(() => forgotten.length).toBe(2);
    expect(shard.guilds.nameOf(guild.id)).toBe('Kyiv');
    expect(renamed).toEqual([]);
  });

  it('what changed while the connection was lost is known once it is made anew', { timeout: 20_000 }, async () => {
    const [guild, left] = [discord.guild({ name: 'Kyiv' }), discord.guild({ name: 'Lviv' })];
    const { shard, renamed } = await connectShard();
    discord.gateway.forgetSessions();
    left.kickBot();
    guild.state.name = 'Kyiv again';
    discord.gateway.drop();
    // Discord lets a shard identify once in five seconds.
    await expect.poll(() => renamed, { timeout: 15_000 }).toEqual([`${guild.id} Kyiv again`]);
    expect(shard.guilds.has(left.id)).toBe(false);
  });

  it.each<[string, (guild: ReturnType<DiscordFake['guild']>) => void]>([
    ['the guild', (guild) => guild.rename('Other')],
    ['a role', (guild) => guild.permitRole(guild, [])],
    ['a new role', (guild) => void guild.role('Herald')],
    ['a new channel', (guild) => void guild.channel('hall')],
    ['a deleted channel', (guild) => guild.channel('hall').remove()],
    ['an outage', (guild) => guild.outage(true)],
    ['being thrown out', (guild) => guild.kickBot()],
  ])('what was asked for is forgotten for %s', async (_, change) => {
    const guild = discord.guild();
    const { forgotten } = await connectShard();
    forgotten.length = 0;
    change(guild);
    await expect.poll(() => forgotten).toContain(guild.id);
  });

  it('what was asked for of the bot’s own membership is forgotten when that changes', async () => {
    const guild = discord.guild();
    const { forgotten } = await connectShard();
    guild.member(discord.bot, { roles: [guild.role('Herald')] });
    await expect.poll(() => forgotten).toContain(`${guild.id},${discord.bot.id}`);
  });
});

describe('a process with some of the shards', () => {
  it('asks Discord about the guilds of the others', { timeout: 20_000 }, async () => {
    await discord.close();
    discord = await createDiscordFake({ gateway: { shards: 2 } });
    const guilds = Array.from({ length: 20 }, (_, i) => discord.guild({ name: `Guild ${i}` }));
    const elsewhere = guilds.find(({ id }) => shardOf(id, 2) === 1) ?? discord.guild();
    const channel = elsewhere.channel('talk');
    const origins: Origin[] = [];
    const { bot } = await startBot(discord, {
      sharding: { kind: 'fixed', shards: [0], count: 2 },
      reception: (usual) => async (origin) => {
        origins.push(origin);
        return await usual(origin);
      },
    });
    onTestFinished(bot.stop);
    const mia = discord.user({ username: 'mia' });
    elsewhere.member(mia, { roles: [elsewhere.role('Staff', ['ManageGuild'])] });
    await mia.slash(discord.dm(mia), '/aloud');
    const chat = { platform: 'discord' as const, id: elsewhere.id };
    expect(await origins.at(-1)?.moderates(chat, defaultSettings)).toBe(true);
    const place = { platform: 'discord' as const, chat: elsewhere.id, channel: channel.id };
    expect(await bot.broadcaster.inspect(place)).toMatchObject({ kind: 'fit', title: '#talk' });
    elsewhere.kickBot();
    const gone = { ...place, channel: elsewhere.channel('hall').id };
    await expect
      .poll(() => bot.broadcaster.inspect(gone), { timeout: 10_000 })
      .toEqual({
        kind: 'unfit',
        missing: ['place-left'],
      });
  });

  it('with all of them asks nothing about a guild that it is not in', async () => {
    const { bot } = await startBot(discord);
    onTestFinished(bot.stop);
    const guild = discord.guild();
    const channel = guild.channel('talk');
    guild.kickBot();
    await heardAll(discord);
    const before = discord.requests.length;
    const place = { platform: 'discord' as const, chat: guild.id, channel: channel.id };
    expect(await bot.broadcaster.inspect(place)).toEqual({ kind: 'unfit', missing: ['place-left'] });
    expect(discord.requests.slice(before).map(({ route }) => route)).toEqual(['/channels/:channel']);
  });
});
