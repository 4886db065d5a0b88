import { type APIGuildMember, DiscordAPIError, PermissionFlagsBits, type REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import type { Settings } from '../../core/community.ts';
import type { Known } from './known.ts';

/** What a guild knows of one member. */
export interface Membership {
  roles: readonly string[];
  /** Whether they are in a timeout, in which roles give no right. */
  timedOut: boolean;
}

/** What Discord last said of people in guilds where they do not act just now. */
export interface Rights {
  /** Whether a person moderates a guild that the bot is in; what Discord said is believed for 60 s. */
  moderates(guildId: string, userId: string, settings: Settings): Promise<boolean>;
  /** Drops what is known of a guild's members, or of one. */
  forget(guildId: string, userId?: string): void;
}

export interface RightsParts {
  known: Known;
  rest: REST;
  log: Logger;
  now: () => number;
}

const freshMs = 60_000;
const mostRemembered = 10_000;
/** After this long Discord is taken not to answer. */
const patienceMs = 4000;

/** Those who may manage the server moderate. */
export const managing = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

/** Whether one of the member's roles moderates; the role of everybody never does. */
export const moderatesByRole = (guildId: string, { roles, timedOut }: Membership, settings: Settings): boolean =>
  !timedOut && roles.some((id) => id !== guildId && settings.moderatorRoles.includes(id));

export const membershipOf = (member: APIGuildMember | Pick<APIGuildMember, 'roles'>, now: number): Membership => {
  const until = 'communication_disabled_until' in member ? member.communication_disabled_until : undefined;
  return { roles: member.roles, timedOut: until ? Date.parse(until) > now : false };
};

/** Asks Discord for members; roles and their permissions are those of the gateway's cache, which is always fresh. */
export function createRights({ known, rest, log, now }: RightsParts): Rights {
  const remembered = new Map<string, { at: number; member: Promise<APIGuildMember | undefined> }>();

  function memberOf(guildId: string, userId: string): Promise<APIGuildMember | undefined> {
    const key = `${guildId}:${userId}`;
    const known = remembered.get(key);
    if (known && now() - known.at < freshMs) return known.member;
    const asked = { at: now(), member: fetchMember(guildId, userId) };
    remembered.delete(key);
    remembered.set(key, asked);
    asked.member.catch(() => remembered.get(key) === asked && remembered.delete(key));
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return asked.member;
  }

  async function fetchMember(guildId: string, userId: string): Promise<APIGuildMember | undefined> {
    try {
      const route = Routes.guildMember(guildId, userId);
      return (await rest.get(route, { signal: AbortSignal.timeout(patienceMs) })) as APIGuildMember;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 404) return undefined;
      throw error;
    }
  }

  async function moderates(guildId: string, userId: string, settings: Settings): Promise<boolean> {
    const guild = known.guild(guildId);
    if (!guild) return false;
    try {
      const member = await memberOf(guildId, userId);
      if (!member) return false;
      if (guild.ownerId === userId) return true;
      const granted = [guildId, ...member.roles].reduce(
        (sum, id) => sum | (guild.roles.cache.get(id)?.permissions.bitfield ?? 0n),
        0n,
      );
      const membership = membershipOf(member, now());
      const administers = (granted & PermissionFlagsBits.Administrator) !== 0n;
      const manages = (granted & managing) !== 0n && !membership.timedOut;
      return administers || manages || moderatesByRole(guildId, membership, settings);
    } catch (error) {
      log.warn({ err: error, guild: guildId }, 'Discord did not say who moderates; nobody does for now');
      return false;
    }
  }

  function forget(guildId: string, userId?: string): void {
    if (userId !== undefined) remembered.delete(`${guildId}:${userId}`);
    else for (const key of remembered.keys()) if (key.startsWith(`${guildId}:`)) remembered.delete(key);
  }

  return { moderates, forget };
}
