import type { InboxStore } from '../store/store.ts';

/** For how long an update is in one process's hands before another may take it; renewed while it is being answered. */
const leaseMs = 30_000;

/** An update that Telegram did not know to have arrived comes again within minutes. */
const rememberedMs = 3_600_000;

/** The inbox, as one process uses it. */
export const inboxOf = (store: InboxStore, holder: string, now: () => number) => ({
  put: (update: { id: number; chat: string; body: string }) => store.put(update, now()),
  take: (ask: { chat?: string; most: number }) => store.take({ ...ask, holder, leaseMs }),
  renew: (ids: readonly number[]) => store.renew(ids, holder, leaseMs),
  done: (id: number) => store.done(id, holder),
  sweep: async () => void (await store.sweep(now() - rememberedMs)),
});
