import type { Client } from 'discord.js';
import type { Logger } from 'pino';

interface PacketHandling {
  handlePacket(packet: { t?: string | null } | undefined, shard: unknown): boolean;
}

/**
 * Keeps an event that discord.js cannot read, such as one with a field that it does not know in that form, from ending
 * the process: discord.js throws out of its socket's listener, where nobody can catch it.
 */
export function surviveOddPackets(client: Client, log: Logger): void {
  const ws = client.ws as unknown as PacketHandling;
  const handlePacket = ws.handlePacket.bind(ws);
  ws.handlePacket = (packet, shard) => {
    try {
      return handlePacket(packet, shard);
    } catch (error) {
      log.error({ err: error, event: packet?.t }, 'An event from Discord could not be read');
      return false;
    }
  };
}
