import type { Answer } from './answer.ts';
import type { Finding } from './catalogue.ts';
import type { Caller } from './command.ts';
import type { Entry } from './knowledge.ts';
import type { Language } from './language.ts';

/** In days: how long a question without an answer is kept after it was last asked. */
export const gapsKeptDays = 90;

/** Where questions go that found no answer. Never delays the answer, never rejects, keeps nothing about who asked. */
export interface QuestionLog {
  asked(caller: Caller, question: string, finding: Pick<Finding, 'outcome' | 'alternatives'>): void;
  /** An answer was shown and did not help. */
  unhelpful(caller: Caller, entry: Entry): void;
}

/** What became of a question: nothing near, only “did you mean”, or an answer that did not help. */
export type GapOutcome = 'none' | 'unsure' | 'unhelpful';

/** One question as it was asked, without its asker. */
export interface AskedQuestion {
  question: string;
  language: Language;
  outcome: GapOutcome;
  /** How often. */
  count: number;
  /** The day (`YYYY-MM-DD`) on which it was last asked. */
  lastOn: string;
}

/** Questions that mean the same, most asked first. */
export interface GapGroup {
  /** Stands for the group in buttons: eight signs of 0-9 and a-f. */
  id: string;
  questions: AskedQuestion[];
  count: number;
  /** The id of the entry that most of them came nearest to; empty for none. */
  nearest: string;
}

/** What the moderators of a community see of its gaps and do about them. The caller's right has been checked. */
export interface Gaps {
  /** Those still without an answer, most asked first. */
  groups(caller: Caller): Promise<GapGroup[]>;
  /** Undefined where it is no longer there. */
  group(caller: Caller, id: string): Promise<GapGroup | undefined>;
  /** Takes a group's questions off the list. */
  close(caller: Caller, group: GapGroup, why: 'dismissed' | 'alias'): Promise<void>;
}

/** How a gap becomes something that is found: what the moderators' editing offers for it. */
export interface GapFilling {
  /** What a moderator sees who begins an entry with this question: its form, or a draft. */
  beginEntry(caller: Caller, question: string, language: Language): Answer | Promise<Answer>;
  /**
   * Makes the question another name of an entry, the way any change is made (with review where the community wants it),
   * and says what became of it: `failed` where it was not done, and a draft waits to be
   * mended. Throws `UserError` for a name that is taken or too long.
   */
  addAlias(caller: Caller, entry: string, alias: string, language: Language): Promise<Answer>;
}

/** Parts texts into groups that ask the same; each group is a list of places in `texts`, its clearest first. */
export type Grouping = (texts: readonly { text: string; count: number }[]) => number[][];
