import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../src/updates/quiet-hours.ts';
import { changes, clockIn, shown } from './schedule/zones.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** When quiet hours end, by the clocks of the zone; “not quiet” outside them. */
function end(hours: string, timeZone: string, at: string): string {
  const [from = '', to = ''] = hours.split('-');
  const until = quietUntil({ from, to, timeZone }, Date.parse(at));
  return until === undefined ? 'not quiet' : shown(timeZone, until);
}

describe('quiet hours', () => {
  it('go from a time up to another', () => {
    expect(end('13:00-15:00', 'UTC', '2027-06-01T12:59:59.999Z')).toBe('not quiet');
    expect(end('13:00-15:00', 'UTC', '2027-06-01T13:00Z')).toBe('2027-06-01 15:00 +0');
    expect(end('13:00-15:00', 'UTC', '2027-06-01T14:59:59.999Z')).toBe('2027-06-01 15:00 +0');
    expect(end('13:00-15:00', 'UTC', '2027-06-01T15:00Z')).toBe('not quiet');
  });

  it('go over midnight', () => {
    expect(end('22:00-07:00', 'Europe/Kyiv', '2027-06-01T18:59Z')).toBe('not quiet');
    expect(end('22:00-07:00', 'Europe/Kyiv', '2027-06-01T19:00Z')).toBe('2027-06-02 07:00 +180');
    expect(end('22:00-07:00', 'Europe/Kyiv', '2027-06-02T03:59Z')).toBe('2027-06-02 07:00 +180');
    expect(end('22:00-07:00', 'Europe/Kyiv', '2027-06-02T04:00Z')).toBe('not quiet');
    expect(end('22:00-00:00', 'Europe/Kyiv', '2027-06-01T19:00Z')).toBe('2027-06-02 00:00 +180');
    expect(end('00:00-07:00', 'Asia/Kathmandu', '2027-06-01T18:15Z')).toBe('2027-06-02 07:00 +345');
  });

  it('from a time to the same time are none', () => {
    expect(end('22:00-22:00', 'UTC', '2027-06-01T22:00Z')).toBe('not quiet');
    expect(end('00:00-00:00', 'UTC', '2027-06-01T12:00Z')).toBe('not quiet');
  });

  it('end by the clock in the night in which it is changed', () => {
    expect(end('22:00-07:00', 'Europe/Kyiv', '2027-03-27T20:00Z')).toBe('2027-03-28 07:00 +180');
    expect(end('22:00-07:00', 'Europe/Kyiv', '2027-10-30T19:00Z')).toBe('2027-10-31 07:00 +120');
  });

  it('that end at a time that is skipped end as much later as the clocks are put forward', () => {
    expect(end('22:00-03:30', 'Europe/Kyiv', '2027-03-28T01:29Z')).toBe('2027-03-28 04:30 +180');
    expect(end('22:00-03:30', 'Europe/Kyiv', '2027-03-28T01:30Z')).toBe('not quiet');
    expect(end('22:00-00:00', 'Africa/Cairo', '2027-04-29T21:00Z')).toBe('2027-04-30 01:00 +180');
  });

  it('that are skipped altogether are not made up for', () => {
    for (let at = Date.parse('2027-03-28T00:00Z'); at < Date.parse('2027-03-28T02:00Z'); at += minuteMs) {
      expect(quietUntil({ from: '03:30', to: '04:00', timeZone: 'Europe/Kyiv' }, at)).toBeUndefined();
    }
    expect(end('03:30-04:00', 'Europe/Kyiv', '2027-03-27T21:59Z')).toBe('not quiet');
    expect(end('03:30-04:00', 'Europe/Kyiv', '2027-03-29T00:30Z')).toBe('2027-03-29 04:00 +180');
  });

  it('of which the end comes twice are over at the first', () => {
    expect(end('22:00-03:30', 'Europe/Kyiv', '2027-10-31T00:29Z')).toBe('2027-10-31 03:30 +180');
    expect(end('22:00-03:30', 'Europe/Kyiv', '2027-10-31T01:15Z')).toBe('not quiet');
  });

  it('of which the beginning comes twice begin at the first', () => {
    expect(end('03:30-08:00', 'Europe/Kyiv', '2027-10-31T00:30Z')).toBe('2027-10-31 08:00 +120');
    expect(end('03:30-08:00', 'Europe/Kyiv', '2027-10-31T01:15Z')).toBe('2027-10-31 08:00 +120');
  });

  it('all day but for a minute stay quiet where one night runs into the next', () => {
    expect(end('04:00-03:59', 'Europe/Kyiv', '2027-03-28T00:58Z')).toBe('2027-03-29 03:59 +180');
  });

  it('are those that the clock shows on every other day, whichever moment is asked for first', () => {
    const times = fc.nat(1439).map((minutes) => {
      const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
      return `${hour}:${String(minutes % 60).padStart(2, '0')}`;
    });
    const zones = fc.constantFrom('Europe/Kyiv', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC');
    // No clocks are changed there from 15 April to 15 September.
    const moments = fc.integer({ min: Date.parse('2027-04-15'), max: Date.parse('2027-09-15') });
    fc.assert(
      fc.property(times, times, zones, fc.array(moments, { minLength: 3 }), (from, to, timeZone, asked) => {
        for (const at of asked) {
          const now = clockIn(timeZone, at).slice(11);
          const isQuiet = from < to ? now >= from && now < to : from > to && (now >= from || now < to);
          const until = quietUntil({ from, to, timeZone }, at);
          expect(until !== undefined).toBe(isQuiet);
          if (until !== undefined) {
            expect(clockIn(timeZone, until).slice(11)).toBe(to);
            expect(until - at).toBeLessThan(dayMs);
          }
        }
      }),
    );
  });

  it('that have been asked for keep to what they are at any other moment', () => {
    const times = fc.constantFrom('00:00', '00:30', '01:30', '02:15', '03:30', '04:00', '07:00', '22:00', '23:30');
    // Around the day that Samoa skipped in 2011, what temporal-polyfill says of a moment can depend on those asked before.
    const lasting = changes.filter(([zone]) => zone !== 'Pacific/Apia');
    fc.assert(
      fc.property(
        times,
        times,
        fc.constantFrom(...lasting),
        fc.array(fc.nat(4320)),
        (from, to, [timeZone, day], asked) => {
          const start = Date.parse(`${day}T00:00Z`) - dayMs;
          for (const at of asked.map((minute) => start + minute * minuteMs)) {
            // Another name for the same zone is kept by itself: a time that is asked for once.
            const until = quietUntil({ from, to, timeZone }, at);
            expect(quietUntil({ from, to, timeZone: changedCase(timeZone, at) }, at)).toBe(until);
            if (until !== undefined) expect(quietUntil({ from, to, timeZone }, until)).toBeUndefined();
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Names of zones are the same in upper and lower case. */
const changedCase = (timeZone: string, seed: number): string =>
  [...timeZone]
    .map((letter, at) => ((seed / minuteMs + at * 7) % 3 < 1 ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');
