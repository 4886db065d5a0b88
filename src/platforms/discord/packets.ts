import {
  type APIInteraction,
  type Client,
  GatewayDispatchEvents as Dispatched,
  Events,
  type GatewayDispatchPayload,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Guilds } from './guilds.ts';
import { tell } from './told.ts';

interface Dispatching {
  emit(event: string, ...told: unknown[]): boolean;
  handlePacket(packet: GatewayDispatchPayload | undefined, shard: unknown): boolean;
}

export interface PacketParts {
  client: Client;
  guilds: Pick<Guilds, 'nameOf'>;
  log: Logger;
}

/** What discord.js has a part in. Of everything else it would fill caches: 13 kB for the smallest guild. */
const handedOn: readonly string[] = [
  Dispatched.Ready,
  Dispatched.Resumed,
  Dispatched.InteractionCreate,
  Dispatched.UserUpdate,
];

/**
 * Hands discord.js those events only that connecting and answering take, and no guild at all: its caches of guilds,
 * channels and roles can't be limited otherwise. Whoever wants the other events listens for them on `client.ws`, where
 * all are told of. That it waits for its guilds after READY does not go by these caches.
 *
 * Keeps an event that cannot be read, such as one with a field that discord.js does not know in that form, from ending
 * the process: it would be thrown out of the socket's listener, where nobody can catch it.
 */
export function handPacketsOn({ client, guilds, log }: PacketParts): void {
  const ws = client.ws as unknown as Dispatching;
  const emit = ws.emit.bind(ws);
  const handlePacket = ws.handlePacket.bind(ws);
  let reading: APIInteraction | undefined;

  function survive(event: string | undefined, read: () => boolean): boolean {
    try {
      return read();
    } catch (error) {
      log.error({ err: error, event }, 'An event from Discord could not be read');
      return false;
    }
  }

  ws.emit = (event, ...told) => survive(event, () => emit(event, ...told));
  ws.handlePacket = (packet, shard) => {
    if (packet && !handedOn.includes(packet.t)) return false;
    if (packet?.t === Dispatched.InteractionCreate && !hasAsker(packet.d)) {
      log.warn({ event: packet.t }, 'An interaction names nobody who asks');
      return false;
    }
    reading = packet?.t === Dispatched.InteractionCreate ? packet.d : undefined;
    return survive(packet?.t, () => handlePacket(withoutGuilds(packet), shard));
  };
  // It is told of while its event is handed on.
  client.on(Events.InteractionCreate, (interaction) => {
    if (reading) tell(interaction, reading, guilds.nameOf(reading.guild_id ?? '') ?? '');
  });
}

/** Of whom there is neither an id nor a name, nothing can be asked of Discord, and nothing kept. */
function hasAsker({ member, user }: APIInteraction): boolean {
  const asker: { id?: unknown; username?: unknown } | undefined = member?.user ?? user;
  return typeof asker?.username === 'string' && /^\d{1,20}$/u.test(String(asker.id));
}

const withoutGuilds = (packet: GatewayDispatchPayload | undefined) =>
  packet?.t === Dispatched.Ready ? { ...packet, d: { ...packet.d, guilds: [] } } : packet;
