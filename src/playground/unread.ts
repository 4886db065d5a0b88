import type { PersonId } from './protocol.ts';

/** Which places have something new for whom; what is newest there is a number that only grows. */
export interface Unread {
  /** The person looks at the place now. */
  look(person: PersonId, place: string, newest: bigint): void;
  isNews(person: PersonId, place: string, newest: bigint): boolean;
}

export function createUnread(): Unread {
  const seen = new Map<string, bigint>();
  const key = (person: PersonId, place: string) => `${person} ${place}`;
  return {
    look: (person, place, newest) => void seen.set(key(person, place), newest),
    isNews: (person, place, newest) => newest > (seen.get(key(person, place)) ?? 0n),
  };
}
