import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DiscordjsErrorCodes, Events, GatewayIntentBits, Options, type REST } from 'discord.js';
import type { Logger } from 'pino';
import type { Chat } from '../../core/community.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { OperatorError } from '../../core/errors.ts';
import type { Reception } from '../../core/reception.ts';
import { createRefreshing } from '../../core/refreshing.ts';
import type { Texts } from '../../core/texts.ts';
import { withApology } from './apology.ts';
import { createBroadcaster } from './broadcaster.ts';
import { createDeliverer } from './deliverer.ts';
import { watchGuilds } from './guilds.ts';
import { createInteractionHandler } from './interactions.ts';
import { watchReachable } from './reachable.ts';
import { syncCommands } from './registered.ts';
import { commandsJson } from './registration.ts';
import { createRights } from './rights.ts';
import { reportTraffic } from './traffic.ts';

export interface DiscordParts {
  token: string;
  /** Discord's API or a proxy of it, up to and including `/api`. */
  apiUrl: string | undefined;
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
  deferAfterMs?: number;
  deferFormsAfterMs?: number;
  /** How long one request of the broadcaster may take. */
  broadcastTimeoutMs?: number;
  now?: () => number;
  /** Resolves after so many milliseconds, or once the signal aborts; real time unless told. */
  delay?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The waits before the first, second… repetition of a failed connection, in ms. */
  retryDelaysMs?: readonly number[];
}

const realDelay = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal });
const growingDelaysMs = [1000, 2000, 5000, 10_000, 20_000, 40_000, 60_000];

/** The Discord side: a gateway client with the Guilds intent only, which answers interactions and delivers messages. */
export function createDiscord(parts: DiscordParts) {
  const { token, apiUrl, dispatcher, reception, texts, log, now = Date.now } = parts;
  const { deferAfterMs = 1500, deferFormsAfterMs = 2500, retryDelaysMs = growingDelaysMs, delay = realDelay } = parts;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: apiUrl ? { api: apiUrl } : {},
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
  const rights = createRights({ client, log, now });
  const refreshing = createRefreshing({
    delay,
    now,
    onFault: (error) => log.warn({ err: error }, 'A message could not be brought up to date'),
  });
  const answering = { dispatcher, reception, rights, refreshing, deferAfterMs, deferFormsAfterMs };
  const handle = withApology(createInteractionHandler({ ...answering, texts, apiUrl }), parts);
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();

  client.on(Events.InteractionCreate, (interaction) => {
    const work = handle(interaction);
    inFlight.add(work);
    work.finally(() => inFlight.delete(work));
  });
  watchGuilds({ client, rights, log, onRenamed: parts.onRenamed });
  const { onReachable, onSent } = parts;
  if (onReachable) watchReachable({ client, log, onReachable, delay, signal: stopping.signal });
  if (onSent) reportTraffic(client.rest, onSent);
  client.on(Events.Error, (error) => log.error({ err: error }, 'Discord client error'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'Reconnecting to Discord'));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'Resumed the session with Discord'));
  let ended = false;
  const endFor = (reason: OperatorError) => {
    if (!ended) parts.onStopped(reason);
    ended = true;
  };
  client.on(Events.Invalidated, () => endFor(revoked()));
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (code === 4004) endFor(revoked());
    else if (code === 4013 || code === 4014) endFor(refusedIntents());
  });

  /** Resolves when connected; waits, ever longer, for a Discord that is out of reach. */
  async function start(): Promise<void> {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    for (let failures = 0; !(await connected(failures)); failures++);
    if (stopping.signal.aborted) return;
    const { user, application, guilds } = await ready;
    await register(client.rest, application.id);
    log.info({ bot: user.tag, guilds: guilds.cache.size }, 'Connected to Discord');
  }

  async function connected(failures: number): Promise<boolean> {
    try {
      await client.login(token);
      return true;
    } catch (error) {
      const reason = plain(error);
      if (reason instanceof OperatorError) throw reason;
      const waitMs = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)];
      if (failures === 0)
        log.warn(`Discord cannot be reached (${(error as Error).message}); trying again until it can.`);
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      return stopping.signal.aborted;
    }
  }

  async function register(rest: REST, applicationId: string): Promise<void> {
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
    client.removeAllListeners(Events.InteractionCreate);
    await Promise.allSettled([...inFlight, refreshing.stop()]);
    await client.destroy();
  }

  /** The guild that a channel or active thread is in, as far as the bot sees it. */
  function guildOf(channelId: string): string | undefined {
    const channel = client.channels.cache.get(channelId);
    return channel && 'guildId' in channel ? (channel.guildId ?? undefined) : undefined;
  }

  const { commands } = dispatcher;
  const broadcaster = createBroadcaster({ token, apiUrl, client, commands, timeoutMs: parts.broadcastTimeoutMs });
  return { start, stop, guildOf, broadcaster, ...createDeliverer(client.rest, commands) };
}

function plain(error: unknown): unknown {
  const { code, status } = error as { code?: unknown; status?: unknown };
  if (code === DiscordjsErrorCodes.TokenInvalid || status === 401) return revoked();
  if (code === DiscordjsErrorCodes.DisallowedIntents || code === DiscordjsErrorCodes.InvalidIntents)
    return refusedIntents();
  return error;
}

const revoked = () =>
  new OperatorError(
    'Discord does not accept DISCORD_TOKEN: copy the bot token again from https://discord.com/developers/applications (Bot, Reset Token).',
  );

const refusedIntents = () =>
  new OperatorError(
    'Discord refused the gateway intents: Parley asks for Guilds only, so the application is limited; see https://discord.com/developers/applications (Bot).',
  );
