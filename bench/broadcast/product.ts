import { REST } from 'discord.js';
import { createCommands } from '../../commands/index.ts';
import { createCatalogues } from '../../src/catalogues.ts';
import { chatEvents } from '../../src/chat-events.ts';
import { createRegistry } from '../../src/community/registry.ts';
import type { Broadcaster } from '../../src/core/broadcast.ts';
import type { Clock } from '../../src/core/clock.ts';
import { defaultSettings, sharedCommunity } from '../../src/core/community.ts';
import { createKnowledge } from '../../src/core/knowledge.ts';
import { createDelivery, pacerFor } from '../../src/delivery.ts';
import { loadTexts } from '../../src/locales/index.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { newId } from '../../src/parley.ts';
import { createBroadcaster as createDiscord } from '../../src/platforms/discord/broadcaster.ts';
import { createFacts } from '../../src/platforms/discord/guild-facts.ts';
import { pace as discordPace } from '../../src/platforms/discord/pace.ts';
import { createBroadcaster as createTelegram } from '../../src/platforms/telegram/broadcaster.ts';
import { createComposer } from '../../src/platforms/telegram/compose.ts';
import { pace as telegramPace } from '../../src/platforms/telegram/pace.ts';
import { createFinder } from '../../src/search/finder.ts';
import type { Store } from '../../src/store/store.ts';
import type { DeliveryDispatcher } from '../../src/updates/dispatcher.ts';
import {
  idleCommunities,
  idleEditing,
  idleGapFilling,
  idleSubscriptions,
  idleTransfer,
} from '../../test/builders/idle-communities.ts';
import { idleUpdates } from '../../test/builders/idle-updates.ts';
import { smallKnowledge } from '../../test/builders/knowledge.ts';
import { dotPictures } from '../../test/builders/pictures.ts';
import type { ChatPlatform, Connection } from './ground.ts';

export const paces = { discord: discordPace, telegram: telegramPace };

export interface ProductParts {
  platform: ChatPlatform;
  connection: Connection;
  store: Store;
  clock: Clock;
  /** Puts something between the product and its broadcaster. */
  watch(broadcaster: Broadcaster): Broadcaster;
}

/** What sends updates to one platform, joined as the product joins it: everything but the gateway and the polling. */
export function createProduct({ platform, connection, store, clock, watch }: ProductParts): DeliveryDispatcher {
  const texts = loadTexts('src/locales');
  const log = createLog('error', process.stderr);
  const onFault = (error: unknown) => log.error({ err: error });
  const knowledge = createKnowledge(smallKnowledge());
  const content = { knowledge, finder: createFinder(knowledge), updates: [] };
  const commands = createCommands({
    catalogue: () => content,
    today: () => '2026-03-01',
    version: '0.0.0',
    homepage: undefined,
    texts,
    communities: idleCommunities(),
    editing: idleEditing,
    gapFilling: idleGapFilling,
    transfer: idleTransfer,
    subscriptions: idleSubscriptions,
    updates: idleUpdates,
    pictures: dotPictures,
  });
  const { token, apiUrl } = connection;
  const pacer = pacerFor(paces[platform], clock);
  const broadcaster =
    platform === 'discord'
      ? createDiscord({
          token,
          apiUrl,
          commands,
          facts: createFacts({
            rest: new REST({ api: apiUrl }).setToken(token),
            now: clock.now,
            beforeAsk: async () => void (await pacer.take(0, undefined)),
          }),
        })
      : createTelegram({ token, apiRoot: apiUrl, compose: createComposer(commands), log, now: clock.now });
  const shared = { id: sharedCommunity, name: '', chats: [], settings: defaultSettings };
  const registry = createRegistry({ store, shared, now: clock.now, onFault });
  return createDelivery({
    store,
    library: { current: () => content, reload: async () => [] },
    catalogues: createCatalogues({ base: () => content, store, onFault }),
    texts,
    log,
    metrics: createMetrics(),
    clock,
    newId,
    platforms: new Map([[platform, { broadcaster: watch(broadcaster), pacer }]]),
    revive: async () => {},
    tellPaused: async () => {},
    onMoved: chatEvents(store, registry, clock.now).onMoved,
  });
}
