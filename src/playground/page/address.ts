import type { Looking, Scene } from '../protocol.ts';

export type Theme = 'dark' | 'light';
export type Width = 'desktop' | 'phone';
export type Show = 'both' | 'discord' | 'telegram';
export type Settings = 'open' | 'closed';

/** All that the page's address says: who looks at what, and how. */
export interface Place {
  looking: Looking;
  theme: Theme;
  width: Width;
  show: Show;
  /** As the visitor left them; until then it depends on the window. */
  settings?: Settings;
}

interface NamedChannel {
  id: string;
  name: string;
}

/** The place that a query names; what it leaves out or misnames is as at first. */
export function placeOf(search: string, scene: Scene, preferred: Theme): Place {
  const query = new URLSearchParams(search);
  const given = <T extends string>(name: string, allowed: readonly T[]): T | undefined =>
    allowed.find((value) => value === query.get(name));
  const oneOf = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T =>
    given(name, allowed) ?? otherwise;
  const settings = given('settings', ['open', 'closed']);
  const channels = namedChannels(scene);
  const chats = namedChats(scene);
  const named = <T extends { id: string | number; name: string }>(name: string, all: T[]): T | undefined =>
    all.find((one) => one.name === query.get(name) || String(one.id) === query.get(name)) ?? all[0];
  return {
    looking: {
      person: oneOf(
        'person',
        scene.people.map(({ id }) => id),
        'member',
      ),
      language: oneOf('language', ['en', 'uk', 'ru'], 'en'),
      discord: named('discord', channels)?.id ?? 'dm',
      telegram: named('telegram', chats)?.id ?? 0,
    },
    theme: oneOf('theme', ['dark', 'light'], preferred),
    width: oneOf('width', ['desktop', 'phone'], 'desktop'),
    show: oneOf('show', ['both', 'discord', 'telegram'], 'both'),
    ...(settings && { settings }),
  };
}

/** The query that names a place, by names rather than ids: those are others after every start. */
export function searchOf({ looking, theme, width, show, settings }: Place, scene: Scene): string {
  const discord = namedChannels(scene).find(({ id }) => id === looking.discord)?.name ?? looking.discord;
  const telegram = namedChats(scene).find(({ id }) => id === looking.telegram)?.name ?? String(looking.telegram);
  const { person, language } = looking;
  const all = { person, language, theme, width, show, ...(settings && { settings }), discord, telegram };
  return `?${new URLSearchParams(all)}`;
}

function namedChannels({ discord }: Scene): NamedChannel[] {
  const all = discord.guilds.flatMap((guild) => guild.channels.map((channel) => ({ ...channel, guild: guild.name })));
  const isShared = (name: string) => all.filter((one) => one.name === name).length > 1;
  return [
    ...all.map(({ id, name, guild }) => ({ id, name: isShared(name) ? `${guild}/${name}` : name })),
    { id: 'dm', name: 'dm' },
  ];
}

function namedChats({ telegram }: Scene): { id: number; name: string }[] {
  return telegram.chats.map(({ id, kind, title }) => ({ id, name: kind === 'private' ? 'private' : title }));
}
