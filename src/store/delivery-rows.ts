import { type RawBuilder, sql } from 'kysely';
import type { DeliveryRow } from './delivery-schema.ts';
import { deliveryShape } from './delivery-shapes.ts';
import { jsonIn, understood } from './rows.ts';
import type { Delivery } from './store.ts';

export type FoundDelivery = Omit<DeliveryRow, 'id'> & { id: number };

type Condition = RawBuilder<unknown>;

/*
 * What is known of a delivery, as conditions on the row that goes by an alias. States stand in the statement itself: SQLite
 * finds rows by a partial index only where it can read them there.
 */

/** Of this attempt or an earlier one nothing was sent, nor may have been. */
const isUnbegun = (row: string): Condition => sql`(${sql.ref(`${row}.unknown_since`)} is null
  and ${sql.ref(`${row}.state`)} in ('waiting', 'later', 'held', 'claimed', 'failed'))`;

/** The place has no copy. */
export const isUnsent = (row: string): Condition =>
  sql`(${sql.ref(`${row}.act`)} = 'post' and ${sql.ref(`${row}.message`)} is null and ${isUnbegun(row)})`;

/** A request may be under way, or have arrived unnoticed and will be repeated: it is brought to its end first. */
export const isUnderWay = (row: string): Condition => sql`(${sql.ref(`${row}.state`)} = 'sending'
  or (${sql.ref(`${row}.unknown_since`)} is not null and ${sql.ref(`${row}.state`)} in ('waiting', 'later', 'claimed')))`;

/** What it is to do is known only when the delivery before has come to its end: that was under way when this was made. */
export const awaitsEarlier = (row: string): Condition => sql`(${sql.ref(`${row}.act`)} = 'edit'
  and ${sql.ref(`${row}.message`)} is null and ${sql.ref(`${row}.state`)} in ('waiting', 'later', 'held', 'claimed'))`;

/** Whether it is of the same place and an earlier revision than the other. */
export const isBefore = (
  row: string,
  other: string,
): Condition => sql`(${sql.ref(`${row}.item`)} = ${sql.ref(`${other}.item`)}
  and ${sql.ref(`${row}.destination`)} = ${sql.ref(`${other}.destination`)}
  and ${sql.ref(`${row}.revision`)} < ${sql.ref(`${other}.revision`)})`;

export function deliveryOf(row: FoundDelivery): Delivery {
  const place = { table: 'deliveries', id: String(row.id) } as const;
  return understood(
    deliveryShape,
    {
      id: row.id,
      item: row.item,
      kind: row.kind,
      revision: row.revision,
      destination: row.destination,
      platform: row.platform,
      priority: row.priority,
      turn: row.turn,
      act: row.act,
      state: row.state,
      attempts: row.attempts,
      unknownSince: row.unknown_since ?? undefined,
      message: jsonIn(row.message, place),
      leaseUntil: row.lease_until,
      createdAt: row.created_at,
    },
    place,
  );
}
