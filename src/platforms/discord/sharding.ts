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
  /** Resolves when the shard is connected; where another process hands it over, that one answers until `onBegun`. */
  onGained(shard: number, count: number, isHandedOver: boolean): Promise<void>;
  /** What is asked from then on is to be answered here, in ms since the epoch. */
  onBegun(shard: number, fromAt: number): void;
  /** What is asked from `untilAt` on is answered elsewhere. Resolves when what was asked before is answered. */
  onLost(shard: number, untilAt: number | undefined): Promise<void>;
}

/** Tells which shards are this process's, as that changes. */
export interface ShardClaims {
  /** Resolves when the first shares are known and connected. */
  start(recommended: Recommended, handlers: ShardHandlers): Promise<void>;
  /** Hands all of them over. */
  stop(): Promise<void>;
}
