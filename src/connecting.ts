import type { Logger } from 'pino';
import { chatEvents } from './chat-events.ts';
import type { Config } from './config.ts';
import type { Library } from './content/library.ts';
import type { Catalogue } from './core/catalogue.ts';
import type { Clock } from './core/clock.ts';
import type { Platform } from './core/community.ts';
import type { OperatorError } from './core/errors.ts';
import { findEntry } from './core/find-entry.ts';
import type { Language } from './core/language.ts';
import type { Texts } from './core/texts.ts';
import { createDelivery, type DeliveryParts, pacerFor } from './delivery.ts';
import type { Route } from './http/server.ts';
import type { Tracing } from './metrics/tracing.ts';
import { createWatch } from './metrics/watch.ts';
import type { Metrics } from './metrics.ts';
import { newId, newIncidentId, type Parley } from './parley.ts';
import { keepFresh } from './scaling/freshness.ts';
import type { ServedContent } from './served-content.ts';
import { createSharing } from './sharing.ts';
import type { Store } from './store/store.ts';

export interface ConnectionParts extends Parley {
  /** What to connect to, by which token, and what of it is this process's: everything unless told. */
  platforms: Pick<Config, 'discord' | 'telegram'> & Partial<Pick<Config, 'role' | 'shards'>>;
  log: Logger;
  texts: Texts;
  library: Library<ServedContent>;
  store: Store;
  clock: Clock;
  metrics: Metrics;
  /** Nothing where nobody asked for traces. */
  tracing?: Tracing | undefined;
  /** By what clock the platforms themselves go, in ms since the epoch; real time unless told. */
  platformNow?: () => number;
  /** Called when a platform has ended the connection for good. */
  onStopped(platform: Platform, reason: OperatorError): void;
}

export interface Connection {
  names: Platform[];
  /** To be served by the HTTP server before `start`. */
  routes: Route[];
  /** Sends what is due, and resolves when every platform is connected; throws OperatorError for what must be mended. */
  start(): Promise<void>;
  /** Resolves when what is under way is done. */
  stop(): Promise<void>;
  /** How each part stands, in words that are few and fixed. */
  standing(): { isReady: boolean; parts: Record<string, string> };
}

/**
 * Connects a Parley to the platforms there is a token for.
 * SDKs are imported where they are used: discord.js alone takes most of a second to load.
 */
export async function connect(parts: ConnectionParts): Promise<Connection> {
  const { platforms, log, store, registry, catalogues, deliverers, broadcasters, subscriptions, clock } = parts;
  const { measurers, names, channels } = parts;
  const sending: Map<Platform, NonNullable<ReturnType<DeliveryParts['platforms']['get']>>> = new Map();
  const watch = createWatch({ ...parts, commands: parts.dispatcher.commands });
  const common = (platform: Platform) => ({
    dispatcher: watch.over(parts.dispatcher),
    watch,
    reception: parts.reception,
    texts: parts.texts,
    log: log.child({ platform }),
    newIncidentId,
    ...(parts.platformNow && { now: parts.platformNow }),
    onStopped: (reason: OperatorError) => parts.onStopped(platform, reason),
  });
  const sharing = createSharing({ ...platforms, store, clock, log });
  const chats = chatEvents(store, registry, clock.now);
  const discord = platforms.discord && (await connectDiscord(platforms.discord));
  const telegram = platforms.telegram && (await connectTelegram(platforms.telegram));
  const delivery = createDelivery({
    ...parts,
    newId,
    platforms: sending,
    tellPaused: subscriptions.pausedByPlatform,
    revive: subscriptions.revive,
    onMoved: chats.onMoved,
  });
  parts.onWake(delivery.wake);
  const polling = telegram && !telegram.webhook ? sharing.pollInTurn(telegram) : undefined;
  let stopListening = async () => {};
  let isStarted = false;
  const stopping = new AbortController();

  async function connectDiscord(access: NonNullable<Config['discord']>) {
    const [{ createDiscord }, { fits }, { pace }] = await Promise.all([
      import('./platforms/discord/index.ts'),
      import('./platforms/discord/message.ts'),
      import('./platforms/discord/pace.ts'),
    ]);
    const pacer = pacerFor(pace, clock, (forMs) => watch.limited('discord', forMs));
    const one = createDiscord({
      ...common('discord'),
      ...access,
      sharding: sharing.sharding,
      watchGateway: parts.metrics.gateway,
      onRenamed: chats.onRenamed,
      onReachable: subscriptions.revive,
      onSent: pacer.note,
      beforeAsk: async () => void (await pacer.take(0, undefined)),
    });
    deliverers.set('discord', one);
    broadcasters.set('discord', one.broadcaster);
    measurers.set('discord', (document) => fits(document));
    sending.set('discord', { broadcaster: one.broadcaster, pacer });
    channels.set('discord', async ({ id }, { chats: own }) => {
      const guild = await one.guildOf(id);
      return own.some((chat) => chat.platform === 'discord' && chat.id === guild);
    });
    return one;
  }

  async function connectTelegram(access: NonNullable<Config['telegram']>) {
    const [{ createTelegram, fitsOnePage }, { pace }] = await Promise.all([
      import('./platforms/telegram/index.ts'),
      import('./platforms/telegram/pace.ts'),
    ]);
    const pacer = pacerFor(pace, clock, (forMs) => watch.limited('telegram', forMs));
    const { receives, polls, inbox } = sharing.telegram;
    const one = createTelegram({
      ...common('telegram'),
      ...access,
      webhook: receives ? access.webhook : undefined,
      polls,
      ...(receives && access.webhook && { inbox }),
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

  return {
    names: [...sending.keys()],
    routes: telegram?.webhook ? [telegram.webhook] : [],
    async start() {
      stopListening = await keepFresh({
        notices: store.notices,
        session: sharing.session,
        registry,
        catalogues,
        wake: delivery.wake,
        onFault: (error) => log.error({ err: error }, 'What others write cannot be heard of just now'),
      });
      // A platform that is out of reach holds up none of the others.
      if (sharing.sends) delivery.start();
      await Promise.all([discord?.start(), telegram?.start().then(() => polling?.start())]);
      isStarted = true;
    },
    async stop() {
      stopping.abort();
      const stopTelegram = async () => {
        await polling?.stop();
        await telegram?.stop();
      };
      await Promise.allSettled([delivery.stop(), stopTelegram(), discord?.stop()]);
      await stopListening();
    },
    standing: () => ({
      isReady: isStarted && !stopping.signal.aborted,
      parts: {
        ...(discord && { discord: discord.isConnected() ? 'connected' : 'connecting' }),
        ...(telegram && { telegram: telegram.isReady() ? 'ready' : 'connecting' }),
      },
    }),
  };
}

/** The entries to offer for a question, the best one first; none where nothing is near. */
function nearest(catalogue: Catalogue, question: string, language: Language): string[] {
  const { outcome, answer, alternatives } = findEntry(catalogue, question, language);
  if (outcome === 'none') return [];
  return [...(answer ? [answer] : []), ...alternatives].map(({ id }) => id);
}
