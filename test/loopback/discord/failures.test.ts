import { type Client, DiscordAPIError, type TextChannel } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { connectBot, restOf } from '../../../src/loopback/discord/bot.ts';
import {
  createDiscordFake,
  type DiscordFake,
  type DiscordFakeOptions,
  type GuildPlace,
} from '../../../src/loopback/discord/index.ts';

const route = 'POST /channels/:channel/messages';

describe('when Discord fails', () => {
  let discord: DiscordFake;
  let client: Client<true> | undefined;
  let channel: GuildPlace;

  async function start(options: DiscordFakeOptions = {}): Promise<TextChannel> {
    discord = await createDiscordFake(options);
    channel = discord.guild().channel('general');
    client = await connectBot(discord, { rest: { retries: 1, timeout: 5_000 } });
    return client.channels.cache.get(channel.id) as TextChannel;
  }
  const texts = () => channel.messages().map(({ text }) => text);
  const posts = () => discord.requests.filter((request) => request.route === '/channels/:channel/messages');

  afterEach(async () => {
    await client?.destroy();
    await discord.close();
  });

  it('the client waits out a 429 and sends again', async () => {
    const live = await start();
    const fault = discord.fault(route, { rateLimit: { retryAfterMs: 1_000 } });
    const began = Date.now();
    await live.send('patient');
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
    expect(posts().map(({ status }) => status)).toEqual([429, 200]);
    expect([fault.hits(), texts()]).toEqual([1, ['patient']]);
  });

  it('limits are enforced when asked for', async () => {
    let clock = Date.now();
    await start({ now: () => clock, rateLimits: {} });
    const send = () =>
      fetch(`${discord.apiUrl}/v10/channels/${channel.id}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ content: 'a' }),
      });
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(send));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    const limited = answers.find(({ status }) => status === 429);
    expect(await limited?.json()).toEqual({ message: 'You are being rate limited.', retry_after: 5, global: false });
    expect(limited?.headers.get('retry-after')).toBe('5');
    expect(limited?.headers.get('x-ratelimit-scope')).toBe('user');
    clock += 5_000;
    expect((await send()).status).toBe(200);
  });

  it('a global limit spares the interaction routes', async () => {
    await start({ now: () => 1_767_225_600_000, rateLimits: { globalPerSecond: 1 } });
    const me = await fetch(`${discord.apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${discord.token}` } });
    expect([me.status, me.headers.get('x-ratelimit-global')]).toEqual([429, 'true']);
    const callback = await fetch(`${discord.apiUrl}/v10/interactions/1/a/callback`, { method: 'POST' });
    expect(callback.status).toBe(404);
  });

  it('a 502 page is tried again', async () => {
    const live = await start();
    discord.fault(route, { badGateway: true });
    await live.send('again');
    expect([posts().map(({ status }) => status), texts()]).toEqual([[502, 200], ['again']]);
  });

  it('a status and body can be dictated', async () => {
    const live = await start();
    discord.fault(`POST /channels/${channel.id}/messages`, {
      status: 403,
      body: { code: 50013, message: 'Missing Permissions' },
    });
    await expect(live.send('no')).rejects.toMatchObject({ status: 403, code: 50013 });
    await expect(live.send('yes')).resolves.toBeDefined();
    expect(texts()).toEqual(['yes']);
  });

  it.each([
    ['before', ['again']],
    ['after', ['again', 'again']],
  ] as const)('a connection reset %s the effect leaves it to the client', async (reset, expected) => {
    const live = await start();
    discord.fault(route, { reset });
    await live.send('again');
    expect(texts()).toEqual(expected);
  });

  it('a request hangs until released', async () => {
    const live = await start();
    const fault = discord.fault(route, { hang: 'after' });
    let answered = false;
    const sending = live.send('slow').then(() => {
      answered = true;
    });
    await discord.until('the message', () => (texts().length > 0 ? true : undefined));
    expect([answered, posts()[0]?.status]).toEqual([false, undefined]);
    fault.release();
    await sending;
  });

  it('an answer can be slow', async () => {
    const live = await start();
    discord.fault(route, { delayMs: 60 });
    const began = Date.now();
    await live.send('slow');
    expect(Date.now() - began).toBeGreaterThanOrEqual(55);
  });

  it('a revoked token is refused', async () => {
    await start();
    client?.on('shardError', () => {});
    discord.revokeToken();
    await expect(restOf(discord).get('/users/@me')).rejects.toThrow(DiscordAPIError);
    discord.restoreToken();
    expect(await restOf(discord).get('/users/@me')).toMatchObject({ id: discord.applicationId });
  });

  it('waiting in vain says what was expected and what was asked', async () => {
    await start({ patienceMs: 30 });
    await expect(discord.until('peace', () => undefined)).rejects.toThrow(
      /Waited 30 ms for peace.*GET \/gateway\/bot → 200/s,
    );
  });
});
