import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/core/community.ts';
import { paragraph } from '../../../src/core/document.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Origin, Reception } from '../../../src/core/reception.ts';
import type { Place } from '../../../src/core/subscription.ts';
import { createDiscordFake, type DiscordFake, type Place as FakePlace } from '../../../src/loopback/discord/index.ts';
import { texts } from '../../builders/dispatcher.ts';
import { heardAll, startBot } from './bot.ts';

let discord: DiscordFake;
let bot: Awaited<ReturnType<typeof startBot>>;
let guild: ReturnType<DiscordFake['guild']>;
let origins: Origin[];
let reachable: Chat[];
let sent: (string | undefined)[];
/** The waits that the bot has begun; calling one ends it. */
let waits: (() => void)[];

const recording =
  (usual: Reception): Reception =>
  async (origin) => {
    origins.push(origin);
    return await usual(origin);
  };

const start = () =>
  startBot(discord, {
    reception: recording,
    onReachable: (chat) => void reachable.push(chat),
    onSent: (channel) => void sent.push(channel),
    delay: (_, signal) =>
      new Promise((resolve) => {
        waits.push(resolve);
        signal.addEventListener('abort', () => resolve());
      }),
  });

beforeEach(async () => {
  discord = await createDiscordFake();
  [origins, reachable, sent, waits] = [[], [], [], []];
  guild = discord.guild({ name: 'Kyiv' });
  bot = await start();
});
afterEach(async () => {
  await bot.bot.stop();
  await discord.close();
});

const at = ({ id }: { id: string }, chat: { id: string } = guild): Place => ({
  platform: 'discord',
  chat: chat.id,
  channel: id,
});
const inspect = (place: Place) => bot.bot.broadcaster.inspect(place);
const told = () => heardAll(discord);

describe('a place to post in', () => {
  it('is any text or announcement channel, thread or post of a forum', async () => {
    const [talk, news] = [guild.channel('talk'), guild.announcement('news')];
    const [thread, post] = [talk.thread('talks'), guild.forum('questions').thread('a post')];
    await told();
    const suitable = (place: FakePlace, title: string, canCrosspost = false) => ({
      kind: 'fit',
      place: at(place),
      title,
      canCrosspost,
    });
    expect(await inspect(at(talk))).toEqual(suitable(talk, '#talk'));
    expect(await inspect(at(news))).toEqual(suitable(news, '#news', true));
    expect(await inspect(at(thread))).toEqual(suitable(thread, '#talks'));
    expect(await inspect(at(post))).toEqual(suitable(post, '#a post'));
  });

  it('is no forum itself, of which a post is to be chosen, and nothing without texts', async () => {
    const [forum, voice] = [guild.forum('questions'), guild.voice('Voice')];
    await told();
    expect(await inspect(at(forum))).toEqual({ kind: 'unfit', missing: ['place-forum'] });
    expect(await inspect(at(voice))).toEqual({ kind: 'unfit', missing: ['place-kind'] });
  });

  it('names each permission that is missing', async () => {
    const channel = guild.channel('talk');
    const thread = channel.thread('talks');
    channel.permissions(discord.bot, { deny: ['ViewChannel', 'SendMessages', 'SendMessagesInThreads'] });
    await told();
    expect(await inspect(at(channel))).toEqual({
      kind: 'unfit',
      missing: ['right-view-channel', 'right-send-messages'],
    });
    expect(await inspect(at(thread))).toEqual({ kind: 'unfit', missing: ['right-view-channel'] });
    channel.permissions(discord.bot, {});
    await told();
    expect(await inspect(at(channel))).toMatchObject({ kind: 'fit' });
  });

  it('counts what the bot’s roles give it', async () => {
    const channel = guild.channel('talk');
    channel.permissions(guild, { deny: ['SendMessages'] });
    const role = guild.role('Herald');
    channel.permissions(role, { allow: ['SendMessages'] });
    await told();
    expect(await inspect(at(channel))).toMatchObject({ kind: 'unfit' });
    guild.member(discord.bot, { roles: [role] });
    await told();
    expect(await inspect(at(channel))).toMatchObject({ kind: 'fit' });
    guild.member(discord.bot, { roles: [role], timedOutUntil: Date.now() + 60_000 });
    await told();
    expect(await inspect(at(channel))).toEqual({ kind: 'unfit', missing: ['place-timeout'] });
  });

  it('is any channel where the bot administers the server, whatever the channel denies', async () => {
    const channel = guild.channel('talk');
    channel.permissions(discord.bot, { deny: ['ViewChannel', 'SendMessages'] });
    guild.member(discord.bot, { roles: [guild.role('Admin', ['Administrator'])] });
    await told();
    expect(await inspect(at(channel))).toMatchObject({ kind: 'fit' });
  });

  it('is no locked thread, unless the bot manages threads', async () => {
    const channel = guild.channel('talk');
    const thread = channel.thread('talks');
    thread.archive(true);
    await told();
    expect(await inspect(at(thread))).toEqual({ kind: 'unfit', missing: ['place-locked'] });
    channel.permissions(discord.bot, { allow: ['ManageThreads'] });
    await told();
    expect(await inspect(at(thread))).toMatchObject({ kind: 'fit' });
  });

  it('may be a thread that was archived before the bot started', async () => {
    const channel = guild.channel('talk');
    const [open, locked] = [channel.thread('open'), channel.thread('locked')];
    open.archive();
    locked.archive(true);
    await bot.bot.stop();
    bot = await start();
    expect(await inspect(at(open))).toMatchObject({ kind: 'fit', title: '#open' });
    expect(await inspect(at(locked))).toEqual({ kind: 'unfit', missing: ['place-locked'] });
  });

  it('is not there where it was deleted, stands in another server, or the bot is no longer in its server', async () => {
    const [gone, foreign] = [guild.channel('gone'), discord.guild().channel('foreign')];
    const channel = guild.channel('talk');
    gone.remove();
    await told();
    expect(await inspect(at(gone))).toEqual({ kind: 'unfit', missing: ['place-gone'] });
    expect(await inspect(at(foreign))).toEqual({ kind: 'unfit', missing: ['place-gone'] });
    guild.kickBot();
    await told();
    expect(await inspect(at(channel))).toEqual({ kind: 'unfit', missing: ['place-left'] });
  });

  it('is a private chat, which is opened', async () => {
    const ann = discord.user({ username: 'ann' });
    const dm = discord.dm(ann);
    const suitable = { kind: 'fit', place: at(dm, ann), title: 'ann', canCrosspost: false };
    expect(await inspect(at({ id: '' }, ann))).toEqual(suitable);
    expect(await inspect(at(dm, ann))).toEqual(suitable);
    const bob = discord.user({ username: 'bob' });
    expect(await inspect(at(dm, bob))).toEqual({ kind: 'unfit', missing: ['place-gone'] });
    const nobody = { id: '123456789012345678' };
    expect(await inspect(at({ id: '' }, nobody))).toEqual({ kind: 'unfit', missing: ['place-no-messages'] });
  });

  it('is not known while Discord does not answer', async () => {
    const ann = discord.user({ username: 'ann' });
    discord.fault('POST /users/@me/channels', { status: 500 }, 5);
    expect(await inspect(at({ id: '' }, ann))).toEqual({ kind: 'unknown' });
    await bot.bot.stop();
    expect(await inspect(at(guild.channel('talk')))).toEqual({ kind: 'unknown' });
  });

  it.each<[string, Record<Language, string>]>([
    ['right-view-channel', { en: 'View Channel', uk: 'Переглядати канал', ru: 'Просматривать канал' }],
    ['right-send-messages', { en: 'Send Messages', uk: 'Надсилати повідомлення', ru: 'Отправлять сообщения' }],
    [
      'right-send-messages-in-threads',
      { en: 'Messages in Threads', uk: 'повідомлення в гілках', ru: 'сообщения в ветках' },
    ],
    ['place-forum', { en: 'Choose a post', uk: 'Виберіть допис', ru: 'Выберите публикацию' }],
    ['place-locked', { en: 'Manage Threads', uk: 'Керувати гілками', ru: 'Управлять ветками' }],
  ])('says in each language what is missing: %s', (key, words) => {
    for (const language of ['en', 'uk', 'ru'] as const) expect(texts.in(language)(key)).toContain(words[language]);
  });
});

describe('a guild where the bot may have got a right back', () => {
  const chat = () => ({ platform: 'discord' as const, id: guild.id });
  const endWaits = async () => {
    const [first, ...more] = waits.splice(0);
    first?.();
    await new Promise((resolve) => setImmediate(resolve));
    return more.length + (first ? 1 : 0);
  };

  it.each<[string, () => void]>([
    ['the bot’s roles change', () => guild.member(discord.bot, { roles: [guild.role('Herald')] })],
    ['a role changes', () => guild.permitRole(guild, ['ViewChannel'])],
    ['a channel changes', () => guild.channel('talk').permissions(discord.bot, { allow: ['SendMessages'] })],
    ['the bot comes back', () => void [guild.kickBot(), guild.addBot()]],
    ['a thread is opened again', () => guild.channel('talk').thread('talks').reopen(false)],
  ])('is told of when %s', async (_, change) => {
    change();
    await expect.poll(() => waits.length).toBe(1);
    expect(reachable).toEqual([]);
    await endWaits();
    expect(reachable).toEqual([chat()]);
  });

  it('is told of when a thread is opened again that the gateway did not know', async () => {
    const thread = guild.channel('talk').thread('talks');
    thread.archive();
    await bot.bot.stop();
    bot = await start();
    thread.reopen();
    await expect.poll(() => waits.length).toBe(1);
    await endWaits();
    expect(reachable).toEqual([chat()]);
  });

  it('is told of once, however much changes at a time, and again for what changes later', async () => {
    const channels = Array.from({ length: 20 }, (_, i) => guild.channel(`talk-${i}`));
    for (const channel of channels) channel.permissions(discord.bot, { allow: ['SendMessages'] });
    await told();
    expect(await endWaits()).toBe(1);
    expect(reachable).toEqual([chat()]);
    guild.permitRole(guild, ['ViewChannel']);
    await told();
    expect(await endWaits()).toBe(1);
    expect(reachable).toEqual([chat(), chat()]);
  });

  it('is not told of at every start, nor for what concerns other members or archives a thread', async () => {
    const ann = discord.user({ username: 'ann' });
    guild.member(ann, { roles: [guild.role('Reader')] });
    guild.channel('talk').thread('talks').archive();
    await told();
    expect(waits).toEqual([]);
  });
});

describe('what counts toward the bot’s limit', () => {
  it('is reported by channel, but neither answers to interactions nor what the broadcaster sends', async () => {
    const channel = guild.channel('talk');
    const { deliver, broadcaster } = bot.bot;
    const ann = discord.user({ username: 'ann' });
    const reader = { language: 'en' as const, t: texts.in('en') };
    const answer = { document: [paragraph('News')] };
    sent.length = 0;
    await ann.slash(channel, '/aloud');
    await broadcaster.post(at(channel), broadcaster.render(answer, reader), { key: 'k', silent: false });
    expect(sent).toEqual([]);
    await deliver({ chat: channel.id }, answer, reader);
    await deliver({ person: ann.id }, answer, reader);
    expect(sent).toEqual([channel.id, undefined, discord.dm(ann).id]);
  });
});

describe('where somebody asks', () => {
  const here = () => origins.at(-1)?.here;

  it('is the channel or thread', async () => {
    const ann = discord.user({ username: 'ann' });
    const channel = guild.channel('talk');
    const thread = channel.thread('talks');
    await told();
    await ann.slash(channel, '/aloud');
    expect(here()).toEqual({ place: at(channel), title: '#talk' });
    await ann.slash(thread, '/aloud');
    expect(here()).toEqual({ place: at(thread), title: '#talks' });
  });

  it('is the private chat with the bot', async () => {
    const ann = discord.user({ username: 'ann' });
    await ann.slash(discord.dm(ann), '/aloud');
    expect(here()).toEqual({ place: at(discord.dm(ann), ann), title: '' });
  });

  it('is nowhere that the bot could write to by itself among those who did not take it in', async () => {
    const ann = discord.user({ username: 'ann', installed: true });
    await ann.slash(discord.guild({ bot: false }).channel('elsewhere'), '/aloud');
    expect(here()).toBeUndefined();
    await ann.slash(discord.privateChat(ann, discord.user({ username: 'bob' })), '/aloud');
    expect(here()).toBeUndefined();
  });
});
