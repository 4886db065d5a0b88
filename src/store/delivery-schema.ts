import type { Generated } from 'kysely';
import type { NamedPerson } from './schema.ts';

export interface UpdateRow {
  id: string;
  community: string;
  /** The id of the file that it comes from. */
  content_id: string | null;
  state: string;
  revision: number;
  importance: string;
  /** Ids between commas, with one at either end: `,nato,territory,`; empty for none. */
  topics: string;
  parties: string;
  published_at: number;
  changed_at: number;
  reason: string;
}

export interface UpdateRevisionRow extends NamedPerson<'author'>, NamedPerson<'approver'> {
  update_id: string;
  number: number;
  intent: string;
  /** JSON. */
  writing: string;
  at: number;
  reason: string;
}

export interface OutdatedRow {
  community: string;
  kind: string;
  key: string;
  update_id: string;
  at: number;
}

export interface SubscriptionRow extends NamedPerson<'by'> {
  id: string;
  community: string;
  platform: string;
  chat: string;
  channel: string;
  /** Empty for none. */
  thread: string;
  title: string;
  is_private: number;
  /** Ids between commas, as an update has them; empty for all. */
  topics: string;
  parties: string;
  importance: string;
  language: string;
  time_zone: string;
  /** A cron rule; nothing for each update at once. */
  digest: string | null;
  /** JSON. */
  quiet: string | null;
  silent: number;
  crosspost: number;
  state: string;
  paused_by: string | null;
  paused_reason: string | null;
  paused_at: number | null;
  created_at: number;
  delivered_at: number | null;
  digested_until: number;
  slot_at: number;
  wait_until: number;
  version: number;
}

export interface DeliveryRow {
  id: Generated<number>;
  /** An update's id, or a digest's. */
  item: string;
  kind: string;
  /** A subscription's id. There is no foreign key: a million of them would be looked up one by one. */
  destination: string;
  revision: number;
  platform: string;
  /** What is sent first: corrections and breaking news 0, routine 1, digests 2. */
  priority: number;
  /** The place in the queue: counts up within a community, so that communities take turns. */
  turn: number;
  act: string;
  state: string;
  due_at: number;
  lease_until: number;
  /** Of the dispatcher that claimed it last. */
  term: number;
  attempts: number;
  /** When an attempt began of which nobody knows whether it arrived. */
  unknown_since: number | null;
  /** JSON. */
  message: string | null;
  reason: string;
  created_at: number;
  changed_at: number;
}

export interface TermRow {
  name: string;
  term: number;
  /** The process's connection, on PostgreSQL. */
  holder: number;
  /** By the database's clock. */
  beat_at: number;
}
