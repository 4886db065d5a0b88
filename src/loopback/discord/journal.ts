import type { UploadedFile } from './payloads.ts';

/** How many of the latest requests a lean fake remembers. */
const remembered = 50;

/** One request the bot made. */
export interface JournalEntry {
  method: string;
  /** Without the `/api/v10` prefix and the query. */
  path: string;
  /** The route it matched, such as `/channels/:channel/messages`; empty if none. */
  route: string;
  query: Record<string, string>;
  body: unknown;
  files: UploadedFile[];
  /** Milliseconds of the fake's clock. */
  at: number;
  /** Absent while it hangs and after a reset. */
  status?: number;
  /** What it was refused with. */
  error?: unknown;
}

export type Journal = ReturnType<typeof createJournal>;

/** The requests so far; a lean one holds the latest only, without what was in them. */
export function createJournal(isLean: boolean) {
  const entries: JournalEntry[] = [];

  /** Returns the entry to be completed with what comes of it. */
  function add(entry: JournalEntry): JournalEntry {
    const kept = isLean ? { ...entry, body: undefined, files: [] } : entry;
    entries.push(kept);
    if (isLean && entries.length >= 2 * remembered) entries.splice(0, remembered);
    return kept;
  }

  return { entries: entries as readonly JournalEntry[], add };
}
