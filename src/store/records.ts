import type { SentMessage } from '../core/broadcast.ts';
import type { Chat, Person, Platform } from '../core/community.ts';
import type { FormValues } from '../core/form.ts';
import type { Language } from '../core/language.ts';
import type { Subscription } from '../core/subscription.ts';
import type { ShownUpdate, UpdateWriting } from '../core/update.ts';
import type { Writing } from '../core/writing.ts';

/** What was done, for the audit log; written in the same transaction as the act itself. */
export interface Act {
  community: string;
  by: Person;
  at: number;
  /** Such as `entry.publish` or `settings.change`. */
  act: string;
  /** What it was done to: an entry's id, a setting's name. */
  subject: string;
  /** What a moderator needs to understand it later; never a private text of a member. */
  detail?: Record<string, string | number>;
}

export type ItemKind = 'entry' | 'position';

/** An entry by its id, or a position by `party/topic`. */
export interface ItemKey {
  kind: ItemKind;
  key: string;
}

/** What a community says of its own about an entry or position. */
export interface Item extends ItemKey {
  community: string;
  /** The number of the latest revision, from 1. */
  revision: number;
  state: 'live' | 'retired';
  /** That of the latest revision; nothing where a shared text is only retired (hidden) or shown again. */
  writing: Writing | undefined;
  changedAt: number;
}

export type Intent = 'write' | 'retire' | 'restore';

export interface Revision extends ItemKey {
  community: string;
  number: number;
  intent: Intent;
  writing: Writing | undefined;
  /** Nobody where they had themselves erased. */
  author: Person | undefined;
  approvedBy: Person | undefined;
  at: number;
  reason: string;
}

/** One change of an entry or position, to be made all at once with its names and its line in the audit log. */
export interface Change extends ItemKey {
  community: string;
  /** The revision that it was made from; 0 where there was none. */
  base: number;
  intent: Intent;
  writing: Writing | undefined;
  /** What the entry answers to, folded; each belongs to one live entry of the community. Nothing counts when it is retired. */
  names: readonly string[];
  author: Person;
  approvedBy?: Person | undefined;
  at: number;
  reason: string;
}

/** A draft at its version, or the id of a staged import. */
export type ChangeOrigin = { id: string; version: number } | { staged: string };

/** `review` waits for another moderator, `returned` for its author again. */
export type DraftState = 'editing' | 'review' | 'returned';

/** What drafts are of, beside entries and positions. */
export type DraftKind = ItemKind | 'update';

/** A text on its way, sound or not: what was typed, as it was typed. */
export interface Draft<K extends DraftKind = ItemKind> {
  kind: K;
  /** An entry's or update's id, or `party/topic`; empty for something new. */
  key: string;
  /** Eight characters of a-z and 0-9. */
  id: string;
  community: string;
  intent: Intent;
  /** The revision it was made from; 0 for something new. */
  base: number;
  /** Every value of its forms, as typed. */
  values: FormValues;
  state: DraftState;
  author: Person;
  reason: string;
  /** What the reviewer said when returning it. */
  comment: string;
  /** Counts up with every change. */
  version: number;
  createdAt: number;
  changedAt: number;
}

/** One text of an import and the revision that it was compared with; 0 where the community had none of its own. */
export interface StagedItem extends ItemKey {
  base: number;
  writing: Writing;
}

/** A file that was read and found sound: what it would change, until somebody has it done. */
export interface StagedImport {
  /** Eight characters of a-z and 0-9. */
  id: string;
  community: string;
  by: Person;
  /** The name of the file. */
  file: string;
  items: StagedItem[];
  /** How many texts of the file were there already, word for word. */
  unchanged: number;
  /** `review` waits for another moderator. */
  state: 'open' | 'review';
  at: number;
}

/** The same without its texts, of which there are `count`. */
export type ListedImport = Omit<StagedImport, 'items'> & { count: number };

/** A form being filled in question by question: kept, so that it survives a restart. One for each person and chat. */
export interface Dialogue {
  chat: Chat;
  /** The person's id on the chat's platform. */
  person: string;
  /** What the platform needs to go on; a RangeError past 64 Ki characters as JSON. */
  state: unknown;
  changedAt: number;
}

export interface Report extends ItemKey {
  id: string;
  community: string;
  text: string;
  /** Nobody where they had themselves erased. */
  by: Person | undefined;
  at: number;
  state: 'open' | 'settled';
  outcome: string;
}

/** A question that got no answer, or only “did you mean”, as it is kept: without anything that points to its asker. */
export interface Gap {
  community: string;
  /** The question folded: the same question is counted, not kept twice. */
  folded: string;
  question: string;
  language: Language;
  outcome: 'none' | 'unsure' | 'unhelpful';
  /** The id of the entry that came nearest; empty for none. */
  nearest: string;
  count: number;
  /** The day (`YYYY-MM-DD`) of the first and the latest. */
  firstOn: string;
  lastOn: string;
}

/** An act as it was written down; nobody where its author had themselves erased. */
export type RecordedAct = Omit<Act, 'by'> & { id: number; by: Person | undefined };

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
  | { state: 'failed' | 'uncertain' | 'cancelled' | 'held'; reason: string; message?: SentMessage | undefined }
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
