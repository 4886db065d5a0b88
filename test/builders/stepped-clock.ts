import type { Clock } from '../../src/core/clock.ts';

/** A clock whose time stands still while anything is under way, and then leaps to the next sleeper. */
export interface SteppedClock extends Clock {
  /** Lets that much time pass, from sleeper to sleeper; resolves when what the last of them began is done. */
  advance(ms: number): Promise<void>;
  /** Lets time pass for as long as `work` takes, which settles as it does. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Holds time still until `work` has settled, which must not sleep by this clock. */
  busy<T>(work: PromiseLike<T>): Promise<T>;
  /** The same object, whose methods hold time still until what they return has settled; objects within it too. */
  watch<T extends object>(object: T): T;
  /** How many sleep. */
  readonly sleepers: number;
}

interface Sleeper {
  dueAt: number;
  wake: () => void;
}

/** How many turns of the event loop without anything new count as rest. */
const restTurns = 5;

/** Time that starts at `startMs` and moves only within `advance` and `run`; the same every time. */
export function createSteppedClock(startMs: number): SteppedClock {
  let now = startMs;
  let underWay = 0;
  let stirs = 0;
  let isRunning = false;
  /** By when they are due; those that are due at once, in the order in which they fell asleep. */
  const sleepers: Sleeper[] = [];
  let noticed = () => {};

  function stir(): void {
    stirs += 1;
    noticed();
  }

  const somethingNew = () =>
    new Promise<void>((resolve) => {
      noticed = resolve;
    });

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = {
        dueAt: now + Math.max(0, ms),
        wake() {
          signal?.removeEventListener('abort', leave);
          stir();
          resolve();
        },
      };
      const leave = () => {
        sleepers.splice(sleepers.indexOf(sleeper), 1);
        sleeper.wake();
      };
      signal?.addEventListener('abort', leave);
      sleepers.splice(placeOf(sleeper.dueAt, sleepers), 0, sleeper);
      stir();
    });
  }

  function busy<T>(work: PromiseLike<T>): Promise<T> {
    underWay += 1;
    return Promise.resolve(work).finally(() => {
      underWay -= 1;
      stir();
    });
  }

  /** Moves time to the next sleeper, if one is due by then, and wakes all who are due at that moment. */
  function leap(until: number): boolean {
    const dueAt = sleepers[0]?.dueAt ?? Number.POSITIVE_INFINITY;
    if (dueAt === Number.POSITIVE_INFINITY || dueAt > until) return false;
    now = Math.max(now, dueAt);
    for (const sleeper of sleepers.splice(0, placeOf(now, sleepers))) sleeper.wake();
    return true;
  }

  /** Whenever everything rests, leaps; until it is over or, where it is `brief`, there is nobody to leap to. */
  async function pass(until: number, isOver: () => boolean, isBrief: boolean): Promise<void> {
    if (isRunning) throw new Error('this clock is running already');
    isRunning = true;
    for (let quiet = 0, seen = stirs; !isOver(); quiet++) {
      await (underWay > 0 ? somethingNew() : nextTurn());
      if (underWay > 0 || seen !== stirs) [quiet, seen] = [0, stirs];
      if (quiet < restTurns || leap(until)) continue;
      if (isBrief) break;
      await somethingNew();
    }
    isRunning = false;
  }

  return {
    now: () => now,
    sleep,
    busy,
    watch: (object) => watched(object, busy),
    async advance(ms) {
      const until = now + ms;
      await pass(until, () => false, true);
      now = until;
    },
    async run(work) {
      let isOver = false;
      const end = () => {
        isOver = true;
        stir();
      };
      work.then(end, end);
      await pass(Number.POSITIVE_INFINITY, () => isOver, false);
      return await work;
    },
    get sleepers() {
      return sleepers.length;
    },
  };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The index of the first who is due later. */
function placeOf(dueAt: number, sleepers: Sleeper[]): number {
  let [low, high] = [0, sleepers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sleepers[middle] as Sleeper).dueAt <= dueAt) low = middle + 1;
    else high = middle;
  }
  return low;
}

function watched<T extends object>(object: T, busy: SteppedClock['busy'], known = new WeakMap<object, object>()): T {
  const before = known.get(object);
  if (before) return before as T;
  const proxy = new Proxy(object, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value === 'function') {
        return (...values: unknown[]) => {
          const result: unknown = value.apply(target, values);
          return isThenable(result) ? busy(result) : result;
        };
      }
      return isPlain(value) ? watched(value, busy, known) : value;
    },
  });
  known.set(object, proxy);
  return proxy;
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
