import type { Sent } from '../core/broadcast.ts';

/** Notices that a platform fails everybody, rather than one message. */
export interface Outage {
  /**
   * Notes what came of a message that was sent at `startedAt`; returns for how long, in ms, nothing should be sent from
   * now on: 0 while all is well, and for what was under way when the last pause began.
   */
  note(destination: string, sent: Sent, startedAt: number, now: number): number;
  isOn(): boolean;
}

/** So many places in a row that the platform or the network failed are no accident. */
const manyPlaces = 5;
const firstPauseMs = 2000;
const longestPauseMs = 60_000;

export function createOutage(): Outage {
  let failed = new Set<string>();
  let pauses = 0;
  let pausedUntil = 0;
  return {
    note(destination, sent, startedAt, now) {
      if (sent.kind !== 'transient') {
        // The platform has answered, whatever it said.
        failed = new Set();
        pauses = 0;
        pausedUntil = 0;
        return 0;
      }
      failed.add(destination);
      if (failed.size < manyPlaces || startedAt < pausedUntil) return 0;
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** pauses++);
      pausedUntil = now + pauseMs;
      return pauseMs;
    },
    isOn: () => failed.size >= manyPlaces,
  };
}
