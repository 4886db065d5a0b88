import { randomBytes } from 'node:crypto';
import type { Gateway } from './gateway.ts';
import { contextOf, integrationOwners } from './offered-commands.ts';
import type { Json } from './payloads.ts';
import { channelPermissions } from './permissions.ts';
import { refuse } from './refusal.ts';
import { channelJson, memberJson, userJson } from './wire.ts';
import type { ChannelState, InteractionState, MessageState, UserState, World } from './world.ts';

/** What a person does: the interaction's type and data, and the message it was done on. */
export interface Act {
  type: 2 | 3 | 4 | 5;
  channel: ChannelState;
  user: UserState;
  data: Json;
  /** The message whose component was used, and how it reads on the wire. */
  source?: MessageState;
  sourceJson?: Json;
}

/**
 * Sends the bot an interaction (discord.com/developers/docs/interactions/receiving-and-responding#interaction-object);
 * `alter` may change it on its way, as no app of Discord's would.
 */
export function callBot(
  world: World,
  gateway: Gateway,
  { type, channel, user, data, source, sourceJson }: Act,
  alter: (payload: Json) => Json = (payload) => payload,
): InteractionState {
  if (gateway.sessions.length === 0) refuse('The bot is not connected to the gateway');
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const member = guild?.members.get(user.id);
  const permissions = String(channelPermissions(world, channel, user));
  const id = world.snowflake();
  const token = randomBytes(24).toString('base64url');
  const payload: Json = {
    id,
    application_id: world.bot.id,
    type,
    token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channelJson(channel), permissions },
    ...(guild
      ? { guild_id: guild.id, guild: { id: guild.id, locale: guild.locale, features: [] }, guild_locale: guild.locale }
      : {}),
    ...(member ? { member: { ...memberJson(member), permissions } } : { user: userJson(user) }),
    ...(sourceJson ? { message: sourceJson } : {}),
    locale: user.locale,
    app_permissions: String(channelPermissions(world, channel, world.bot)),
    entitlements: [],
    authorizing_integration_owners: integrationOwners(world, channel, user),
    context: contextOf(channel),
    attachment_size_limit: 10 * 1024 * 1024,
  };
  const interaction: InteractionState = {
    id,
    token,
    type,
    payload,
    user,
    channel,
    at: world.now(),
    answered: false,
    followUps: [],
    refusals: [],
    ...(source ? { source } : {}),
  };
  world.interactions.push(interaction);
  gateway.dispatch('INTERACTION_CREATE', () => alter(payload), channel.guildId ? { guildId: channel.guildId } : {});
  return interaction;
}
