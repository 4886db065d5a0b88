import { createClock } from '../../src/clock.ts';
import type { Broadcaster } from '../../src/core/broadcast.ts';
import type { Clock } from '../../src/core/clock.ts';
import { sharedCommunity } from '../../src/core/community.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createSteppedClock } from '../../test/builders/stepped-clock.ts';
import { ceilingShare } from './attempts.ts';
import { type Ground, type GroundOptions, openGround, type Tally } from './ground.ts';
import { subscribe, writingOn } from './loading.ts';
import { type Memory, memoryNow } from './memory.ts';
import { createProduct, paces } from './product.ts';

export interface FanOut extends GroundOptions {
  /** Whether time passes only while nothing is under way, and then at once. */
  isAccelerated: boolean;
}

export interface FanOutResult extends Omit<Tally, 'times'> {
  ceilingShare: number;
  /** By the clock of the fan-out, from the first attempt until all places had been tried. */
  seconds: number;
  sent: number;
  uncertain: number;
  failed: number;
  /** Kept for places that are gone. */
  held: number;
  /** Why deliveries failed or are uncertain. */
  reasons: string[];
  /**
   * In use after a tenth of the messages, and after all, once what is of no more use was freed. In accelerated time the fake,
   * which keeps all messages, shares the process.
   */
  early: Memory;
  late: Memory;
}

interface Times {
  clock: Clock;
  /** Has time pass for as long as the work takes. */
  run<T>(work: Promise<T>): Promise<T>;
  watch<T extends object>(object: T): T;
}

const noon = Date.UTC(2026, 10, 23, 12);
const updateId = 'u0000001';
const lookEveryMs = 1000;

const realTime = (): Times => ({ clock: createClock(Date.now), run: (work) => work, watch: (object) => object });

function acceleratedTime(): Times {
  const clock = createSteppedClock(noon);
  return { clock, run: clock.run, watch: clock.watch };
}

/** Sends one update to all places of a fake, which `open` makes, from a new database; tells what came of it. */
export async function fanOut(options: FanOut, database: StoreOptions, open = openGround): Promise<FanOutResult> {
  const { platform, count, isAccelerated } = options;
  const { clock, run, watch } = isAccelerated ? acceleratedTime() : realTime();
  const ground = await open(options, clock.now);
  await subscribe(database, ground.places);
  const store = await openStore(database);
  try {
    const memory = memoryAfter(Math.ceil(count / 10));
    const product = createProduct({
      platform,
      connection: ground.connection,
      store: watch(store),
      clock,
      watch: (broadcaster) => watch(memory.counted(broadcaster)),
    });
    const at = clock.now();
    const writing = writingOn('ceasefire');
    await store.updates.post({
      id: updateId,
      community: sharedCommunity,
      writing,
      author: undefined,
      at,
      publishAt: at,
    });
    await run(
      (async () => {
        product.start();
        await allSettled(watch(store), clock);
        await product.stop();
      })(),
    );
    return { ...(await outcome(store, ground, options)), early: memory.early(), late: memoryNow() };
  } finally {
    await store.close();
    await ground.close();
  }
}

async function allSettled(store: Store, clock: Clock): Promise<void> {
  const open = new Set(['waiting', 'later', 'claimed', 'sending']);
  do await clock.sleep(lookEveryMs);
  while (
    (await store.updates.get(updateId))?.state === 'pending' ||
    (await store.updates.counts(updateId)).some(({ state }) => open.has(state))
  );
}

async function outcome(store: Store, ground: Ground, { platform }: FanOut) {
  const { times, ...tally } = await ground.tally();
  const counts = await store.updates.counts(updateId);
  const inState = (state: string) => counts.reduce((sum, one) => sum + (one.state === state ? one.count : 0), 0);
  return {
    ...tally,
    ceilingShare: ceilingShare(times, paces[platform].everywhere),
    seconds: ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000,
    sent: inState('sent'),
    uncertain: inState('uncertain'),
    failed: inState('failed'),
    held: inState('held'),
    reasons: counts
      .filter(({ state }) => state === 'failed' || state === 'uncertain')
      .map(({ state, reason, count }) => `${count} ${state}: ${reason}`),
  };
}

/** Takes the memory in use when so many messages have been posted. */
function memoryAfter(posts: number) {
  let count = 0;
  let taken: Memory | undefined;
  return {
    counted: (broadcaster: Broadcaster): Broadcaster => ({
      ...broadcaster,
      async post(place, message, options) {
        const sent = await broadcaster.post(place, message, options);
        if (++count === posts) taken = memoryNow();
        return sent;
      },
    }),
    early: (): Memory => taken ?? { rssMb: 0, heapMb: 0 },
  };
}
