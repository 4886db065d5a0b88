import type { Votes } from '../core/votes.ts';
import type { Store } from '../store/store.ts';
import { writableCommunity } from './acting.ts';

export const createVotes = ({ store, now }: { store: Pick<Store, 'votes'>; now: () => number }): Votes => ({
  cast: async (caller, { id: entry }, helpful) =>
    await store.votes.cast({ community: writableCommunity(caller), entry, by: caller.person, helpful, at: now() }),
});
