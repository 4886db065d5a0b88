import { PermissionFlagsBits } from 'discord.js';
import type { GuildFacts, MemberFacts, Overwrite } from './guild-facts.ts';

const everything = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

/** What a member may do in a guild (discord.com/developers/docs/topics/permissions#permission-overwrites). */
export function grantedIn({ id, ownerId, roles }: GuildFacts, member: MemberFacts): bigint {
  if (member.id === ownerId) return everything;
  const granted = [id, ...member.roles].reduce((sum, role) => sum | (roles.get(role) ?? 0n), 0n);
  return (granted & PermissionFlagsBits.Administrator) === 0n ? granted : everything;
}

/** The same in a channel of the guild that has these overwrites. */
export function grantedAt(guild: GuildFacts, member: MemberFacts, overwrites: readonly Overwrite[]): bigint {
  const base = grantedIn(guild, member);
  if (base === everything) return base;
  const apply = (granted: bigint, concerned: readonly string[]) => {
    const found = overwrites.filter(({ id }) => concerned.includes(id));
    const deny = found.reduce((sum, one) => sum | one.deny, 0n);
    const allow = found.reduce((sum, one) => sum | one.allow, 0n);
    return (granted & ~deny) | allow;
  };
  return [[guild.id], member.roles, [member.id]].reduce(apply, base);
}
