import { setTimeout as sleep } from 'node:timers/promises';
import { type APIGatewayBotInfo, type Interaction, type REST, Routes, SimpleIdentifyThrottler } from 'discord.js';
import type { Logger } from 'pino';
import { OperatorError } from '../../core/errors.ts';
import { patiently } from './patience.ts';
import { createShard, isConnected, type Shard, type ShardParts } from './shard.ts';
import type { Recommended, Sharding } from './sharding.ts';
import { createWatchdog, type WatchdogPatience } from './watchdog.ts';

export interface GatewayParts
  extends Omit<ShardParts, 'id' | 'count' | 'fromAt' | 'throttler' | 'onHeard' | 'onInteraction'> {
  rest: REST;
  sharding: Sharding;
  /** Resolves when the interaction is dealt with. */
  handle(interaction: Interaction): Promise<void>;
  /** A shard is ready. */
  onConnected(shard: Shard, id: number): Promise<void>;
  log: Logger;
  now: () => number;
  watchdog?: WatchdogPatience | undefined;
}

/** This process's connections to the gateway, one for each of its shards. */
export interface Gateway {
  shards(): Iterable<Shard>;
  /** Resolves when those that are this process's are connected; throws OperatorError for what must be mended. */
  start(): Promise<void>;
  /** Resolves when what has been asked is answered. */
  stop(): Promise<void>;
  /** Whether all of this process's shards are connected just now. */
  isConnected(): boolean;
}

/** For what is on its way, and for clocks that do not quite agree. */
const lateMs = 2000;

export function createGateway(parts: GatewayParts): Gateway {
  const { rest, sharding, log, retryDelaysMs, watch } = parts;
  const shards = new Map<number, Shard>();
  const inFlight = new Set<Promise<void>>();
  const stopping = new AbortController();
  let throttler = new SimpleIdentifyThrottler(1);
  const watchdog = createWatchdog({
    ...parts,
    signal: stopping.signal,
    patience: parts.watchdog,
    shards: () => shards,
    restart: async (id, count) => {
      watch.restarted('silent');
      await disconnect(id);
      await connect(id, count);
    },
  });

  async function connect(id: number, count: number, fromAt = 0): Promise<void> {
    const shard = createShard({
      ...parts,
      id,
      count,
      fromAt,
      throttler,
      onHeard: () => watchdog.heard(id),
      onInteraction(interaction) {
        const work = parts.handle(interaction);
        inFlight.add(work);
        void work.finally(() => inFlight.delete(work));
      },
    });
    shards.set(id, shard);
    watchdog.watch(id, count);
    await shard.start();
    if (shard.client.isReady()) await parts.onConnected(shard, id);
  }

  async function disconnect(id: number): Promise<void> {
    const shard = shards.get(id);
    if (!shard) return;
    shards.delete(id);
    await shard.stop();
  }

  /** Nobody waits for the shards that come later. */
  async function gain(id: number, count: number, fromAt: number): Promise<void> {
    try {
      await connect(id, count, fromAt);
    } catch (error) {
      if (error instanceof OperatorError) parts.onEnded(error);
      throw error;
    }
  }

  /** Answers what was asked before the successor began, which may still be on its way. */
  async function handOver(id: number, untilAt: number | undefined): Promise<void> {
    const shard = shards.get(id);
    if (shard && untilAt !== undefined) {
      shard.listen(0, untilAt);
      await sleep(Math.max(0, untilAt - parts.now()) + lateMs);
    }
    await Promise.allSettled(inFlight);
    await disconnect(id);
  }

  async function recommended(): Promise<Recommended | undefined> {
    const asked = () => rest.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>;
    const info = await patiently(asked, { log, delaysMs: retryDelaysMs, signal: stopping.signal });
    return info && { shards: info.shards, maxConcurrency: info.session_start_limit.max_concurrency };
  }

  async function start(): Promise<void> {
    if (sharding.kind === 'none') return;
    const found = await recommended();
    if (!found) return;
    throttler = new SimpleIdentifyThrottler(found.maxConcurrency);
    if (sharding.kind === 'claimed') {
      await sharding.claims.start(found, {
        onGained: (id, count, isHandedOver) => gain(id, count, isHandedOver ? Number.POSITIVE_INFINITY : 0),
        onBegun: (id, fromAt) => shards.get(id)?.listen(fromAt, Number.POSITIVE_INFINITY),
        onLost: handOver,
      });
      return;
    }
    const count = sharding.kind === 'fixed' ? sharding.count : found.shards;
    const mine = sharding.kind === 'fixed' ? sharding.shards : [...Array(count).keys()];
    await Promise.all(mine.map((id) => connect(id, count)));
  }

  async function stop(): Promise<void> {
    stopping.abort();
    if (sharding.kind === 'claimed') await sharding.claims.stop();
    for (const shard of shards.values()) shard.listen(0, 0);
    await Promise.allSettled(inFlight);
    await Promise.allSettled([...shards.keys()].map(disconnect));
  }

  return {
    shards: () => shards.values(),
    start,
    stop,
    isConnected: () => [...shards.values()].every(isConnected),
  };
}
