import { setTimeout as delay } from 'node:timers/promises';
import type { TestDatabase } from '../../store/databases.ts';
import { randomFrom } from '../random.ts';
import { type Bureau, openBureau, slowestMs } from './bureau.ts';
import type { ChatPlatform } from './readers.ts';
import type { Verdict } from './verdict.ts';
import { startWorker, type Worker } from './workers.ts';

export interface Campaign {
  /** The repository, and where it is compiled. */
  root: string;
  folder: string;
  makeDatabase(): Promise<TestDatabase>;
  platforms: readonly ChatPlatform[];
  /** On each platform. */
  places: number;
  runs: number;
  seed: number;
  /** Told after each kill. */
  onRun?(run: number): void;
}

/** What the kills met on one platform. */
interface Tally {
  /** Kills at which something was still to be sent, and at which something was being sent. */
  midway: number;
  caught: number;
  /** Requests that were under way at the kills; of these, those that a second attempt would make a second message. */
  inFlight: number;
  inFlightPosts: number;
}

export type Outcome = Verdict &
  Tally & {
    kills: number;
    /** What the processes had to complain of. */
    complaints: string[];
  };

/** Waiting to be sent on each platform at least, when a process starts: more than it sends before it is killed. */
const mostBacklog = 250;
const longestWorkMs = 2500;
const mostRequests = 150;
/** Of the kills, those while the process is still taking over from the last one, and those just after a request. */
const earlyShare = 0.2;
const requestShare = 0.4;
const longestStartMs = 300;
const patienceMs = 3000;
const revisedShare = 0.2;
/** For so long nobody listens before a kill: some requests have then been sent and not yet arrived. */
const longestDeafMs = 15;

/**
 * Kills the process that sends, at random moments of its work, and has the next one go on; updates are posted, corrected
 * and retracted meanwhile. When the last one has finished, tells what came of it on each platform.
 */
export async function killSenders(campaign: Campaign): Promise<Outcome[]> {
  const { root, folder, platforms, places, runs, seed } = campaign;
  const random = randomFrom(seed);
  const database = await campaign.makeDatabase();
  const bureau = await openBureau({ database: database.options, platforms, places, random });
  const running = new Set<Worker>();
  const start = (): Worker => {
    const worker = startWorker(folder, { root, database: database.options, connections: bureau.connections });
    running.add(worker);
    return worker;
  };
  const tallies = platforms.map((): Tally => ({ midway: 0, caught: 0, inFlight: 0, inFlightPosts: 0 }));
  const complaints: string[] = [];
  const dismiss = (worker: Worker): void => {
    running.delete(worker);
    complaints.push(...worker.lines.filter(({ level }) => level >= 50).map((line) => JSON.stringify(line)));
  };
  let next = start();
  try {
    for (let run = 0; run < runs; run++) {
      const worker = next;
      // Started before it is needed: most of a second goes by until it can work.
      next = start();
      if (random() < revisedShare) await bureau.newsroom.revise();
      await giveWork(bureau, campaign);
      await killMidway(worker, bureau, random);
      dismiss(worker);
      for (const [i, platform] of platforms.entries()) await note(platform, tallies[i] as Tally, bureau);
      campaign.onRun?.(run);
    }
    await next.said('Ready');
    bureau.isCut(false);
    next.go();
    await bureau.done();
    await next.stop();
    dismiss(next);
    const verdicts = await bureau.verdicts();
    return verdicts.map((verdict, i) => {
      const { platform, uncertain, faults } = verdict;
      const tally = tallies[i] as Tally;
      if (uncertain > tally.inFlightPosts)
        faults.push(`${platform}: ${uncertain} are uncertain, ${tally.inFlightPosts} could be`);
      return { ...verdict, ...tally, kills: runs, complaints };
    });
  } finally {
    for (const worker of running) await worker.kill().catch(() => {});
    await bureau.close();
    await database.drop();
  }
}

async function giveWork({ books, newsroom }: Bureau, { platforms, places }: Campaign): Promise<void> {
  const open = await Promise.all(platforms.map((one) => books.open(one)));
  const backlog = Math.min(mostBacklog, 4 * places);
  const waiting = Math.min(...open) + (await books.pending()) * places;
  for (let missing = backlog - waiting; missing > 0; missing -= places) await newsroom.post();
}

async function killMidway(worker: Worker, bureau: Bureau, random: () => number): Promise<void> {
  const { newsroom } = bureau;
  await worker.said('Ready');
  bureau.isCut(false);
  worker.go();
  const moment = random();
  if (moment < earlyShare) {
    await delay(random() * longestStartMs);
  } else {
    await bureau.requests(1, patienceMs);
    const isJustSent = moment < earlyShare + requestShare;
    const working = isJustSent
      ? bureau.requests(1 + Math.floor(random() * mostRequests), patienceMs)
      : delay(random() * longestWorkMs);
    await Promise.all([working, random() < revisedShare && newsroom.revise()]);
  }
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, random() * longestDeafMs);
  bureau.isCut(true);
  await worker.kill();
  // What had been sent arrives before the next process begins.
  await delay(slowestMs + 30);
}

async function note(platform: ChatPlatform, tally: Tally, { books }: Bureau): Promise<void> {
  const { all, posts } = await books.inFlight(platform);
  if ((await books.open(platform)) + (await books.pending()) > 0) tally.midway++;
  if (all > 0) tally.caught++;
  tally.inFlight += all;
  tally.inFlightPosts += posts;
}
