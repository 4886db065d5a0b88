import { Temporal } from 'temporal-polyfill';

/** What the clocks of a zone show at a moment, in milliseconds as if they were UTC's. */
export const wallClock = (at: number, timeZone: string): number =>
  at + Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;

/**
 * When the clocks of a zone show a time. One that they show twice is the first; one that they skip is as much later as the clocks
 * are put forward, as in RFC 5545 (3.3.5), so that 3:30 is 4:30 where three o’clock becomes four.
 */
export function momentOf(wallMs: number, timeZone: string): number {
  const date = new Date(wallMs);
  return new Temporal.PlainDateTime(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
  ).toZonedDateTime(timeZone).epochMilliseconds;
}
