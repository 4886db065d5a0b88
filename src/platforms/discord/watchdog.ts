import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Events, GatewayOpcodes } from 'discord.js';
import type { Logger } from 'pino';
import { isConnected, type Shard } from './shard.ts';

export interface WatchdogParts {
  shards: () => ReadonlyMap<number, Shard>;
  /** Ends the shard's connection and makes another. */
  restart(id: number, count: number): Promise<void>;
  log: Logger;
  now: () => number;
  signal: AbortSignal;
  patience?: WatchdogPatience | undefined;
}

export interface WatchdogPatience {
  /** How often connections are looked at. */
  lookMs: number;
  /** One that tells nothing for so long is asked for something, */
  quietMs: number;
  /** and has so long to answer. */
  answerMs: number;
}

const usualPatience: WatchdogPatience = { lookMs: 60_000, quietMs: 5 * 60_000, answerMs: 30_000 };

/**
 * Begins anew what is connected but silent: a gateway that acknowledges heartbeats and sends no events. What tells nothing
 * of itself for five minutes, as in the night of a small server, is asked for the bot's own membership in a guild.
 */
export function createWatchdog({ shards, restart, log, now, signal, patience = usualPatience }: WatchdogParts) {
  const { lookMs, quietMs, answerMs } = patience;
  const heardAt = new Map<number, number>();
  const counts = new Map<number, number>();
  let isLooking = false;

  async function look(): Promise<void> {
    isLooking = true;
    while (!signal.aborted && shards().size > 0) {
      await sleep(lookMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await Promise.all([...shards()].map(([id, shard]) => examine(id, shard)));
    }
    isLooking = false;
  }

  async function examine(id: number, shard: Shard): Promise<void> {
    // One that is not connected is discord.js' business, which goes on trying.
    if (!isConnected(shard) || now() - (heardAt.get(id) ?? now()) < quietMs) return;
    const before = heardAt.get(id);
    if (!askForOneself(shard)) return;
    const answered = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
    await once(shard.client, Events.Raw, { signal: answered }).catch(() => undefined);
    if (signal.aborted || heardAt.get(id) !== before || shards().get(id) !== shard) return;
    log.warn({ shard: id }, 'The connection to Discord stands, but nothing comes: it is made anew');
    await restart(id, counts.get(id) ?? 1).catch((error: unknown) =>
      log.error({ err: error, shard: id }, 'The connection to Discord could not be made anew'),
    );
  }

  return {
    watch(id: number, count: number): void {
      heardAt.set(id, now());
      counts.set(id, count);
      if (!isLooking) void look();
    },
    /** Something has come over the connection of that shard. */
    heard(id: number): void {
      heardAt.set(id, now());
    },
  };
}

/** Whether there was a guild to ask about. The answer takes no intent (discord.com/developers/docs/events/gateway-events#request-guild-members). */
function askForOneself({ client, guilds }: Shard): boolean {
  const guild_id = guilds.any();
  if (guild_id === undefined || !client.user) return false;
  const d = { guild_id, user_ids: [client.user.id], limit: 0 };
  for (const shard of client.ws.shards.values()) shard.send({ op: GatewayOpcodes.RequestGuildMembers, d });
  return true;
}
