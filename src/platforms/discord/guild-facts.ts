import {
  type APIChannel,
  type APIDMChannel,
  type APIGuild,
  type APIGuildMember,
  type APIUser,
  type ChannelType,
  DiscordAPIError,
  type REST,
  type RouteLike,
  Routes,
} from 'discord.js';
import { type Known, knownTo } from './known.ts';
import { createMemory } from './memory.ts';

export interface GuildFacts {
  id: string;
  ownerId: string;
  /** What each role permits, by its id. */
  roles: ReadonlyMap<string, bigint>;
}

/** What a guild knows of one member. */
export interface MemberFacts {
  id: string;
  roles: readonly string[];
  /** Until when they are in a timeout, in ms since the epoch; 0 without one. */
  timedOutUntil: number;
}

/** What a role or member has, or has not, in one channel. */
export interface Overwrite {
  id: string;
  allow: bigint;
  deny: bigint;
}

/** A channel or thread of a guild. */
export interface ChannelFacts {
  id: string;
  type: ChannelType;
  name: string;
  guildId: string | undefined;
  parentId: string | undefined;
  /** Of a thread: whether only who manages threads may write in it. */
  isLocked: boolean;
  overwrites: readonly Overwrite[];
}

/** What Discord says of guilds when asked, believed for a while. All but `forget` reject where it does not answer within 4 s. */
export interface Facts {
  /** Undefined where the bot is not in the guild. */
  guild(guildId: string): Promise<GuildFacts | undefined>;
  /** Undefined for who is no member. */
  member(guildId: string, userId: string): Promise<MemberFacts | undefined>;
  /** The channels of a guild that the bot is in, those that are closed to it too; not the threads. */
  channels(guildId: string): Promise<ReadonlyMap<string, ChannelFacts>>;
  /** A channel or thread that the bot sees, as it is now. Rejects with Discord's refusal for any other. */
  channel(channelId: string): Promise<APIChannel>;
  /** The private chat with a person, which is opened. Rejects with Discord's refusal where there can be none. */
  privateChat(userId: string): Promise<APIDMChannel>;
  /** The bot's own id. */
  self(): Promise<string>;
  /** Drops what is remembered of a guild, or of one member of it. */
  forget(guildId: string, userId?: string): void;
}

export interface FactsParts {
  rest: REST;
  /** Nothing unless told. */
  known?: Known;
  now?: () => number;
  /** Awaited before each request: these count toward the bot's limit. */
  beforeAsk?: (() => Promise<void>) | undefined;
  /** Once it aborts, nothing more is asked. */
  signal?: AbortSignal | undefined;
}

/** For what the gateway tells of as it changes; of other people's roles it does not tell, and so not for longer. */
const toldMs = 60_000;
/** For guilds of which no gateway tells here: long enough for what is done with several of their channels at a time. */
const untoldMs = 5000;
/** After this long Discord is taken not to answer. */
const patienceMs = 4000;
/** Some 2 kB, 0.3 kB and 15 kB each. */
const most = { guilds: 1000, members: 10_000, channelLists: 200 };

/** What is asked of Discord over REST, so that none of it need be kept for every guild that the bot is in. */
export function createFacts({ rest, known = knownTo(() => []), now = Date.now, beforeAsk, signal }: FactsParts): Facts {
  const guilds = createMemory<GuildFacts | undefined>({ most: most.guilds, now });
  const members = createMemory<MemberFacts | undefined>({ most: most.members, now });
  const channelLists = createMemory<ReadonlyMap<string, ChannelFacts>>({ most: most.channelLists, now });
  const freshMs = (guildId: string) => (known.has(guildId) ? toldMs : untoldMs);

  async function inTime(): Promise<{ signal: AbortSignal }> {
    await beforeAsk?.();
    signal?.throwIfAborted();
    return { signal: AbortSignal.timeout(patienceMs) };
  }

  async function ask<T>(route: RouteLike): Promise<T> {
    return (await rest.get(route, await inTime())) as T;
  }

  async function privateChat(userId: string): Promise<APIDMChannel> {
    const request = { body: { recipient_id: userId }, ...(await inTime()) };
    return (await rest.post(Routes.userChannels(), request)) as APIDMChannel;
  }

  let own: string | undefined;
  async function self(): Promise<string> {
    own ??= known.self() ?? (await ask<APIUser>(Routes.user())).id;
    return own;
  }

  async function guild(guildId: string): Promise<GuildFacts | undefined> {
    if (known.isOutside(guildId)) return undefined;
    return await guilds.recall(guildId, freshMs(guildId), () =>
      ask<APIGuild>(Routes.guild(guildId)).then(guildFacts, absent(403, 404)),
    );
  }

  function member(guildId: string, userId: string): Promise<MemberFacts | undefined> {
    const believedMs = userId === own ? freshMs(guildId) : toldMs;
    return members.recall(`${guildId}:${userId}`, believedMs, () =>
      ask<APIGuildMember>(Routes.guildMember(guildId, userId)).then((found) => memberFacts(userId, found), absent(404)),
    );
  }

  function channels(guildId: string): Promise<ReadonlyMap<string, ChannelFacts>> {
    return channelLists.recall(guildId, freshMs(guildId), async () => {
      const found = await ask<APIChannel[]>(Routes.guildChannels(guildId));
      return new Map(found.map((one) => [one.id, channelFacts(one)]));
    });
  }

  function forget(guildId: string, userId?: string): void {
    if (userId !== undefined) {
      members.forget(`${guildId}:${userId}`);
      return;
    }
    guilds.forget(guildId);
    channelLists.forget(guildId);
    for (const key of members.keys()) if (key.startsWith(`${guildId}:`)) members.forget(key);
  }

  return { guild, member, channels, channel: (id) => ask(Routes.channel(id)), privateChat, self, forget };
}

/** What Discord refuses with one of these is not there. */
const absent =
  (...statuses: number[]) =>
  (error: unknown): undefined => {
    if (error instanceof DiscordAPIError && error.code && statuses.includes(error.status)) return;
    throw error;
  };

const guildFacts = ({ id, owner_id, roles }: APIGuild): GuildFacts => ({
  id,
  ownerId: owner_id,
  roles: new Map(roles.map((role) => [role.id, BigInt(role.permissions)])),
});

export const memberFacts = (
  id: string,
  { roles, communication_disabled_until: until }: Pick<APIGuildMember, 'roles' | 'communication_disabled_until'>,
): MemberFacts => ({ id, roles, timedOutUntil: until ? Date.parse(until) : 0 });

export function channelFacts(channel: APIChannel): ChannelFacts {
  const { id, type, name } = channel;
  const overwrites = ('permission_overwrites' in channel && channel.permission_overwrites) || [];
  return {
    id,
    type,
    name: name ?? '',
    guildId: 'guild_id' in channel ? channel.guild_id : undefined,
    parentId: ('parent_id' in channel && channel.parent_id) || undefined,
    isLocked: 'thread_metadata' in channel && channel.thread_metadata?.locked === true,
    overwrites: overwrites.map((one) => ({ id: one.id, allow: BigInt(one.allow), deny: BigInt(one.deny) })),
  };
}
