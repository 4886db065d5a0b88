import { type ExpressionBuilder, sql } from 'kysely';
import type { Place, Subscription } from '../core/subscription.ts';
import type { SubscriptionRow } from './delivery-schema.ts';
import { subscriptionShape } from './delivery-shapes.ts';
import { jsonIn, personColumns, personIn, understood } from './rows.ts';
import type { Tables } from './schema.ts';
import { idsColumn, idsIn } from './update-rows.ts';

/** What its moderators choose, as columns. */
export const chosenColumns = (subscription: Omit<Subscription, 'version'>) => {
  const { topics, parties, importance, language, timeZone, digest, quiet, silent, crosspost, title } = subscription;
  return {
    title,
    topics: idsColumn(topics),
    parties: idsColumn(parties),
    importance,
    language,
    time_zone: timeZone,
    digest: digest ?? null,
    quiet: quiet ? JSON.stringify(quiet) : null,
    silent: Number(silent),
    crosspost: Number(crosspost),
  };
};

/**
 * How far its digests have come: never back, for what was read may be older than what has been sent since, and no slot is
 * dealt with twice.
 */
export const progressColumns = ({ digestedUntil, slotAt }: Pick<Subscription, 'digestedUntil' | 'slotAt'>) => ({
  digested_until: sql<number>`case when digested_until > ${digestedUntil} then digested_until else ${digestedUntil} end`,
  slot_at: sql<number>`case when slot_at > ${slotAt} then slot_at else ${slotAt} end`,
});

export const stateColumns = ({ state, pause }: Pick<Subscription, 'state' | 'pause'>) => ({
  state,
  paused_by: pause?.by ?? null,
  paused_reason: pause?.reason ?? null,
  paused_at: pause?.at ?? null,
});

export const placeColumns = ({ platform, chat, channel, thread = '' }: Place) => ({ platform, chat, channel, thread });

export const samePlace =
  ({ platform, channel, thread = '' }: Place) =>
  (eb: ExpressionBuilder<Tables, 'subscriptions'>) =>
    eb.and({ 'subscriptions.platform': platform, 'subscriptions.channel': channel, 'subscriptions.thread': thread });

export const subscriptionRow = (subscription: Omit<Subscription, 'version'>): SubscriptionRow => ({
  id: subscription.id,
  community: subscription.community,
  ...placeColumns(subscription.place),
  is_private: Number(subscription.isPrivate),
  ...chosenColumns(subscription),
  ...stateColumns(subscription),
  created_at: subscription.createdAt,
  delivered_at: subscription.deliveredAt ?? null,
  digested_until: subscription.digestedUntil,
  slot_at: subscription.slotAt,
  wait_until: subscription.waitUntil,
  version: 1,
  ...personColumns('by', subscription.by),
});

export function subscriptionOf(row: SubscriptionRow): Subscription {
  const place = { table: 'subscriptions', id: row.id } as const;
  const { platform, chat, channel, thread } = row;
  return understood(
    subscriptionShape,
    {
      id: row.id,
      community: row.community,
      place: { platform, chat, channel, ...(thread !== '' && { thread }) },
      title: row.title,
      isPrivate: row.is_private === 1,
      topics: idsIn(row.topics),
      parties: idsIn(row.parties),
      importance: row.importance,
      language: row.language,
      timeZone: row.time_zone,
      digest: row.digest ?? undefined,
      quiet: jsonIn(row.quiet, place),
      silent: row.silent === 1,
      crosspost: row.crosspost === 1,
      state: row.state,
      pause: row.paused_by === null ? undefined : { by: row.paused_by, reason: row.paused_reason, at: row.paused_at },
      by: personIn('by', row),
      createdAt: row.created_at,
      deliveredAt: row.delivered_at ?? undefined,
      digestedUntil: row.digested_until,
      slotAt: row.slot_at,
      waitUntil: row.wait_until,
      version: row.version,
    },
    place,
  );
}
