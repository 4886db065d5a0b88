import {
  type APIChannel,
  type APIDMChannel,
  type Channel,
  ChannelType,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type PermissionResolvable,
  type REST,
  Routes,
} from 'discord.js';
import type { Inspection } from '../../core/broadcast.ts';
import type { Place } from '../../core/subscription.ts';
import { failureOf } from './failures.ts';
import type { Known } from './known.ts';

/** A guild's channel or thread, as far as it matters for posting there. */
interface Spot {
  type: ChannelType;
  name: string;
  isThread: boolean;
  /** Whether only who manages threads may write in it. */
  isLocked: boolean;
  /** Itself, or the channel that a thread is in, whose permissions hold there. */
  channel: GuildBasedChannel;
}

const forums: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];
const threads: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
const texts: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...threads];

/** What a channel is called in the interface. */
export const titleOf = (channel: { name?: string | null } | null | undefined): string =>
  channel?.name ? `#${channel.name}` : '';

/**
 * Tells whether the bot may post somewhere: from the gateway's cache, which Discord keeps fresh; what is not in it, such as
 * threads that were archived before the bot started and private chats, is asked for.
 */
export function createPlaces(known: Known, rest: REST) {
  /** Keys of what the gateway knows to be missing in a channel of a guild. */
  function missingIn({ chat, channel }: Pick<Place, 'channel'> & { chat?: string }): string[] {
    const spot = spotOf(known.channel(channel));
    if (spot) return missingAt(spot);
    return chat === undefined || known.guild(chat) ? [] : ['place-left'];
  }

  async function inspect(place: Place): Promise<Inspection> {
    if (!known.isReady()) return { kind: 'unknown' };
    try {
      if (place.channel === '') return await openPrivate(place.chat);
      const spot = spotOf(known.channel(place.channel));
      return spot ? judged(place, spot) : await lookedUp(place);
    } catch (error) {
      const failure = failureOf(error, 'post', missingIn(place));
      return failure.kind === 'gone' ? { kind: 'unfit', missing: [failure.reason] } : { kind: 'unknown' };
    }
  }

  async function openPrivate(person: string): Promise<Inspection> {
    return ofPrivate((await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as APIDMChannel);
  }

  async function lookedUp(place: Place): Promise<Inspection> {
    const found = (await rest.get(Routes.channel(place.channel))) as APIChannel;
    if (found.type === ChannelType.DM)
      return found.recipients?.[0]?.id === place.chat ? ofPrivate(found) : unfit('place-gone');
    const parentId = 'parent_id' in found && found.parent_id ? found.parent_id : undefined;
    const parent = known.channel(parentId ?? '');
    if (!threads.includes(found.type) || !parent || !('guild' in parent)) return unfit('place-gone');
    const isLocked = 'thread_metadata' in found && found.thread_metadata?.locked === true;
    const { type, name } = found;
    return judged(place, { type, name: name ?? '', isThread: true, isLocked, channel: parent });
  }

  function ofPrivate({ id, recipients: [person] = [] }: APIDMChannel): Inspection {
    const place: Place = { platform: 'discord', chat: person?.id ?? '', channel: id };
    return { kind: 'fit', place, title: person?.global_name ?? person?.username ?? '', canCrosspost: false };
  }

  return { inspect, missingIn };
}

function spotOf(channel: Channel | undefined): Spot | undefined {
  if (!channel || !('guild' in channel)) return undefined;
  const { type, name } = channel;
  if (!channel.isThread()) return { type, name, isThread: false, isLocked: false, channel };
  const { parent, locked } = channel;
  return parent ? { type, name, isThread: true, isLocked: locked === true, channel: parent } : undefined;
}

/** A channel of another guild than the one that is named is none of that guild's. */
function judged({ chat, channel }: Place, spot: Spot): Inspection {
  const { guild } = spot.channel;
  if (guild.id !== chat) return unfit('place-gone');
  if (!guild.available) return { kind: 'unknown' };
  const missing = missingAt(spot);
  if (missing.length > 0) return { kind: 'unfit', missing };
  const place: Place = { platform: 'discord', chat, channel };
  return { kind: 'fit', place, title: titleOf(spot), canCrosspost: spot.type === ChannelType.GuildAnnouncement };
}

function missingAt({ type, isThread, isLocked, channel }: Spot): string[] {
  if (forums.includes(type)) return ['place-forum'];
  if (!texts.includes(type)) return ['place-kind'];
  const { me } = channel.guild.members;
  if (!me) return ['place-left'];
  const granted = channel.permissionsFor(me);
  const lacks = (right: PermissionResolvable) => !granted.has(right);
  const { ViewChannel, SendMessages, SendMessagesInThreads, ManageThreads } = PermissionFlagsBits;
  return [
    ...(lacks(ViewChannel) ? ['right-view-channel'] : []),
    ...(!isThread && lacks(SendMessages) ? ['right-send-messages'] : []),
    ...(isThread && lacks(SendMessagesInThreads) ? ['right-send-messages-in-threads'] : []),
    ...(isLocked && lacks(ManageThreads) ? ['place-locked'] : []),
    ...(me.isCommunicationDisabled() ? ['place-timeout'] : []),
  ];
}

const unfit = (...missing: string[]): Inspection => ({ kind: 'unfit', missing });
