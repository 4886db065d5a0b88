import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Sharding } from './platforms/discord/sharding.ts';
import type { TelegramParts } from './platforms/telegram/index.ts';
import { createClaiming } from './scaling/claiming.ts';
import { inboxOf } from './scaling/inbox.ts';
import { createShardClaims } from './scaling/shards.ts';
import type { Store } from './store/store.ts';

export interface SharingParts {
  /** Everything, and all of Discord's shards, unless told. */
  role?: Config['role'];
  shards?: Config['shards'];
  store: Store;
  clock: Clock;
  log: Logger;
}

/** Which part of the work is this process's. */
export interface Sharing {
  /** What the connection is to be called by which this process listens: it shows that the process is alive. */
  session: string;
  sharding: Sharding;
  /** How Telegram's updates come in. */
  telegram: Pick<TelegramParts, 'polls' | 'inbox'> & { receives: boolean };
  /** Whether it sends updates, or stands by to. */
  sends: boolean;
  /** Has the updates of a bot without a webhook fetched by one of the processes at a time. */
  pollInTurn(telegram: { poll(): void; stopPolling(): Promise<void> }): {
    start(): Promise<void>;
    stop(): Promise<void>;
  };
}

/** By its role, and by whether others use the same database. */
export function createSharing({ role = 'all', shards, store, clock, log }: SharingParts): Sharing {
  const holder = randomUUID();
  const session = `parley ${holder}`;
  const onFault = (error: unknown) =>
    log.error({ err: error }, 'What the processes share out could not be agreed on; each goes on with what it has');
  const does = (one: Config['role']) => role === 'all' || role === one;
  const isPolling = does('webhook') && store.isShared;

  function sharding(): Sharding {
    if (!does('gateway')) return { kind: 'none' };
    const { count, which } = shards ?? {};
    if (count !== undefined && which) return { kind: 'fixed', shards: which, count };
    if (store.isShared)
      return {
        kind: 'claimed',
        claims: createShardClaims({ store: store.claims, clock, holder, session, count, onFault }),
      };
    return count === undefined ? { kind: 'all' } : { kind: 'fixed', shards: [...Array(count).keys()], count };
  }

  return {
    session,
    sharding: sharding(),
    telegram: {
      receives: does('webhook'),
      polls: does('webhook') ? (store.isShared ? 'while-told' : 'always') : 'never',
      inbox: store.isShared ? inboxOf(store.inbox, holder, clock.now) : undefined,
    },
    sends: does('dispatcher'),
    pollInTurn(telegram) {
      if (!isPolling) return { start: async () => {}, stop: async () => {} };
      let polls = false;
      return createClaiming({
        store: store.claims,
        clock,
        ask: { kind: 'telegram', holder, session, slots: 1 },
        onGained: async () => {},
        async onBegun(_, fromAt) {
          polls = true;
          // Two that fetch at once are in each other's way.
          await clock.sleep(Math.max(0, fromAt - clock.now()));
          if (polls) telegram.poll();
        },
        async onLost() {
          polls = false;
          await telegram.stopPolling();
        },
        onFault,
      });
    },
  };
}
