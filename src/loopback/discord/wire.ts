import { ChannelType } from 'discord-api-types/v10';
import { walkComponents } from './component-rules.ts';
import { type Component, hasFlag, type Json, messageFlags } from './payloads.ts';
import { guildPermissions } from './permissions.ts';
import type { ChannelState, GuildState, MemberState, MessageState, UserState, World } from './world.ts';

/** The fake's state as the JSON objects of discord.com/developers/docs/resources. */

export function userJson({ id, username, globalName, bot }: UserState): Json {
  return { id, username, global_name: globalName, discriminator: '0', avatar: null, bot, public_flags: 0, flags: 0 };
}

export function memberJson({ user, roles, timedOutUntil }: MemberState): Json {
  return {
    user: userJson(user),
    roles,
    nick: null,
    avatar: null,
    joined_at: '2025-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    premium_since: null,
    communication_disabled_until: timedOutUntil === undefined ? null : new Date(timedOutUntil).toISOString(),
  };
}

export function isThread({ type }: ChannelState): boolean {
  return [ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread].includes(type);
}

export function channelJson(channel: ChannelState): Json {
  const { id, type, name, guildId, parentId, recipients, overwrites, archived, locked } = channel;
  if (!guildId) return { id, type, recipients: recipients.map(userJson), last_message_id: null, flags: 0 };
  const shared = { id, type, guild_id: guildId, name, parent_id: parentId ?? null, last_message_id: null, flags: 0 };
  if (isThread(channel))
    return {
      ...shared,
      owner_id: null,
      message_count: 0,
      member_count: 1,
      rate_limit_per_user: 0,
      thread_metadata: {
        archived,
        locked,
        auto_archive_duration: 1440,
        archive_timestamp: '2025-01-01T00:00:00+00:00',
      },
    };
  const permission_overwrites = [...overwrites].map(([target, { allow, deny }]) => ({
    id: target,
    type: recipients.some((user) => user.id === target) ? 1 : 0,
    allow: String(allow),
    deny: String(deny),
  }));
  return { ...shared, position: 0, permission_overwrites, nsfw: false, topic: null, rate_limit_per_user: 0 };
}

export function roleJson({ id, name, permissions }: { id: string; name: string; permissions: bigint }): Json {
  const look = { color: 0, colors: { primary_color: 0, secondary_color: null, tertiary_color: null }, hoist: false };
  return {
    id,
    name,
    permissions: String(permissions),
    ...look,
    position: 0,
    managed: false,
    mentionable: true,
    flags: 0,
  };
}

export function guildJson(guild: GuildState, bot: UserState): Json {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    permissions: String(guildPermissions(guild, bot)),
    preferred_locale: guild.locale,
    roles: [...guild.roles.values()].map(roleJson),
    emojis: [],
    stickers: [],
    features: [],
    icon: null,
    splash: null,
    banner: null,
    description: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    system_channel_flags: 0,
    system_channel_id: null,
    rules_channel_id: null,
    public_updates_channel_id: null,
    afk_channel_id: null,
    afk_timeout: 300,
    vanity_url_code: null,
  };
}

/** What GUILD_CREATE adds to a guild (discord.com/developers/docs/events/gateway-events#guild-create). */
export function guildCreateJson(guild: GuildState, bot: UserState): Json {
  const channels = [...guild.channels.values()];
  return {
    ...guildJson(guild, bot),
    joined_at: '2025-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [...guild.members.values()].map(memberJson),
    channels: channels.filter((channel) => !isThread(channel)).map(channelJson),
    threads: channels.filter((channel) => isThread(channel) && !channel.archived).map(channelJson),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Fills in the component ids that Discord assigns, in reading order. */
export function withComponentIds(components: Component[]): Component[] {
  const copy = structuredClone(components);
  const taken = new Set(walkComponents(copy).flatMap(({ component }) => (component.id ? [component.id] : [])));
  let next = 1;
  for (const { component } of walkComponents(copy)) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    taken.add(next);
    component.id = next;
  }
  return copy;
}

export function messageJson(message: MessageState, world: World, filesUrl: string): Json {
  const { channel, author, body, interaction, pings } = message;
  const people = pings.users.flatMap((id) => world.users.get(id) ?? []);
  const reference = body.message_reference;
  return {
    id: message.id,
    type: message.type,
    channel_id: channel.id,
    author: userJson(author),
    content: body.content ?? '',
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    pinned: false,
    mention_everyone: pings.everyone,
    mentions: people.map(userJson),
    mention_roles: pings.roles,
    attachments: message.attachments.map(({ id, filename, description, contentType, bytes }) => ({
      id,
      filename,
      ...(description === undefined ? {} : { description }),
      content_type: contentType,
      size: bytes.length,
      url: `${filesUrl}/${id}/${filename}`,
      proxy_url: `${filesUrl}/${id}/${filename}`,
    })),
    embeds: (body.embeds ?? []).map((embed) => ({ type: 'rich', ...embed })),
    components: body.components ?? [],
    flags: message.flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(author.bot ? { application_id: world.bot.id } : {}),
    ...(interaction ? { webhook_id: world.bot.id, interaction_metadata: metadataJson(interaction) } : {}),
    ...(reference ? { message_reference: { type: 0, channel_id: channel.id, ...reference } } : {}),
  };
}

function metadataJson({ id, type, user, payload }: NonNullable<MessageState['interaction']>): Json {
  const owners = payload.authorizing_integration_owners;
  return { id, type, user: userJson(user), authorizing_integration_owners: owners };
}

/** Whether only one person sees the message. */
export function isEphemeral({ flags }: MessageState): boolean {
  return hasFlag(flags, messageFlags.ephemeral);
}
