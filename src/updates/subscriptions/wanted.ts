import { sharedCommunity } from '../../core/community.ts';
import { type Subscription, wants } from '../../core/subscription.ts';
import type { ShownUpdate } from '../../core/update.ts';
import type { Store } from '../../store/store.ts';

type Updates = Pick<Store['updates'], 'since' | 'list'>;

/** What a subscription wants of what was published after a time until another, latest first. */
export type Wanted = (subscription: Subscription, from: number, to: number) => Promise<ShownUpdate[]>;

/** How many of the latest updates are looked through. */
const mostSearched = 100;

const communitiesOf = ({ community }: Subscription): string[] => [...new Set([sharedCommunity, community])];

export const createWanted =
  (updates: Updates): Wanted =>
  async (subscription, from, to) =>
    (await updates.since(communitiesOf(subscription), from, to)).filter((one) => wants(subscription, one));

/** The latest that it would have got. */
export async function latestWanted(updates: Updates, subscription: Subscription, most: number): Promise<ShownUpdate[]> {
  const latest = await updates.list(communitiesOf(subscription), { states: ['published'], most: mostSearched });
  return latest.filter((one) => wants(subscription, one)).slice(0, most);
}
