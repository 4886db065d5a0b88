import type { Chat, Person } from '../core/community.ts';
import type { FormValues } from '../core/form.ts';
import type { Language } from '../core/language.ts';
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

/** How often something happened in a community on a day (`YYYY-MM-DD`, in its time zone). No one is named, and no words are kept. */
export interface Tally {
  community: string;
  day: string;
  /** A question that got an answer, “did you mean” or none; an entry `shown` without a question. */
  kind: 'answered' | 'unsure' | 'none' | 'shown';
  /** The entry that was shown; empty for none. */
  entry: string;
  count: number;
}

/** Deliveries that came to the same in the same quarter of an hour, which began `at`. */
export interface DeliveryTally {
  at: number;
  state: 'sent' | 'failed' | 'held' | 'uncertain';
  count: number;
}
