import { CreatePrivateChannelRequestSchema } from 'discord-api-spec/zod';
import { apiError, invalidForm } from './errors.ts';
import type { Gateway } from './gateway.ts';
import type { GatewayOptions } from './gateway-sessions.ts';
import type { Route } from './routes.ts';
import { schemaComplaints } from './schema.ts';
import { channelJson, guildJson, isThread, memberJson, userJson } from './wire.ts';
import type { World } from './world.ts';

interface GatewayAccess {
  url: () => string;
  counts: Gateway['counts'];
  options: GatewayOptions;
}

/** The bot, its application, its gateway, and the guilds and people it may look up. */
export function identityRoutes(world: World, gateway: GatewayAccess): Route[] {
  const application = () => ({
    id: world.bot.id,
    name: world.bot.globalName,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: world.guilds.size,
    bot: userJson(world.bot),
    owner: userJson(world.bot),
    team: null,
  });
  const start = () => ({
    total: gateway.options.sessionStarts,
    remaining: gateway.counts.startsLeft,
    reset_after: 86_400_000,
    max_concurrency: gateway.options.maxConcurrency,
  });
  const reachGuild = (id: string | undefined) => {
    const guild = world.guilds.get(id ?? '');
    return guild?.botInside ? guild : undefined;
  };
  return [
    { pattern: 'GET /gateway', open: true, handle: () => ({ status: 200, body: { url: gateway.url() } }) },
    {
      pattern: 'GET /gateway/bot',
      handle: () => ({
        status: 200,
        body: { url: gateway.url(), shards: gateway.options.shards, session_start_limit: start() },
      }),
    },
    { pattern: 'GET /users/@me', handle: () => ({ status: 200, body: userJson(world.bot) }) },
    { pattern: 'GET /applications/@me', handle: () => ({ status: 200, body: application() }) },
    { pattern: 'GET /oauth2/applications/@me', handle: () => ({ status: 200, body: application() }) },
    {
      pattern: 'POST /users/@me/channels',
      handle: ({ body }) => {
        const complaints = schemaComplaints(CreatePrivateChannelRequestSchema, body);
        if (complaints.length > 0) return invalidForm(complaints);
        const user = world.users.get((body as { recipient_id?: string }).recipient_id ?? '');
        return user ? { status: 200, body: channelJson(world.directMessages(user)) } : apiError(10013);
      },
    },
    {
      pattern: 'GET /users/:user',
      handle: ({ params }) => {
        const user = world.users.get(params.user ?? '');
        return user ? { status: 200, body: userJson(user) } : apiError(10013);
      },
    },
    {
      pattern: 'GET /guilds/:guild',
      handle: ({ params }) => {
        const guild = reachGuild(params.guild);
        return guild ? { status: 200, body: guildJson(guild, world.bot) } : apiError(10004);
      },
    },
    {
      pattern: 'GET /guilds/:guild/channels',
      // Those that the bot can't see too, but no threads (discord.com/developers/docs/resources/guild#get-guild-channels).
      handle: ({ params }) => {
        const guild = reachGuild(params.guild);
        if (!guild) return apiError(10004);
        const channels = [...guild.channels.values()].filter((channel) => !isThread(channel));
        return { status: 200, body: channels.map(channelJson) };
      },
    },
    {
      pattern: 'GET /guilds/:guild/members/:user',
      handle: ({ params }) => {
        const guild = reachGuild(params.guild);
        if (!guild) return apiError(10004);
        const member = guild.members.get(params.user ?? '');
        return member ? { status: 200, body: memberJson(member) } : apiError(10007);
      },
    },
  ];
}
