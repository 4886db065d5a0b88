import type { Clock } from '../core/clock.ts';
import type { ClaimStore } from '../store/store.ts';
import { type Claiming, createClaiming } from './claiming.ts';

export interface ShardSharingParts {
  store: ClaimStore;
  clock: Clock;
  /** This process, and the connection that shows that it is alive. */
  holder: string;
  session: string;
  /** How many shards there are in all; as many as Discord recommends unless told. */
  count?: number | undefined;
  onFault(error: unknown): void;
}

/** What Discord says: how many shards it recommends, and how many of them may identify at once. */
interface Recommended {
  shards: number;
  maxConcurrency: number;
}

interface Handlers {
  onGained(shard: number, count: number, isHandedOver: boolean): Promise<void>;
  onBegun(shard: number, fromAt: number): void;
  onLost(shard: number, untilAt: number | undefined): Promise<void>;
}

/** A little more than Discord's own 5 s, for the way there. */
const identifyApartMs = 5500;

/** Shares out the bot's shards among the processes on a database, each of which identifies no sooner than Discord allows. */
export function createShardClaims({ store, clock, holder, session, count, onFault }: ShardSharingParts) {
  let claiming: Claiming | undefined;
  return {
    async start({ shards, maxConcurrency }: Recommended, { onGained, onBegun, onLost }: Handlers): Promise<void> {
      // Two counts at once would have some guilds served twice: the first process says which it is.
      const slots = count ?? (await store.agree('shards', 'shards', shards).catch(() => shards));
      claiming = createClaiming({
        store,
        clock,
        ask: { kind: 'shards', holder, session, slots, apart: { lanes: maxConcurrency, ms: identifyApartMs } },
        onGained: (slot, isHandedOver) => onGained(slot, slots, isHandedOver),
        onBegun,
        onLost,
        onFault,
      });
      await claiming.start();
    },
    async stop(): Promise<void> {
      await claiming?.stop();
    },
  };
}
