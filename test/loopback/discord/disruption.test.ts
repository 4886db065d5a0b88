import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Attempt,
  createDiscordFake,
  type DiscordFake,
  type DiscordFakeOptions,
  type GuildPlace,
} from '../../../src/loopback/discord/index.ts';

let discord: DiscordFake;
let channel: GuildPlace;
let clockMs: number;

async function start(options: DiscordFakeOptions = {}): Promise<void> {
  clockMs = Date.UTC(2026, 10, 23);
  discord = await createDiscordFake({ now: () => clockMs, ...options });
  channel = discord.guild().announcement('news');
}
afterEach(() => discord.close());

/** One request as it is, which nothing repeats. */
async function ask(method: string, path: string, body?: object) {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { status, headers } = response;
  const text = await response.text();
  return { status, headers, body: (text ? JSON.parse(text) : {}) as { id: string; components?: object[] } };
}
const post = (content: string, to = channel) => ask('POST', `/channels/${to.id}/messages`, { content });
const texts = (of = channel) => of.messages().map(({ text }) => text);

describe('a function that disrupts Discord', () => {
  beforeEach(() => start());

  it('is asked for every request and decides what goes wrong, before anything has happened', async () => {
    const asked: Attempt[] = [];
    const trouble = discord.disrupt((attempt) => {
      asked.push(attempt);
      return attempt.channel === channel.id ? { status: 500 } : undefined;
    });
    const other = discord.guild().channel('other');
    expect([(await post('a')).status, (await post('b', other)).status]).toEqual([500, 200]);
    expect((await ask('GET', '/users/@me')).status).toBe(200);
    expect([texts(), texts(other), trouble.hits()]).toEqual([[], ['b'], 1]);
    expect(asked).toMatchObject([
      { method: 'POST', route: '/channels/:channel/messages', channel: channel.id, body: { content: 'a' } },
      { path: `/channels/${other.id}/messages`, channel: other.id },
      { method: 'GET', path: '/users/@me', channel: undefined },
    ]);
    trouble.clear();
    expect((await post('c')).status).toBe(200);
  });

  it('may change the world first, and leave the answer to Discord', async () => {
    const guild = discord.guild();
    const place = guild.channel('soon closed');
    discord.disrupt(() => void guild.kickBot());
    expect(await post('a', place)).toMatchObject({ status: 403, body: { code: 50001 } });
  });

  it('lets go what it held up', async () => {
    const trouble = discord.disrupt(({ method }) => (method === 'POST' ? { hang: 'before' } : undefined));
    const sending = post('late');
    await discord.until('the request to hang', () => trouble.hits() || undefined);
    expect(texts()).toEqual([]);
    trouble.release();
    expect([(await sending).status, texts()]).toEqual([200, ['late']]);
  });
});

describe('the limits of Discord', () => {
  beforeEach(() => start({ rateLimits: { globalPerSecond: 50 } }));

  it('count what went wrong too', async () => {
    discord.disrupt(() => ({ status: 500 }));
    const statuses = [];
    for (let n = 0; n < 6; n++) statuses.push((await post(`${n}`)).status);
    expect(statuses).toEqual([500, 500, 500, 500, 500, 429]);
  });

  it('say how often they were exceeded', async () => {
    for (let n = 0; n < 7; n++) await post(`${n}`);
    expect(discord.rateLimited).toBe(2);
    discord.fault('GET /users/@me', { rateLimit: { retryAfterMs: 5 } });
    expect((await ask('GET', '/users/@me')).status).toBe(429);
    expect(discord.rateLimited).toBe(3);
  });

  it('let ten messages of a channel be published in an hour, and hide in the body how long to wait', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 11; n++) {
      ids.push((await post(`${n}`)).body.id);
      clockMs += 5_000;
    }
    const publish = (id = '') => ask('POST', `/channels/${channel.id}/messages/${id}/crosspost`);
    const change = (id = '') => ask('PATCH', `/channels/${channel.id}/messages/${id}`, { content: 'corrected' });
    for (const id of ids.slice(0, 10)) expect((await publish(id)).status).toBe(200);
    const refused = await publish(ids[10]);
    expect(refused).toMatchObject({ status: 429, body: { code: 20028, retry_after: 3600, global: false } });
    expect(['retry-after', 'x-ratelimit-scope'].map((name) => refused.headers.get(name))).toEqual(['1', 'shared']);
    expect((await change(ids[0])).body).toMatchObject({ code: 20028 });
    expect((await change(ids[10])).status).toBe(200);
    clockMs += 3_600_000;
    expect([(await change(ids[0])).status, (await publish(ids[10])).status]).toEqual([200, 200]);
  });
});

describe.each([false, true])('an enforced nonce (lean: %s)', (lean) => {
  beforeEach(() => start({ lean }));

  it('makes one message of two for five minutes, in its channel', async () => {
    const other = discord.guild().channel('other');
    const send = async (to: GuildPlace, nonce: string) => {
      const body = { content: 'x', nonce, enforce_nonce: true };
      return (await ask('POST', `/channels/${to.id}/messages`, body)).body.id;
    };
    const first = await send(channel, 'a');
    clockMs += 5 * 60_000;
    expect(await send(channel, 'a')).toBe(first);
    expect(await send(channel, 'b')).not.toBe(first);
    expect(await send(other, 'a')).not.toBe(first);
    clockMs += 1;
    expect(await send(channel, 'a')).not.toBe(first);
    expect([channel.messages().length, other.messages().length]).toEqual([3, 1]);
  });
});

describe('a lean Discord', () => {
  beforeEach(() => start({ lean: true }));
  const rich = (content: string) => ({ flags: 1 << 15, components: [{ type: 10, content }] });

  it('answers in full and keeps the number of messages alone', async () => {
    const sent = await ask('POST', `/channels/${channel.id}/messages`, rich('a long text'));
    expect(sent.body.components).toMatchObject([{ content: 'a long text' }]);
    expect(texts()).toEqual(['']);
    const path = `/channels/${channel.id}/messages/${sent.body.id}`;
    expect((await ask('PATCH', path, rich('another'))).body.components).toMatchObject([{ content: 'another' }]);
    expect(channel.messages()).toMatchObject([{ text: '', edited: true }]);
    await ask('DELETE', path);
    expect(channel.messages()).toEqual([]);
  });

  it('forgets requests that are long past, and what was in them', async () => {
    for (let n = 0; n < 250; n++) await post(`${n}`);
    expect(discord.requests.length).toBeLessThan(120);
    expect(discord.requests.at(-1)).toMatchObject({ method: 'POST', status: 200, body: undefined });
    expect(channel.messages()).toHaveLength(250);
  });
});
