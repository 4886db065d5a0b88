import type { Chat, Community, Person, Platform, Settings } from '../core/community.ts';
import type { Language } from '../core/language.ts';
import type { Choices } from '../core/reception.ts';
import type { Pause, Place, Subscription } from '../core/subscription.ts';
import type { UpdateWriting } from '../core/update.ts';
import type {
  Act,
  Change,
  ChangeOrigin,
  Claimed,
  Delivery,
  DeliveryCount,
  Dialogue,
  Draft,
  DraftKind,
  DraftState,
  DueDigest,
  Gap,
  Item,
  ItemKey,
  ItemKind,
  KeptUpdate,
  ListedImport,
  NewUpdate,
  OutboxDepth,
  Outdated,
  RecordedAct,
  Report,
  Revision,
  Settlement,
  StagedImport,
  UpdateChange,
  UpdateRevision,
} from './records.ts';

export type * from './records.ts';

/**
 * Everything that is kept, on SQLite and PostgreSQL alike. Each method is one transaction: all of it is there or
 * nothing. Times are milliseconds since the epoch and are handed in. Of texts that are columns of their own, NUL is left
 * out and half a surrogate pair becomes U+FFFD; writings, forms and dialogues are kept to the last sign. A row that
 * can't be understood is an Error that names the table and the row.
 */
export interface Store {
  communities: CommunityStore;
  people: PeopleStore;
  entries: EntryStore;
  drafts: DraftStore;
  imports: ImportStore;
  dialogues: DialogueStore;
  reports: ReportStore;
  gaps: GapStore;
  votes: VoteStore;
  audit: AuditStore;
  updateDrafts: DraftStore<'update'>;
  updates: UpdateStore;
  subscriptions: SubscriptionStore;
  outbox: OutboxStore;
  /** Whether the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface CommunityStore {
  /** The chat's community; made, with the defaults, where there is none. Calls at the same time get the same one. */
  of(chat: Chat & { title: string }, at: number): Promise<Community>;
  byId(id: string): Promise<Community | undefined>;
  /** Throws `Stale` where the settings have changed since `base` was read. */
  change(id: string, base: Settings, settings: Settings, act: Act): Promise<Community>;
  /** A code for joining another chat, kept as its hash; works once, until `until`. */
  makeLink(community: string, codeHash: string, until: number, act: Act): Promise<void>;
  /** Moves the chat into the code's community, and uses the code up; undefined for a code that is unknown, used or too old. */
  useLink(codeHash: string, chat: Chat, at: number, act: Omit<Act, 'community'>): Promise<Community | undefined>;
  /**
   * Moves the chat back into the community that it had before it was linked, or else into a new one; a chat that is the
   * only one of its community stays. The act is written down in both.
   */
  unlink(chat: Chat & { title: string }, at: number, act: Omit<Act, 'community'>): Promise<Community>;
  /**
   * A group that became a supergroup has a new id: its community, dialogues and log channel follow. Where the new chat
   * has a community already, that becomes the one it goes back to by `unlink`.
   */
  moveChat(from: Chat, to: Chat): Promise<void>;
  rename(chat: Chat, title: string): Promise<void>;
  /** Communities for which the person has acted as a moderator, the latest first. */
  workedFor(person: Pick<Person, 'platform' | 'id'>): Promise<Community[]>;
}

export interface PeopleStore {
  choices(person: Pick<Person, 'platform' | 'id'>): Promise<Choices>;
  choose(
    person: Pick<Person, 'platform' | 'id'>,
    choices: { language?: Language | null; worksFor?: string | null },
  ): Promise<void>;
  /** How much is kept about a person, by kind: choices, drafts (in review, too), imports, dialogues, revisions, reports, votes, acts. */
  kept(person: Pick<Person, 'platform' | 'id'>): Promise<Record<string, number>>;
  /** Erases the person: choices, all drafts and imports, votes, dialogues; their name is taken off revisions, reports and acts. */
  erase(person: Pick<Person, 'platform' | 'id'>): Promise<void>;
}

export interface EntryStore {
  /** All items of a community, with a number that grows with every change. */
  all(community: string): Promise<{ version: number; items: Item[] }>;
  version(community: string): Promise<number>;
  item(community: string, key: ItemKey): Promise<Item | undefined>;
  /**
   * Makes all changes or none, and removes the draft or staged import that they come from. Throws `Stale` for a base
   * that is not the latest revision and for a draft that has changed, `NameTaken` where another entry of the community has a name, `Gone` where the draft
   * or import is no longer there. Entries of one call may swap their names.
   */
  change(changes: readonly Change[], acts: readonly Act[], from?: ChangeOrigin): Promise<Item[]>;
  /** Latest first. */
  revisions(community: string, key: ItemKey): Promise<Revision[]>;
}

/** Drafts of some kinds; those of others are not there. */
export interface DraftStore<K extends DraftKind = ItemKind> {
  /** Throws `TooMany` past `most` drafts of the author in the community, of whatever kind. */
  add(draft: Omit<Draft<K>, 'version'>, most: number): Promise<Draft<K>>;
  get(community: string, id: string): Promise<Draft<K> | undefined>;
  /** Throws `Stale` unless the draft is still at `version`, `Gone` where it is not there. */
  change(draft: Draft<K>, act?: Act): Promise<Draft<K>>;
  remove(community: string, id: string, version: number, act?: Act): Promise<void>;
  /** Latest change first. */
  list(community: string, state?: DraftState): Promise<Draft<K>[]>;
}

export interface ImportStore {
  /**
   * Keeps an import, in place of `replaces`; an open one takes the place of what the same person has left open. Throws `TooMany` past `most`
   * of the community, `Gone` where `replaces` is not there.
   */
  add(staged: StagedImport, most: number, replaces?: string): Promise<void>;
  get(community: string, id: string): Promise<StagedImport | undefined>;
  /** Latest first. */
  list(community: string): Promise<ListedImport[]>;
  /** Lets an open one wait for another moderator; throws `Gone` where there is none. */
  submit(community: string, id: string, act: Act): Promise<void>;
  /** Throws `Gone` where it is not there. */
  remove(community: string, id: string, act?: Act): Promise<void>;
  /** Removes those from before this time, everywhere; returns how many. */
  removeBefore(time: number): Promise<number>;
}

export interface DialogueStore {
  get(chat: Chat, person: string): Promise<Dialogue | undefined>;
  put(dialogue: Dialogue): Promise<void>;
  remove(chat: Chat, person: string): Promise<void>;
  /** Removes those left alone since before this time; returns how many. */
  removeBefore(time: number): Promise<number>;
}

export interface ReportStore {
  /** Throws `AlreadyReported` while the person has an open report of that item in the community. */
  add(report: Omit<Report, 'state' | 'outcome'>): Promise<void>;
  open(community: string): Promise<Report[]>;
  get(community: string, id: string): Promise<Report | undefined>;
  /** Settles an open report; undefined where another moderator was first. */
  settle(community: string, id: string, outcome: string, act: Act): Promise<Report | undefined>;
}

export interface GapStore {
  /** Counts the question in; at most `most` different ones are kept, the rarest and oldest go first. */
  add(gap: Omit<Gap, 'count' | 'firstOn' | 'lastOn'>, day: string, most: number): Promise<void>;
  list(community: string): Promise<Gap[]>;
  /** Takes questions out: dismissed, or answered by an entry or alias. */
  remove(community: string, folded: readonly string[], act: Act): Promise<void>;
  /** Removes what was last asked before this day, everywhere; returns how many. */
  removeBefore(day: string): Promise<number>;
  clear(community: string): Promise<void>;
}

export interface VoteStore {
  /** One for each person and entry; a second one replaces the first. */
  cast(vote: {
    community: string;
    entry: string;
    by: Pick<Person, 'platform' | 'id'>;
    helpful: boolean;
    at: number;
  }): Promise<void>;
  counts(community: string): Promise<{ entry: string; helpful: number; unhelpful: number }[]>;
}

export interface AuditStore {
  add(act: Act): Promise<void>;
  /** Latest first, from before this id. */
  list(community: string, most: number, before?: number): Promise<RecordedAct[]>;
}

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
  /** What the place's delivery of the revision before came to. */
  before(delivery: Delivery): Promise<Delivery | undefined>;
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
