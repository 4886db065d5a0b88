export interface ProcessRow {
  kind: string;
  id: string;
  /** The application_name of a connection that lasts as long as the process. */
  session: string | null;
  /** By the database's clock, as in the tables below. */
  until: number;
}

export interface ClaimRow {
  kind: string;
  slot: number;
  /** The process, until then by the database's clock; 0 for one that it has given up. */
  holder: string;
  until: number;
  taken_at: number;
  /** From when on its holder does what the one before it did until then; 0 while it is not ready. */
  from_at: number;
}

export interface InboxRow {
  /** The update's, which counts up. */
  id: number;
  /** Empty once it is dealt with. */
  chat: string;
  /** JSON. */
  body: string;
  /** The process that has it in hand until then, by the database's clock. */
  holder: string;
  until: number;
  /** When it was received. */
  at: number;
}
