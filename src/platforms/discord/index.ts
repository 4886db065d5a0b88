import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { REST } from 'discord.js';
import type { Logger } from 'pino';
import { Agent } from 'undici';
import type { Broadcaster } from '../../core/broadcast.ts';
import type { Chat } from '../../core/community.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import type { OperatorError } from '../../core/errors.ts';
import type { Deliverer } from '../../core/messenger.ts';
import type { Reception } from '../../core/reception.ts';
import { createRefreshing } from '../../core/refreshing.ts';
import type { Texts } from '../../core/texts.ts';
import { type GatewayWatch, unwatchedGateway, type Watch } from '../../core/watch.ts';
import { withApology } from './apology.ts';
import { createBroadcaster } from './broadcaster.ts';
import { createDeliverer } from './deliverer.ts';
import { createGateway } from './gateway.ts';
import { createFacts } from './guild-facts.ts';
import { watchGuilds } from './guilds.ts';
import { createInteractionHandler } from './interactions.ts';
import { knownTo } from './known.ts';
import { watchReachable } from './reachable.ts';
import { syncCommands } from './registered.ts';
import { commandsJson } from './registration.ts';
import { createRights } from './rights.ts';
import type { Shard } from './shard.ts';
import type { Sharding } from './sharding.ts';
import { reportTraffic, watchRequests } from './traffic.ts';
import type { WatchdogPatience } from './watchdog.ts';

export interface DiscordParts {
  token: string;
  /** Discord's API or a proxy of it, up to and including `/api`. */
  apiUrl: string | undefined;
  /** Which shards are this process's; all unless told. */
  sharding?: Sharding;
  dispatcher: Dispatcher;
  reception: Reception;
  texts: Texts;
  log: Logger;
  newIncidentId(): string;
  /** Called when Discord ends the session for good, such as for a revoked token. */
  onStopped(reason: OperatorError): void;
  /** Told of a guild's new name. */
  onRenamed?: (chat: Chat, title: string) => void | Promise<void>;
  /** Told of guilds where the bot may have got the right to post again; not of what changed while it was not connected. */
  onReachable?: (chat: Chat) => void | Promise<void>;
  /** Told of each request that counts toward the bot's limit, except the broadcaster's, with its channel if it has one. */
  onSent?: (channel: string | undefined) => void;
  /** Awaited before Discord is asked what a guild or channel is like. */
  beforeAsk?: () => Promise<void>;
  /** Told how answering goes. */
  watch?: Watch;
  /** Told how the connections are. */
  watchGateway?: GatewayWatch;
  deferAfterMs?: number;
  deferFormsAfterMs?: number;
  /** How long one request of the broadcaster may take. */
  broadcastTimeoutMs?: number;
  /** How long a silent connection is put up with. */
  watchdog?: WatchdogPatience;
  now?: () => number;
  /** Resolves after so many milliseconds, or once the signal aborts; real time unless told. */
  delay?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The waits before the first, second… repetition of a failed connection, in ms. */
  retryDelaysMs?: readonly number[];
}

const realDelay = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal });
const growingDelaysMs = [1000, 2000, 5000, 10_000, 20_000, 40_000, 60_000];

export interface Discord extends Deliverer {
  broadcaster: Broadcaster;
  /** The guild that a channel or thread is in, as far as the bot may see it. */
  guildOf(channelId: string): Promise<string | undefined>;
  /** Resolves when connected; waits for a Discord that is out of reach. Throws OperatorError for what must be mended. */
  start(): Promise<void>;
  /** Takes no more interactions and resolves when those taken are answered. */
  stop(): Promise<void>;
  /** Whether all of this process's shards are connected just now. */
  isConnected(): boolean;
}

/** A burst of commands waits for these, rather than to open as many as there are commands: each has a handshake of its own. */
const mostConnections = 128;

/** The Discord side: connections to the gateway, which answer interactions, and what delivers messages. */
export function createDiscord(parts: DiscordParts): Discord {
  const { token, apiUrl, dispatcher, reception, texts, log, now = Date.now } = parts;
  const { deferAfterMs = 1500, deferFormsAfterMs = 2500, retryDelaysMs = growingDelaysMs, delay = realDelay } = parts;
  const { sharding = { kind: 'all' }, onReachable, onSent, watch, watchGateway = unwatchedGateway } = parts;
  const agent = new Agent({ connections: mostConnections });
  const rest = new REST({ ...(apiUrl && { api: apiUrl }), agent }).setToken(token);
  const stopped = new AbortController();
  const known = knownTo(() => gateway.shards());
  const facts = createFacts({ rest, known, now, beforeAsk: parts.beforeAsk, signal: stopped.signal });
  const rights = createRights({ facts, log, now });
  const refreshing = createRefreshing({
    delay,
    now,
    onFault: (error) => log.warn({ err: error }, 'A message could not be brought up to date'),
  });
  const answering = { dispatcher, reception, rights, refreshing, deferAfterMs, deferFormsAfterMs };
  const stopping = new AbortController();
  // Each guild that may have become reachable waits on it.
  setMaxListeners(0, stopping.signal);
  let hasEnded = false;
  watchRest(rest);
  const gateway = createGateway({
    token,
    apiUrl,
    agent,
    rest,
    sharding,
    log,
    watch: watchGateway,
    now,
    retryDelaysMs,
    watchdog: parts.watchdog,
    handle: withApology(createInteractionHandler({ ...answering, texts, apiUrl }), parts),
    prepare(client) {
      watchRest(client.rest);
      const onJoined = onReachable && watchReachable({ client, log, onReachable, delay, signal: stopping.signal });
      return watchGuilds({ client, facts, log, onJoined, onRenamed: parts.onRenamed });
    },
    onConnected,
    onEnded(reason) {
      if (!hasEnded) parts.onStopped(reason);
      hasEnded = true;
    },
  });

  function watchRest(of: REST): void {
    if (onSent) reportTraffic(of, onSent);
    if (watch) watchRequests(of, watch);
  }

  let registering: Promise<void> | undefined;

  async function onConnected({ client, guilds }: Shard, shard: number): Promise<void> {
    if (!client.isReady()) return;
    registering ??= register(client.application.id);
    await registering;
    log.info({ bot: client.user.tag, shard, guilds: guilds.size }, 'Connected to Discord');
  }

  async function register(applicationId: string): Promise<void> {
    try {
      const outcome = await syncCommands(rest, applicationId, commandsJson(dispatcher.commands, texts));
      log.info({ outcome }, 'Discord commands');
    } catch (error) {
      log.error(
        { err: error },
        'The commands could not be registered with Discord; those registered before go on working',
      );
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await Promise.allSettled([gateway.stop(), refreshing.stop()]);
    stopped.abort();
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }

  async function guildOf(channelId: string): Promise<string | undefined> {
    const found = await facts.channel(channelId).catch(() => undefined);
    return found && 'guild_id' in found ? found.guild_id : undefined;
  }

  const { commands } = dispatcher;
  const broadcaster = createBroadcaster({
    token,
    apiUrl,
    facts,
    commands,
    timeoutMs: parts.broadcastTimeoutMs,
  });
  return {
    start: gateway.start,
    stop,
    guildOf,
    isConnected: gateway.isConnected,
    broadcaster,
    ...createDeliverer(rest, commands),
  };
}
