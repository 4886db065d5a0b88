import type { Logger } from 'pino';
import type { Catalogues } from './catalogues.ts';
import type { Library } from './content/library.ts';
import type { Broadcaster, Pace } from './core/broadcast.ts';
import type { Clock } from './core/clock.ts';
import type { Chat, Platform } from './core/community.ts';
import type { Subscription } from './core/subscription.ts';
import type { Texts } from './core/texts.ts';
import type { Metrics } from './metrics.ts';
import type { ServedContent } from './served-content.ts';
import type { Store } from './store/store.ts';
import { createContentUpdates } from './updates/content-updates.ts';
import { createCopies } from './updates/copies.ts';
import { createDigests } from './updates/digests.ts';
import { createDeliveryDispatcher, type DeliveryDispatcher, type Observer } from './updates/dispatcher.ts';
import { createPacer, type Pacer, type PacerParts } from './updates/pacer.ts';

export interface DeliveryParts {
  store: Store;
  library: Library<ServedContent>;
  catalogues: Catalogues;
  texts: Texts;
  log: Logger;
  metrics: Metrics;
  clock: Clock;
  /** Eight characters of a-z and 0-9. */
  newId: () => string;
  platforms: ReadonlyMap<Platform, { broadcaster: Broadcaster; pacer: Pacer }>;
  /** Tells the people of a subscription that nothing can be sent there. */
  tellPaused(subscription: Subscription, reason: string): Promise<void>;
  /** Resumes the paused subscriptions of a chat where it can be written to again. */
  revive(chat: Chat): Promise<void>;
  onMoved(from: Chat, to: Chat): Promise<void>;
}

/** Of chats that can't be written to, as many are asked about at once. */
const mostRevived = 500;

export const pacerFor = (pace: Pace, clock: PacerParts['clock'], onWait?: PacerParts['onWait']): Pacer =>
  createPacer({ ...pace, clock, onWait });

/** Joins what sends updates to the store and the platforms that are connected. */
export function createDelivery(parts: DeliveryParts): DeliveryDispatcher {
  const { store, library, catalogues, texts, log, metrics, clock, newId } = parts;
  const copies = createCopies({
    store,
    texts,
    knowledgeOf: async (id) => (await catalogues.of({ id })).knowledge,
  });
  const observe = observer(log, metrics, clock);
  return createDeliveryDispatcher({
    store,
    clock,
    random: Math.random,
    platforms: new Map(
      [...parts.platforms].map(([platform, one]) => [platform, { ...one, copyFor: copies(one.broadcaster) }]),
    ),
    digests: createDigests({
      store,
      clock,
      onRun: (run) => log.info({ ...run, slotAt: new Date(run.slotAt).toISOString() }, 'Digests'),
      onFault: (error) => observe.fault(error, 'digest'),
    }),
    syncContent: createContentUpdates({
      store,
      written: () => library.current().updates,
      now: clock.now,
      newId,
      onChange: (change) => log.info(change, 'An update from the content folder'),
    }),
    async revive() {
      for (const chat of await store.subscriptions.pausedChats(mostRevived)) await parts.revive(chat);
    },
    async onGone({ subscription: { id } }, reason) {
      const paused = await store.subscriptions.pause(id, { by: 'platform', reason, at: clock.now() });
      if (!paused) return;
      log.info({ subscription: id, platform: paused.place.platform, reason }, 'A subscription is paused');
      // Nobody waits for people to be told; that it is paused is written down.
      void parts.tellPaused(paused, reason).catch((error: unknown) => observe.fault(error, 'tell'));
    },
    onMoved: ({ subscription: { place } }, to) =>
      parts.onMoved({ platform: place.platform, id: place.chat }, { platform: place.platform, id: to }),
    observe,
  });
}

/** The same fault is told again after this long. */
const silentMs = 60_000;

function observer(log: Logger, metrics: Metrics, clock: Clock): Observer {
  const told = new Map<string, number>();
  let since: Record<string, number> = {};
  return {
    leads(term) {
      metrics.leading.set(1);
      log.info({ term }, 'This process sends updates');
    },
    stoodDown(term) {
      metrics.leading.set(0);
      metrics.measureDepth([]);
      log.info({ term }, 'This process no longer sends updates');
    },
    tookOver: (left) => log.info(left, 'Deliveries that were under way are taken over'),
    published({ id, destinations }) {
      metrics.updates.inc();
      log.info({ update: id, destinations }, 'An update is published');
    },
    settled({ id, platform, act, createdAt, destination }, settlement) {
      const { state } = settlement;
      metrics.deliveries.inc({ platform, act, outcome: state });
      if (state === 'sent') metrics.waited.observe({ platform }, (settlement.at - createdAt) / 1000);
      since[state] = (since[state] ?? 0) + 1;
      if (state === 'failed' || state === 'uncertain' || state === 'held')
        log.warn({ delivery: id, subscription: destination, act, reason: settlement.reason }, `A delivery is ${state}`);
    },
    progress(depth) {
      metrics.measureDepth(depth);
      const waiting = depth.filter(({ state }) => state !== 'held').reduce((sum, { count }) => sum + count, 0);
      if (waiting > 0 || Object.keys(since).length > 0) log.info({ waiting, ...since }, 'Deliveries');
      since = {};
    },
    fault(error, what) {
      const key = `${what} ${error instanceof Error ? error.message : ''}`;
      const now = clock.now();
      if (now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < silentMs) return;
      told.set(key, now);
      log.error({ err: error, what }, 'Updates could not be dealt with; tried again');
    },
  };
}
