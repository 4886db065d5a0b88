import { describe, expect, it } from 'vitest';
import { createMovableClock } from '../../src/playground/clock.ts';

const hourMs = 3_600_000;

describe('the playground’s clock', () => {
  it('wakes whoever sleeps when it is moved past their time, and nobody else', async () => {
    const clock = createMovableClock(() => 1000);
    const woken: string[] = [];
    const stopping = new AbortController();
    const sleep = async (name: string, ms: number) => {
      await clock.sleep(ms, stopping.signal);
      woken.push(`${name} ${clock.now()}`);
    };
    const all = [sleep('hour', hourMs), sleep('day', 24 * hourMs)];
    await clock.forward(hourMs);
    await all[0];
    expect(woken).toEqual([`hour ${1000 + hourMs}`]);
    expect(clock.aheadMs()).toBe(hourMs);
    stopping.abort();
    await Promise.all(all);
  });

  it('goes forward in strides that leave a daily digest fresh', async () => {
    const clock = createMovableClock(() => 0);
    const seen: number[] = [];
    const stopping = new AbortController();
    const watching = (async () => {
      while (!stopping.signal.aborted) {
        await clock.sleep(1000, stopping.signal);
        seen.push(clock.now());
      }
    })();
    await clock.forward(24 * hourMs);
    stopping.abort();
    await watching;
    expect(clock.now()).toBe(24 * hourMs);
    for (const slot of [9, 14, 21].map((hour) => hour * hourMs))
      expect(seen.some((at) => at >= slot && at - slot <= 6 * hourMs)).toBe(true);
  });
});
