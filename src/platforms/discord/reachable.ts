import { type Client, Events, GatewayDispatchEvents, type GatewayThreadUpdateDispatchData } from 'discord.js';
import type { Logger } from 'pino';
import type { Chat } from '../../core/community.ts';

export interface ReachableParts {
  client: Client;
  log: Logger;
  /** Told of guilds where the bot may have got the right to post. */
  onReachable: (chat: Chat) => void | Promise<void>;
  /** Resolves after so many milliseconds. */
  delay: (ms: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
}

/** What changes in a guild within this time is told together. */
const gatheringMs = 1000;

/** Notices what may have given the bot a right back: it came into the guild, or roles, channels or threads changed. */
export function watchReachable({ client, log, onReachable, delay, signal }: ReachableParts): void {
  const gathering = new Set<string>();

  async function tell(guildId: string): Promise<void> {
    if (gathering.has(guildId)) return;
    gathering.add(guildId);
    await delay(gatheringMs, signal).catch(() => undefined);
    gathering.delete(guildId);
    if (signal.aborted) return;
    try {
      await onReachable({ platform: 'discord', id: guildId });
    } catch (error) {
      log.error({ err: error, guild: guildId }, 'What waits for a guild could not be taken up again');
    }
  }

  client.on(Events.GuildCreate, ({ id }) => void tell(id));
  client.on(Events.ChannelUpdate, (_, channel) => void ('guildId' in channel && tell(channel.guildId)));
  client.on(Events.GuildRoleUpdate, (_, { guild }) => void tell(guild.id));
  client.on(Events.GuildRoleDelete, ({ guild }) => void tell(guild.id));
  client.on(Events.GuildMemberUpdate, (_, { guild, user }) => void (user.id === client.user?.id && tell(guild.id)));
  // discord.js tells nothing of threads that were archived before it knew them.
  client.ws.on(GatewayDispatchEvents.ThreadUpdate, (thread: GatewayThreadUpdateDispatchData) => {
    if (thread.guild_id !== undefined && !thread.thread_metadata?.archived) void tell(thread.guild_id);
  });
}
