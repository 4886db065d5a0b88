import type { Subscription } from '../../src/core/subscription.ts';

/** The subscription of a Discord channel to everything, at once; made on 1 March 2026 unless told. */
export function testSubscription(id: string, more: Partial<Subscription> = {}): Omit<Subscription, 'version'> {
  const { version: _, ...given } = more;
  const at = given.createdAt ?? Date.parse('2026-03-01T11:00:00Z');
  return {
    id,
    community: 'shared',
    place: { platform: 'discord', chat: 'guild-1', channel: `channel-${id}` },
    title: `#${id}`,
    isPrivate: false,
    topics: [],
    parties: [],
    importance: 'all',
    language: 'en',
    timeZone: 'UTC',
    digest: undefined,
    quiet: undefined,
    silent: false,
    crosspost: false,
    state: 'active',
    pause: undefined,
    by: undefined,
    createdAt: at,
    deliveredAt: undefined,
    digestedUntil: at,
    slotAt: at,
    waitUntil: 0,
    ...given,
  };
}
