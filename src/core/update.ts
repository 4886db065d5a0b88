import type { Source } from './knowledge.ts';
import type { Language, Multilingual } from './language.ts';

/** `breaking` comes before everything else that is sent, and may pass quiet hours. */
export const importances = ['routine', 'breaking'] as const;
export type Importance = (typeof importances)[number];

/** An update in one language, its Markdown as written. */
export interface WrittenUpdateText {
  title: string;
  /** Markdown. */
  body: string;
  /** Of the original: counts up with every change of meaning. A translation's: that of the original that it follows. */
  follows: number;
}

/** What an update says, as moderators and editors write it and the store keeps it: plain data. */
export interface UpdateWriting {
  /** The language that the others are translated from. */
  original: Language;
  importance: Importance;
  /** Ids of shared sources or of those in `cites`; at least one. */
  sources: string[];
  /** Sources of the community's own. */
  cites: Source[];
  topics: string[];
  parties: string[];
  /** What it makes outdated: ids of entries, and positions as `party/topic`. They go to the moderators' review. */
  outdates: string[];
  text: Multilingual<WrittenUpdateText>;
}

/**
 * - `pending`: within its undo window;
 * - `published`: sent, or being sent, to whoever subscribes;
 * - `retracted`: each copy says so, and why.
 */
export type UpdateState = 'pending' | 'published' | 'retracted';

/** An update as readers see it, at its latest revision. */
export interface ShownUpdate {
  /** Eight characters of a-z and 0-9. */
  id: string;
  /** Whose update it is; `shared` for those that all communities see. */
  community: string;
  state: UpdateState;
  /** Counted from 1; above 1 it was corrected. */
  revision: number;
  writing: UpdateWriting;
  /** Milliseconds since the epoch; while pending, when its undo window ends. */
  publishedAt: number;
  /** When it was last corrected or retracted; the same as `publishedAt` where it was not. */
  changedAt: number;
  /** Why it was corrected or retracted; empty where it was not. */
  reason: string;
}

/** An update that editors wrote as a file: it is published once, by its id, and a higher revision corrects what was sent. */
export interface ContentUpdate {
  /** The file's name: small Latin letters, digits and hyphens, at most 40 characters. */
  id: string;
  /** Counted from 1; above 1 it was corrected. */
  revision: number;
  /** The day on which it is published, `YYYY-MM-DD`; it may lie ahead. */
  date: string;
  /** Why it was corrected; empty where it was not. */
  corrected: string;
  /** Why it was retracted; undefined where it was not. A retraction need not count the revision up. */
  retracted: string | undefined;
  writing: UpdateWriting;
}
