/** Which of the bot's shards are this process's. */
export type Sharding =
  /** All that Discord recommends. */
  | { kind: 'all' }
  /** These, of so many in all. */
  | { kind: 'fixed'; shards: readonly number[]; count: number }
  /** As they are shared out among processes. */
  | { kind: 'claimed'; claims: ShardClaims }
  /** None: no gateway, REST alone. */
  | { kind: 'none' };

/** What Discord says of how its gateway may be used (discord.com/developers/docs/events/gateway#get-gateway-bot). */
export interface Recommended {
  shards: number;
  /** So many shards may identify within 5 s: one of each remainder by this number. */
  maxConcurrency: number;
}

export interface ShardHandlers {
  /** Resolves when the shard is connected. */
  onGained(shard: number, count: number): Promise<void>;
  /** Resolves when what it was doing is done. */
  onLost(shard: number): Promise<void>;
}

/** Tells which shards are this process's, as that changes. */
export interface ShardClaims {
  /** Resolves when the first shares are known and connected. */
  start(recommended: Recommended, handlers: ShardHandlers): Promise<void>;
  /** Gives up all of them. */
  stop(): Promise<void>;
}

/** Between identifications of shards with the same remainder by `max_concurrency`. */
export const identifyWindowMs = 5000;
