import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import type { Broadcaster, PostOptions, Rendered, Sent, SentMessage } from '../../../src/core/broadcast.ts';
import { paragraph } from '../../../src/core/document.ts';
import type { Place } from '../../../src/core/subscription.ts';
import { createDiscordFake, type DiscordFake, type Place as FakePlace } from '../../../src/loopback/discord/index.ts';
import { createBroadcaster } from '../../../src/platforms/discord/broadcaster.ts';
import { texts } from '../../builders/dispatcher.ts';
import { heardAll, startBot } from './bot.ts';

const reader = { language: 'en' as const, t: texts.in('en') };
const secretText = 'Talks were postponed, @everyone.';
const news: Answer = {
  document: [paragraph(secretText)],
  buttons: [{ label: 'Show', call: { command: 'memo list', args: {} } }],
};
const corrected: Answer = { document: [paragraph('Talks go on.')] };
const hourMs = 3_600_000;
const postRoute = 'POST /channels/:channel/messages';
const editRoute = 'PATCH /channels/:channel/messages/:message';

let discord: DiscordFake;
let bot: Awaited<ReturnType<typeof startBot>>;
let broadcaster: Broadcaster;
let guild: ReturnType<DiscordFake['guild']>;
let keys = 0;

async function start(fake: DiscordFake) {
  discord = fake;
  bot = await startBot(discord);
  broadcaster = bot.bot.broadcaster;
  guild = discord.guild({ name: 'Kyiv' });
}

beforeEach(async () => start(await createDiscordFake()));
afterEach(async () => {
  await bot.bot.stop();
  await discord.close();
});

const at = ({ id }: Pick<FakePlace, 'id'>, chat: { id: string } = guild): Place => ({
  platform: 'discord',
  chat: chat.id,
  channel: id,
});
const rendered = (answer: Answer = news): Rendered => broadcaster.render(answer, reader);

async function post(
  place: Place,
  options: Partial<PostOptions> & { message?: Rendered; by?: Broadcaster } = {},
): Promise<Sent> {
  const { message = rendered(), by = broadcaster, ...more } = options;
  return discreet(await by.post(place, message, { key: `key-${++keys}`, silent: false, ...more }));
}

const edit = async (sent: SentMessage): Promise<Sent> =>
  discreet(await broadcaster.edit(sent, rendered(corrected), at({ id: sent.channel })));
const crosspost = (sent: SentMessage): Promise<Sent> => broadcaster.crosspost(sent, at({ id: sent.channel }));

/** No failure says what was written, or the token. */
function discreet(sent: Sent): Sent {
  if (sent.kind !== 'sent') {
    expect(JSON.stringify(sent)).not.toContain(discord.token);
    expect(JSON.stringify(sent)).not.toMatch(/talks|postponed/iu);
  }
  return sent;
}

async function posted(place: Place): Promise<SentMessage> {
  const sent = await post(place);
  if (sent.kind !== 'sent') throw new Error(`Not sent: ${JSON.stringify(sent)}`);
  return sent.message;
}

const requestsTo = (route: string) => discord.requests.filter((one) => `${one.method} ${one.route}` === route);

describe('a post', () => {
  it('arrives with its buttons and mentions nobody', async () => {
    const channel = guild.channel('news');
    const sent = await posted(at(channel));
    const [message] = channel.messages();
    expect(sent).toEqual({ channel: channel.id, id: message?.id });
    expect(message?.text).toBe('Talks were postponed, \\@everyone.');
    expect(message?.pings).toEqual({ everyone: false, users: [], roles: [] });
    expect(message?.buttons.map(({ label }) => label)).toEqual(['Show']);
    expect(message?.silent).toBe(false);
  });

  it('with the key of an earlier one is that one', async () => {
    const channel = guild.channel('news');
    const [first, second] = [await post(at(channel), { key: 'k' }), await post(at(channel), { key: 'k' })];
    expect(broadcaster.dedupes).toBe(true);
    expect(second).toEqual(first);
    expect(channel.messages()).toHaveLength(1);
  });

  it('can come without a sound', async () => {
    const channel = guild.channel('news');
    await post(at(channel), { silent: true });
    expect(channel.messages()[0]?.silent).toBe(true);
  });

  it('reaches threads, posts in a forum and private chats alike', async () => {
    const ann = discord.user({ username: 'ann' });
    const places = [guild.channel('news').thread('talks'), guild.forum('questions').thread('a post')];
    for (const place of places) expect(await post(at(place))).toMatchObject({ kind: 'sent' });
    expect(await post(at(discord.dm(ann), ann))).toMatchObject({ kind: 'sent' });
    expect([...places, discord.dm(ann)].map((place) => place.messages().length)).toEqual([1, 1, 1]);
  });

  it('opens a thread again that was archived', async () => {
    const thread = guild.channel('news').thread('talks');
    thread.archive();
    expect(await post(at(thread))).toMatchObject({ kind: 'sent' });
  });

  it('replies to an earlier message of the same channel, where that is still there', async () => {
    const channel = guild.channel('news');
    const other = guild.channel('other');
    const [first, elsewhere] = [await posted(at(channel)), await posted(at(other))];
    await post(at(channel), { replyTo: first });
    await post(at(channel), { replyTo: elsewhere });
    expect(channel.messages().map(({ repliesTo }) => repliesTo)).toEqual([undefined, first.id, undefined]);
    const [message] = channel.messages();
    if (message) message.state.deleted = true;
    expect(await post(at(channel), { replyTo: first })).toMatchObject({ kind: 'sent' });
  });

  it('takes one request, also as a reply and to a place that nothing was sent to before', async () => {
    const places = [guild.channel('news'), guild.channel('news').thread('talks'), guild.announcement('more')];
    const before = discord.requests.length;
    for (const place of places) await post(at(place), { replyTo: await posted(at(place)) });
    expect(discord.requests.slice(before).map(({ method, route }) => `${method} ${route}`)).toEqual(
      places.flatMap(() => [postRoute, postRoute]),
    );
  });

  it('replies to nothing where the bot can’t read what was before', async () => {
    const channel = guild.channel('news');
    const first = await posted(at(channel));
    channel.permissions(discord.bot, { deny: ['ReadMessageHistory'] });
    expect(await post(at(channel), { replyTo: first })).toMatchObject({ kind: 'sent' });
    expect(channel.messages().map(({ repliesTo }) => repliesTo)).toEqual([undefined, undefined]);
  });
});

describe('a copy', () => {
  it('is changed in its place', async () => {
    const channel = guild.channel('news');
    const sent = await posted(at(channel));
    expect(await edit(sent)).toEqual({ kind: 'sent', message: sent });
    expect(channel.messages().map(({ text, buttons }) => [text, buttons.length])).toEqual([['Talks go on.', 0]]);
  });

  it('is published to following channels, once, and stays so when it is changed', async () => {
    const channel = guild.announcement('news');
    const sent = await posted(at(channel));
    expect(channel.messages()[0]?.crossposted).toBe(false);
    const published = { kind: 'sent', message: { ...sent, crossposted: true } };
    expect(await crosspost(sent)).toEqual(published);
    expect(await crosspost(sent)).toEqual(published);
    expect(channel.messages()[0]?.crossposted).toBe(true);
    expect(await edit({ ...sent, crossposted: true })).toEqual(published);
  });

  it('of a channel without followers can’t be published', async () => {
    const sent = await posted(at(guild.channel('news')));
    expect(await crosspost(sent)).toMatchObject({ kind: 'content' });
  });

  it('that was deleted, or stands in an archived thread, can’t be changed', async () => {
    const channel = guild.channel('news');
    const thread = channel.thread('talks');
    const [sent, inThread] = [await posted(at(channel)), await posted(at(thread))];
    const [message] = channel.messages();
    if (message) message.state.deleted = true;
    thread.archive();
    expect(await edit(sent)).toMatchObject({ kind: 'not-editable' });
    expect(await edit(inThread)).toMatchObject({ kind: 'not-editable' });
    expect(await crosspost(sent)).toMatchObject({ kind: 'not-editable' });
  });

  it('can’t be reached where the bot has lost its access', async () => {
    const channel = guild.channel('news');
    const hidden = guild.channel('hidden');
    const [sent, inHidden] = [await posted(at(channel)), await posted(at(hidden))];
    hidden.permissions(discord.bot, { deny: ['ViewChannel'] });
    await expect.poll(() => edit(inHidden)).toEqual({ kind: 'gone', reason: 'right-view-channel' });
    guild.kickBot();
    expect(await edit(sent)).toMatchObject({ kind: 'gone' });
    channel.remove();
    expect(await edit(sent)).toEqual({ kind: 'gone', reason: 'place-gone' });
  });
});

describe('too much', () => {
  const limited = (rateLimit: { retryAfterMs: number; global?: boolean; scope?: 'shared' }) =>
    discord.fault(postRoute, { rateLimit });

  it('in one channel waits as long as Discord says, for hours too, and holds up no other', async () => {
    const [channel, other] = [guild.channel('news'), guild.channel('other')];
    limited({ retryAfterMs: 3 * hourMs });
    expect(await post(at(channel))).toEqual({ kind: 'wait', forMs: 3 * hourMs, everywhere: false });
    expect(requestsTo(postRoute)).toHaveLength(1);
    expect(await post(at(other))).toMatchObject({ kind: 'sent' });
  });

  it('of everything waits everywhere, to the millisecond', async () => {
    limited({ retryAfterMs: 1234, global: true });
    expect(await post(at(guild.channel('news')))).toEqual({ kind: 'wait', forMs: 1234, everywhere: true });
  });

  it('in a resource that others use too concerns that place only', async () => {
    limited({ retryAfterMs: 500, scope: 'shared' });
    expect(await post(at(guild.channel('news')))).toEqual({ kind: 'wait', forMs: 500, everywhere: false });
  });

  it('for what stands before Discord concerns everything', async () => {
    discord.fault(postRoute, { status: 429, body: '<html>You are being blocked</html>' });
    expect(await post(at(guild.channel('news')))).toEqual({ kind: 'wait', forMs: 60_000, everywhere: true });
  });

  it('of changes to an old message waits, though Discord does not say how long', async () => {
    const sent = await posted(at(guild.channel('news')));
    discord.fault(editRoute, { status: 429, body: { code: 30_046, message: 'Maximum number of edits' } });
    expect(await edit(sent)).toEqual({ kind: 'wait', forMs: 60_000, everywhere: false });
  });

  it('is seen from what Discord said before, without asking it', async () => {
    await bot.bot.stop();
    await discord.close();
    await start(await createDiscordFake({ rateLimits: { routes: { [postRoute]: { limit: 1, perMs: hourMs } } } }));
    const [channel, other, third] = [guild.channel('news'), guild.channel('other'), guild.channel('third')];
    await posted(at(other));
    await posted(at(channel));
    const sent = await post(at(channel));
    expect(sent).toMatchObject({ kind: 'wait', everywhere: false });
    expect(sent.kind === 'wait' && sent.forMs).toBeGreaterThan(hourMs - 60_000);
    expect(requestsTo(postRoute)).toHaveLength(2);
    expect(await post(at(third))).toMatchObject({ kind: 'sent' });
  });

  it('is never our own count of what was sent in a second', async () => {
    const channels = Array.from({ length: 60 }, (_, i) => guild.channel(`news-${i}`));
    const sent = await Promise.all(channels.map((channel) => post(at(channel))));
    expect(sent.filter(({ kind }) => kind !== 'sent')).toEqual([]);
  });
});

describe('a failure on the way', () => {
  const unknown = (reason: string) => ({ kind: 'transient', reason, isUnknown: true });
  const notSent = (reason: string) => ({ kind: 'transient', reason, isUnknown: false });

  it.each([
    ['an error of Discord’s', { status: 500 }, unknown('Discord 500')],
    ['a bad gateway', { badGateway: true as const }, unknown('Discord 502')],
    ['a connection that breaks before', { reset: 'before' as const }, unknown('UND_ERR_SOCKET')],
    ['a connection that breaks after', { reset: 'after' as const }, unknown('UND_ERR_SOCKET')],
    ['a token that is just being changed', { status: 401 }, notSent('Discord 401')],
    ['a refusal by what stands before Discord', { status: 403, body: '<html>' }, notSent('Discord 403')],
    ['an address that is none', { status: 404 }, notSent('Discord 404')],
  ])('such as %s is met once, and may be tried again', async (_, fault, failure) => {
    const channel = guild.channel('news');
    discord.fault(postRoute, fault);
    const sent = await post(at(channel), { key: 'k' });
    if ('reset' in fault) expect(sent).toMatchObject({ kind: 'transient', isUnknown: true });
    else expect(sent).toEqual(failure);
    expect(requestsTo(postRoute)).toHaveLength(1);
    discord.clearFaults();
    expect(await post(at(channel), { key: 'k' })).toMatchObject({ kind: 'sent' });
    expect(channel.messages()).toHaveLength(1);
  });

  /** A broadcaster without patience. */
  const towards = (apiUrl: string) => {
    return createBroadcaster({ token: discord.token, apiUrl, commands: [], timeoutMs: 200 });
  };

  it.each(['before', 'after'] as const)('by which no answer comes in time, %s it arrived, is unknown', async (hang) => {
    const channel = guild.channel('news');
    discord.fault(postRoute, { hang });
    expect(await post(at(channel), { key: 'k', by: towards(discord.apiUrl) })).toEqual(unknown('no answer in time'));
    expect(await post(at(channel), { key: 'k' })).toMatchObject({ kind: 'sent' });
    discord.clearFaults();
    await expect.poll(() => channel.messages().length).toBe(1);
  });

  it('where no connection comes about has sent nothing', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const sent = await post(at(guild.channel('news')), { by: towards(`http://127.0.0.1:${port}/api`) });
    expect(sent).toEqual(notSent('ECONNREFUSED'));
  });

  it('in the middle of the answer ends in time too, and so does an answer that is not Discord’s', async () => {
    const answers = [
      (end: (body?: string) => void) => void end,
      (end: (body?: string) => void) => end('<html>Welcome</html>'),
    ];
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<html>');
      answers.shift()?.((body) => response.end(body));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    await new Promise((resolve) => server.once('listening', resolve));
    const by = towards(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api`);
    expect(await post(at(guild.channel('news')), { by })).toEqual(unknown('no answer in time'));
    expect(await post(at(guild.channel('news')), { by })).toMatchObject({ kind: 'transient', isUnknown: true });
  });
});

describe('a place where nothing can be posted', () => {
  const gone = (reason: string) => ({ kind: 'gone', reason });

  it('is one that the bot was thrown out of', async () => {
    const channel = guild.channel('news');
    const sent = await posted(at(channel));
    guild.kickBot();
    await heardAll(discord);
    expect(await post(at(channel))).toEqual(gone('place-left'));
    expect(await edit(sent)).toEqual(gone('place-left'));
  });

  it('is one that was deleted', async () => {
    const channel = guild.channel('news');
    channel.remove();
    const before = discord.requests.length;
    expect(await post(at(channel))).toEqual(gone('place-gone'));
    // Discord said it all: nothing more is asked.
    expect(discord.requests).toHaveLength(before + 1);
  });

  it('is one where a permission is missing, which is named', async () => {
    const [hidden, silent] = [guild.channel('hidden'), guild.channel('silent')];
    const thread = silent.thread('talks');
    hidden.permissions(discord.bot, { deny: ['ViewChannel'] });
    silent.permissions(discord.bot, { deny: ['SendMessages', 'SendMessagesInThreads'] });
    expect(await post(at(hidden))).toEqual(gone('right-view-channel'));
    expect(await post(at(silent))).toEqual(gone('right-send-messages'));
    expect(await post(at(thread))).toEqual(gone('right-send-messages-in-threads'));
  });

  it('is asked about once for all channels of a guild', async () => {
    const channels = ['a', 'b', 'c'].map(guild.channel);
    for (const channel of channels) channel.permissions(discord.bot, { deny: ['SendMessages'] });
    const before = discord.requests.length;
    for (const channel of channels) expect(await post(at(channel))).toEqual(gone('right-send-messages'));
    const asked = discord.requests.slice(before).map(({ method, route }) => `${method} ${route}`);
    expect(asked.filter((one) => one !== postRoute)).toEqual([
      'GET /guilds/:guild',
      'GET /guilds/:guild/members/:user',
      'GET /guilds/:guild/channels',
    ]);
  });

  it('is one where a permission is missing of which Discord does not tell', async () => {
    const channel = guild.channel('news');
    discord.fault(postRoute, { status: 403, body: { code: 50_013, message: 'Missing Permissions' } });
    expect(await post(at(channel))).toEqual(gone('place-forbidden'));
  });

  it('is a locked thread, archived or not', async () => {
    const thread = guild.channel('news').thread('talks');
    thread.archive(true);
    expect(await post(at(thread))).toEqual(gone('place-locked'));
    thread.reopen();
    expect(await post(at(thread))).toEqual(gone('place-locked'));
  });

  it('is a forum itself', async () => {
    expect(await post(at(guild.forum('questions')))).toEqual(gone('place-kind'));
  });

  it('is the private chat of somebody who takes no messages', async () => {
    const shy = discord.user({ username: 'shy', acceptsMessages: false });
    expect(await post(at(discord.dm(shy), shy))).toEqual(gone('place-no-messages'));
  });
});

describe('a message that Discord does not take', () => {
  it('says which field is wrong, not what stood there', async () => {
    const { body, files } = rendered() as { body: object; files: unknown };
    const components = [{ type: 10, content: 'Talks '.repeat(1000) }];
    const sent = await post(at(guild.channel('news')), { message: { body: { ...body, components }, files } });
    expect(sent).toMatchObject({ kind: 'content' });
    expect(sent.kind === 'content' && sent.reason).toMatch(/^Discord 50035 components\S*: \w+$/u);
  });

  it.each([
    ['empty', 400, 50_006],
    ['too large', 413, 40_005],
    ['kept out by the server’s own rules', 400, 200_000],
  ])('because it is %s concerns that message only', async (_, status, code) => {
    discord.fault(postRoute, { status, body: { code, message: 'Talks' } });
    expect(await post(at(guild.channel('news')))).toEqual({ kind: 'content', reason: `Discord ${code}` });
  });
});
