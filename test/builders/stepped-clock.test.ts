import { setTimeout as reallyWait } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSteppedClock, type SteppedClock } from './stepped-clock.ts';

const startMs = Date.UTC(2026, 10, 23, 12);
const hourMs = 3_600_000;
let clock: SteppedClock;
let told: string[];

beforeEach(() => {
  clock = createSteppedClock(startMs);
  told = [];
});

const tell = (what: string) => void told.push(`${what} at ${clock.now() - startMs}`);
const sleepAndTell = (ms: number, what: string, signal?: AbortSignal) => clock.sleep(ms, signal).then(() => tell(what));

describe('a stepped clock', () => {
  it('stands still until somebody lets time pass', async () => {
    void sleepAndTell(1, 'a moment');
    for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect([clock.now(), clock.sleepers, told]).toEqual([startMs, 1, []]);
  });

  it('wakes sleepers in the order in which they are due, each at its moment', async () => {
    for (const [ms, what] of [
      [30, 'third'],
      [10, 'first'],
      [20, 'second'],
      [10, 'first too'],
      [41, 'never'],
    ] as const)
      void sleepAndTell(ms, what);
    await clock.advance(40);
    expect(told).toEqual(['first at 10', 'first too at 10', 'second at 20', 'third at 30']);
    expect([clock.now(), clock.sleepers]).toEqual([startMs + 40, 1]);
  });

  it('wakes on its way who fell asleep on its way', async () => {
    const walk = async () => {
      for (let step = 1; step <= 3; step++) await sleepAndTell(10, `step ${step}`);
    };
    void walk();
    await clock.advance(25);
    expect(told).toEqual(['step 1 at 10', 'step 2 at 20']);
  });

  it('runs for as long as the work takes, and answers or fails as it does', async () => {
    const work = clock.sleep(240 * hourMs).then(() => 'ten days later');
    expect(await clock.run(work)).toBe('ten days later');
    expect(clock.now()).toBe(startMs + 240 * hourMs);
    const failing = clock.sleep(1).then(() => Promise.reject(new Error('in vain')));
    await expect(clock.run(failing)).rejects.toThrow('in vain');
    expect(clock.now()).toBe(startMs + 240 * hourMs + 1);
  });

  it('does not leap past the end of the work to those who sleep on', async () => {
    void sleepAndTell(hourMs, 'too late');
    await clock.run(clock.sleep(5));
    expect([clock.now(), told]).toEqual([startMs + 5, []]);
  });

  it('stands still while work is under way that takes real time', async () => {
    const patient = async () => {
      await clock.sleep(10);
      await clock.busy(reallyWait(30));
      tell('the network');
    };
    void sleepAndTell(20, 'the other');
    await clock.run(patient());
    expect(told).toEqual(['the network at 10']);
    await clock.advance(10);
    expect(told).toEqual(['the network at 10', 'the other at 20']);
  });

  it('ends its run with the work, whatever else is still under way', async () => {
    void clock.busy(new Promise(() => {}));
    expect(await clock.run(Promise.resolve('done'))).toBe('done');
  });

  it('is told of work by the methods of what it watches, and of what is in that', async () => {
    const store = {
      prefix: 'row',
      async read(id: number) {
        await reallyWait(10);
        return `${this.prefix} ${id}`;
      },
      deliveries: {
        limit: 50,
        async claim() {
          await reallyWait(10);
          throw new Error('nothing to claim');
        },
      },
      size: () => 7,
    };
    const watched = clock.watch(store);
    expect([watched.size(), watched.prefix, watched.deliveries.limit]).toEqual([7, 'row', 50]);
    void sleepAndTell(1, 'a moment');
    const reading = watched.read(3);
    const claiming = watched.deliveries.claim().catch(({ message }: Error) => message);
    const passing = clock.advance(1);
    tell(await reading);
    tell(await claiming);
    await passing;
    expect(told).toEqual(['row 3 at 0', 'nothing to claim at 0', 'a moment at 1']);
  });

  it('lets a sleeper go at once, and without an error, when its signal aborts', async () => {
    const stopping = new AbortController();
    const sleeping = sleepAndTell(hourMs, 'stopped', stopping.signal);
    void sleepAndTell(10, 'undisturbed');
    await clock.advance(5);
    stopping.abort();
    await sleeping;
    await sleepAndTell(hourMs, 'stopped already', stopping.signal);
    expect([told, clock.sleepers]).toEqual([['stopped at 5', 'stopped already at 5'], 1]);
    await clock.advance(5);
    expect(told.at(-1)).toBe('undisturbed at 10');
  });

  it('waits for what begins late, when nobody sleeps and the work is not over', async () => {
    const work = async () => {
      await reallyWait(20);
      await sleepAndTell(50, 'at last');
    };
    await clock.run(work());
    expect(told).toEqual(['at last at 50']);
  });

  it('is run by one at a time', async () => {
    const running = clock.run(clock.sleep(10));
    await expect(clock.advance(1)).rejects.toThrow('running already');
    await running;
  });

  it('tells the same story every time, however long the work really takes', async () => {
    const story = async () => {
      clock = createSteppedClock(startMs);
      told = [];
      const worker = async (name: string, stepMs: number) => {
        for (let step = 0; step < 20; step++) {
          await clock.sleep(stepMs);
          await clock.busy(reallyWait(Math.random() * 2));
          tell(name);
        }
      };
      await clock.run(Promise.all([worker('a', 101), worker('b', 103), worker('c', 107)]));
      return told;
    };
    const times = [await story(), await story()];
    expect(times[0]).toEqual(times[1]);
  });
});
