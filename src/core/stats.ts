import type { Caller } from './command.ts';

/** In days: how long totals are kept. */
export const statsKeptDays = 400;

/** What became of a question. */
export const questionOutcomes = ['answered', 'unsure', 'none'] as const;
export type QuestionOutcome = (typeof questionOutcomes)[number];

/** What became of a message to a channel. */
export const deliveryOutcomes = ['sent', 'held', 'uncertain', 'failed'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

/** Counts what is asked, a day at a time: neither who asked nor in which words. Never delays an answer, never throws. */
export interface Tallies {
  /** Somebody typed a question; `entry` is the id of the one that answered it. */
  asked(caller: Caller, outcome: QuestionOutcome, entry?: string): void;
  /** An entry was opened by a button, list, link or suggestion. */
  shown(caller: Caller, entry: string): void;
}

/** The numbers of one community over some days. Lists by day have as many values as there are days. */
export interface Numbers {
  /** `YYYY-MM-DD` in the community's time zone, the first one first; today is the last. */
  days: readonly string[];
  questions: Record<QuestionOutcome, readonly number[]>;
  /** How often entries were opened without a question, by day. */
  opened: readonly number[];
  /** By id, most shown first: as the answer to a question, or opened. */
  entries: readonly { entry: string; count: number }[];
  /** By id, most votes first. */
  votes: readonly { entry: string; helpful: number; unhelpful: number }[];
  /** To the community's own channels; nothing for what all communities share, which has none. */
  deliveries: Record<DeliveryOutcome, readonly number[]> | undefined;
}

export interface Stats {
  /** Of the caller's community alone; their right has been checked. */
  over(caller: Caller, days: number): Promise<Numbers>;
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

interface Zone {
  format: Intl.DateTimeFormat;
  /** The quarter of an hour that was asked about last, and its day: days begin on a quarter everywhere. */
  quarter: number;
  day: string;
}

const zones = new Map<string, Zone>();
const quarterMs = 15 * 60_000;

/** The day (`YYYY-MM-DD`) of a moment (milliseconds since the epoch) in an IANA zone. */
export function dayIn(timeZone: string, at: number): string {
  let zone = zones.get(timeZone);
  if (!zone) {
    // Swedish dates are written as they are here.
    const format = new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    zone = { format, quarter: Number.NaN, day: '' };
    zones.set(timeZone, zone);
  }
  const quarter = Math.floor(at / quarterMs);
  if (quarter !== zone.quarter) {
    zone.day = zone.format.format(at);
    zone.quarter = quarter;
  }
  return zone.day;
}

/** So many days that end with this one. */
export function daysUntil(last: string, count: number): string[] {
  const end = Date.parse(last);
  return Array.from({ length: count }, (_, i) =>
    new Date(end - (count - 1 - i) * 86_400_000).toISOString().slice(0, 10),
  );
}
