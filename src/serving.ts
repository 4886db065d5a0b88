import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { chatEvents } from './chat-events.ts';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Library } from './content/library.ts';
import type { Catalogue } from './core/catalogue.ts';
import type { Platform } from './core/community.ts';
import type { OperatorError } from './core/errors.ts';
import { findEntry } from './core/find-entry.ts';
import type { Language } from './core/language.ts';
import type { Texts } from './core/texts.ts';
import { createDelivery, type DeliveryParts, pacerFor } from './delivery.ts';
import type { Route } from './http/server.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { newId, newIncidentId, type Parley } from './parley.ts';
import type { ServedContent } from './served-content.ts';
import { status } from './status.ts';
import type { Store } from './store/store.ts';

export interface ServingParts extends Parley {
  config: Config;
  log: Logger;
  texts: Texts;
  library: Library<ServedContent>;
  store: Store;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Aborted when the process is asked to stop. */
  stopping: AbortSignal;
}

/** How long work in flight may take once the process is asked to stop. */
const stopWithinMs = 10_000;

/**
 * Connects the platforms that have a token, until the process is asked to stop or none of them is left.
 * SDKs are imported where they are used: discord.js alone takes most of a second to load.
 */
export async function serve(parts: ServingParts): Promise<number> {
  const {
    config,
    log,
    store,
    registry,
    catalogues,
    deliverers,
    broadcasters,
    measurers,
    names,
    channels,
    subscriptions,
    now,
  } = parts;
  const clock = createClock(now);
  const metrics = createMetrics();
  const sending: Map<Platform, NonNullable<ReturnType<DeliveryParts['platforms']['get']>>> = new Map();
  const { ended, end } = ending(parts.stopping);
  const connected = new Set<string>();
  const common = (platform: string) => ({
    dispatcher: parts.dispatcher,
    reception: parts.reception,
    texts: parts.texts,
    log: log.child({ platform }),
    newIncidentId,
    onStopped(reason: OperatorError) {
      log.fatal({ platform }, reason.message);
      if (connected.delete(platform) && connected.size === 0) end(status.config);
    },
  });
  const chats = chatEvents(store, registry, now);
  const discord = config.discord && (await connectDiscord());
  const telegram = config.telegram && (await connectTelegram());
  const delivery = createDelivery({
    ...parts,
    clock,
    metrics,
    newId,
    platforms: sending,
    tellPaused: subscriptions.pausedByPlatform,
    revive: subscriptions.revive,
    onMoved: chats.onMoved,
  });
  parts.onWake(delivery.wake);
  const http =
    config.http &&
    (await import('./http/server.ts')).createHttpServer({
      ...config.http,
      routes: [...(telegram?.webhook ? [telegram.webhook] : []), metricsRoute(metrics)],
      log,
    });
  const platforms = Object.entries({ discord, telegram }).filter(([, platform]) => platform !== undefined);
  for (const [name] of platforms) connected.add(name);
  try {
    await http?.start();
    // A platform that is out of reach holds up none of the others.
    delivery.start();
    await Promise.race([Promise.all(platforms.map(([, platform]) => platform?.start())), ended]);
    return await ended;
  } finally {
    log.info('Stopping: finishing what is being answered');
    const stopped = Promise.allSettled([delivery.stop(), http?.stop(), ...platforms.map(([, one]) => one?.stop())]);
    await Promise.race([stopped, delay(stopWithinMs, undefined, { ref: false })]);
  }

  async function connectDiscord() {
    const [{ createDiscord }, { fits }, { pace }] = await Promise.all([
      import('./platforms/discord/index.ts'),
      import('./platforms/discord/message.ts'),
      import('./platforms/discord/pace.ts'),
    ]);
    const pacer = pacerFor(pace, clock);
    const one = createDiscord({
      ...common('discord'),
      ...(config.discord as NonNullable<Config['discord']>),
      onRenamed: chats.onRenamed,
      onReachable: subscriptions.revive,
      onSent: pacer.note,
    });
    deliverers.set('discord', one);
    broadcasters.set('discord', one.broadcaster);
    measurers.set('discord', (document) => fits(document));
    sending.set('discord', { broadcaster: one.broadcaster, pacer });
    channels.set('discord', ({ id }, { chats: own }) =>
      own.some((chat) => chat.platform === 'discord' && chat.id === one.guildOf(id)),
    );
    return one;
  }

  async function connectTelegram() {
    const [{ createTelegram, fitsOnePage }, { pace }] = await Promise.all([
      import('./platforms/telegram/index.ts'),
      import('./platforms/telegram/pace.ts'),
    ]);
    const pacer = pacerFor(pace, clock);
    const one = createTelegram({
      ...common('telegram'),
      ...(config.telegram as NonNullable<Config['telegram']>),
      nearest: (question, language) => nearest(catalogues.shared(), question, language),
      dialogues: store.dialogues,
      workFor: chats.workFor,
      chats: { ...chats, onReachable: subscriptions.revive },
      onSent: pacer.note,
      // Replies to people go before everything else, in the next free moment.
      beforeSend: async (chat) => void (await pacer.take(0, chat)),
    });
    deliverers.set('telegram', one);
    broadcasters.set('telegram', one.broadcaster);
    measurers.set('telegram', fitsOnePage);
    names.set('telegram', one.chatNamed);
    sending.set('telegram', { broadcaster: one.broadcaster, pacer });
    channels.set('telegram', ({ id }, { chats: own }) =>
      own.some((chat) => chat.platform === 'telegram' && chat.id === id),
    );
    return one;
  }
}

/** For Prometheus. */
const metricsRoute = (metrics: Metrics): Route => ({
  method: 'GET',
  path: '/metrics',
  handle: async () => new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } }),
});

/** Resolves with an exit status: when `end` gives one, or when the process is asked to stop. */
function ending(stopping: AbortSignal) {
  let end: (status: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  if (stopping.aborted) end(status.fine);
  stopping.addEventListener('abort', () => end(status.fine));
  return { ended, end };
}

/** The entries to offer for a question, the best one first; none where nothing is near. */
function nearest(catalogue: Catalogue, question: string, language: Language): string[] {
  const { outcome, answer, alternatives } = findEntry(catalogue, question, language);
  if (outcome === 'none') return [];
  return [...(answer ? [answer] : []), ...alternatives].map(({ id }) => id);
}
