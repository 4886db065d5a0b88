import type { Chat, Community, Person, Settings } from '../core/community.ts';
import type { Language } from '../core/language.ts';
import type { Choices } from '../core/reception.ts';
import type { OutboxStore, SubscriptionStore, UpdateStore } from './delivery-store.ts';
import type { ClaimStore, InboxStore, NoticeFeed } from './process-store.ts';
import type {
  Act,
  Change,
  ChangeOrigin,
  DeliveryTally,
  Dialogue,
  Draft,
  DraftKind,
  DraftState,
  Gap,
  Item,
  ItemKey,
  ItemKind,
  ListedImport,
  RecordedAct,
  Report,
  Revision,
  StagedImport,
  Tally,
} from './records.ts';

export type * from './delivery-records.ts';
export type * from './delivery-store.ts';
export type * from './process-store.ts';
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
  stats: StatStore;
  audit: AuditStore;
  updateDrafts: DraftStore<'update'>;
  updates: UpdateStore;
  subscriptions: SubscriptionStore;
  outbox: OutboxStore;
  claims: ClaimStore;
  inbox: InboxStore;
  notices: NoticeFeed;
  /** Whether other processes may use the same database. */
  isShared: boolean;
  /** Whether the database answers. */
  ping(): Promise<void>;
  /** Connections to a server: all, idle ones, and how many queries wait for one. */
  connections(): { total: number; idle: number; waiting: number } | undefined;
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
  /** Of those communities that are there. */
  versions(communities: readonly string[]): Promise<ReadonlyMap<string, number>>;
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
  /** Of votes since this time, by entry; of all votes without it. */
  counts(community: string, since?: number): Promise<{ entry: string; helpful: number; unhelpful: number }[]>;
}

export interface StatStore {
  /** Adds to what is there already, whoever else does. */
  add(tallies: readonly Tally[]): Promise<void>;
  /** From day to day, both included. */
  list(community: string, from: string, to: string): Promise<Omit<Tally, 'community'>[]>;
  /** What has come of deliveries to the community's channels (never to people in private) since this time. */
  deliveries(community: string, from: number): Promise<DeliveryTally[]>;
  /** Removes days before this one, everywhere; returns how many rows. */
  removeBefore(day: string): Promise<number>;
}

export interface AuditStore {
  add(act: Act): Promise<void>;
  /** Latest first, from before this id. */
  list(community: string, most: number, before?: number): Promise<RecordedAct[]>;
}
