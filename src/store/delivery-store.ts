import type { Chat, Platform } from '../core/community.ts';
import type { Pause, Place, Subscription } from '../core/subscription.ts';
import type { UpdateWriting } from '../core/update.ts';
import type {
  Claimed,
  DeliveryCount,
  DueDigest,
  KeptUpdate,
  NewUpdate,
  OutboxDepth,
  Outdated,
  Settlement,
  UpdateChange,
  UpdateRevision,
} from './delivery-records.ts';
import type { Act, Draft, ItemKey } from './records.ts';

export interface UpdateStore {
  /**
   * Writes a new update, pending until `publishAt`, and removes the draft that it comes from. Throws `Stale` for a draft
   * that has changed, `Gone` where it is not there.
   */
  post(update: NewUpdate, act?: Act, draft?: { id: string; version: number }): Promise<KeptUpdate>;
  /** Keeps an update as published without sending it to anybody. */
  keep(update: NewUpdate): Promise<KeptUpdate>;
  /** Takes a pending update back, as a draft; undefined where it is no longer pending at `at`. */
  undo(
    community: string,
    id: string,
    at: number,
    draft: Omit<Draft<'update'>, 'version'>,
    act: Act,
  ): Promise<Draft<'update'> | undefined>;
  /**
   * Writes a correction or retraction and, with it, what every copy needs: to be changed, to be followed, or not to be
   * sent at all. Throws `Stale` unless `base` is the latest revision, `Gone` where the update or draft is not there.
   */
  revise(change: UpdateChange, act?: Act, draft?: { id: string; version: number }): Promise<KeptUpdate>;
  /**
   * Publishes what is due: each with a delivery for every subscription that wants it, all or nothing, and at a later time than
   * the one before, whatever the clock says. Where one can't be published the others are, and then it throws.
   */
  publishDue(at: number): Promise<{ update: KeptUpdate; destinations: number }[]>;
  get(id: string): Promise<KeptUpdate | undefined>;
  ofIds(ids: readonly string[]): Promise<KeptUpdate[]>;
  /** Latest first, of these communities. */
  list(
    communities: readonly string[],
    filter: { states: readonly KeptUpdate['state'][]; topic?: string | undefined; most: number },
  ): Promise<KeptUpdate[]>;
  /** What was published after `from` until `to`, latest first, of these communities. */
  since(communities: readonly string[], from: number, to: number): Promise<KeptUpdate[]>;
  /** Those that come from files. */
  ofContent(): Promise<KeptUpdate[]>;
  /** Latest first. */
  revisions(id: string): Promise<UpdateRevision[]>;
  outdated(community: string): Promise<Outdated[]>;
  settleOutdated(community: string, item: ItemKey, act: Act): Promise<void>;
  /** How many places would get it now. */
  audience(community: string, writing: Pick<UpdateWriting, 'topics' | 'parties' | 'importance'>): Promise<number>;
  /** Of each destination's latest delivery. */
  counts(id: string): Promise<DeliveryCount[]>;
  /** Sends again what failed or is uncertain; returns how many. */
  resend(id: string, which: 'failed' | 'uncertain', at: number, act?: Act): Promise<number>;
  /** A value under a name, and whether it was new. */
  mark(name: string, value: number): Promise<boolean>;
}

export interface SubscriptionStore {
  /** Subscribes a place, or gives its subscription, ended or not, these choices; `isOld` where it had not ended. */
  put(subscription: Omit<Subscription, 'version'>, act?: Act): Promise<{ subscription: Subscription; isOld: boolean }>;
  get(id: string): Promise<Subscription | undefined>;
  at(place: Place): Promise<Subscription | undefined>;
  /** Those of a community that have not ended, the first made first; private ones are nobody's but their own. */
  ofCommunity(community: string): Promise<Subscription[]>;
  /** Those in one chat, or of one person's private chat, that have not ended. */
  inChat(chat: Chat): Promise<Subscription[]>;
  /** Throws `Stale` unless it is still at `version`. */
  change(subscription: Subscription, act?: Act): Promise<Subscription>;
  /** Holds what waits for it; undefined where it was not active. */
  pause(id: string, pause: Pause, act?: Act): Promise<Subscription | undefined>;
  /** Sends what was held since `freshSince`, the rest no more; undefined where it was not paused. */
  resume(id: string, at: number, freshSince: number, act?: Act): Promise<Subscription | undefined>;
  /** Nothing more is sent there but corrections of what was. */
  end(id: string, at: number, act?: Act): Promise<Subscription | undefined>;
  /** The platform wants nothing sent there before this time. */
  wait(id: string, until: number): Promise<void>;
  /** A chat has another id: what is sent to its places goes there from now on. */
  move(from: Chat, to: Chat): Promise<void>;
  /** The chats of which a subscription is paused by the platform, those that have been longest first. */
  pausedChats(most: number): Promise<Chat[]>;
  /** The distinct schedules of active subscriptions. */
  schedules(): Promise<{ rule: string; timeZone: string }[]>;
  /** Active ones with that schedule of which an earlier slot is the latest dealt with, by id after `after`. */
  due(
    schedule: { rule: string; timeZone: string },
    slotAt: number,
    after: string,
    most: number,
  ): Promise<Subscription[]>;
  /** Active ones, for metrics. */
  count(): Promise<number>;
}

/** What is owed to whom. Only one process at a time, the one that leads, claims from it. */
export interface OutboxStore {
  /** Leads, unless another process does; that one is removed where it has not been heard of for `silentMs`. */
  lead(silentMs: number): Promise<Leadership | undefined>;
  /**
   * The first in the queue, at most `most`. They are the term's until `leaseUntil`, and another's after that. What is new for
   * a place that has paused is held instead; what waits for an earlier revision to the same place stays in the queue.
   */
  claim(claim: { platform: Platform; term: number; most: number; now: number; leaseUntil: number }): Promise<Claimed[]>;
  /**
   * Marks those of the term's that may be sent now; returns their ids. Nothing may be sent without: what another term has
   * taken over, and what waits for an earlier revision to the same place, is not among them.
   */
  start(ids: readonly number[], term: number, now: number): Promise<number[]>;
  /** Writes down what came of deliveries that the term has started, or had claimed; those of other terms stay. */
  settle(term: number, settlements: readonly Settlement[]): Promise<void>;
  /** Lets what is due by now be claimed; returns how many. */
  promote(now: number, most: number): Promise<number>;
  /**
   * Takes over what earlier terms, or leases that ran out, left behind. What was being sent is sent again where that makes
   * no second message: edits, and posts on the platforms named; else it is uncertain. Returns how many.
   */
  recover(term: number, now: number, dedupes: readonly Platform[]): Promise<{ again: number; uncertain: number }>;
  /**
   * Puts digests into the queue and notes their slots; those of a slot that is dealt with already are left out. What is
   * noted as digested goes no further than the latest update that a digest holds.
   */
  enqueueDigests(digests: readonly DueDigest[], at: number): Promise<number>;
  /** The ids of a digest's updates, in its order. */
  digest(id: string): Promise<string[]>;
  /**
   * What is held since before this time is sent no more; returns how many. What is held for a place that is not paused, as
   * where a process ended between two steps, goes back into the queue.
   */
  cancelHeld(before: number, at: number): Promise<number>;
  /** Sends again what has been uncertain since before this time, in the communities that want that; returns how many. */
  resendUncertain(before: number, at: number): Promise<number>;
  depth(): Promise<OutboxDepth[]>;
}

export interface Leadership {
  /** Counts up with every change of leader. */
  term: number;
  /** Says that it is alive; false where another process leads now, or may. */
  beat(): Promise<boolean>;
  resign(): Promise<void>;
}
