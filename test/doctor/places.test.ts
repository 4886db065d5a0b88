import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../src/core/community.ts';
import { discordInspector } from '../../src/doctor/discord.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { accessTo } from '../../src/doctor/kept.ts';
import { examinePlaces, type Inspector, mostPlaces } from '../../src/doctor/places.ts';
import { telegramInspector } from '../../src/doctor/telegram.ts';
import { createDiscordFake, type DiscordFake } from '../../src/loopback/discord/index.ts';
import { createTelegramFake, type TelegramFake } from '../../src/loopback/telegram/index.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { texts } from '../builders/dispatcher.ts';
import { testSubscription } from '../builders/subscription.ts';
import { sqliteFile } from '../store/databases.ts';

let made: Awaited<ReturnType<typeof sqliteFile>>;
let store: Store;
beforeEach(async () => {
  made = await sqliteFile();
  store = await openStore(made.options);
  subscribed = 0;
});
afterEach(async () => {
  await store.close();
  await made.drop();
});

let subscribed: number;
async function subscribe(platform: Platform, chat: string, channel = chat, title = 'somewhere', isPrivate = false) {
  const id = `s${String(++subscribed).padStart(7, '0')}`;
  await store.subscriptions.put(testSubscription(id, { place: { platform, chat, channel }, title, isPrivate }));
}

async function examine(platform: Platform, inspector: (signal: AbortSignal) => Promise<Inspector>): Promise<Finding[]> {
  const access = accessTo(made.options);
  try {
    const parts = { platform, access, say: texts.in('en'), inspector, withinMs: 20_000 };
    return await examinePlaces(parts, new AbortController().signal);
  } finally {
    await access.close();
  }
}
const told = (findings: Finding[]) => findings.map(({ state, message }) => [state, message]);

describe('the places on Discord that get updates', () => {
  let discord: DiscordFake;
  let guild: ReturnType<DiscordFake['guild']>;
  beforeEach(async () => {
    discord = await createDiscordFake();
    guild = discord.guild({ name: 'Kyiv' });
    await store.communities.of({ platform: 'discord', id: guild.id, title: 'Kyiv' }, 0);
  });
  afterEach(() => discord.close());
  const look = () => examine('discord', (signal) => discordInspector(discord, signal));
  const subscribeTo = ({ id, state }: { id: string; state: { name: string } }) =>
    subscribe('discord', guild.id, id, `#${state.name}`);

  it('are asked about one by one, and those that lack a permission are named with it', async () => {
    const [news, talk, hall] = [guild.channel('news'), guild.channel('talk'), guild.channel('hall')];
    for (const one of [news, talk, hall, hall.thread('peace')]) await subscribeTo(one);
    talk.permissions(discord.bot, { deny: ['SendMessages'] });
    hall.permissions({ id: guild.id }, { deny: ['ViewChannel'] });
    expect(told(await look())).toEqual([
      ['ok', 'Parley may post in 1 of 4 places that get updates.'],
      ['warning', '#hall (Kyiv), #peace (Kyiv): Parley lacks the permission “View Channel” there.'],
      ['warning', '#talk (Kyiv): Parley lacks the permission “Send Messages” there.'],
    ]);
  });

  it('are only asked about: nothing is sent or opened, and nothing connects', async () => {
    await subscribeTo(guild.channel('news'));
    const person = discord.user({ username: 'ola' });
    await subscribe('discord', person.id, discord.dm(person).id, 'Ola', true);
    expect(told(await look())).toEqual([
      ['ok', 'Parley may post in 1 of 1 place that get updates (1 private chat beside, not looked at).'],
    ]);
    expect(new Set(discord.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(discord.gateway.connected()).toBeFalsy();
  });

  it('in a server that Parley was thrown out of, and a channel that is gone', async () => {
    const [news, talk] = [guild.channel('news'), discord.guild({ name: 'Lviv' })];
    await subscribeTo(news);
    const hall = talk.channel('hall');
    await subscribe('discord', talk.id, hall.id, '#hall');
    news.remove();
    talk.kickBot();
    expect(new Set(told(await look()).map(String))).toEqual(
      new Set(
        [
          ['ok', 'Parley may post in 0 of 2 places that get updates.'],
          ['warning', '#news (Kyiv): There is no such channel or chat any more.'],
          ['warning', '#hall: Parley is no longer a member there: add it again.'],
        ].map(String),
      ),
    );
  });

  it('are asked about up to a number, with few requests, and it says how many more there are', async () => {
    for (const one of guild.channels(mostPlaces + 3)) await subscribeTo(one);
    expect(told(await look())).toEqual([
      ['ok', `Parley may post in ${mostPlaces} of ${mostPlaces} places that get updates. 3 more were not looked at.`],
    ]);
    expect(discord.requests.length).toBeLessThan(mostPlaces + 10);
  });

  it('are skipped where Discord does not answer', async () => {
    await subscribeTo(guild.channel('news'));
    discord.revokeToken();
    await expect(look()).rejects.toThrow('Discord does not let Parley in.');
    discord.restoreToken();
    discord.fault('GET /guilds/:guild', { badGateway: true }, 5);
    await expect(look()).rejects.toThrow('None of 1 place could be asked about.');
  });

  it('are none, which is fine', async () => {
    expect(told(await look())).toEqual([['ok', 'No channel or group gets updates.']]);
  });
});

describe('the places on Telegram that get updates', () => {
  let telegram: TelegramFake;
  beforeEach(async () => {
    telegram = await createTelegramFake();
  });
  afterEach(() => telegram.close());
  const look = () =>
    examine('telegram', (signal) => telegramInspector({ token: telegram.token, apiRoot: telegram.apiRoot }, signal));

  it('are asked about one by one, and nobody sees Parley typing', async () => {
    const [talk, quiet] = [telegram.supergroup({ title: 'Talk' }), telegram.supergroup({ title: 'Quiet' })];
    const news = telegram.channel({ title: 'News' });
    const ola = telegram.privateChat(telegram.user());
    for (const one of [talk, quiet, news]) await subscribe('telegram', String(one.id), undefined, one.state.title);
    await subscribe('telegram', String(ola.id), undefined, 'Ola', true);
    quiet.allowWriting(false);
    news.allowWriting(false);
    expect(told(await look())).toEqual([
      ['ok', 'Parley may post in 1 of 3 places that get updates (1 private chat beside, not looked at).'],
      ['warning', expect.stringMatching(/^Quiet: /u)],
      ['warning', expect.stringMatching(/^News: /u)],
    ]);
    expect(new Set(telegram.calls.map(({ method }) => method))).toEqual(new Set(['getMe', 'getChat', 'getChatMember']));
  });
});
