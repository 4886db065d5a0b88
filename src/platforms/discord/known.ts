import type { Shard } from './shard.ts';

/** Which guilds the bot is in, as this process' connections to the gateway tell. */
export interface Known {
  /** Whether the gateway tells this process of the guild. */
  has(guildId: string): boolean;
  /** Whether the bot is certainly not in the guild. */
  isOutside(guildId: string): boolean;
  /** The bot's own id. */
  self(): string | undefined;
}

type KnowingShard = Pick<Shard, 'client' | 'guilds' | 'count'>;

/** `shards` are asked for each time: they come and go. */
export function knownTo(shards: () => Iterable<KnowingShard>): Known {
  const has = (guildId: string) => [...shards()].some(({ guilds }) => guilds.has(guildId));
  return {
    has,
    isOutside: (guildId) => seesAll([...shards()]) && !has(guildId),
    self: () => [...shards()].find(({ client }) => client.user)?.client.user?.id,
  };
}

/** Whether these are all that the bot has, and each has told what it tells at the start. */
const seesAll = (shards: readonly KnowingShard[]): boolean =>
  shards.length > 0 && shards.every(({ client, count }) => count === shards.length && client.isReady());
