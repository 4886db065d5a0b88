import {
  type Client,
  GatewayDispatchEvents as Dispatched,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatchData,
  type GatewayGuildUpdateDispatchData,
  type GatewayReadyDispatchData,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Chat } from '../../core/community.ts';
import type { Facts } from './guild-facts.ts';

export interface GuildParts {
  client: Client;
  facts: Pick<Facts, 'forget'>;
  log: Logger;
  /** Told of a guild that the bot has come into. */
  onJoined?: ((guildId: string) => void) | undefined;
  /** Told of a guild's new name. */
  onRenamed?: ((chat: Chat, title: string) => void | Promise<void>) | undefined;
}

/** The guilds that the bot is in, by one connection, and their names: all that is kept of each, some 200 bytes. */
export interface Guilds {
  readonly size: number;
  has(guildId: string): boolean;
  /** Undefined unless the gateway has told of it. */
  nameOf(guildId: string): string | undefined;
  /** Any that the gateway has told of. */
  any(): string | undefined;
}

/** What of a guild may change what its members, or the bot, may do there. */
const changing = [
  Dispatched.GuildRoleCreate,
  Dispatched.GuildRoleUpdate,
  Dispatched.GuildRoleDelete,
  Dispatched.ChannelCreate,
  Dispatched.ChannelUpdate,
  Dispatched.ChannelDelete,
] as const;

/** Keeps what is known of guilds up to date. Nothing is said to one that is joined, nothing deleted of one that is left. */
export function watchGuilds({ client, facts, log, onJoined, onRenamed }: GuildParts): Guilds {
  /** Empty until the gateway has told the name. */
  let names = new Map<string, string>();

  /** During an outage it is told of without its name; what is no name is kept for none. */
  function learnName(id: string, told?: unknown): void {
    const name = typeof told === 'string' ? told : undefined;
    const before = names.get(id) ?? '';
    names.set(id, name ?? before);
    if (before && name && before !== name) void rename(id, name);
  }

  async function rename(id: string, title: string): Promise<void> {
    try {
      await onRenamed?.({ platform: 'discord', id }, title);
    } catch (error) {
      log.error({ err: error, guild: id }, 'The new name of a guild could not be kept');
    }
  }

  const { ws } = client;
  ws.on(Dispatched.Ready, ({ guilds }: GatewayReadyDispatchData) => {
    names = new Map(guilds.map(({ id }) => [id, names.get(id) ?? '']));
  });
  ws.on(Dispatched.GuildCreate, ({ id, name }: GatewayGuildCreateDispatchData) => {
    const isNew = !names.has(id);
    facts.forget(id);
    learnName(id, name);
    if (isNew) onJoined?.(id);
  });
  ws.on(Dispatched.GuildUpdate, ({ id, name }: GatewayGuildUpdateDispatchData) => {
    facts.forget(id);
    learnName(id, name);
  });
  ws.on(Dispatched.GuildDelete, ({ id, unavailable }: GatewayGuildDeleteDispatchData) => {
    facts.forget(id);
    // An outage of Discord's is no farewell.
    if (!unavailable) names.delete(id);
  });
  for (const event of changing)
    ws.on(event, ({ guild_id }: { guild_id?: string }) => void (guild_id !== undefined && facts.forget(guild_id)));
  for (const event of [Dispatched.GuildMemberUpdate, Dispatched.GuildMemberRemove] as const)
    ws.on(event, ({ guild_id, user }: { guild_id: string; user: { id: string } }) => facts.forget(guild_id, user.id));

  return {
    get size() {
      return names.size;
    },
    has: (id) => names.has(id),
    nameOf: (id) => names.get(id) || undefined,
    any() {
      for (const [id, name] of names) if (name) return id;
      return undefined;
    },
  };
}
