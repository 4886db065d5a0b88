import { type BaseInteraction, GuildMember, InteractionContextType } from 'discord.js';
import type { Chat, Settings } from '../../core/community.ts';
import type { Origin } from '../../core/reception.ts';
import { titleOf } from './places.ts';
import { type Membership, managing, membershipOf, moderatesByRole, type Rights } from './rights.ts';

/**
 * Who interacts and from where. A guild is a community only where its own people installed the app: a person who
 * brought it along for themself is a stranger there, whatever permissions they have.
 */
export function originOf(interaction: BaseInteraction, rights: Rights): Origin {
  const chat = guildOf(interaction);
  const place = interaction.context === InteractionContextType.BotDM ? 'private' : 'shared';

  async function moderates(asked: Chat, settings: Settings): Promise<boolean> {
    if (asked.platform !== 'discord') return false;
    if (asked.id === chat?.id) return moderatesHere(interaction, chat.id, settings);
    const amongStrangers = place === 'shared' && chat === undefined;
    return !amongStrangers && (await rights.moderates(asked.id, interaction.user.id, settings));
  }

  const { id, displayName } = interaction.user;
  return {
    person: { platform: 'discord', id, name: displayName },
    place,
    chat,
    here: hereOf(interaction, chat?.id ?? (place === 'private' ? id : undefined)),
    languageTag: interaction.locale,
    // Discord has no tables.
    pictures: 'first',
    moderates,
  };
}

/** The same origin some time after: the interaction says who moderated when it was made, Discord who does now. */
export function laterOriginOf(interaction: BaseInteraction, rights: Rights): Origin {
  const origin = originOf(interaction, rights);
  const isStranger = origin.place === 'shared' && origin.chat === undefined;
  return {
    ...origin,
    moderates: async ({ platform, id }, settings) =>
      platform === 'discord' && !isStranger && (await rights.moderates(id, interaction.user.id, settings)),
  };
}

/** The channel, thread or private chat; in the guild or with the person that `chat` names. */
function hereOf({ channelId, channel }: BaseInteraction, chat: string | undefined): Origin['here'] {
  if (chat === undefined || channelId === null) return undefined;
  const title = channel && 'name' in channel ? titleOf(channel) : '';
  return { place: { platform: 'discord', chat, channel: channelId }, title };
}

function guildOf({ guildId, guild, authorizingIntegrationOwners }: BaseInteraction): Origin['chat'] {
  if (guildId === null || authorizingIntegrationOwners.guildId !== guildId) return undefined;
  return { platform: 'discord', id: guildId, title: guild?.name ?? '' };
}

/** What Discord itself says, with the interaction, of who interacts. */
function moderatesHere({ member, memberPermissions }: BaseInteraction, guildId: string, settings: Settings): boolean {
  if (!member || !memberPermissions) return false;
  return memberPermissions.any(managing, false) || moderatesByRole(guildId, membershipNow(member), settings);
}

const membershipNow = (member: NonNullable<BaseInteraction['member']>): Membership =>
  member instanceof GuildMember
    ? { roles: [...member.roles.cache.keys()], timedOut: member.isCommunicationDisabled() }
    : membershipOf(member, Date.now());
