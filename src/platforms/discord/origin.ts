import { type BaseInteraction, InteractionContextType } from 'discord.js';
import type { Chat, Settings } from '../../core/community.ts';
import type { Origin } from '../../core/reception.ts';
import { memberFacts } from './guild-facts.ts';
import { titleOf } from './places.ts';
import { managing, moderatesByRole, type Rights } from './rights.ts';
import { toldOf } from './told.ts';

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

  const { id, username, globalName } = interaction.user;
  return {
    person: { platform: 'discord', id, name: typeof globalName === 'string' ? globalName : username },
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
function hereOf(interaction: BaseInteraction, chat: string | undefined): Origin['here'] {
  const { channelId } = interaction;
  if (chat === undefined || channelId === null) return undefined;
  return { place: { platform: 'discord', chat, channel: channelId }, title: titleOf(toldOf(interaction).channel) };
}

function guildOf(interaction: BaseInteraction): Origin['chat'] {
  const { guildId, authorizingIntegrationOwners } = interaction;
  if (guildId === null || authorizingIntegrationOwners.guildId !== guildId) return undefined;
  return { platform: 'discord', id: guildId, title: toldOf(interaction).guild };
}

/** What Discord itself says, with the interaction, of who interacts. */
function moderatesHere(interaction: BaseInteraction, guildId: string, settings: Settings): boolean {
  if (!interaction.inRawGuild()) return false;
  const { memberPermissions, member, user } = interaction;
  if (memberPermissions.any(managing, false)) return true;
  return moderatesByRole(guildId, memberFacts(user.id, member), settings, Date.now());
}
