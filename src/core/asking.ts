/** Words of one meaning: plain words by their stems, `begin*` for every word that begins so, or several words in a row. */
export interface Meaning {
  id: string;
  patterns: readonly string[];
}

/** How people ask: content that only the search reads. */
export interface Asking {
  /** By entry id: other ways in which its question is put, in any language. */
  phrasings: ReadonlyMap<string, readonly string[]>;
  /** What people write that no entry answers: greetings, other subjects, facts that are not kept here. */
  unanswered: readonly string[];
  /** Words of one meaning across languages. */
  meanings: readonly Meaning[];
}

export const noAsking: Asking = { phrasings: new Map(), unanswered: [], meanings: [] };
