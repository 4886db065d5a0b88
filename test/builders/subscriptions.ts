import type { Subscription } from '../../src/core/subscription.ts';

/** A Telegram group’s subscription to everything at once, unless told. */
export const testSubscription = (more: Partial<Subscription> = {}): Omit<Subscription, 'version'> => {
  const { version: _, ...given } = more;
  return {
    id: 'sub00001',
    community: 'shared',
    place: { platform: 'telegram', chat: '-1001', channel: '-1001' },
    title: 'Peace talks',
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
    createdAt: 0,
    deliveredAt: undefined,
    digestedUntil: 0,
    slotAt: 0,
    waitUntil: 0,
    ...given,
  };
};
