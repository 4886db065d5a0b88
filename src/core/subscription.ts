import type { Chat, Person, Platform } from './community.ts';
import type { Language } from './language.ts';
import type { ShownUpdate } from './update.ts';

/** Where messages are sent to. */
export interface Place {
  platform: Platform;
  /** The guild, group or channel that it is in, or the person whose private chat it is. */
  chat: string;
  /** Discord: the channel, thread or private channel. Telegram: the same as `chat`. */
  channel: string;
  /** The topic, in a Telegram group that has topics. */
  thread?: string | undefined;
}

export const isPrivatePlace = (
  { platform, chat }: Place,
  people: readonly Pick<Person, 'platform' | 'id'>[],
): boolean => people.some((one) => one.platform === platform && one.id === chat);

export const chatOfPlace = ({ platform, chat }: Place): Chat => ({ platform, id: chat });

/** Wall-clock times, `HH:MM`, in the subscription's time zone; `from` after `to` goes over midnight. */
export interface QuietHours {
  from: string;
  to: string;
  /** Whether breaking news comes all the same. */
  breakingPasses: boolean;
}

/** What a subscription gets, and how: what its moderators choose. */
export interface SubscriptionChoices {
  /** Ids; all topics where there is none. */
  topics: string[];
  /** Ids; all parties where there is none. */
  parties: string[];
  importance: 'all' | 'breaking';
  language: Language;
  /** IANA name, for quiet hours and digests. */
  timeZone: string;
  /** Undefined for each update at once; else a cron rule of five fields, at most one run an hour. */
  digest: string | undefined;
  quiet: QuietHours | undefined;
  /** Sent without a sound. */
  silent: boolean;
  /** Discord announcement channels: published to the channels that follow it. */
  crosspost: boolean;
}

/** Why nothing is sent there at present. */
export interface Pause {
  /** `person`: somebody chose so. `platform`: it can't be written to. */
  by: 'person' | 'platform';
  /** Empty where a person chose so; else what is missing, as a key of the interface's texts. */
  reason: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** One place that gets updates; there is one for each place. */
export interface Subscription extends SubscriptionChoices {
  /** Eight characters of a-z and 0-9; the destination of its deliveries. */
  id: string;
  /** Whose updates it gets beside the shared ones; `shared` for a person's own. */
  community: string;
  place: Place;
  /** What the place is called, for its moderators. */
  title: string;
  /** Whether it is a person's private chat. */
  isPrivate: boolean;
  /** `ended` where it was taken back: what it got can still be corrected. */
  state: 'active' | 'paused' | 'ended';
  pause: Pause | undefined;
  /** Nobody where they had themselves erased. */
  by: Person | undefined;
  createdAt: number;
  /** When something was last sent there. */
  deliveredAt: number | undefined;
  /** Updates published until then have gone into its digests. */
  digestedUntil: number;
  /** The time of the latest digest that is dealt with, sent or not. */
  slotAt: number;
  /** The platform wants nothing sent there before this time. */
  waitUntil: number;
  /** Counts up with every change of its choices or state. */
  version: number;
}

type Wanted = Pick<Subscription, 'community' | 'topics' | 'parties' | 'importance'>;

/** Whether a subscription wants an update. The store says the same in SQL, and a test compares the two. */
export const wants = (
  subscription: Wanted,
  { community, writing }: Pick<ShownUpdate, 'community' | 'writing'>,
): boolean =>
  (community === 'shared' || community === subscription.community) &&
  (subscription.importance === 'all' || writing.importance === 'breaking') &&
  meets(subscription.topics, writing.topics) &&
  meets(subscription.parties, writing.parties);

const meets = (chosen: readonly string[], has: readonly string[]): boolean =>
  chosen.length === 0 || has.some((one) => chosen.includes(one));
