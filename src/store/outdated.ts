import type { ExpressionBuilder } from 'kysely';
import type { InTransaction } from './database.ts';
import type { Tables } from './schema.ts';
import type { ItemKey, KeptUpdate } from './store.ts';

/** What the update makes outdated, and did not before, goes to the moderators' review; what it no longer does leaves it. */
export async function noteOutdated(
  db: InTransaction,
  { id, community, state, writing }: KeptUpdate,
  before: readonly string[],
  at: number,
): Promise<void> {
  const now = state === 'retracted' ? [] : writing.outdates;
  for (const key of before.filter((one) => !now.includes(one))) {
    const { kind } = itemOf(key);
    await db.deleteFrom('outdated').where(sameItem(community, { kind, key })).where('update_id', '=', id).execute();
  }
  const added = now.filter((one) => !before.includes(one));
  if (added.length === 0) return;
  await db
    .insertInto('outdated')
    .values(added.map((key) => ({ community, ...itemOf(key), update_id: id, at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const itemOf = (key: string): ItemKey => ({ kind: key.includes('/') ? 'position' : 'entry', key });

const sameItem =
  (community: string, { kind, key }: ItemKey) =>
  (eb: ExpressionBuilder<Tables, 'outdated'>) =>
    eb.and({ community, kind, key });

/** Whoever changes a text has looked at it. */
export async function clearOutdated(db: InTransaction, community: string, items: readonly ItemKey[]): Promise<void> {
  for (const item of items) await db.deleteFrom('outdated').where(sameItem(community, item)).execute();
}
