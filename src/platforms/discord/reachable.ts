import {
  type Client,
  GatewayDispatchEvents as Dispatched,
  type GatewayChannelUpdateDispatchData,
  type GatewayGuildMemberUpdateDispatchData,
  type GatewayThreadUpdateDispatchData,
} from 'discord.js';
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

/**
 * Notices what may have given the bot a right back: roles, channels or threads changed, or it came into the guild, for
 * which whoever notices that calls what is returned.
 */
export function watchReachable({ client, log, onReachable, delay, signal }: ReachableParts): (guildId: string) => void {
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

  const { ws } = client;
  ws.on(Dispatched.ChannelUpdate, (channel: GatewayChannelUpdateDispatchData) => {
    if ('guild_id' in channel && channel.guild_id !== undefined) void tell(channel.guild_id);
  });
  for (const event of [Dispatched.GuildRoleUpdate, Dispatched.GuildRoleDelete] as const)
    ws.on(event, ({ guild_id }: { guild_id: string }) => void tell(guild_id));
  ws.on(Dispatched.GuildMemberUpdate, ({ guild_id, user }: GatewayGuildMemberUpdateDispatchData) => {
    if (user.id === client.user?.id) void tell(guild_id);
  });
  ws.on(Dispatched.ThreadUpdate, (thread: GatewayThreadUpdateDispatchData) => {
    if (thread.guild_id !== undefined && !thread.thread_metadata?.archived) void tell(thread.guild_id);
  });
  return (guildId) => void tell(guildId);
}
