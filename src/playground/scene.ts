import { createDiscordFake, type GuildPlace, type Place } from '../loopback/discord/index.ts';
import { type ChatHandle, createTelegramFake } from '../loopback/telegram/index.ts';
import { languages, people } from './people.ts';
import type { PersonId, Scene } from './protocol.ts';

/** How long the bot may take to answer, in ms. */
const patienceMs = 10_000;

export type Stage = Awaited<ReturnType<typeof createStage>>;
export type DiscordStage = Stage['discord'];
export type TelegramStage = Stage['telegram'];

/** A Discord and a Telegram of their own on loopback, with the same people and two communities on both. */
export async function createStage(now: () => number, version: string) {
  const [discord, telegram] = await Promise.all([setDiscord(now), setTelegram(now)]);
  const scene: Scene = {
    version,
    people,
    languages,
    discord: {
      botId: discord.fake.bot.id,
      guilds: discord.guilds.map(({ id, name, channels }) => ({
        id,
        name,
        channels: channels.map((channel) => ({ id: channel.place.id, name: channel.name, kind: channel.kind })),
      })),
    },
    telegram: {
      botId: telegram.fake.bot.id,
      botUsername: telegram.fake.bot.username,
      chats: [
        { id: 0, title: 'Parley', kind: 'private' },
        ...telegram.chats.map(({ handle, title, kind }) => ({ id: handle.id, title, kind })),
      ],
    },
  };
  return {
    scene,
    discord,
    telegram,
    /** Who writes what all communities share. */
    operators: [
      { platform: 'discord' as const, id: discord.person('operator').id },
      { platform: 'telegram' as const, id: String(telegram.person('operator').id) },
    ],
    async close(): Promise<void> {
      await Promise.all([discord.fake.close(), telegram.fake.close()]);
    },
  };
}

async function setDiscord(now: () => number) {
  const fake = await createDiscordFake({ now, patienceMs });
  const accounts = new Map(people.map(({ id, name }) => [id, fake.user({ username: name })]));
  const person = (id: PersonId) => accounts.get(id) as NonNullable<ReturnType<typeof accounts.get>>;

  function guild(name: string, moderator: PersonId, texts: string[], news: string) {
    const made = fake.guild({ name });
    for (const { id } of people)
      made.member(person(id), { permissions: id === moderator ? ['ManageGuild', 'ManageMessages'] : [] });
    const of = (kind: 'text' | 'news') => (channel: string) => {
      const place: GuildPlace = kind === 'news' ? made.announcement(channel) : made.channel(channel);
      if (kind === 'news') place.permissions(made, { deny: ['SendMessages'] });
      if (kind === 'news')
        for (const who of [person(moderator), fake.bot]) place.permissions(who, { allow: ['SendMessages'] });
      return { name: channel, kind, place };
    };
    return { id: made.id, name, channels: [...texts.map(of('text')), of('news')(news)] };
  }

  const guilds = [
    guild('Peace Talks Watch', 'moderator', ['general', 'questions'], 'news'),
    guild('Harbour Café', 'foreign', ['general'], 'news'),
  ];
  const channels = new Map(guilds.flatMap((one) => one.channels.map(({ place }) => [place.id, place as Place])));
  return {
    fake,
    guilds,
    person,
    /** Where a person looks: a channel, or (`dm`) their private chat with the bot; undefined for none of them. */
    place: (who: PersonId, id: string): Place | undefined => (id === 'dm' ? fake.dm(person(who)) : channels.get(id)),
    placeIds: ['dm', ...channels.keys()],
  };
}

async function setTelegram(now: () => number) {
  const fake = await createTelegramFake({ now, privacyMode: true });
  const accounts = new Map(
    people.map(({ id, name }) => [id, fake.user({ first_name: name, username: name.toLowerCase() })]),
  );
  const person = (id: PersonId) => accounts.get(id) as NonNullable<ReturnType<typeof accounts.get>>;
  const allBut = (moderator: PersonId) => people.filter(({ id }) => id !== moderator).map(({ id }) => person(id));
  const crowd = (moderator: PersonId) => ({ members: allBut(moderator), admins: [person(moderator)] });
  const chat = (handle: ChatHandle, title: string, kind: 'group' | 'channel') => ({ handle, title, kind });
  const [talks, news, harbour] = ['Peace Talks Watch', 'Talks news', 'Harbour chat'] as const;
  const chats = [
    chat(fake.supergroup({ title: talks, ...crowd('moderator') }), talks, 'group'),
    chat(fake.channel({ title: news, username: 'talks_news', ...crowd('moderator') }), news, 'channel'),
    chat(fake.supergroup({ title: harbour, ...crowd('foreign') }), harbour, 'group'),
  ];
  for (const { id } of people) fake.privateChat(person(id));
  return {
    fake,
    chats,
    person,
    /** Where a person looks: a chat, or (0) their private chat with the bot; undefined for none of them. */
    chat: (who: PersonId, id: number): ChatHandle | undefined =>
      id === 0 ? fake.privateChat(person(who)) : chats.find(({ handle }) => handle.id === id)?.handle,
    chatIds: [0, ...chats.map(({ handle }) => handle.id)],
  };
}
