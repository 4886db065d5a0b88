/** What processes that share a database share out among them. Times are by the database's clock, which all of them share. */
export interface ClaimStore {
  /**
   * Says that the process is alive, renews what it holds and takes what is free, up to its share: as many slots as come to
   * each process of the kind. What it holds past its share stays its own until it gives that up. On SQLite, which one
   * process has to itself, it gets all.
   */
  hold(ask: ClaimAsk): Promise<Held>;
  /** Lets others take these slots. The process goes on with each until its successor says from when on it does. */
  giveUp(kind: string, holder: string, slots: readonly number[]): Promise<void>;
  /** The process takes no more; others may take what it holds, as by `giveUp`. Returns how many others there are. */
  leave(kind: string, holder: string): Promise<number>;
  /** It does nothing any more. */
  end(kind: string, holder: string): Promise<void>;
  /** The holder is ready, and does it for whatever happens from `inMs` on; returns when that is. */
  begin(kind: string, holder: string, slot: number, inMs: number): Promise<number>;
  /** From when on another process does what is done in these slots; 0 for one that is not ready, nothing for no other. */
  successors(kind: string, holder: string, slots: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** What processes of the kind go by: what the first of them proposed, as long as one is alive. */
  agree(kind: string, name: string, proposal: number): Promise<number>;
}

export interface ClaimAsk {
  /** What is shared out; slots of one kind are numbered from 0. */
  kind: string;
  /** The process. */
  holder: string;
  /** How many there are in all. */
  slots: number;
  /** For how long a process that says nothing keeps what it holds, */
  leaseMs: number;
  /** unless it listens by this name, and does no longer: then it has ended. */
  session?: string;
  /** Slots with the same remainder by `apart.lanes` are taken at least `apart.ms` after one another. */
  apart?: { lanes: number; ms: number };
}

export interface Held {
  slots: number[];
  /** Those of them that were only just taken from a process that gave them up and goes on until it has a successor. */
  handedOver: number[];
  /** How many it should hold. */
  share: number;
}

/** Telegram's updates, from when they are received until they are dealt with: in order in each chat, whoever receives them. */
export interface InboxStore {
  /** Keeps an update; false where it is there already, or was not long ago. */
  put(update: { id: number; chat: string; body: string }, at: number): Promise<boolean>;
  /**
   * Takes the oldest update of a chat, or of every chat, at most `most`, where none of that chat is in anybody's hands;
   * it is the holder's for `leaseMs`, by the database's clock.
   */
  take(ask: {
    holder: string;
    chat?: string;
    most: number;
    leaseMs: number;
  }): Promise<{ id: number; chat: string; body: string }[]>;
  /** What is still in hand is the holder's for as long again. */
  renew(ids: readonly number[], holder: string, leaseMs: number): Promise<void>;
  /** It is dealt with: another copy of it is known as such until `sweep`. */
  done(id: number, holder: string): Promise<void>;
  /** Forgets those that were dealt with before this time; returns how many. */
  sweep(before: number): Promise<number>;
  /** How many wait or are in hand. */
  count(): Promise<number>;
}

/** Something was written, by whichever process: what is remembered of it is old. */
export type Notice =
  | { of: 'community' | 'entries'; id: string }
  | { of: 'chat' | 'person'; platform: string; id: string }
  | { of: 'outbox' };

export interface NoticeHandlers {
  onNotice(notice: Notice): void;
  /** Notices may have been missed until now: whatever is remembered may be old. Called when they can be heard again. */
  onGap(): void;
  /** Notices can't be heard just now; it is being tried again. */
  onFault(error: unknown): void;
}

export interface NoticeFeed {
  /** Tells of what is written from now on, by a connection of that name; resolves when it listens. On SQLite there is nobody else, and nothing to tell. */
  listen(handlers: NoticeHandlers, session?: string): Promise<{ stop(): Promise<void> }>;
}
