import type { Answer } from './answer.ts';
import type { Caller } from './command.ts';
import type { Chat, Person, Settings } from './community.ts';

/** Who reads a message that nobody asked for just then. */
export type Reader = Pick<Caller, 'language' | 't'>;

/** Says something to people who did not ask just now: that a draft was approved, what became of a report. */
export interface Messenger {
  /** In private; false where the person can't be reached. Never rejects. */
  tell(person: Person, say: (reader: Reader) => Answer): Promise<boolean>;
  /**
   * In a guild's channel, group or channel, in the language of its community; false where the bot may not write.
   * Never rejects.
   */
  post(chat: Chat, say: (reader: Reader) => Answer, language: Settings['language']): Promise<boolean>;
}

/** What each platform does for the messenger. Ids are the platform's. */
export interface Deliverer {
  /** False where the person or chat can't be written to; throws for faults. */
  deliver(to: { person: string } | { chat: string }, answer: Answer, reader: Reader): Promise<boolean>;
}
