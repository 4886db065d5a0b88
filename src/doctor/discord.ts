import {
  type APIApplication,
  type APIUser,
  REST,
  type RESTGetAPIGatewayBotResult,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { failureOf } from '../platforms/discord/failures.ts';
import { createFacts } from '../platforms/discord/guild-facts.ts';
import { createPlaces } from '../platforms/discord/places.ts';
import { syncCommands } from '../platforms/discord/registered.ts';
import { createSingleShot, TokenRefusedError } from '../platforms/discord/single-shot.ts';
import { type Finding, many, ok, problem, skipped, Unasked, warning } from './finding.ts';
import type { Inspector } from './places.ts';

export interface DiscordAccess {
  token: string;
  /** Discord's API or a proxy of it, up to and including `/api`. */
  apiUrl: string | undefined;
}

type Commands = RESTPostAPIApplicationCommandsJSONBody[];

const requestTimeoutMs = 10_000;
const portal = 'https://discord.com/developers/applications';
/** Each start takes one, and a process that keeps failing takes them fast. */
const fewStarts = 20;

/** The token, the gateway, the application's settings, and whether the commands are registered. Nothing is connected. */
export async function examineDiscord(
  access: DiscordAccess,
  commands: () => Promise<Commands>,
  signal: AbortSignal,
): Promise<Finding[]> {
  const rest = createSingleShot({ ...access, timeoutMs: requestTimeoutMs });
  let user: APIUser;
  try {
    user = (await rest.get(Routes.user(), { signal })) as APIUser;
  } catch (error) {
    return [unreachable(error, access)];
  }
  const application = rest.get(Routes.currentApplication(), { signal }) as Promise<APIApplication>;
  const parts = [
    examineGateway(rest, signal),
    application.then(examineApplication),
    application.then(({ id }) => examineCommands(rest, id, commands, signal)),
  ];
  const names = ['discord-gateway', 'discord-application', 'discord-commands'];
  const settled = await Promise.allSettled(parts);
  return [
    ok('discord', `The token is that of ${user.username}.`),
    ...settled.flatMap((one, index) =>
      one.status === 'fulfilled' ? one.value : [problem(names[index] as string, wordsFor(one.reason), 'Try again.')],
    ),
  ];
}

function unreachable(error: unknown, { apiUrl }: DiscordAccess): Finding {
  if (error instanceof TokenRefusedError)
    return problem(
      'discord',
      'Discord does not accept DISCORD_TOKEN.',
      `Copy the bot token again from ${portal} (Bot, Reset Token).`,
    );
  const mend = apiUrl
    ? 'Check DISCORD_API_URL, and that machine.'
    : 'Check this machine’s network, DNS and firewall (discord.com, port 443).';
  return problem('discord', wordsFor(error), mend);
}

function wordsFor(error: unknown): string {
  const failure = failureOf(error, 'post');
  if (failure.kind === 'wait') return `Discord asks to be left alone for ${Math.ceil(failure.forMs / 1000)} s.`;
  return `Discord can’t be asked (${failure.kind === 'moved' ? failure.to : failure.reason}).`;
}

async function examineGateway(rest: REST, signal: AbortSignal): Promise<Finding[]> {
  const { shards, session_start_limit } = (await rest.get(Routes.gatewayBot(), {
    signal,
  })) as RESTGetAPIGatewayBotResult;
  const { remaining, total, reset_after } = session_start_limit;
  const name = 'discord-gateway';
  const asked = shards > 1 ? ` Discord recommends ${shards} shards.` : '';
  const message = `${remaining} of ${total} starts left today.${asked}`;
  if (remaining > fewStarts) return [ok(name, message)];
  const until = many(Math.ceil(reset_after / 3600_000), 'hour');
  const mend = `Something starts it again and again: read its log. The count is renewed within ${until}.`;
  return [remaining === 0 ? problem(name, message, mend) : warning(name, message, mend)];
}

function examineApplication(found: APIApplication): Finding[] {
  const name = 'discord-application';
  if (found.interactions_endpoint_url)
    return [
      problem(
        name,
        'Discord sends what people do to an address instead of to Parley.',
        `Clear the Interactions Endpoint URL at ${portal} (General Information).`,
      ),
    ];
  if (found.bot_require_code_grant)
    return [
      warning(
        name,
        'The install link does not work: a code grant is asked for.',
        `Turn off Requires OAuth2 Code Grant at ${portal} (Bot).`,
      ),
    ];
  const { approximate_guild_count: guilds, bot_public: isPublic, integration_types_config: installs } = found;
  const where = guilds === undefined ? '' : `On ${many(guilds, 'server')}. `;
  const who = isPublic ? 'Anybody may add it to a server' : 'Only its owner may add it to a server (Public Bot is off)';
  // `1`: to oneself, for use in any chat.
  const alone = installs && !('1' in installs) ? '; nobody can install it for themselves (User Install is off)' : '';
  return [ok(name, `${where}${who}${alone}.`)];
}

async function examineCommands(
  rest: REST,
  applicationId: string,
  commands: () => Promise<Commands>,
  signal: AbortSignal,
): Promise<Finding[]> {
  const name = 'discord-commands';
  const query = new URLSearchParams({ with_localizations: 'true' });
  const [registered, wanted] = await Promise.all([
    rest.get(Routes.applicationCommands(applicationId), { query, signal }) as Promise<{ name: string }[]>,
    commands().catch(() => undefined),
  ]);
  if (!wanted) return [skipped(name, 'Parley’s own commands can’t be listed while the content has errors.')];
  const missing = wanted.filter((own) => !registered.some((one) => one.name === own.name));
  if (missing.length === wanted.length)
    return [warning(name, 'None is registered yet.', 'Start Parley: it registers them.')];
  if (await areSame(registered, applicationId, wanted))
    return [ok(name, `All ${wanted.length} are registered as this version has them.`)];
  const which = missing.length > 0 ? `; missing: ${missing.map((own) => own.name).join(', ')}` : '';
  return [
    warning(
      name,
      `Those registered are of another version or content${which}.`,
      'Start Parley again: it registers its own.',
    ),
  ];
}

/** By the rule by which they are registered, which is let read what is there and write nothing. */
async function areSame(registered: unknown, applicationId: string, wanted: Commands): Promise<boolean> {
  const told = { get: async () => registered, put: async () => undefined } as unknown as REST;
  return (await syncCommands(told, applicationId, wanted)) === 'unchanged';
}

/** Asks whether Parley may post in a channel, without connecting. */
export async function discordInspector(access: DiscordAccess, signal: AbortSignal): Promise<Inspector> {
  // It waits where Discord wants it to.
  const rest = new REST({ ...(access.apiUrl && { api: access.apiUrl }), retries: 0, timeout: requestTimeoutMs });
  const facts = createFacts({ rest: rest.setToken(access.token), signal });
  const close = async () => {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  };
  try {
    await facts.self();
  } catch {
    await close();
    throw new Unasked('Discord does not let Parley in.');
  }
  return { inspect: createPlaces(facts).inspect, close };
}
