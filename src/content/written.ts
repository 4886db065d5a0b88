import type {
  Entry,
  EntryText,
  Party,
  Plan,
  PlanText,
  Position,
  PositionText,
  Source,
  Topic,
} from '../core/knowledge.ts';
import type { Language, Localized } from '../core/language.ts';
import type { Place } from './problem.ts';
import type { UpdateFile, UpdateText } from './updates.ts';
import type { Step } from './yaml.ts';

/** What a file, or one item of a list, says; `at` finds where it says it. */
export interface Written<T> {
  says: T;
  /**
   * The place of a key, by its path in the YAML; of the text, as `at('text')`; of a section, as `at('##', title)`.
   * What is not there is looked for where it should be.
   */
  at(...path: Step[]): Place;
}

export type OtherLanguage = Exclude<Language, 'en'>;

export interface Translation<T> extends Written<T> {
  language: OtherLanguage;
  /** The id of the original; a position's is `party/topic`. */
  of: string;
  /** The revision of the original that it follows. */
  translates: number;
}

export interface Translated<R, T> {
  originals: Written<R>[];
  translations: Translation<T>[];
}

export const kinds = ['parties', 'topics', 'sources', 'entries', 'positions', 'plans', 'updates'] as const;
export type Kind = (typeof kinds)[number];

/** A record whose original is English, as it always is in files. */
export type InEnglish<R extends { text: object }, T> = Omit<R, 'text'> & { text: Localized<T> };

/** Everything the folder says, sound or not, as far as it could be read. */
export interface Writing {
  parties: Written<Party>[];
  topics: Written<Topic>[];
  sources: Written<Source>[];
  entries: Translated<InEnglish<Entry, EntryText>, EntryText>;
  positions: Translated<InEnglish<Position, PositionText>, PositionText>;
  plans: Translated<Plan, PlanText>;
  updates: Translated<UpdateFile, UpdateText>;
  /** The ids of what is there but could not be read, or `all` where nothing of that kind could. */
  unread: Record<Kind, Set<string> | 'all'>;
}

export const positionId = ({ party, topic }: { party: string; topic: string }): string => `${party}/${topic}`;
