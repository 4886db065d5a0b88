import type { Caller } from './command.ts';

/** In characters. */
export const longestReport = 500;
/** In characters: what a moderator says to the reporter. */
export const longestComment = 500;

/** What is reported: an entry by its id, or a position as `party/topic`. */
export interface Reported {
  kind: 'entry' | 'position';
  key: string;
}

export interface OpenReport extends Reported {
  id: string;
  text: string;
  /** Milliseconds since the epoch. */
  at: number;
}

export const reportOutcomes = ['mended', 'fine'] as const;
/** `fine` is “nothing wrong”. */
export type ReportOutcome = (typeof reportOutcomes)[number];

/** What members say is wrong, and what became of it. */
export interface Reports {
  /** Throws `UserError` for who has reported it already, or has too many open reports. */
  add(caller: Caller, reported: Reported, text: string): Promise<void>;
  /** The oldest first. The caller's right has been checked. */
  open(caller: Caller): Promise<OpenReport[]>;
  /**
   * Settles a report and tells its author, if they can be reached. Undefined where there is no such open report.
   * The caller's right has been checked.
   */
  settle(
    caller: Caller,
    id: string,
    outcome: ReportOutcome,
    comment: string,
  ): Promise<{ report: OpenReport; told: boolean } | undefined>;
}
