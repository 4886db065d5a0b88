import type { Json } from '../../../src/loopback/discord/payloads.ts';
import { channelJson, guildJson, memberJson, roleJson } from '../../../src/loopback/discord/wire.ts';
import type { Cast } from './cast.ts';

/** The data of a gateway event about the home guild, as Discord would send it. */
export function eventData(event: string, what: number, { home, fake, people }: Cast): Json {
  const { state } = home;
  const channels = [...state.channels.values()];
  const channel = channels[what % channels.length];
  const members = [...state.members.values()];
  const member = members[what % members.length];
  const roles = [...state.roles.values()];
  const role = roles[what % roles.length];
  const author = { id: people[0]?.id, username: 'x', discriminator: '0', avatar: null };
  if (event.startsWith('GUILD_ROLE') && role) return { guild_id: home.id, role: roleJson(role) };
  if (event === 'GUILD_MEMBER_UPDATE' && member) return { ...memberJson(member), guild_id: home.id };
  if (event.startsWith('GUILD')) return guildJson(state, { id: fake.bot.id } as never);
  if ((event.startsWith('CHANNEL') || event.startsWith('THREAD')) && channel) return channelJson(channel);
  return { id: String(what), guild_id: home.id, channel_id: channel?.id, author, content: 'x', timestamp: 0 };
}
