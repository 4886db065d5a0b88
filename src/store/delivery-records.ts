import type { SentMessage } from '../core/broadcast.ts';
import type { Person, Platform } from '../core/community.ts';
import type { Subscription } from '../core/subscription.ts';
import type { ShownUpdate, UpdateWriting } from '../core/update.ts';
import type { ItemKey } from './records.ts';

/** An update as it is kept. */
export interface KeptUpdate extends ShownUpdate {
  /** The id of the file that it comes from. */
  contentId: string | undefined;
  /** Who wrote its first revision; nobody where they had themselves erased, or where it comes from a file. */
  author: Person | undefined;
}

export interface NewUpdate {
  /** Eight characters of a-z and 0-9. */
  id: string;
  community: string;
  contentId?: string | undefined;
  writing: UpdateWriting;
  author: Person | undefined;
  approvedBy?: Person | undefined;
  at: number;
  /** When it is sent; until then it can be taken back. */
  publishAt: number;
}

/** A correction or retraction. */
export interface UpdateChange {
  id: string;
  community: string;
  /** The revision that it was made from. */
  base: number;
  intent: 'edit' | 'retract';
  writing: UpdateWriting;
  author: Person | undefined;
  approvedBy?: Person | undefined;
  at: number;
  /** What readers are told was corrected, or why it was retracted. */
  reason: string;
  /** Whether only translations or wording change: copies are edited, but none says that it was corrected. */
  isSilent: boolean;
}

export interface UpdateRevision {
  number: number;
  intent: 'post' | 'edit' | 'retract';
  writing: UpdateWriting;
  author: Person | undefined;
  approvedBy: Person | undefined;
  at: number;
  reason: string;
}

/** Something that an update has made outdated. */
export interface Outdated extends ItemKey {
  update: string;
  at: number;
}

/**
 * What is to be done for one destination:
 * - `post`: a new message;
 * - `edit`: the copy is changed;
 * - `follow`: the copy can't be changed, so a new message follows it;
 * - `crosspost`: the message that was sent is published to following channels.
 */
export type DeliveryAct = 'post' | 'edit' | 'follow' | 'crosspost';

/**
 * - `waiting`: to be claimed; `later`: not before `dueAt`; `held`: while its subscription is paused;
 * - `claimed`: by a dispatcher, under a lease; `sending`: the request may be under way;
 * - `sent`, `failed` (a dead letter), `uncertain` (may have arrived), `cancelled` (no longer wanted);
 * - `superseded`: a later revision has taken over, with the message if there is one.
 */
export type DeliveryState =
  | 'waiting'
  | 'later'
  | 'held'
  | 'claimed'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'uncertain'
  | 'cancelled'
  | 'superseded';

export interface Delivery {
  id: number;
  /** The update's id, or the digest's. */
  item: string;
  kind: 'update' | 'digest';
  /** Of the update; of a digest, counted for itself. */
  revision: number;
  /** The subscription's id. */
  destination: string;
  platform: Platform;
  /** 0 corrections and breaking news, 1 routine, 2 digests. */
  priority: number;
  turn: number;
  act: DeliveryAct;
  attempts: number;
  /** When an attempt began of which nobody knows whether it arrived. */
  unknownSince: number | undefined;
  /** The copy that was sent. */
  message: SentMessage | undefined;
  state: DeliveryState;
  leaseUntil: number;
  createdAt: number;
}

/** A delivery in a dispatcher's hands, and where it goes. */
export type Claimed = Delivery & { subscription: Subscription };

/** What came of a delivery. */
export type Settlement = { id: number; at: number } & (
  | { state: 'sent'; message: SentMessage; next?: 'crosspost' | undefined }
  | {
      state: 'later';
      dueAt: number;
      reason: string;
      /** Whether an attempt was used up. */
      isAttempt: boolean;
      act?: DeliveryAct;
      unknownSince?: number;
    }
  | { state: 'failed' | 'uncertain' | 'cancelled' | 'held'; reason: string }
);

/** How many deliveries of one update are in one state, and why. */
export interface DeliveryCount {
  platform: Platform;
  state: DeliveryState;
  act: DeliveryAct;
  reason: string;
  count: number;
  /** The earliest. */
  dueAt: number;
}

/** One digest that is due: which updates it holds; none where there is nothing new. */
export interface DueDigest {
  subscription: string;
  slotAt: number;
  updates: string[];
  digestedUntil: number;
}

export interface OutboxDepth {
  platform: Platform;
  state: 'waiting' | 'later' | 'held' | 'claimed' | 'sending';
  priority: number;
  count: number;
  /** When the oldest was made. */
  oldestAt: number;
}
