import type { Caller } from './command.ts';
import type { Community, Person } from './community.ts';
import type { Language } from './language.ts';

/** What is kept about people, and what they have chosen. */
export interface People {
  /** What they are answered in everywhere; undefined for their app's language. */
  chooseLanguage(person: Person, language: Language | undefined): Promise<void>;
  /**
   * Which community a person works for in private; undefined for none. Throws `UserError` for a community that is not
   * there or that they do not moderate now: nothing tells the two apart.
   */
  workFor(caller: Caller, community: string | undefined): Promise<Community | undefined>;
  /** The communities that they have acted for and moderate now, the latest first. */
  workplaces(caller: Caller): Promise<Community[]>;
  isOperator(person: Person): boolean;
  /** How much is kept about them, by kind. */
  kept(person: Person): Promise<Record<string, number>>;
  erase(person: Person): Promise<void>;
}
