import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { Chat } from '../../core/community.ts';
import type { Rights } from './rights.ts';

export interface GuildParts {
  client: Client;
  rights: Rights;
  log: Logger;
  /** Told of a guild's new name. */
  onRenamed?: ((chat: Chat, title: string) => void | Promise<void>) | undefined;
}

/** Keeps what is known of guilds up to date. Nothing is said to one that is joined, nothing deleted of one that is left. */
export function watchGuilds({ client, rights, log, onRenamed }: GuildParts): void {
  async function rename(id: string, title: string): Promise<void> {
    try {
      await onRenamed?.({ platform: 'discord', id }, title);
    } catch (error) {
      log.error({ err: error, guild: id }, 'The new name of a guild could not be kept');
    }
  }

  client.on(Events.GuildUpdate, (before, { id, name }) => {
    rights.forget(id);
    if (before.name !== name) void rename(id, name);
  });
  client.on(Events.GuildDelete, ({ id }) => rights.forget(id));
  for (const event of [Events.GuildRoleCreate, Events.GuildRoleDelete] as const)
    client.on(event, ({ guild }) => rights.forget(guild.id));
  client.on(Events.GuildRoleUpdate, (_, { guild }) => rights.forget(guild.id));
  client.on(Events.GuildMemberUpdate, ({ guild, id }) => rights.forget(guild.id, id));
  client.on(Events.GuildMemberRemove, ({ guild, id }) => rights.forget(guild.id, id));
}
