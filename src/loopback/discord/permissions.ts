import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelState, GuildState, UserState, World } from './world.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

const all = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

/** What everyone may do in a new guild. */
export const everyonesPermissions = permissionBits([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'UseApplicationCommands',
  'UseExternalEmojis',
  'UseExternalApps',
  'CreatePublicThreads',
]);

export function permissionBits(names: PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
}

export function permits(granted: bigint, name: PermissionName): boolean {
  return (granted & PermissionFlagsBits[name]) === PermissionFlagsBits[name];
}

/** A member's permissions in the guild: everything for its owner and its administrators, nothing for strangers. */
export function guildPermissions(guild: GuildState, user: UserState): bigint {
  const member = guild.members.get(user.id);
  if (!member) return 0n;
  const granted = [guild.id, ...member.roles].reduce(
    (sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n),
    member.permissions,
  );
  return guild.ownerId === user.id || permits(granted, 'Administrator') ? all : granted;
}

/** A person's permissions in a channel, overwrites applied (discord.com/developers/docs/topics/permissions). */
export function channelPermissions(world: World, channel: ChannelState, user: UserState): bigint {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (!guild) return channel.recipients.includes(user) || user.bot ? everyonesPermissions : 0n;
  const base = guildPermissions(guild, user);
  if (permits(base, 'Administrator')) return base;
  const parent = channel.parentId === undefined ? undefined : world.channels.get(channel.parentId);
  const { overwrites } = parent && channel.overwrites.size === 0 ? parent : channel;
  const roles = guild.members.get(user.id)?.roles ?? [];
  const apply = (granted: bigint, ids: string[]) => {
    const found = ids.flatMap((id) => overwrites.get(id) ?? []);
    const deny = found.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
    const allow = found.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
    return (granted & ~deny) | allow;
  };
  return [[guild.id], roles, [user.id]].reduce(apply, base);
}
