import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { connectBot } from '../../../src/loopback/discord/bot.ts';
import { createDiscordFake, type DiscordFake, type DiscordFakeOptions } from '../../../src/loopback/discord/index.ts';

describe('the gateway', () => {
  const open: { discord?: DiscordFake; clients: Client[] } = { clients: [] };

  async function start(options: DiscordFakeOptions = {}): Promise<DiscordFake> {
    open.discord = await createDiscordFake(options);
    return open.discord;
  }

  async function connect(...args: Parameters<typeof connectBot>): Promise<Client<true>> {
    const client = await connectBot(...args);
    open.clients.push(client);
    return client;
  }

  const next = (client: Client, event: string) =>
    new Promise<unknown[]>((resolve) => client.once(event, (...args) => resolve(args)));

  afterEach(async () => {
    await Promise.all(open.clients.splice(0).map((client) => client.destroy()));
    await open.discord?.close();
  });

  it('greets a bot with its guilds and their channels', async () => {
    const discord = await start();
    const channel = discord.guild({ name: 'Peace watchers', locale: 'uk' }).channel('general');
    const client = await connect(discord);
    expect(client.user.id).toBe(discord.applicationId);
    expect(client.application.id).toBe(discord.applicationId);
    expect(client.guilds.cache.first()).toMatchObject({
      name: 'Peace watchers',
      preferredLocale: 'uk',
      available: true,
    });
    expect(client.channels.cache.get(channel.id)?.isTextBased()).toBe(true);
  });

  it('refuses a wrong token', async () => {
    const discord = await start();
    const client = new Client({ intents: [], rest: { api: discord.apiUrl } });
    await expect(client.login('MTIz.wrong.token')).rejects.toThrow(/invalid token/i);
  });

  it.each([
    [4014, 'an intent that is not enabled', GatewayIntentBits.MessageContent],
    [4013, 'an intent that does not exist', 1 << 30],
  ])('closes with %i for %s', async (code, _what, intent) => {
    const discord = await start();
    const client = new Client({ intents: [], rest: { api: discord.apiUrl } });
    open.clients.push(client);
    client.options.intents = { bitfield: intent } as never;
    const closed = next(client, Events.ShardDisconnect);
    client.on(Events.ShardError, () => {});
    client.login(discord.token).catch(() => {});
    expect((await closed)[0]).toMatchObject({ code });
  });

  it('accepts a privileged intent once it is enabled', async () => {
    const discord = await start({ gateway: { privilegedIntents: ['MessageContent'] } });
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];
    const client = await connect(discord, { intents });
    const heard = next(client, Events.MessageCreate);
    discord.user({ username: 'ann' }).say(discord.guild().channel('general'), 'peace');
    expect((await heard)[0]).toMatchObject({ content: 'peace' });
  });

  it('hides the content of messages without the content intent, and messages without the message intent', async () => {
    const discord = await start();
    const channel = discord.guild().channel('general');
    const client = await connect(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
    const deaf = await connect(discord);
    deaf.on(Events.MessageCreate, () => expect.unreachable());
    const heard = next(client, Events.MessageCreate);
    discord.user({ username: 'ann' }).say(channel, 'peace');
    expect((await heard)[0]).toMatchObject({ content: '' });
  });

  it.each([
    ['after a drop', (discord: DiscordFake) => discord.gateway.drop(4000)],
    ['after the connection was cut', (discord: DiscordFake) => discord.gateway.cut()],
    ['when told to reconnect', (discord: DiscordFake) => discord.gateway.reconnect()],
    ['when its session is called invalid but resumable', (discord: DiscordFake) => discord.gateway.invalidate(true)],
  ])('resumes %s and gets what it missed', async (_when, interrupt) => {
    const discord = await start();
    const guild = discord.guild();
    const client = await connect(discord);
    const made = next(client, Events.ChannelCreate);
    const resumed = next(client, Events.ShardResume);
    interrupt(discord);
    await discord.until('the connection to end', () => (discord.gateway.connected() ? undefined : true));
    guild.channel('while-away');
    expect((await made)[0]).toMatchObject({ name: 'while-away' });
    await resumed;
    expect(discord.gateway.counts.resumed).toBe(1);
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  it('makes the bot identify anew when the session is gone', async () => {
    const discord = await start();
    const impatient = async () => ({ waitForIdentify: async () => {} });
    const client = await connect(discord, { ws: { buildIdentifyThrottler: impatient } });
    const ready = next(client, Events.ShardReady);
    discord.gateway.forgetSessions();
    discord.gateway.cut();
    await ready;
    expect(discord.gateway.identifies).toHaveLength(2);
    expect(discord.gateway.counts.resumed).toBe(0);
  });

  it('is left by a bot whose heartbeats go unanswered, which then resumes', async () => {
    const discord = await start({ gateway: { heartbeatIntervalMs: 100 } });
    await connect(discord);
    await discord.until('a heartbeat', () => (discord.gateway.counts.heartbeats > 0 ? true : undefined));
    discord.gateway.withholdAcks();
    await discord.until('the bot to leave', () => (discord.gateway.connected() ? undefined : true));
    discord.gateway.withholdAcks(false);
    await discord.until('a resume', () => (discord.gateway.counts.resumed > 0 ? true : undefined));
  });

  it('gets a heartbeat when it asks for one', async () => {
    const discord = await start();
    await connect(discord);
    discord.gateway.requestHeartbeat();
    await discord.until('a heartbeat', () => (discord.gateway.counts.heartbeats > 0 ? true : undefined));
  });

  it('gives each shard its own guilds', async () => {
    let clock = Date.now();
    const discord = await start({ now: () => clock });
    const guilds = [1, 2, 3, 4].map(() => {
      clock += 1;
      return discord.guild();
    });
    const client = await connect(discord, { shardCount: 2, shards: [0, 1] });
    expect(discord.gateway.sessions.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    for (const { id } of guilds) expect(client.guilds.cache.get(id)?.shardId).toBe(Number((BigInt(id) >> 22n) % 2n));
    expect(new Set(client.guilds.cache.map(({ shardId }) => shardId)).size).toBe(2);
  });

  it('tells of guilds joined, left and out of service', async () => {
    const discord = await start();
    const client = await connect(discord);
    const joined = next(client, Events.GuildCreate);
    const guild = discord.guild({ name: 'New' });
    expect((await joined)[0]).toMatchObject({ name: 'New' });
    const away = next(client, Events.GuildUnavailable);
    guild.outage(true);
    expect((await away)[0]).toMatchObject({ id: guild.id, available: false });
    const left = next(client, Events.GuildDelete);
    guild.outage(false);
    guild.kickBot();
    await left;
  });

  it('ends a bot whose token is revoked', async () => {
    const discord = await start();
    const client = await connect(discord);
    client.on(Events.ShardError, () => {});
    const closed = next(client, Events.ShardDisconnect);
    discord.revokeToken();
    expect((await closed)[0]).toMatchObject({ code: 4004 });
  });
});
