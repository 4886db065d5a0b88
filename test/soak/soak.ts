import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { randomFrom } from '../crash/random.ts';
import type { TestDatabase } from '../store/databases.ts';
import { type Asked, createAsking } from './asking.ts';
import { discordStrikes } from './chaos/discord.ts';
import { postgresStrikes } from './chaos/postgres.ts';
import { createProxy } from './chaos/proxy.ts';
import { sqliteStrikes } from './chaos/sqlite.ts';
import type { Ground } from './chaos/strike.ts';
import { telegramStrikes } from './chaos/telegram.ts';
import { isLeak, type Sample, type Slope, slopeOf } from './heap.ts';
import { type Hurry, onStall } from './hurry.ts';
import { createJoining } from './joining.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { createLogbook } from './logbook.ts';
import { createOperating } from './operating.ts';
import { openRecords } from './records.ts';
import { storm } from './storm.ts';
import { openTown } from './town.ts';
import { createTroubles } from './troubles.ts';
import { duplicatesIn, judge, type Verdict } from './verdict.ts';

export interface SoakOptions {
  database: TestDatabase;
  /** Simulated. */
  minutes: number;
  seed: number;
  time: Hurry;
  /** Told now and then what has come so far. */
  onMinute?(words: string): void;
}

export interface Outcome {
  counts: Keeper['counts'];
  asked: { discord: Asked; telegram: Asked };
  acts: { confirmed: number; cutShort: readonly string[] };
  verdict: Verdict;
  slope: Slope | undefined;
  /** The machine had no time for it: that little was done then means nothing. */
  isStarved: boolean;
  troubles: Record<string, number>;
  /** What the program complained of, and how often. */
  complaints: Record<string, number>;
  faults: string[];
}

const minuteMs = 60_000;
/** Without kills, at the end: the heap is measured. */
const steadyShare = 1 / 3;
/** Of the time, without anything going wrong, at the very end. */
const calmShare = 0.1;
const samplesAtLeast = 12;
/** Of the time. */
const starvedShare = 0.2;
/** In simulated ms: how long the first act of a moderator may take, before anything goes wrong. */
const longestBeginningMs = 10 * minuteMs;
/** In simulated ms: how long what is left may take to be sent once all is well. */
const longestRestMs = 40 * minuteMs;

/** Lets the program live through it, and tells what came of it. */
export async function soak({ database, minutes, seed, time, onMinute }: SoakOptions): Promise<Outcome> {
  const now = Date.now;
  const random = randomFrom(seed);
  const town = await openTown(now);
  const troubles = createTroubles(now);
  onStall(time.speed, troubles.stalled);
  const logbook = createLogbook(now, troubles);
  await town.subscribe(database.options);
  const records = await openRecords(database.options);
  const startedAt = now();
  let [begun, endsAt] = [startedAt, Number.POSITIVE_INFINITY];
  const isOver = () => now() > endsAt;
  const people = { town, troubles, random, now, isOver };
  const operating = createOperating({ ...people, records: records.read });
  const joining = createJoining(people);
  const hits: { platform: string; chat: string | undefined; at: number }[] = [];
  const asking = createAsking({
    ...people,
    wasStruck: (platform, chat, from) =>
      hits.some((hit) => hit.platform === platform && hit.at >= from && hit.chat === chat),
  });
  const site = await siteOf(database, `soak_${process.pid}_${seed}`);
  const keeper = createKeeper({
    time,
    troubles,
    now,
    onLine: logbook.note,
    onStall: troubles.stalled,
    environment: {
      DISCORD_TOKEN: town.discord.token,
      DISCORD_API_URL: town.discord.apiUrl,
      TELEGRAM_TOKEN: town.telegram.token,
      TELEGRAM_API_ROOT: town.telegram.apiRoot,
      OPERATORS: operating.names,
      PLAYGROUND: 'off',
      ...site.environment,
    },
  });
  const ground: Ground = {
    town,
    troubles,
    random: randomFrom(seed + 1),
    now,
    program: keeper.program,
    onAnswerHit: (platform, chat) => hits.push({ platform, chat, at: now() }),
  };
  const faults = new Set<string>();
  /** Of the process that runs. */
  let samples: Sample[] = [];
  let sampledStart = 0;
  const places = [...town.constant, ...joining.joiners.map(({ place }) => place)];
  const killUntil = () => endsAt - steadyShare * minutes * minuteMs;

  async function audit(): Promise<void> {
    const everyMs = Math.min(minuteMs, (steadyShare * minutes * minuteMs) / samplesAtLeast);
    while (!isOver()) {
      await delay(everyMs);
      for (const duplicate of duplicatesIn(places, town.sent())) faults.add(`there twice, while it ran: ${duplicate}`);
      const { discord, telegram } = asking.counts;
      onMinute?.(
        `${((now() - begun) / minuteMs).toFixed(1)} min: ${asking.commands()} of ${discord.asked + telegram.asked} answered, ${operating.deeds.length} acts, ${keeper.counts.kills} kills, ${troubles.all.length} troubles`,
      );
      const heapBytes = await keeper.program()?.heap();
      if (heapBytes === undefined) continue;
      if (sampledStart !== keeper.counts.starts) samples = [];
      sampledStart = keeper.counts.starts;
      samples.push({ commands: asking.commands(), heapBytes });
    }
  }

  async function rest(): Promise<void> {
    for (const until = now() + longestRestMs; now() < until; await delay(2_000))
      if ((await records.left()) === 0) return;
    faults.add(`${await records.left()} deliveries are left ${longestRestMs / minuteMs} minutes after all was well`);
  }

  try {
    await keeper.start();
    const living = [asking.run(), operating.run(), joining.run()];
    // Only where all is well at first does it mean something that it is in the end.
    for (const until = now() + longestBeginningMs; operating.deeds.length === 0 && now() < until; ) await delay(500);
    begun = now();
    endsAt = begun + minutes * minuteMs;
    const strikes = [...discordStrikes(ground), ...telegramStrikes(ground), ...site.strikes(ground)];
    await Promise.all([
      ...living,
      audit(),
      storm({
        ...ground,
        strikes,
        keeper,
        killUntil: killUntil(),
        strikeUntil: endsAt - calmShare * minutes * minuteMs,
      }),
    ]);
    await rest();
    await keeper.stop();
    const verdict = judge({
      constant: town.constant,
      joiners: joining.joiners,
      updates: (await records.read()).updates,
      deliveries: await records.deliveries(),
      subscribed: await records.subscribed(),
      deeds: operating.deeds,
      sent: town.sent(),
    });
    const slope = slopeOf(samples);
    if (slope && isLeak(slope)) faults.add(`the heap grows by ${Math.round(slope.perThousandKb)} kB in 1 000 commands`);
    const { discord, telegram } = asking.counts;
    for (const fault of [...discord.faults, ...telegram.faults, ...keeper.faults, ...logbook.faults, ...verdict.faults])
      faults.add(fault);
    const isStarved = troubles.stalledMs() > starvedShare * (now() - startedAt);
    if (!isStarved && asking.commands() === 0) faults.add('no question was answered at all');
    if (!isStarved && operating.deeds.length === 0) faults.add('no act of a moderator was confirmed');
    if (!isStarved && verdict.copies === 0) faults.add('nothing was delivered at all');
    return {
      counts: keeper.counts,
      asked: asking.counts,
      acts: { confirmed: operating.deeds.length, cutShort: operating.cutShort },
      verdict,
      slope,
      troubles: troubles.counts(),
      complaints: logbook.complaints,
      isStarved,
      faults: [...faults],
    };
  } finally {
    await keeper.end();
    await records.close();
    await town.close();
    await site.close();
  }
}

/** What the program is told of its database, and what can go wrong with it. */
async function siteOf({ options }: TestDatabase, name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-soak-'));
  if ('file' in options) {
    const dataFolder = join(options.file, '..');
    return {
      environment: { DATA_DIR: dataFolder },
      strikes: (ground: Ground) => sqliteStrikes(ground, options.file),
      close: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const direct = new URL(options.url);
  const proxy = await createProxy(Number(direct.port || 5432), direct.hostname);
  const through = new URL(options.url);
  through.hostname = '127.0.0.1';
  through.port = String(proxy.port);
  through.searchParams.set('application_name', name);
  return {
    environment: { DATA_DIR: folder, DATABASE_URL: through.href.replaceAll('+', '%20') },
    strikes: (ground: Ground) => postgresStrikes(ground, options.url, name, proxy),
    async close() {
      await proxy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
