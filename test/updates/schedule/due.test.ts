import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueSlot, freshForMs, isFresh } from '../../../src/updates/schedule/due.ts';
import { nextRun } from '../../../src/updates/schedule/runs.ts';
import { runTimes } from './zones.ts';

const time = (text: string) => Date.parse(`${text}Z`);
const minuteMs = 60_000;

/** A subscription with nine o’clock in UTC whose digest of 1 June is dealt with, unless told otherwise. */
function due(now: string, rule = '0 9 * * *', slotAt = '2027-06-01T09:00', timeZone = 'UTC') {
  const slot = dueSlot(rule, timeZone, time(slotAt), time(now));
  return slot && `${new Date(slot.at).toISOString().slice(0, 16)} ${slot.isFresh ? 'sent' : 'skipped'}`;
}

describe('a digest', () => {
  it('is due from its time on, once', () => {
    expect(due('2027-06-02T08:59')).toBeUndefined();
    expect(due('2027-06-02T09:00')).toBe('2027-06-02T09:00 sent');
    expect(due('2027-06-02T09:00', '0 9 * * *', '2027-06-02T09:00')).toBeUndefined();
    expect(due('2027-06-03T08:59', '0 9 * * *', '2027-06-02T09:00')).toBeUndefined();
  });

  it('is fresh for six hours', () => {
    const slotAt = time('2027-06-02T09:00');
    expect(freshForMs).toBe(6 * 60 * minuteMs);
    expect([0, freshForMs, freshForMs + 1].map((lateMs) => isFresh(slotAt, slotAt + lateMs))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('that was missed for a short while is sent late', () => {
    expect(due('2027-06-02T15:00')).toBe('2027-06-02T09:00 sent');
  });

  it('that was missed for long is skipped', () => {
    expect(due('2027-06-02T15:01')).toBe('2027-06-02T09:00 skipped');
  });

  it('of several that were missed is the latest one only', () => {
    expect(due('2027-06-05T10:00')).toBe('2027-06-05T09:00 sent');
    expect(due('2027-06-05T08:00')).toBe('2027-06-04T09:00 skipped');
    expect(due('2027-06-02T12:34', '0 * * * *')).toBe('2027-06-02T12:00 sent');
  });

  it('that is late leaves the next one where it is', () => {
    expect(due('2027-06-02T11:58', '0 9,12 * * *')).toBe('2027-06-02T09:00 sent');
    expect(due('2027-06-02T11:59', '0 9,12 * * *', '2027-06-02T09:00')).toBeUndefined();
    expect(due('2027-06-02T12:00', '0 9,12 * * *', '2027-06-02T09:00')).toBe('2027-06-02T12:00 sent');
  });

  it('is not due a second time when the clock is set back', () => {
    expect(due('2027-05-31T23:00')).toBeUndefined();
    expect(due('2027-06-01T08:30')).toBeUndefined();
    expect(due('2027-06-01T09:00')).toBeUndefined();
    expect(due('2027-06-02T09:00')).toBe('2027-06-02T09:00 sent');
  });

  it('that the clock jumped over is sent late', () => {
    expect(due('2027-06-02T09:47')).toBe('2027-06-02T09:00 sent');
  });

  it('follows the new zone from the time at which it was changed', () => {
    const changedAt = '2027-06-02T08:00';
    // Nine o’clock in Kyiv was two hours ago, nine o’clock in New York is five hours away.
    expect(due('2027-06-02T08:00', '0 9 * * *', changedAt, 'Europe/Kyiv')).toBeUndefined();
    expect(nextRun('0 9 * * *', 'Europe/Kyiv', time(changedAt))).toBe(time('2027-06-03T06:00'));
    expect(nextRun('0 9 * * *', 'America/New_York', time(changedAt))).toBe(time('2027-06-02T13:00'));
  });

  it('of every slot of a year is due once, whenever somebody looks', () => {
    const rule = '30 3 * * *';
    const slots = runTimes(rule, 'Europe/Kyiv', time('2027-01-01T00:00'), time('2028-01-01T00:00'));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 20, maxLength: 20 }), (pauses) => {
        const dealtWith: number[] = [];
        let slotAt = time('2027-01-01T00:00');
        for (let now = slotAt, turn = 0; now < time('2028-01-01T00:00'); turn++) {
          const slot = dueSlot(rule, 'Europe/Kyiv', slotAt, now);
          if (slot) dealtWith.push(slot.at);
          slotAt = slot?.at ?? slotAt;
          now += (pauses[turn % pauses.length] as number) * minuteMs;
        }
        expect(dealtWith).toEqual(slots);
      }),
      { numRuns: 2 },
    );
  });
});
