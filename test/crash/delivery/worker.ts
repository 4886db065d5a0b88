import { once } from 'node:events';
import { join } from 'node:path';
import { latest, news } from '../../../commands/latest.ts';
import { createCatalogues } from '../../../src/catalogues.ts';
import { createClock } from '../../../src/clock.ts';
import type { Broadcaster, Pace } from '../../../src/core/broadcast.ts';
import type { Platform } from '../../../src/core/community.ts';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import { createDelivery, pacerFor } from '../../../src/delivery.ts';
import { loadTexts } from '../../../src/locales/index.ts';
import { createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { newId } from '../../../src/parley.ts';
import { createBroadcaster as createDiscord } from '../../../src/platforms/discord/broadcaster.ts';
import { pace as discordPace } from '../../../src/platforms/discord/pace.ts';
import { createBroadcaster as createTelegram } from '../../../src/platforms/telegram/broadcaster.ts';
import { createComposer } from '../../../src/platforms/telegram/compose.ts';
import { pace as telegramPace } from '../../../src/platforms/telegram/pace.ts';
import { createFinder } from '../../../src/search/finder.ts';
import { openStore, type StoreOptions } from '../../../src/store/open.ts';
import { idleUpdates } from '../../builders/idle-updates.ts';
import { smallKnowledge } from '../../builders/knowledge.ts';
import { dotPictures } from '../../builders/pictures.ts';
import type { Connections } from './readers.ts';

/** What a worker is started with, as JSON. */
export interface WorkerOptions {
  /** The repository, where the interface's texts are. */
  root: string;
  database: StoreOptions;
  connections: Connections;
}

/**
 * Sends updates as the product does, from when it is told to go until it is told to stop, or is killed. Its log goes to
 * standard output; it ends with whoever started it.
 */
const { root, database, connections }: WorkerOptions = JSON.parse(process.argv[2] ?? '{}');
const log = createLog('info', process.stdout);
const clock = createClock(Date.now);
const texts = loadTexts(join(root, 'src/locales'));
const knowledge = createKnowledge(smallKnowledge());
const content = { knowledge, finder: createFinder(knowledge), updates: [] };
const commands = [latest(idleUpdates, () => content, dotPictures), news(idleUpdates)];

const platforms = new Map<Platform, { broadcaster: Broadcaster; pacer: ReturnType<typeof pacerFor> }>();
const connect = (platform: Platform, broadcaster: Broadcaster, pace: Pace) =>
  platforms.set(platform, { broadcaster, pacer: pacerFor(pace, clock) });
const { discord, telegram } = connections;
if (discord) connect('discord', createDiscord({ ...discord, commands }), discordPace);
if (telegram) {
  const compose = createComposer(commands);
  connect('telegram', createTelegram({ ...telegram, compose, log, now: clock.now }), telegramPace);
}

log.info('Ready');
process.stdin.once('end', () => process.exit(1));
await once(process.stdin, 'data');

const store = await openStore(database);
const delivery = createDelivery({
  store,
  library: { current: () => content, reload: async () => [] },
  catalogues: createCatalogues({
    base: () => content,
    store,
    onFault: (error) => log.error({ err: error }, 'Catalogues'),
  }),
  texts,
  log,
  metrics: createMetrics(),
  clock,
  newId,
  platforms,
  revive: async () => {},
  tellPaused: async () => {},
  onMoved: async () => {},
});
delivery.start();
await once(process, 'SIGTERM');
await delivery.stop();
await store.close();
process.exit(0);
