import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';
import type { Dispatch } from './gateway-sessions.ts';
import { everyonesPermissions, type PermissionName, permissionBits } from './permissions.ts';
import { type SeenMessage, seen } from './seen.ts';
import { channelJson, guildCreateJson, guildJson, memberJson, roleJson } from './wire.ts';
import type { ChannelState, GuildState, UserState, World } from './world.ts';

/** Somewhere messages are sent: a channel, a thread, a private chat. */
export interface Place {
  id: string;
  mention: string;
  state: ChannelState;
  /** What everyone there sees now: no deleted and no ephemeral messages. */
  messages(): SeenMessage[];
}

/** A guild's channel. */
export interface GuildPlace extends Place {
  /** Allows or denies permissions here to the bot, a person, a role or (by the guild's id) everyone. */
  permissions(who: { id: string }, change: { allow?: PermissionName[]; deny?: PermissionName[] }): void;
  thread(name: string): GuildPlace;
  /** Archives a thread; a locked one takes no messages. */
  archive(locked?: boolean): void;
  /** Opens an archived thread again; a locked one stays locked unless told. */
  reopen(locked?: boolean): void;
  /** Deletes the channel: the bot is told, and requests to it fail with 10003. */
  remove(): void;
}

/** Guilds and private chats as a test arranges them. */
export function createPlaces(world: World, dispatch: Dispatch) {
  function place(state: ChannelState): Place {
    const messages = () =>
      [...state.messages.values()].filter(({ deleted, onlyFor }) => !deleted && !onlyFor).map(seen);
    return { id: state.id, mention: `<#${state.id}>`, state, messages };
  }

  function tellGuild(guild: GuildState, event: string, data: object): void {
    if (guild.botInside) dispatch(event, () => ({ ...data }), { guildId: guild.id, intent: GatewayIntentBits.Guilds });
  }

  function guildPlace(guild: GuildState, state: ChannelState): GuildPlace {
    return {
      ...place(state),
      permissions({ id }, { allow = [], deny = [] }) {
        state.overwrites.set(id, { allow: permissionBits(allow), deny: permissionBits(deny) });
        tellGuild(guild, 'CHANNEL_UPDATE', channelJson(state));
      },
      thread(name) {
        const type =
          state.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
        return opened(guild, name, type, state.id);
      },
      archive(locked = false) {
        Object.assign(state, { archived: true, locked });
        tellGuild(guild, 'THREAD_UPDATE', channelJson(state));
      },
      reopen(locked = state.locked) {
        Object.assign(state, { archived: false, locked });
        tellGuild(guild, 'THREAD_UPDATE', channelJson(state));
      },
      remove() {
        world.channels.delete(state.id);
        guild.channels.delete(state.id);
        tellGuild(guild, 'CHANNEL_DELETE', channelJson(state));
      },
    };
  }

  function opened(guild: GuildState, name: string, type: ChannelType, parentId?: string): GuildPlace {
    const state = world.addChannel({ name, type, guildId: guild.id, ...(parentId ? { parentId } : {}) });
    tellGuild(guild, parentId ? 'THREAD_CREATE' : 'CHANNEL_CREATE', channelJson(state));
    return guildPlace(guild, state);
  }

  /** A guild; with `bot: false` the bot is no member and only user-installed commands work there. */
  function createGuild({
    name = 'Guild',
    locale = 'en-US',
    bot = true,
  }: {
    name?: string;
    locale?: string;
    bot?: boolean;
  } = {}) {
    const id = world.snowflake();
    const guild: GuildState = {
      id,
      name,
      locale,
      ownerId: world.snowflake(),
      roles: new Map([[id, { id, name: '@everyone', permissions: everyonesPermissions }]]),
      members: new Map(),
      channels: new Map(),
      botInside: bot,
      opensCommands: false,
      available: true,
    };
    world.guilds.set(id, guild);
    if (bot) join(guild, world.bot);
    tellGuild(guild, 'GUILD_CREATE', guildCreateJson(guild, world.bot));
    const channelOf = (type: ChannelType) => (channelName: string) => opened(guild, channelName, type);
    return {
      id,
      state: guild,
      /** Text channel. */
      channel: channelOf(ChannelType.GuildText),
      /** That many text channels, however many Discord allows. */
      channels: (count: number) =>
        Array.from({ length: count }, (_, index) => opened(guild, `channel-${index + 1}`, ChannelType.GuildText)),
      announcement: channelOf(ChannelType.GuildAnnouncement),
      forum: channelOf(ChannelType.GuildForum),
      voice: channelOf(ChannelType.GuildVoice),
      role(roleName: string, permissions: PermissionName[] = []) {
        const role = { id: world.snowflake(), name: roleName, permissions: permissionBits(permissions) };
        guild.roles.set(role.id, role);
        tellGuild(guild, 'GUILD_ROLE_CREATE', { guild_id: id, role: roleJson(role) });
        return { ...role, mention: `<@&${role.id}>` };
      },
      /** Changes what a role permits in the whole guild. */
      permitRole({ id: roleId }: { id: string }, permissions: PermissionName[]) {
        const role = guild.roles.get(roleId);
        if (!role) throw new Error(`no role has the id ${roleId}`);
        role.permissions = permissionBits(permissions);
        tellGuild(guild, 'GUILD_ROLE_UPDATE', { guild_id: id, role: roleJson(role) });
      },
      /** Lets everybody use every command, whatever permissions it asks for by default. */
      openCommands() {
        guild.opensCommands = true;
      },
      rename(newName: string) {
        guild.name = newName;
        tellGuild(guild, 'GUILD_UPDATE', guildJson(guild, world.bot));
      },
      /** Makes somebody the owner. */
      own({ id: ownerId }: { id: string }) {
        guild.ownerId = ownerId;
        tellGuild(guild, 'GUILD_UPDATE', guildJson(guild, world.bot));
      },
      /** Makes someone a member, or changes what they may do in the whole guild; works for the bot as well. */
      member(
        who: { id: string },
        {
          permissions = [],
          roles = [],
          timedOutUntil,
        }: { permissions?: PermissionName[]; roles?: { id: string }[]; timedOutUntil?: number } = {},
      ) {
        const user = world.users.get(who.id);
        if (!user) throw new Error(`nobody has the id ${who.id}`);
        const known = guild.members.get(user.id) ?? join(guild, user);
        Object.assign(known, {
          permissions: permissionBits(permissions),
          roles: roles.map((role) => role.id),
          timedOutUntil,
        });
        const data = { ...memberJson(known), guild_id: id };
        if (guild.botInside)
          // A bot is told of itself whatever its intents.
          dispatch(
            'GUILD_MEMBER_UPDATE',
            () => data,
            user === world.bot ? { guildId: id } : { guildId: id, intent: GatewayIntentBits.GuildMembers },
          );
      },
      /** Ends somebody's membership. */
      leave({ id: userId }: { id: string }) {
        guild.members.delete(userId);
      },
      /** Throws the bot out (GUILD_DELETE). */
      kickBot() {
        tellGuild(guild, 'GUILD_DELETE', { id });
        guild.botInside = false;
        guild.members.delete(world.bot.id);
      },
      /** Lets the bot in (GUILD_CREATE). */
      addBot() {
        guild.botInside = true;
        join(guild, world.bot);
        tellGuild(guild, 'GUILD_CREATE', guildCreateJson(guild, world.bot));
      },
      /** An outage begins (GUILD_DELETE, unavailable) or ends (GUILD_CREATE). */
      outage(begins: boolean) {
        guild.available = !begins;
        if (begins) tellGuild(guild, 'GUILD_DELETE', { id, unavailable: true });
        else tellGuild(guild, 'GUILD_CREATE', guildCreateJson(guild, world.bot));
      },
    };
  }

  function join(guild: GuildState, user: UserState) {
    const member = guild.members.get(user.id) ?? { user, roles: [], permissions: 0n };
    guild.members.set(user.id, member);
    return member;
  }

  /** Makes a person who acts in a guild's channel a member of it. */
  function joinFor({ guildId }: ChannelState, user: UserState): void {
    const guild = guildId === undefined ? undefined : world.guilds.get(guildId);
    if (guild) join(guild, user);
  }

  /** The bot's direct messages with a person. */
  const dm = ({ id }: { id: string }): Place => place(world.directMessages(known(id)));

  /** A private chat without the bot, where a user-installed app can be called. */
  const privateChat = (...people: { id: string }[]): Place =>
    place(
      world.addChannel({
        name: '',
        type: people.length > 2 ? ChannelType.GroupDM : ChannelType.DM,
        recipients: people.map(({ id }) => known(id)),
        botInside: false,
      }),
    );

  function known(id: string): UserState {
    const user = world.users.get(id);
    if (!user) throw new Error(`nobody has the id ${id}`);
    return user;
  }

  return { guild: createGuild, dm, privateChat, joinFor };
}
