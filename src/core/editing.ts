import type { Caller } from './command.ts';
import type { Person } from './community.ts';
import type { FieldDifference } from './difference.ts';
import type { ReadWriting } from './entry-values.ts';
import type { FormValues } from './form.ts';
import type { Knowledge } from './knowledge.ts';
import type { Language } from './language.ts';
import type { WritingKey } from './writing.ts';
import type { Remark } from './written-values.ts';

/** Drafts of one author in one community. */
export const mostDrafts = 20;

/** What is to be written; the key is empty for a new entry. */
export interface Subject extends WritingKey {
  /** The original's, or else the one that is in the reader's language, unless told. */
  language: Language | undefined;
}

/** What a form for a subject opens with. */
export interface Opened extends WritingKey {
  language: Language;
  /** The revision that it is made from; 0 where the community has none of its own. */
  base: number;
  isTranslation: boolean;
  values: FormValues;
  /** What is typed, as it would be taken now. */
  read(values: FormValues): ReadWriting;
}

export type DraftIntent = 'write' | 'retire' | 'restore';

/** A draft as its author, or a moderator who reviews it, sees it now. */
export interface OpenDraft extends Opened {
  id: string;
  /** Counts up with every change: what was shown is what is approved. */
  version: number;
  intent: DraftIntent;
  state: 'editing' | 'review' | 'returned';
  author: Person;
  isMine: boolean;
  reason: string;
  /** What the reviewer said when returning it. */
  comment: string;
  needsReview: boolean;
  /** Whether nothing of that key was there before. */
  isNew: boolean;
  /** What it would be called, for lists: a question, or a position's key. */
  title: string;
  problems: Remark[];
  warnings: Remark[];
  /** What the community would see; undefined while there are problems. */
  preview: { knowledge: Knowledge; key: string } | undefined;
  /** Against what is there now. */
  difference: FieldDifference[];
  /** What others have changed since it was begun; undefined where nothing was. */
  since: FieldDifference[] | undefined;
  /** Whether what it changes is no longer shown: publishing it would bring it back. */
  isRetired: boolean;
  /** Languages that will be shown in the original until they are translated again. */
  fallsBehind: Language[];
  /** Whether its author has said that only the wording changes. */
  isWording: boolean;
}

/** What became of an act. */
export type Outcome =
  | { kind: 'done'; intent: DraftIntent; item: WritingKey; title: string }
  /** Another moderator has to agree. */
  | { kind: 'sent'; title: string }
  /** Nothing was done: the draft is not sound, was made from an older revision, or is not what was shown. */
  | { kind: 'undone'; draft: OpenDraft; isOther: boolean };

export interface DraftLine extends WritingKey {
  id: string;
  intent: DraftIntent;
  state: OpenDraft['state'];
  title: string;
  isMine: boolean;
  changedAt: number;
}

export interface ItemLine extends WritingKey {
  title: string;
}

/** What a community has of its own. */
export interface Listing {
  own: ItemLine[];
  /** Shared ones that its members don't see. */
  hidden: ItemLine[];
  retired: ItemLine[];
  drafts: DraftLine[];
}

/** What waits for a moderator. */
export interface ReviewQueue {
  waiting: DraftLine[];
  returned: DraftLine[];
  overdue: (ItemLine & { reviewBy: string })[];
  behind: (ItemLine & { language: Language })[];
}

/** One revision, as much of it as the reader may see. */
export interface RevisionLine {
  number: number;
  intent: DraftIntent;
  /** Milliseconds since the epoch. */
  at: number;
  reason: string;
  /** For moderators only; `erased` where they had their name taken off. */
  by?: string | 'erased';
  approvedBy?: string;
}

export interface ItemHistory extends WritingKey {
  title: string;
  state: 'live' | 'retired';
  /** Whose revisions these are: the community's, those of what is shared, or none. */
  of: 'community' | 'shared' | 'content';
  /** The revision of the content that is shared; undefined for what the community alone has. */
  contentRevision: number | undefined;
  /** Latest first. */
  revisions: RevisionLine[];
}

/**
 * How moderators write, review, correct and restore. That the caller is a moderator has been checked; what is theirs alone,
 * and whether another one has to agree, is checked here. Throws `UserError` for what they can mend.
 */
export interface Editing {
  open(caller: Caller, subject: Subject): Promise<Opened>;
  /** Keeps what was typed as a draft, sound or not. `base` is the one that the form was opened with. */
  begin(caller: Caller, subject: Subject, base: number, values: FormValues): Promise<OpenDraft>;
  /** One's own, or one that waits for review. */
  draft(caller: Caller, id: string): Promise<OpenDraft>;
  save(caller: Caller, id: string, values: FormValues): Promise<OpenDraft>;
  /** Puts what its author changed on what is there now. */
  rebase(caller: Caller, id: string): Promise<OpenDraft>;
  discard(caller: Caller, id: string): Promise<void>;
  publish(caller: Caller, id: string, version: number): Promise<Outcome>;
  submit(caller: Caller, id: string, version: number): Promise<Outcome>;
  approve(caller: Caller, id: string, version: number): Promise<Outcome>;
  /** Whether the author could be told. */
  giveBack(caller: Caller, id: string, version: number, comment: string): Promise<boolean>;
  reject(caller: Caller, id: string, version: number, reason: string): Promise<boolean>;

  retire(caller: Caller, item: WritingKey, reason: string): Promise<Outcome>;
  /** The latest text, or that of a revision; 0 for the shared one. */
  restore(caller: Caller, item: WritingKey, revision: number | undefined): Promise<Outcome>;

  list(caller: Caller): Promise<Listing>;
  queue(caller: Caller): Promise<ReviewQueue>;
  /** For everybody; with names for moderators. */
  history(caller: Caller, item: WritingKey, isModerator: boolean): Promise<ItemHistory>;
  /** What changed from one revision to another; 0 stands for the shared text. */
  compare(caller: Caller, item: WritingKey, from: number, to: number): Promise<FieldDifference[]>;
}
