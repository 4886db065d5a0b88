import type { UploadedFile } from './payloads.ts';

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
