import type { Update } from 'grammy/types';
import { conflict } from './api-error.ts';
import { array, integer, type Payload } from './payload.ts';

/** The fate of an update: waiting, handed out but not confirmed, confirmed by the bot, or never wanted by it. */
export type UpdateState = 'waiting' | 'delivered' | 'confirmed' | 'unwanted';

export interface QueuedUpdate {
  update: Update;
  state: UpdateState;
  /** Handed out again although it was confirmed before. */
  isRepeated: boolean;
}

/** Kinds a bot gets only when it asks for them by name (core.telegram.org/bots/api#getupdates). */
const onRequestOnly = ['chat_member', 'message_reaction', 'message_reaction_count'];

/** Updates waiting for the bot, and the long poll that waits for them. */
export interface UpdateQueue {
  readonly all: readonly QueuedUpdate[];
  allowed(): string[] | undefined;
  allow(kinds: readonly unknown[]): void;
  add(content: object, force?: boolean): QueuedUpdate;
  repeat(updateId: number): QueuedUpdate;
  waiting(): QueuedUpdate[];
  drop(): void;
  poll(payload: Payload, gone: AbortSignal): Promise<Update[]>;
  onArrival(listener: () => void): void;
  close(): void;
}

/** The queue of one bot; `changed` is told of every arrival and confirmation. */
export function createUpdateQueue(changed: () => void): UpdateQueue {
  const all: QueuedUpdate[] = [];
  const listeners: (() => void)[] = [];
  let allowed: string[] | undefined;
  let nextId = 100_001;
  let endPoll: ((error?: Error) => void) | undefined;

  const isOpen = ({ state }: QueuedUpdate) => state === 'waiting' || state === 'delivered';
  let open: QueuedUpdate[] = [];

  /** Those that are not confirmed; looks only at those that were not before. */
  function pending(): QueuedUpdate[] {
    if (!open.every(isOpen)) open = open.filter(isOpen);
    return open;
  }

  function enter(entry: QueuedUpdate): QueuedUpdate {
    all.push(entry);
    if (isOpen(entry)) open.push(entry);
    arrive();
    return entry;
  }

  function arrive(): void {
    changed();
    for (const listener of [...listeners]) listener();
  }

  function wants(kind: string): boolean {
    return allowed === undefined || allowed.length === 0 ? !onRequestOnly.includes(kind) : allowed.includes(kind);
  }

  function confirm(offset: number): void {
    const keep = offset < 0 ? pending().slice(offset) : undefined;
    for (const entry of pending()) {
      const isOld = keep ? !keep.includes(entry) : entry.update.update_id < offset;
      const isRepeatSeen = entry.isRepeated && entry.state === 'delivered';
      if ((isOld && (!entry.isRepeated || entry.state === 'delivered')) || isRepeatSeen) entry.state = 'confirmed';
    }
    changed();
  }

  function take(limit: number): Update[] {
    const taken = pending().slice(0, limit);
    for (const entry of taken) entry.state = 'delivered';
    return taken.map(({ update }) => update);
  }

  return {
    all,
    allowed: () => allowed,
    allow(kinds) {
      allowed = kinds.filter((kind): kind is string => typeof kind === 'string');
    },
    add(content, force = false) {
      const update = { update_id: nextId++, ...content } as Update;
      const kind = Object.keys(content).find((key) => key !== 'update_id') ?? '';
      const entry: QueuedUpdate = { update, state: force || wants(kind) ? 'waiting' : 'unwanted', isRepeated: false };
      return enter(entry);
    },
    repeat(updateId) {
      const earlier = all.find(({ update }) => update.update_id === updateId);
      if (!earlier) throw new Error(`no update ${updateId} was ever pushed`);
      const entry: QueuedUpdate = { update: earlier.update, state: 'waiting', isRepeated: true };
      return enter(entry);
    },
    waiting: pending,
    drop() {
      for (const entry of pending()) entry.state = 'confirmed';
      changed();
    },
    poll(payload, gone) {
      endPoll?.(conflict('terminated by other getUpdates request; make sure that only one bot instance is running'));
      const offset = integer(payload, 'offset') ?? 0;
      const asked = integer(payload, 'limit') ?? 100;
      const limit = asked < 1 || asked > 100 ? 100 : asked;
      const waitMs = Math.max(0, Math.min(integer(payload, 'timeout') ?? 0, 50)) * 1000;
      const kinds = array(payload, 'allowed_updates');
      if (kinds) this.allow(kinds);
      if (offset !== 0) confirm(offset);
      if (pending().length > 0 || waitMs === 0) return Promise.resolve(take(limit));
      return new Promise((resolve, reject) => {
        const look = () => pending().length > 0 && end();
        const timer = setTimeout(() => end(), waitMs);
        const leave = () => end(undefined, []);
        const end = (error?: Error, updates = error ? [] : take(limit)) => {
          clearTimeout(timer);
          listeners.splice(listeners.indexOf(look), 1);
          gone.removeEventListener('abort', leave);
          if (endPoll === end) endPoll = undefined;
          if (error) reject(error);
          else resolve(updates);
        };
        endPoll = end;
        listeners.push(look);
        gone.addEventListener('abort', leave);
      });
    },
    onArrival(listener) {
      listeners.push(listener);
    },
    close() {
      endPoll?.();
      listeners.length = 0;
    },
  };
}
