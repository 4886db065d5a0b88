import { describe, expect, it } from 'vitest';
import { pace as discord } from '../../src/platforms/discord/pace.ts';
import { pace as telegram } from '../../src/platforms/telegram/pace.ts';
import { createPacer } from '../../src/updates/pacer.ts';
import { createSteppedClock } from '../builders/stepped-clock.ts';

const start = Date.UTC(2026, 10, 23, 12);

/** Lets `count` messages go as fast as the pacer allows; when each went, in ms from the start. */
async function times(pace: typeof telegram, count: number, key: (i: number) => string): Promise<number[]> {
  const clock = createSteppedClock(start);
  const pacer = createPacer({ ...pace, clock });
  const went: number[] = [];
  await clock.run(
    (async () => {
      for (let i = 0; i < count; i++) {
        const slot = await pacer.take(1, key(i));
        went.push(clock.now() - start);
        slot.answered();
      }
    })(),
  );
  return went;
}

const mostWithin = (all: readonly number[], windowMs: number): number =>
  Math.max(...all.map((from) => all.filter((at) => at >= from && at < from + windowMs).length));

describe('the pacer', () => {
  it.each([
    ['Telegram', telegram, 30],
    ['Discord', discord, 50],
  ] as const)('lets no more go to %s than it allows within any second, and hardly less', async (_, pace, most) => {
    const went = await times(pace, 1000, (i) => `chat-${i}`);
    expect(mostWithin(went, 1000)).toBe(most);
    expect(1000 / ((went.at(-1) as number) / 1000)).toBeGreaterThan(0.97 * most);
  });

  it('lets replies go before all that waits, in the next free moment', async () => {
    const clock = createSteppedClock(start);
    const pacer = createPacer({ ...telegram, clock });
    const order: string[] = [];
    const take = async (rank: number, name: string) => {
      const slot = await pacer.take(rank, name);
      order.push(`${name} at ${clock.now() - start}`);
      slot.answered();
    };
    const first = Array.from({ length: 30 }, (_, i) => take(0, `early-${i}`));
    const waiting = [take(3, 'digest'), take(2, 'routine'), take(1, 'breaking'), take(0, 'reply')];
    await clock.run(Promise.all([...first, ...waiting]));
    expect(order.slice(30).map((one) => one.split(' ')[0])).toEqual(['reply', 'breaking', 'routine', 'digest']);
  });

  it('lets all but replies go evenly, so that a reply soon finds its place whenever it comes', async () => {
    const clock = createSteppedClock(start);
    const pacer = createPacer({ ...telegram, clock });
    const went: number[] = [];
    const fanOut = Array.from({ length: 120 }, async (_, i) => {
      const slot = await pacer.take(2, `chat-${i}`);
      went.push(clock.now() - start);
      slot.left();
      slot.answered();
    });
    const waits: number[] = [];
    for (let i = 0; i < 30; i++) {
      await clock.advance(97);
      const asked = clock.now();
      const slot = await clock.run(pacer.take(0, `person-${i}`));
      slot.left();
      slot.answered();
      waits.push(clock.now() - asked);
    }
    await clock.run(Promise.all(fanOut));
    expect(mostWithin(went, 100)).toBeLessThanOrEqual(4);
    expect(Math.max(...waits)).toBeLessThan(100);
  });

  it('counts a message from its answer, as long as that does not take long', async () => {
    const clock = createSteppedClock(start);
    const pacer = createPacer({ everywhere: { most: 1, perMs: 1000 }, ofPlace: () => [], clock });
    const next = async (answerAfterMs: number) => {
      const slot = await pacer.take(1, 'a');
      const at = clock.now() - start;
      await clock.sleep(answerAfterMs);
      slot.answered();
      return at;
    };
    expect(await clock.run(next(10))).toBe(0);
    expect(await clock.run(next(500))).toBe(1014);
    expect(await clock.run(next(0))).toBe(1014 + 1029);
  });

  describe('of one message a second', () => {
    const one = { everywhere: { most: 1, perMs: 1000 }, ofPlace: () => [] };

    /** When each of these messages leaves, in ms from the start; each waits for the one before it. */
    async function departures(messages: { heldMs?: number; answerMs?: number }[]): Promise<number[]> {
      const clock = createSteppedClock(start);
      const pacer = createPacer({ ...one, clock });
      const left: number[] = [];
      const send = async ({ heldMs = 0, answerMs = 0 }: (typeof messages)[number]) => {
        const slot = await pacer.take(1, 'a');
        slot.hold();
        await clock.sleep(heldMs);
        slot.left();
        left.push(clock.now() - start);
        await clock.sleep(answerMs);
        slot.answered();
      };
      await clock.run(Promise.all(messages.map(send)));
      return left;
    }

    it('counts each from when it was answered, and lets the next one go no later', async () => {
      expect(await departures([{ answerMs: 10 }, { answerMs: 300 }, {}])).toEqual([0, 1014, 2318]);
    });

    it('counts what is held up until it has left', async () => {
      expect(await departures([{ heldMs: 5000 }, {}])).toEqual([5000, 6004]);
    });

    it('waits no longer than a second for an answer', async () => {
      expect(await departures([{ answerMs: 15_000 }, {}])).toEqual([0, 2004]);
    });

    it('takes off what the way there and back takes in any case, once it knows that', async () => {
      const times = await departures([
        ...Array.from({ length: 210 }, () => ({ answerMs: 100 })),
        { answerMs: 130 },
        {},
      ]);
      const gaps = times.map((at, i) => at - (times[i - 1] ?? 0));
      expect([gaps[1], gaps[199], gaps[205], gaps.at(-1)]).toEqual([1104, 1104, 1004, 1034]);
    });

    it('counts nothing that never left', async () => {
      const clock = createSteppedClock(start);
      const pacer = createPacer({ ...one, clock });
      const slot = await pacer.take(1, 'a');
      slot.hold();
      const next = pacer.take(1, 'b');
      await clock.advance(100);
      slot.free();
      await clock.run(next);
      expect(clock.now() - start).toBe(100);
    });
  });

  it('knows when a group has had its share', async () => {
    const clock = createSteppedClock(start);
    const pacer = createPacer({ ...telegram, clock });
    for (let i = 0; i < 20; i++) {
      expect(pacer.placeFreeAt('-100')).toBeLessThanOrEqual(clock.now());
      pacer.note('-100');
      await clock.advance(1100);
    }
    expect(pacer.placeFreeAt('-100') - start).toBeGreaterThanOrEqual(60_000);
    expect(pacer.placeFreeAt('-200')).toBe(clock.now());
    expect(pacer.placeFreeAt('200')).toBe(clock.now());
  });

  it('stops for as long as the platform says, and goes on more slowly', async () => {
    const clock = createSteppedClock(start);
    const pacer = createPacer({ ...telegram, clock });
    pacer.limited('-1', 3_600_000, true);
    await clock.run(pacer.take(0, 'reply'));
    expect(clock.now() - start).toBe(3_600_000);
    pacer.limited('-1', 1000, true);
    expect(pacer.state().most).toBeLessThan(30);
    await clock.advance(120_000);
    await clock.run(pacer.take(0, 'reply'));
    expect(pacer.state().most).toBe(30);
  });

  it('takes it to concern everybody when several places are limited at once, and one place alone not', async () => {
    const clock = createSteppedClock(start);
    const pacer = createPacer({ ...telegram, clock });
    pacer.limited('-1', 7_200_000, false);
    pacer.limited('-1', 7_200_000, false);
    expect(pacer.state().pausedUntil).toBeLessThanOrEqual(start);
    pacer.limited('-2', 2000, false);
    pacer.limited('-3', 2000, false);
    expect(pacer.state().pausedUntil).toBe(start + 2000);
  });

  it('does not stand still for as long as the clock was set back', async () => {
    const clock = createSteppedClock(start);
    let setBackMs = 0;
    const pacer = createPacer({ ...telegram, clock: { ...clock, now: () => clock.now() - setBackMs } });
    for (let i = 0; i < 60; i++) (await clock.run(pacer.take(1, '-1'))).answered();
    setBackMs = 3_600_000;
    const before = clock.now();
    await clock.run(pacer.take(1, '-1'));
    await clock.run(pacer.take(0, '-1'));
    expect(clock.now() - before).toBeLessThan(100);
    expect(pacer.placeFreeAt('-1')).toBeLessThan(clock.now() - setBackMs + 2000);
  });

  it('gives up waiting when it is told to', async () => {
    const clock = createSteppedClock(start);
    const pacer = createPacer({ ...telegram, clock });
    pacer.limited('-1', 3_600_000, true);
    const stopping = new AbortController();
    const taken = pacer.take(1, '-1', stopping.signal);
    stopping.abort();
    await taken;
    expect(clock.now()).toBe(start);
  });
});
