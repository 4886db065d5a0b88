import { type APIDMChannel, ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Inspection } from '../../core/broadcast.ts';
import type { Place } from '../../core/subscription.ts';
import { failureOf, forbidden } from './failures.ts';
import { grantedAt } from './granted.ts';
import { type ChannelFacts, channelFacts, type Facts, type GuildFacts, type MemberFacts } from './guild-facts.ts';

const forums: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];
const threads: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
const texts: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...threads];

/** What a channel is called in the interface. */
export const titleOf = (name: string): string => (name ? `#${name}` : '');

/**
 * Tells whether the bot may post somewhere: by what Discord says of the guild, the bot as its member and its channels,
 * which is asked for once for all places of a guild, and of each thread and private chat.
 */
export function createPlaces(facts: Facts) {
  async function inspect({ chat, channel }: Place): Promise<Inspection> {
    return await telling(channel === '' ? facts.privateChat(chat).then(ofPrivate) : inspectIn(chat, channel));
  }

  /** Keys of what is missing in a place; none where nothing is, or Discord does not say. */
  async function missingIn(place: Place): Promise<string[]> {
    const inspection = await inspect(place);
    return inspection.kind === 'unfit' ? inspection.missing : [];
  }

  async function inspectIn(chat: string, id: string): Promise<Inspection> {
    const guild = await facts.guild(chat);
    if (!guild) return await telling(inspectOutside(chat, id), 'place-left');
    const me = await facts.member(chat, await facts.self());
    const channels = await facts.channels(chat);
    const channel = await lookUp(id, channels);
    if ('kind' in channel) return channel;
    if (channel.guildId !== chat) return unfit('place-gone');
    if (!me) return unfit('place-left');
    const parent = threads.includes(channel.type) ? await lookUp(channel.parentId ?? '', channels) : channel;
    return 'kind' in parent ? parent : judged({ guild, me, channel, parent });
  }

  /** A private chat, which is in no guild, or what of a guild stays visible to those who are not in it: nothing. */
  async function inspectOutside(chat: string, id: string): Promise<Inspection> {
    const found = await facts.channel(id);
    const isTheirs = found.type === ChannelType.DM && found.recipients?.[0]?.id === chat;
    return isTheirs ? ofPrivate(found) : unfit('place-gone');
  }

  /** Not among the channels are threads, and what was made a moment ago; a member sees all that is not closed to them. */
  async function lookUp(id: string, channels: ReadonlyMap<string, ChannelFacts>): Promise<ChannelFacts | Inspection> {
    return channels.get(id) ?? (await telling(facts.channel(id).then(channelFacts), 'right-view-channel'));
  }

  return { inspect, missingIn };
}

/** What was asked for, or what Discord's refusal means; `closed` is what it means that Discord does not let us in. */
async function telling<T>(asked: Promise<T>, closed = forbidden): Promise<T | Inspection> {
  try {
    return await asked;
  } catch (error) {
    const failure = failureOf(error, 'post', [closed]);
    return failure.kind === 'gone' ? unfit(failure.reason) : { kind: 'unknown' };
  }
}

function ofPrivate({ id, recipients: [person] = [] }: APIDMChannel): Inspection {
  const place: Place = { platform: 'discord', chat: person?.id ?? '', channel: id };
  return { kind: 'fit', place, title: person?.global_name ?? person?.username ?? '', canCrosspost: false };
}

interface Judged {
  guild: GuildFacts;
  me: MemberFacts;
  channel: ChannelFacts;
  /** Itself, or the channel that a thread is in, whose permissions hold there. */
  parent: ChannelFacts;
}

function judged(parts: Judged): Inspection {
  const { id, type, name } = parts.channel;
  const missing = missingAt(parts);
  if (missing.length > 0) return { kind: 'unfit', missing };
  const place: Place = { platform: 'discord', chat: parts.guild.id, channel: id };
  return { kind: 'fit', place, title: titleOf(name), canCrosspost: type === ChannelType.GuildAnnouncement };
}

function missingAt({ guild, me, channel: { type, isLocked }, parent }: Judged): string[] {
  if (forums.includes(type)) return ['place-forum'];
  if (!texts.includes(type)) return ['place-kind'];
  const granted = grantedAt(guild, me, parent.overwrites);
  const lacks = (right: bigint) => (granted & right) === 0n;
  const isThread = threads.includes(type);
  const { ViewChannel, SendMessages, SendMessagesInThreads, ManageThreads } = PermissionFlagsBits;
  return [
    ...(lacks(ViewChannel) ? ['right-view-channel'] : []),
    ...(!isThread && lacks(SendMessages) ? ['right-send-messages'] : []),
    ...(isThread && lacks(SendMessagesInThreads) ? ['right-send-messages-in-threads'] : []),
    ...(isLocked && lacks(ManageThreads) ? ['place-locked'] : []),
    ...(me.timedOutUntil > Date.now() ? ['place-timeout'] : []),
  ];
}

const unfit = (...missing: string[]): Inspection => ({ kind: 'unfit', missing });
