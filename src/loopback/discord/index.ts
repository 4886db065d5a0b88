import { type Act, callBot } from './calling.ts';
import { createCommands } from './commands.ts';
import { createFaults, type Disruption, type FaultKind } from './faults.ts';
import { createGateway } from './gateway.ts';
import type { GatewayOptions } from './gateway-sessions.ts';
import { identityRoutes } from './identity-routes.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { createInteractions } from './interactions.ts';
import { createJournal } from './journal.ts';
import { messageRoutes } from './message-routes.ts';
import { createMessages } from './messages.ts';
import { hasFlag, type Json, messageFlags } from './payloads.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createRateLimits, type RateLimitOptions } from './rate-limits.ts';
import type { SeenMessage } from './seen.ts';
import { createApiServer } from './server.ts';
import { createWaiting } from './waiting.ts';
import { createWorld } from './world.ts';

export type { Attempt, Disruption, Fault, FaultKind, Trouble } from './faults.ts';
export type { Heard } from './heard.ts';
export type { JournalEntry } from './journal.ts';
export { markup, markupKinds } from './mentions.ts';
export type { SeenModal } from './modals.ts';
export type { Offer, Person } from './people.ts';
export type { GuildPlace, Place } from './places.ts';
export type { SeenMessage } from './seen.ts';

export interface DiscordFakeOptions {
  /** The fake's clock in milliseconds, for deadlines, ids and rate limits; real time by default. */
  now?: () => number;
  gateway?: Partial<GatewayOptions>;
  /** Enforces rate limits; absent, only the headers are sent. */
  rateLimits?: RateLimitOptions;
  /** Milliseconds of real time that waiting for the bot may take; 8000 by default. */
  patienceMs?: number;
  /**
   * Keeps memory flat under thousands of messages: of requests only the latest are kept, without their bodies, and of what
   * the bot posts by itself only that it is there.
   */
  lean?: boolean;
}

export type DiscordFake = Awaited<ReturnType<typeof createDiscordFake>>;

const isId = (value: unknown): value is string => typeof value === 'string' && /^\d+$/u.test(value);

/** A Discord of its own on 127.0.0.1: REST API v10 and gateway on one random port, and people who use the bot. */
export async function createDiscordFake(options: DiscordFakeOptions = {}) {
  const now = options.now ?? Date.now;
  const token = `${Buffer.from('parley').toString('base64url')}.fake.${Math.random().toString(36).slice(2)}`;
  let accepted: string | undefined = token;
  const accepts = (given: string | undefined) => given !== undefined && given === accepted;
  const isLean = options.lean ?? false;
  const journal = createJournal(isLean);
  const { changed, until, watch } = createWaiting(journal.entries, options.patienceMs ?? 8_000);
  const world = createWorld(now);
  const gatewayOptions: GatewayOptions = {
    heartbeatIntervalMs: 41_250,
    privilegedIntents: [],
    shards: 1,
    maxConcurrency: 16,
    identifyWindowMs: 0,
    sessionStarts: 1000,
    resumableEvents: isLean ? 100 : 10_000,
    ...options.gateway,
  };
  let port = 0;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  const filesUrl = () => `http://127.0.0.1:${port}/attachments`;
  const gateway = createGateway(world, gatewayOptions, { accepts, url: gatewayUrl, changed });
  const messages = createMessages(world, gateway.dispatch, changed, filesUrl, isLean);
  const isPublished = (channel: string, message: string) =>
    hasFlag(world.channels.get(channel)?.messages.get(message)?.flags, messageFlags.crossposted);
  const commands = createCommands(world, changed);
  const faults = createFaults(changed);
  const routes = [
    ...identityRoutes(world, { url: gatewayUrl, counts: gateway.counts, options: gatewayOptions }),
    ...commands.routes,
    ...messageRoutes(world, messages),
    ...interactionRoutes(world, messages, createInteractions(world, messages, changed)),
  ];
  const server = await createApiServer({
    routes,
    faults,
    journal,
    files: messages.files,
    limits: createRateLimits(options.rateLimits, now, isPublished),
    now,
    accepts,
    changed,
  });
  port = server.port;
  gateway.listen(server.server);
  const { guild, dm, privateChat, joinFor } = createPlaces(world, gateway.dispatch);
  const person = createPeople({
    world,
    commands,
    gateway,
    messages,
    waiting: { changed, until, watch },
    filesUrl,
    join: joinFor,
  });

  return {
    /** For discord.js: `rest: { api: fake.apiUrl }`. */
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    applicationId: world.bot.id,
    /** The bot's account, for permissions and memberships. */
    bot: { id: world.bot.id, mention: `<@${world.bot.id}>` },
    gateway,
    /** Every request so far, refused ones too. */
    requests: journal.entries,
    /** How many requests were answered with 429, by a limit or a fault. */
    get rateLimited() {
      return server.limitedCount();
    },
    /** How many connections there were at a time, at most; those to the gateway too. */
    get mostConnections() {
      return server.mostOpen();
    },
    guild,
    dm,
    privateChat,
    /** A new account; `installed` means that they added the app to it. */
    user({
      username,
      locale = 'en-US',
      installed = false,
      acceptsMessages = true,
    }: {
      username: string;
      locale?: string;
      installed?: boolean;
      acceptsMessages?: boolean;
    }) {
      const user = {
        id: world.snowflake(),
        username,
        globalName: username,
        locale,
        bot: false,
        installed,
        acceptsMessages,
      };
      world.users.set(user.id, user);
      return person(user);
    },
    /** The commands the bot has registered, globally or for one guild. */
    commands: (guildId?: string) => commands.list(guildId),
    /** Makes the next `times` requests that fit `pattern` go wrong: `POST /channels/:channel/messages`, `* /webhooks/*`. */
    fault: (pattern: string, kind: FaultKind, times = 1) => faults.add(pattern, kind, times),
    /**
     * Asks a function for every request what goes wrong with it, if anything. The request comes to nothing but its answer,
     * unless the fault says otherwise; what the function itself changes comes first (`guild.kickBot()`).
     */
    disrupt: (hook: Disruption) => faults.disrupt(hook),
    clearFaults: faults.clear,
    /** Has Discord's file host send whoever asks for files on to another address, until called with nothing. */
    redirectFiles: (to?: string) => server.redirectFiles(to),
    /** Withdraws the bot's token: requests get 401, and the gateway closes with 4004. */
    revokeToken() {
      accepted = undefined;
      gateway.drop(4004);
      gateway.forgetSessions();
    },
    restoreToken() {
      accepted = token;
    },
    /** Sends any gateway event; to one guild's shard if `guild_id` is in the data. */
    dispatch(event: string, data: Json) {
      gateway.dispatch(event, () => data, isId(data.guild_id) ? { guildId: data.guild_id } : {});
    },
    /** Sends any interaction at all, which nobody's app need offer; `alter` may change it on its way to the bot. */
    interact({ source, ...act }: Omit<Act, 'sourceJson'>, alter?: (payload: Json) => Json) {
      return callBot(world, gateway, source ? { ...act, source, sourceJson: messages.json(source) } : act, alter);
    },
    /** A message as the REST API gives it. */
    messageJson: (message: SeenMessage): Json => messages.json(message.state),
    /** A file that somebody has attached, by its id. */
    file: (id: string) => messages.files.get(id),
    /** Calls the listener after every change, until the function that it gives back is called. */
    watch,
    /** Resolves with the first value of `look` that is not undefined; fails with `expected` and the last requests. */
    until,
    /** Resolves once the bot is connected and identified. */
    ready: () => until('the bot to identify', () => (gateway.connected() ? true : undefined)),
    async close() {
      faults.clear();
      gateway.close();
      await server.close();
    },
  };
}
