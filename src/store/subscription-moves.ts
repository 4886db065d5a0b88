import type { Chat } from '../core/community.ts';
import type { InTransaction } from './database.ts';
import type { SubscriptionRow } from './delivery-schema.ts';
import { cancelPosts } from './owed.ts';
import { samePlace, stateColumns } from './subscription-rows.ts';

type PlaceRow = Pick<SubscriptionRow, 'platform' | 'chat' | 'channel' | 'thread'>;

/**
 * A group that became a supergroup: what is sent to it goes there. Where the new one has a subscription of its own by now,
 * that stays and the old one ends.
 */
export async function moveSubscriptions(db: InTransaction, from: Chat, to: Chat): Promise<void> {
  const old = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('platform', '=', from.platform)
    .where('chat', '=', from.id)
    .execute();
  for (const row of old) {
    const { id, thread } = row;
    const place = {
      platform: to.platform,
      chat: to.id,
      channel: row.channel === from.id ? to.id : row.channel,
      thread,
    };
    const there = await db
      .selectFrom('subscriptions')
      .select(['id', 'state'])
      .where(samePlace(place))
      .where('id', '!=', id)
      .executeTakeFirst();
    if (!there) await moveTo(db, id, place);
    else if (there.state !== 'ended') await end(db, id);
    else if (row.state !== 'ended') {
      // They change places. No two may have the same, not even for a moment.
      await moveTo(db, there.id, { ...place, thread: `${thread}.${there.id}` });
      await moveTo(db, id, place);
      await moveTo(db, there.id, row);
    }
  }
}

async function moveTo(db: InTransaction, id: string, place: PlaceRow): Promise<void> {
  const { platform, chat, channel, thread } = place;
  await db.updateTable('subscriptions').set({ platform, chat, channel, thread }).where('id', '=', id).execute();
}

async function end(db: InTransaction, id: string): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set((eb) => ({ ...stateColumns({ state: 'ended', pause: undefined }), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await cancelPosts(db, id);
}

/** A chat that joins another community takes its subscriptions along. */
export async function followChat(db: InTransaction, { platform, id }: Chat, community: string): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ community })
    .where('platform', '=', platform)
    .where('chat', '=', id)
    .where('is_private', '=', 0)
    .execute();
}

/** Everything that a person gets in private, with what is owed and was sent to them. */
export async function forgetPrivate(db: InTransaction, { platform, id }: Chat): Promise<void> {
  const own = db
    .selectFrom('subscriptions')
    .select('id')
    .where('platform', '=', platform)
    .where('chat', '=', id)
    .where('is_private', '=', 1);
  const digests = db
    .selectFrom('deliveries')
    .select('item')
    .where('kind', '=', 'digest')
    .where('destination', 'in', own);
  await db.deleteFrom('digest_items').where('digest', 'in', digests).execute();
  await db.deleteFrom('deliveries').where('destination', 'in', own).execute();
  await db
    .deleteFrom('subscriptions')
    .where('platform', '=', platform)
    .where('chat', '=', id)
    .where('is_private', '=', 1)
    .execute();
}
