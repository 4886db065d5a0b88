import { checkCommand, commandComplaints } from './command-rules.ts';
import { type ApiError, apiError, invalidForm } from './errors.ts';
import type { CommandBody, Json } from './payloads.ts';
import { objectBody, type Reply, type Route } from './routes.ts';
import type { World } from './world.ts';

/** A registered command; those of one guild carry its id. */
export interface CommandState extends CommandBody {
  id: string;
  type: number;
  guild_id?: string;
  version: string;
}

/** Most commands per scope and type: chat input, user, message (discord.com/developers/docs/interactions/application-commands). */
const most: Record<number, number> = { 1: 100, 2: 15, 3: 15 };

export type Commands = ReturnType<typeof createCommands>;

/** The commands the bot has registered, and the routes that change them. */
export function createCommands(world: World, changed: () => void) {
  let all: CommandState[] = [];
  const inScope = (guildId: string | undefined) => all.filter((command) => command.guild_id === guildId);

  /** What a person is offered in a guild (or outside of one); a guild's own command hides a global namesake. */
  function offered(guildId: string | undefined): CommandState[] {
    const own = guildId === undefined ? [] : inScope(guildId);
    const hidden = (command: CommandState) =>
      own.some(({ name, type }) => name === command.name && type === command.type);
    return [...own, ...inScope(undefined).filter((command) => !hidden(command))];
  }

  function save(body: CommandBody, guildId: string | undefined, id?: string): CommandState {
    const known = all.find((old) => (id ? old.id === id : old.guild_id === guildId && isSame(old, body)));
    const { id: _ignored, ...rest } = body as CommandBody & { id?: string };
    const command: CommandState = {
      name_localizations: null,
      description_localizations: null,
      default_member_permissions: null,
      contexts: null,
      integration_types: [0],
      nsfw: false,
      options: [],
      ...rest,
      description: body.description ?? '',
      type: body.type ?? 1,
      id: known?.id ?? world.snowflake(),
      version: world.snowflake(),
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    };
    all = known ? all.map((old) => (old === known ? command : old)) : [...all, command];
    changed();
    return command;
  }

  function create(body: unknown, guildId: string | undefined): Reply | ApiError {
    const refused = checkCommand(body);
    if (refused) return refused;
    const command = body as CommandBody;
    const known = inScope(guildId).some((old) => isSame(old, command));
    if (!known && tooMany([...inScope(guildId), command])) return apiError(30032);
    return { status: known ? 200 : 201, body: json(save(command, guildId), true) };
  }

  function overwrite(body: unknown, guildId: string | undefined): Reply | ApiError {
    if (!Array.isArray(body)) return invalidForm([{ path: [], code: 'BASE_TYPE_BAD_TYPE', message: 'Expected list.' }]);
    const complaints = body.flatMap((command, index) => commandComplaints(command, [index]));
    const bodies = body as CommandBody[];
    bodies.forEach((command, index) => {
      if (bodies.findIndex((other) => isSame(other, command)) < index)
        complaints.push({
          path: [index],
          code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
          message: 'Application command names must be unique',
        });
    });
    if (complaints.length > 0) return invalidForm(complaints);
    if (tooMany(bodies)) return apiError(30032);
    all = all.filter((old) => old.guild_id !== guildId || bodies.some((command) => isSame(old, command)));
    return { status: 200, body: bodies.map((command) => json(save(command, guildId), true)) };
  }

  function patch(body: unknown, guildId: string | undefined, id: string): Reply | ApiError {
    const known = inScope(guildId).find((command) => command.id === id);
    if (!known) return apiError(10063);
    const merged = { ...known, ...objectBody<CommandBody>(body) };
    const refused = checkCommand(merged);
    if (refused) return refused;
    const namesake = inScope(guildId).some((other) => other.id !== id && isSame(other, merged));
    if (namesake)
      return invalidForm([
        {
          path: ['name'],
          code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
          message: 'Application command names must be unique',
        },
      ]);
    return { status: 200, body: json(save(merged, guildId, id), true) };
  }

  function remove(guildId: string | undefined, id: string): Reply | ApiError {
    if (!inScope(guildId).some((command) => command.id === id)) return apiError(10063);
    all = all.filter((command) => command.id !== id);
    changed();
    return { status: 204 };
  }

  function json(command: CommandState, localizations: boolean): Json {
    const { name_localizations, description_localizations, ...rest } = command;
    const shared = { ...rest, application_id: world.bot.id };
    return localizations ? { ...shared, name_localizations, description_localizations } : shared;
  }

  function routesOf(scope: string): Route[] {
    const collection = `${scope}/commands`;
    const guard =
      (handle: Route['handle']): Route['handle'] =>
      (call) => {
        if (call.params.application !== world.bot.id) return apiError(20012);
        return call.params.guild && !world.guilds.get(call.params.guild)?.botInside ? apiError(50001) : handle(call);
      };
    const withLocalizations = (query: Record<string, string>) => query.with_localizations === 'true';
    const on = (pattern: string, handle: Route['handle']): Route => ({ pattern, handle: guard(handle) });
    return [
      on(`GET ${collection}`, ({ params, query }) => ({
        status: 200,
        body: inScope(params.guild).map((command) => json(command, withLocalizations(query))),
      })),
      on(`POST ${collection}`, ({ params, body }) => create(body, params.guild)),
      on(`PUT ${collection}`, ({ params, body }) => overwrite(body, params.guild)),
      on(`GET ${collection}/:command`, ({ params }) => {
        const command = inScope(params.guild).find(({ id }) => id === params.command);
        return command ? { status: 200, body: json(command, true) } : apiError(10063);
      }),
      on(`PATCH ${collection}/:command`, ({ params, body }) => patch(body, params.guild, params.command ?? '')),
      on(`DELETE ${collection}/:command`, ({ params }) => remove(params.guild, params.command ?? '')),
    ];
  }

  const routes = [...routesOf('/applications/:application'), ...routesOf('/applications/:application/guilds/:guild')];
  return { routes, offered, list: (guildId?: string) => inScope(guildId) };
}

function isSame(a: CommandBody, b: CommandBody): boolean {
  return a.name === b.name && (a.type ?? 1) === (b.type ?? 1);
}

function tooMany(commands: CommandBody[]): boolean {
  return [1, 2, 3].some(
    (type) => commands.filter((command) => (command.type ?? 1) === type).length > (most[type] ?? 0),
  );
}
