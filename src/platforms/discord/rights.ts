import { PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import type { Settings } from '../../core/community.ts';
import { grantedIn } from './granted.ts';
import type { Facts, MemberFacts } from './guild-facts.ts';

/** What Discord last said of people in guilds where they do not act just now. */
export interface Rights {
  /** Whether a person moderates a guild that the bot is in; what Discord said is believed for 60 s. */
  moderates(guildId: string, userId: string, settings: Settings): Promise<boolean>;
}

export interface RightsParts {
  facts: Pick<Facts, 'guild' | 'member'>;
  log: Logger;
  now: () => number;
}

/** Those who may manage the server moderate. */
export const managing = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

/** Whether one of the member's roles moderates; the role of everybody never does, and in a timeout none. */
export const moderatesByRole = (
  guildId: string,
  { roles, timedOutUntil }: MemberFacts,
  settings: Settings,
  now: number,
): boolean => timedOutUntil <= now && roles.some((id) => id !== guildId && settings.moderatorRoles.includes(id));

/** Asks Discord for members and roles. */
export function createRights({ facts, log, now }: RightsParts): Rights {
  async function moderates(guildId: string, userId: string, settings: Settings): Promise<boolean> {
    try {
      const [guild, member] = await Promise.all([facts.guild(guildId), facts.member(guildId, userId)]);
      if (!guild || !member) return false;
      const granted = grantedIn(guild, member);
      const administers = (granted & PermissionFlagsBits.Administrator) !== 0n;
      const manages = (granted & managing) !== 0n && member.timedOutUntil <= now();
      return administers || manages || moderatesByRole(guildId, member, settings, now());
    } catch (error) {
      log.warn({ err: error, guild: guildId }, 'Discord did not say who moderates; nobody does for now');
      return false;
    }
  }

  return { moderates };
}
