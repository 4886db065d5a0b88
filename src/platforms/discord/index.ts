import { setTimeout as delay } from 'node:timers/promises';
import { Client, DiscordjsErrorCodes, Events, GatewayIntentBits, Options, type REST } from 'discord.js';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../core/dispatch.ts';
import { OperatorError } from '../../core/errors.ts';
import type { Texts } from '../../core/texts.ts';
import { createInteractionHandler, isExpired } from './interactions.ts';
import { commandsJson, syncCommands } from './registration.ts';

export interface DiscordParts {
  token: string;
  /** Discord's API or a proxy of it, up to and including `/api`. */
  apiUrl: string | undefined;
  dispatcher: Dispatcher;
  texts: Texts;
  log: Logger;
  newIncidentId(): string;
  /** Called when Discord ends the session for good, such as for a revoked token. */
  onStopped(reason: OperatorError): void;
  deferAfterMs?: number;
  /** The waits before the first, second… repetition of a failed connection, in ms. */
  retryDelaysMs?: readonly number[];
}

const growingDelaysMs = [1000, 2000, 5000, 10_000, 20_000, 40_000, 60_000];

/** The Discord side: a gateway client with the Guilds intent only, which answers interactions. */
export function createDiscord(parts: DiscordParts) {
  const { token, apiUrl, dispatcher, texts, log, deferAfterMs = 1500, retryDelaysMs = growingDelaysMs } = parts;
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
  const handle = createInteractionHandler({ dispatcher, texts, deferAfterMs });
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();

  client.on(Events.InteractionCreate, (interaction) => {
    const work = handle(interaction).catch((error: unknown) => {
      if (isExpired(error)) log.warn({ interaction: interaction.id }, 'Discord no longer waits for this interaction');
      else log.error({ err: error, incident: parts.newIncidentId() }, 'An interaction could not be answered');
    });
    inFlight.add(work);
    work.finally(() => inFlight.delete(work));
  });
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
      await delay(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
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
    await Promise.allSettled(inFlight);
    await client.destroy();
  }

  return { start, stop };
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
