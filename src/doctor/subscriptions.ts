import { sql } from 'kysely';
import type { Platform } from '../core/community.ts';
import type { Place } from '../core/subscription.ts';
import { type Finding, ok, warning } from './finding.ts';
import type { Access, Kept } from './kept.ts';

/** Puts a key of the interface's texts into English. */
export type Say = (key: string) => string;

interface Paused {
  by: 'person' | 'platform';
  reason: string;
  count: number;
}

/** How many places get updates, and which of them are paused, and why. */
export async function examineSubscriptions(access: Access, say: Say): Promise<Finding[]> {
  const { database } = await access.openCurrent();
  const { rows: active } = await database.query((db) =>
    sql<{ count: number }>`select count(*) as count from subscriptions where state = 'active'`.execute(db),
  );
  const { rows } = await database.query((db) =>
    sql<Paused>`select paused_by as "by", paused_reason as reason, count(*) as count from subscriptions
      where state = 'paused' group by paused_by, paused_reason order by count desc`.execute(db),
  );
  const name = 'subscriptions';
  const chosen = rows.filter(({ by }) => by === 'person').reduce((sum, { count }) => sum + count, 0);
  const those = chosen > 0 ? `, ${chosen} paused by somebody` : '';
  const byPlatform = rows.filter(({ by }) => by === 'platform');
  return [
    ok(name, `${active[0]?.count ?? 0} active${those}.`),
    ...byPlatform.map(({ reason, count }) =>
      warning(
        name,
        `${count} paused: ${said(reason, say)}`,
        'Its moderators were told; it goes on by itself once that is mended.',
      ),
    ),
  ];
}

/** Platforms' own words are kept as they are. */
export function said(reason: string, say: Say): string {
  try {
    return say(reason);
  } catch {
    return reason;
  }
}

/** Somewhere updates are sent, and what it is called. */
export interface Destination {
  place: Place;
  /** `#news (Kyiv)`. */
  title: string;
}

/** Places other than private chats that get updates now, the first made first, and how many there are of either kind. */
export async function destinationsOn(platform: Platform, { database }: Kept, most: number) {
  const { rows: counts } = await database.query((db) =>
    sql<{ shared: number; personal: number }>`select
      coalesce(sum(1 - is_private), 0) as shared, coalesce(sum(is_private), 0) as personal
      from subscriptions where platform = ${platform} and state = 'active'`.execute(db),
  );
  const { shared = 0, personal = 0 } = counts[0] ?? {};
  const { rows } = await database.query((db) =>
    sql<{ chat: string; channel: string; thread: string; title: string; within: string | null }>`
      select s.chat, s.channel, s.thread, s.title, c.title as within from subscriptions s
        left join chats c on c.platform = s.platform and c.id = s.chat
      where s.platform = ${platform} and s.state = 'active' and s.is_private = 0
      order by s.created_at, s.id limit ${most}`.execute(db),
  );
  const destinations = rows.map(({ chat, channel, thread, title, within }): Destination => {
    const place: Place = { platform, chat, channel, ...(thread !== '' && { thread }) };
    const named = title || channel;
    return { place, title: within && within !== title ? `${named} (${within})` : named };
  });
  return { destinations, shared: Number(shared), personal: Number(personal) };
}
