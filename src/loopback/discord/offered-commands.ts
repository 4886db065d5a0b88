import { ChannelType } from 'discord-api-types/v10';
import type { CommandState, Commands } from './commands.ts';
import { channelPermissions, permits } from './permissions.ts';
import { refuse } from './refusal.ts';
import type { ChannelState, UserState, World } from './world.ts';

/** Where a command is called from: 0 a guild, 1 the bot's direct messages, 2 another private chat. */
export function contextOf({ guildId, type, botInside }: ChannelState): 0 | 1 | 2 {
  if (guildId !== undefined) return 0;
  return type === ChannelType.DM && botInside ? 1 : 2;
}

/** Through which installs a person may use the app there: by integration type, the ids of the authorizing owners. */
export function integrationOwners(world: World, channel: ChannelState, user: UserState): Record<string, string> {
  const context = contextOf(channel);
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const inGuild = guild?.botInside ? { 0: guild.id } : {};
  return { ...inGuild, ...(context === 1 ? { 0: '0' } : {}), ...(user.installed ? { 1: user.id } : {}) };
}

/** The commands Discord's app offers a person in a channel (discord.com/developers/docs/interactions/application-commands). */
export function offeredCommands(
  world: World,
  commands: Commands,
  channel: ChannelState,
  user: UserState,
): CommandState[] {
  return commands.offered(channel.guildId).filter((command) => !whyHidden(world, channel, user, command));
}

/** The one command of that name and type, in the person's language or by its own name; refuses like the app if hidden. */
export function pickCommand(
  world: World,
  commands: Commands,
  place: { channel: ChannelState; user: UserState },
  wanted: { name: string; type: number },
): CommandState {
  const { channel, user } = place;
  const registered = commands.offered(channel.guildId);
  const found = registered.find(
    ({ name, name_localizations, type }) =>
      type === wanted.type && (name === wanted.name || name_localizations?.[user.locale] === wanted.name),
  );
  if (!found) {
    const names = registered.filter(({ type }) => type === wanted.type).map(({ name }) => name);
    return refuse(`No command “${wanted.name}” is registered; there are: ${names.join(', ') || 'none'}`);
  }
  const why = whyHidden(world, channel, user, found);
  return why ? refuse(`The command “${found.name}” is hidden from ${user.username}: ${why}`) : found;
}

function whyHidden(world: World, channel: ChannelState, user: UserState, command: CommandState): string | undefined {
  const context = contextOf(channel);
  const granted = channelPermissions(world, channel, user);
  if (!permits(granted, 'ViewChannel')) return 'they cannot see the channel';
  if (!permits(granted, 'UseApplicationCommands')) return 'they may not use application commands here';
  const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
  if (!contexts.includes(context)) return `its contexts are ${contexts.join(', ')} and this is ${context}`;
  const owners = Object.keys(integrationOwners(world, channel, user)).map(Number);
  const through = (command.integration_types ?? [0]).filter((type) => owners.includes(type));
  if (through.length === 0) return 'the app is not installed for it here';
  const needed = command.default_member_permissions;
  if (context !== 0 || !through.includes(0) || needed === null || needed === undefined) return undefined;
  if (channel.guildId !== undefined && world.guilds.get(channel.guildId)?.opensCommands) return undefined;
  const admin = permits(granted, 'Administrator');
  const enough = needed === '0' ? admin : (granted & BigInt(needed)) === BigInt(needed);
  return enough ? undefined : `it needs the permissions ${needed}`;
}
