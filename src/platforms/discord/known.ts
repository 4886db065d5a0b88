import type { Channel, Client, Guild } from 'discord.js';

/** What the gateway has told of guilds, by whichever of this process's connections; Discord keeps it fresh. */
export interface Known {
  /** Whether there is a connection, and all that it tells at the start has been told. */
  isReady(): boolean;
  guild(id: string): Guild | undefined;
  channel(id: string): Channel | undefined;
  /** The bot's own id. */
  self(): string | undefined;
}

/** `clients` are asked for each time: they come and go. */
export function knownTo(clients: () => Iterable<Client>): Known {
  function first<T>(of: (client: Client) => T | undefined): T | undefined {
    for (const client of clients()) {
      const found = of(client);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return {
    isReady: () => first((client) => client.isReady() || undefined) === true,
    guild: (id) => first(({ guilds }) => guilds.cache.get(id)),
    channel: (id) => first(({ channels }) => channels.cache.get(id)),
    self: () => first(({ user }) => user?.id),
  };
}
