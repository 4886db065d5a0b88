import { onTestFinished } from 'vitest';
import type { Broadcaster, Failure, PostOptions, SentMessage } from '../../src/core/broadcast.ts';
import type { Platform } from '../../src/core/community.ts';
import type { Place, Subscription } from '../../src/core/subscription.ts';
import type { UpdateWriting } from '../../src/core/update.ts';
import { pace as discordPace } from '../../src/platforms/discord/pace.ts';
import { pace as telegramPace } from '../../src/platforms/telegram/pace.ts';
import { openStore } from '../../src/store/open.ts';
import type { KeptUpdate, Store } from '../../src/store/store.ts';
import { createCopies } from '../../src/updates/copies.ts';
import { createDigests } from '../../src/updates/digests.ts';
import { createDeliveryDispatcher, type Observer } from '../../src/updates/dispatcher.ts';
import { createPacer, type Pacer } from '../../src/updates/pacer.ts';
import { texts } from '../builders/dispatcher.ts';
import { createSteppedClock } from '../builders/stepped-clock.ts';
import { testSubscription } from '../builders/subscription.ts';

export const noon = Date.UTC(2026, 10, 23, 12);

/** One thing that a platform was asked to do. */
export interface Request {
  at: number;
  did: 'post' | 'edit' | 'crosspost';
  place: string;
  text: string;
  options?: PostOptions;
  message?: SentMessage;
}

/** A platform in memory: what it is asked, in order, and what goes wrong with it. */
export function createWire(clock: { now(): number }, dedupes: boolean) {
  const requests: Request[] = [];
  const posted = new Map<string, SentMessage>();
  let count = 0;
  let trouble: (request: Request) => Failure | undefined = () => undefined;
  const broadcaster: Broadcaster = {
    dedupes,
    render: ({ document }) => JSON.stringify(document),
    async post(place, message, options) {
      const request = { at: clock.now(), did: 'post' as const, place: place.channel, text: String(message), options };
      requests.push(request);
      const failure = trouble(request);
      if (failure) return failure;
      const same = dedupes ? posted.get(options.key) : undefined;
      const sent = same ?? { channel: place.channel, id: `m${++count}` };
      posted.set(options.key, sent);
      return { kind: 'sent', message: sent };
    },
    async edit(message, rendered) {
      const request = {
        at: clock.now(),
        did: 'edit' as const,
        place: message.channel,
        text: String(rendered),
        message,
      };
      requests.push(request);
      return trouble(request) ?? { kind: 'sent', message };
    },
    async crosspost(message) {
      const request = { at: clock.now(), did: 'crosspost' as const, place: message.channel, text: '', message };
      requests.push(request);
      return trouble(request) ?? { kind: 'sent', message: { ...message, crossposted: true } };
    },
    inspect: async (place) => ({ kind: 'fit', place, title: '', canCrosspost: false }),
  };
  return {
    broadcaster,
    requests,
    /** Asked for each request what goes wrong with it. */
    trouble(hook: typeof trouble) {
      trouble = hook;
    },
  };
}

export const writing = (title: string, more: Partial<UpdateWriting> = {}): UpdateWriting => ({
  original: 'en',
  importance: 'routine',
  sources: ['isw'],
  cites: [],
  topics: ['ceasefire'],
  parties: ['ukraine'],
  outdates: [],
  text: { en: { title, body: 'Talks *go on*.', follows: 1 } },
  ...more,
});

/** What sends updates, over a database of its own and two platforms in memory, by a clock that leaps. */
export async function createOffice({ store: given }: { store?: Store } = {}) {
  const clock = createSteppedClock(noon);
  const opened = given ?? (await openStore({ file: ':memory:' }));
  const store = clock.watch(opened);
  const wires = { discord: createWire(clock, true), telegram: createWire(clock, false) };
  const pacers: Record<'discord' | 'telegram', Pacer> = {
    discord: createPacer({ ...discordPace, clock }),
    telegram: createPacer({ ...telegramPace, clock }),
  };
  const knowledge = { source: () => undefined, topic: () => undefined };
  const copies = createCopies({ store, texts, knowledgeOf: async () => knowledge });
  const faults: unknown[] = [];
  const gone: string[] = [];
  const settled: string[] = [];
  const observe: Observer = {
    leads: () => {},
    stoodDown: () => {},
    tookOver: () => {},
    published: () => {},
    settled: ({ destination }, { state }) => void settled.push(`${destination} ${state}`),
    progress: () => {},
    fault: (error) => void faults.push(error),
  };
  const digests = createDigests({ store, clock, onRun: () => {}, onFault: (error) => void faults.push(error) });
  const dispatcher = () =>
    createDeliveryDispatcher({
      store,
      clock,
      random: () => 0.5,
      platforms: new Map(
        (['discord', 'telegram'] as const).map((platform) => {
          const { broadcaster } = wires[platform];
          return [platform, { broadcaster, pacer: pacers[platform], copyFor: copies(broadcaster) }];
        }),
      ),
      digests,
      syncContent: async () => {},
      revive: async () => {},
      async onGone({ subscription }, reason) {
        gone.push(subscription.id);
        await store.subscriptions.pause(subscription.id, { by: 'platform', reason, at: clock.now() });
      },
      onMoved: ({ subscription: { place } }, to) =>
        store.subscriptions.move({ platform: place.platform, id: place.chat }, { platform: place.platform, id: to }),
      observe,
    });
  let ids = 0;

  async function subscribe(platform: Platform, channel: string, more: Partial<Subscription> = {}) {
    const place: Place = { platform, chat: platform === 'telegram' ? channel : `guild-${channel}`, channel };
    const id = `s${String(++ids).padStart(7, '0')}`;
    const wish = testSubscription(id, { place, title: channel, createdAt: noon, ...more });
    const { subscription } = await opened.subscriptions.put(wish);
    return subscription;
  }

  async function post(title: string, more: Partial<UpdateWriting> = {}): Promise<KeptUpdate> {
    const at = clock.now();
    const id = `u${String(++ids).padStart(7, '0')}`;
    return await opened.updates.post({
      id,
      community: 'shared',
      writing: writing(title, more),
      author: undefined,
      at,
      publishAt: at,
    });
  }

  async function revise(update: KeptUpdate, title: string, intent: 'edit' | 'retract' = 'edit'): Promise<KeptUpdate> {
    return await opened.updates.revise({
      id: update.id,
      community: update.community,
      base: update.revision,
      intent,
      writing: writing(title),
      author: undefined,
      at: clock.now(),
      reason: 'It was wrong.',
      isSilent: false,
    });
  }

  let running: ReturnType<typeof dispatcher> | undefined;
  const office = {
    clock,
    store: opened,
    wires,
    pacers,
    faults,
    gone,
    settled,
    subscribe,
    post,
    revise,
    dispatcher,
    start() {
      running = dispatcher();
      running.start();
      return running;
    },
    async stop() {
      const one = running;
      running = undefined;
      if (one) await clock.run(one.stop());
    },
    wake: () => running?.wake(),
    /** States of an update's deliveries, by place. */
    async states(update: KeptUpdate): Promise<Record<string, number>> {
      const counts = await opened.updates.counts(update.id);
      const states: Record<string, number> = {};
      for (const { state, count } of counts) states[state] = (states[state] ?? 0) + count;
      return states;
    },
  };
  onTestFinished(async () => {
    await office.stop();
    await opened.close();
  });
  return office;
}
