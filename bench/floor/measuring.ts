import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../search/measures.ts';
import { type Bot, type Kind, kinds, startBot } from './bots.ts';
import type { Seen } from './figures.ts';
import { people } from './ground.ts';
import type { ChatPlatform, Extent } from './options.ts';
import { openRemoteGround, type RemoteGround } from './remote-ground.ts';

/** As many as keep a bot busy without a queue. */
const atOnce = 16;
const bursts = 3;
const eachKind = <T>(make: (kind: Kind) => T): Record<Kind, T> => ({ floor: make('floor'), product: make('product') });

/** A bot, the fake that it alone is connected to, and what was seen of it. */
interface Side {
  kind: Kind;
  ground: RemoteGround;
  bot: Bot;
  seen: Seen;
  asked: number;
}

/** Measures both bots by turns, so that whatever else the machine does befalls both. */
export async function measure(platform: ChatPlatform, extent: Extent): Promise<Record<Kind, Seen>> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-floor-'));
  const constant = join(folder, 'constant.json');
  const grounds = { floor: await openRemoteGround(platform), product: await openRemoteGround(platform) };
  const seen = eachKind(nothingSeen);
  const running: Bot[] = [];
  try {
    writeFileSync(constant, JSON.stringify(await usualAnswer(platform, extent)));
    const start = async (kind: Kind) => {
      const bot = await startBot(kind, platform, grounds[kind], constant);
      running.push(bot);
      seen[kind].readyMs.push(bot.readyMs);
      return bot;
    };
    for (let i = 1; i < extent.starts; i++) for (const kind of kinds) await (await start(kind)).stop();
    const sides: Side[] = [];
    for (const kind of kinds)
      sides.push({ kind, ground: grounds[kind], bot: await start(kind), seen: seen[kind], asked: 0 });
    await sleep(extent.idleSeconds * 1000);
    for (const { seen, bot } of sides) seen.idleMb = (await bot.memory()).rssMb;
    await answer(sides, extent);
  } finally {
    await Promise.all([...running.map((bot) => bot.stop()), grounds.floor.close(), grounds.product.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
  return seen;
}

async function answer(sides: readonly Side[], { commands, rounds, batch, burst }: Extent): Promise<void> {
  for (const { ground } of sides) await ground.populate(commands);
  // Those who ask have asked before: each is read from the database once.
  for (const side of sides) await ask(side, Math.min(commands, people), atOnce);
  for (let i = 0; i < rounds; i++) for (const side of sides) await round(side, batch);
  for (let i = 0; i < bursts; i++) {
    for (const side of sides) {
      const { latencies } = await ask(side, burst, burst);
      side.seen.burstP99Ms.push(quantile(latencies, 0.99));
    }
  }
  for (const side of sides) {
    if (side.asked < commands) await ask(side, commands - side.asked, atOnce);
    side.seen.lateMb = (await side.bot.memory()).rssMb;
  }
}

async function round(side: Side, count: number): Promise<void> {
  const { bot, seen } = side;
  const before = await bot.cpuMs();
  const { seconds, latencies } = await ask(side, count, atOnce);
  seen.cpuMs.push(((await bot.cpuMs()) - before) / count);
  seen.perSecond.push(count / seconds);
  seen.p50Ms.push(quantile(latencies, 0.5));
  seen.p99Ms.push(quantile(latencies, 0.99));
}

function ask(side: Side, count: number, atOnce: number) {
  const first = side.asked;
  side.asked += count;
  return side.ground.load({ first, count, atOnce });
}

/** What Parley says to a question, the answer of middling length: so both bots send as much, by the same call. */
async function usualAnswer(platform: ChatPlatform, { batch }: Extent) {
  const ground = await openRemoteGround(platform);
  const bot = await startBot('product', platform, ground, '');
  try {
    await ground.populate(500);
    await ground.load({ first: 0, count: Math.min(batch, 500), atOnce });
    return await ground.body();
  } finally {
    await Promise.all([bot.stop(), ground.close()]);
  }
}

const nothingSeen = (): Seen => ({
  readyMs: [],
  idleMb: Number.NaN,
  lateMb: Number.NaN,
  cpuMs: [],
  perSecond: [],
  p50Ms: [],
  p99Ms: [],
  burstP99Ms: [],
});
