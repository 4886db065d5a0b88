import type { Caller } from './command.ts';
import type { Person, Platform } from './community.ts';
import type { FieldDifference } from './difference.ts';
import type { FormValues } from './form.ts';
import type { Language } from './language.ts';
import type { Reader } from './messenger.ts';
import type { ShownUpdate } from './update.ts';
import type { ReadUpdate } from './update-values.ts';
import type { WritingKey } from './writing.ts';
import type { Remark } from './written-values.ts';

/** What is to be written: a new update, or a revision of one; in the original's language unless told. */
export interface UpdateSubject {
  update: string | undefined;
  language: Language | undefined;
}

/** What a form for an update opens with. */
export interface OpenedUpdate extends UpdateSubject {
  language: Language;
  /** The revision that it is made from; 0 for a new one. */
  base: number;
  isTranslation: boolean;
  values: FormValues;
  /** What is typed, as it would be taken now. */
  read(values: FormValues): ReadUpdate;
}

/** A draft of an update as its author, or a moderator who reviews it, sees it now. */
export interface OpenUpdateDraft extends OpenedUpdate {
  id: string;
  version: number;
  state: 'editing' | 'review' | 'returned';
  author: Person;
  isMine: boolean;
  reason: string;
  comment: string;
  needsReview: boolean;
  title: string;
  problems: Remark[];
  warnings: Remark[];
  /** As readers will see it; undefined while there are problems. */
  preview: ShownUpdate | undefined;
  /** Whoever reads it in the language in which it is written. */
  reader: Reader;
  /** Against the latest revision; nothing for a new one. */
  difference: FieldDifference[];
  /** What others have corrected since it was begun; undefined where nothing was. */
  since: FieldDifference[] | undefined;
  /** Languages that will be shown in the original until they are translated again. */
  fallsBehind: Language[];
  /** Whether its author has said that only the wording changes: readers are told of no correction. */
  isWording: boolean;
  /** How many places would get it now. */
  audience: number;
  /** In seconds. */
  undoSeconds: number;
}

export type UpdateOutcome =
  /** It is published, or will be when its undo window ends. */
  | { kind: 'done'; update: ShownUpdate }
  /** Another moderator has to agree. */
  | { kind: 'sent'; title: string }
  /** Nothing was done: the draft is not sound, was made from an older revision, or is not what was shown. */
  | { kind: 'undone'; draft: OpenUpdateDraft; isOther: boolean };

/** How far an update's latest revision has come. */
export interface UpdateStatus {
  update: ShownUpdate;
  title: string;
  /** By platform, those that have something. */
  platforms: { platform: Platform; counts: DeliveryCounts }[];
  /** In how many seconds it is sent, while it can still be taken back; undefined after that. */
  undoSeconds: number | undefined;
  /** Of failed, uncertain, held and waiting ones that have been tried, in words where there are any: the commonest first. */
  reasons: { outcome: keyof DeliveryCounts; reason: string; count: number }[];
  /** When the next attempt of those that have been tried is due; undefined where none is. */
  nextAt: number | undefined;
  /** Whether nothing more will happen by itself. */
  isOver: boolean;
}

/**
 * Of each place's latest delivery: `held` waits for a paused subscription, `uncertain` may have arrived, `failed` has not.
 * (Places whose copy was never sent and is no longer wanted are not counted.)
 */
export interface DeliveryCounts {
  delivered: number;
  waiting: number;
  held: number;
  failed: number;
  uncertain: number;
}

/** A draft that is on its way. */
export interface UpdateDraftLine {
  id: string;
  state: OpenUpdateDraft['state'];
  title: string;
  isMine: boolean;
  changedAt: number;
}

/** What waits for a moderator. */
export interface UpdateQueue {
  waiting: UpdateDraftLine[];
  /** The caller's own. */
  returned: UpdateDraftLine[];
  /** The caller's own that were never sent for review. */
  drafts: UpdateDraftLine[];
  outdated: OutdatedLine[];
}

export interface UpdateLine {
  id: string;
  title: string;
  state: ShownUpdate['state'];
  importance: ShownUpdate['writing']['importance'];
  publishedAt: number;
  revision: number;
}

/** Something that an update has made outdated, until it is changed or somebody says that it still holds. */
export interface OutdatedLine extends WritingKey {
  title: string;
  update: string;
  updateTitle: string;
}

/**
 * How moderators post, correct and retract updates, and how everybody reads them. That the caller of the moderators' part is
 * one has been checked; what is theirs alone, and whether another one has to agree, is checked here. Throws `UserError`
 * for what they can mend.
 */
export interface Updates {
  open(caller: Caller, subject: UpdateSubject): Promise<OpenedUpdate>;
  /** The form that announces a change of an entry or position, with what changed. */
  openAnnouncement(caller: Caller, item: WritingKey): Promise<OpenedUpdate>;
  /** Keeps what was typed as a draft, sound or not. */
  begin(caller: Caller, subject: UpdateSubject, base: number, values: FormValues): Promise<OpenUpdateDraft>;
  draft(caller: Caller, id: string): Promise<OpenUpdateDraft>;
  save(caller: Caller, id: string, values: FormValues): Promise<OpenUpdateDraft>;
  /** Puts what its author changed on what is there now. */
  rebase(caller: Caller, id: string): Promise<OpenUpdateDraft>;
  discard(caller: Caller, id: string): Promise<void>;
  publish(caller: Caller, id: string, version: number): Promise<UpdateOutcome>;
  submit(caller: Caller, id: string, version: number): Promise<UpdateOutcome>;
  approve(caller: Caller, id: string, version: number): Promise<UpdateOutcome>;
  /** Whether the author could be told. */
  giveBack(caller: Caller, id: string, version: number, comment: string): Promise<boolean>;
  reject(caller: Caller, id: string, version: number, reason: string): Promise<boolean>;
  /** Takes an update back within its undo window, as a draft of the caller's; throws `UserError` where that is over. */
  undo(caller: Caller, update: string): Promise<OpenUpdateDraft>;
  /** Never waits for another moderator: a mistake hurts. */
  retract(caller: Caller, update: string, reason: string): Promise<ShownUpdate>;
  /** Latest first, those of the caller's community only. */
  list(caller: Caller): Promise<UpdateLine[]>;
  status(caller: Caller, update: string): Promise<UpdateStatus>;
  /** Sends again what failed or is uncertain; returns how many. */
  resend(caller: Caller, update: string, which: 'failed' | 'uncertain'): Promise<number>;
  queue(caller: Caller): Promise<UpdateQueue>;
  /** Somebody has looked: it is not outdated. */
  settleOutdated(caller: Caller, item: WritingKey): Promise<void>;

  /** For everybody: latest first, the shared ones and those of the caller's community; not those within their undo window. */
  latest(caller: Caller, topic: string | undefined): Promise<ShownUpdate[]>;
  /** Undefined for one that the caller's community does not see, or does not see yet. */
  shown(caller: Caller, update: string): Promise<ShownUpdate | undefined>;
}
