import {
  Client,
  Events,
  GatewayIntentBits,
  type IIdentifyThrottler,
  type Interaction,
  Options,
  Status,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import type { OperatorError } from '../../core/errors.ts';
import type { GatewayWatch } from '../../core/watch.ts';
import type { Guilds } from './guilds.ts';
import { handPacketsOn } from './packets.ts';
import { patiently } from './patience.ts';
import { refusedIntents, revoked } from './refused.ts';

export interface ShardParts {
  token: string;
  apiUrl: string | undefined;
  /** What answers are sent by. */
  agent: Dispatcher;
  id: number;
  /** Of shards in all, here and elsewhere. */
  count: number;
  /** Interactions that were made before are not taken. */
  fromAt?: number;
  /** Keeps shards from identifying sooner after one another than Discord allows. */
  throttler: IIdentifyThrottler;
  log: Logger;
  watch: GatewayWatch;
  /** Hears of everything else, and keeps what guilds there are. */
  prepare(client: Client): Guilds;
  /** Something has come over the connection. */
  onHeard(): void;
  onInteraction(interaction: Interaction): void;
  /** Discord has ended the session for good. */
  onEnded(reason: OperatorError): void;
  /** The waits before the first, second… repetition of a failed connection, in ms. */
  retryDelaysMs: readonly number[];
}

export interface Shard {
  /** Another one after a login that failed. */
  readonly client: Client;
  readonly guilds: Guilds;
  /** Of shards in all, here and elsewhere. */
  count: number;
  /** Resolves when the shard is ready or has been stopped; waits, ever longer, for a Discord that is out of reach. */
  start(): Promise<void>;
  /** Takes those interactions that are made from `fromAt` on and before `untilAt`, in ms since the epoch. */
  listen(fromAt: number, untilAt: number): void;
  stop(): Promise<void>;
}

/** Each interaction leaves a queue of its own behind in discord.js, which is cleared away so often; hourly by itself. */
const sweepMs = 60_000;

/** One connection to the gateway, with the Guilds intent only, and what it has told. */
export function createShard(parts: ShardParts): Shard {
  const { id, log, watch, retryDelaysMs } = parts;
  const stopping = new AbortController();
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let [listensFrom, listensUntil] = [parts.fromAt ?? 0, Number.POSITIVE_INFINITY];
  let connection = open();

  function open(): { client: Client; guilds: Guilds } {
    const client = new Client({
      intents: [GatewayIntentBits.Guilds],
      allowedMentions: { parse: [] },
      // What is sent is written as the API has it; to look through all of it costs as much as to render it.
      jsonTransformer: (body) => body,
      shards: [id],
      shardCount: parts.count,
      ws: { buildIdentifyThrottler: async () => parts.throttler },
      rest: { ...(parts.apiUrl && { api: parts.apiUrl }), agent: parts.agent, handlerSweepInterval: sweepMs },
      makeCache: Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      }),
    });
    const guilds = parts.prepare(client);
    handPacketsOn({ client, guilds, log });
    client.on(Events.Raw, parts.onHeard);
    client.on(Events.InteractionCreate, (interaction) => {
      const at = interaction.createdTimestamp;
      if (at >= listensFrom && at < listensUntil) parts.onInteraction(interaction);
    });
    client.on(Events.Error, (error) => log.error({ err: error, shard: id }, 'Discord client error'));
    client.on(Events.Warn, (warning) => log.warn({ shard: id }, warning));
    client.on(Events.ShardError, (error) => log.info({ err: error, shard: id }, 'The connection to Discord failed'));
    client.on(Events.ShardReady, () => watch.shard(id, 'ready'));
    client.on(Events.ShardReconnecting, () => {
      watch.shard(id, 'connecting');
      log.info({ shard: id }, 'Reconnecting to Discord');
    });
    client.on(Events.ShardResume, () => {
      watch.shard(id, 'ready');
      watch.resumed();
      log.info({ shard: id }, 'Resumed the session with Discord');
    });
    client.on(Events.Invalidated, () => parts.onEnded(revoked()));
    client.on(Events.ShardDisconnect, ({ code }) => {
      watch.shard(id, 'gone');
      if (code === 4004) parts.onEnded(revoked());
      else if (code === 4013 || code === 4014) parts.onEnded(refusedIntents());
    });
    return { client, guilds };
  }

  async function logIn(): Promise<void> {
    const { client } = connection;
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    try {
      await client.login(parts.token);
    } catch (error) {
      // It has destroyed itself: what it connects to after that is never ready, nor closed.
      if (!stopping.signal.aborted) connection = open();
      throw error;
    }
    await Promise.race([ready, ended]);
  }

  return {
    get client() {
      return connection.client;
    },
    get guilds() {
      return connection.guilds;
    },
    count: parts.count,
    async start() {
      watch.shard(id, 'connecting');
      await patiently(logIn, { log: log.child({ shard: id }), delaysMs: retryDelaysMs, signal: stopping.signal });
    },
    listen(fromAt, untilAt) {
      listensFrom = fromAt;
      listensUntil = untilAt;
    },
    async stop() {
      listensUntil = 0;
      stopping.abort();
      end();
      watch.forget(id);
      await connection.client.destroy();
    },
  };
}

/** Whether the shard has an open, identified connection. */
export const isConnected = ({ client }: Shard): boolean =>
  client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready);
