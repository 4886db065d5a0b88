import type { Caller } from './command.ts';
import type { Person } from './community.ts';

/** Something that a moderator did. */
export interface Deed {
  /** Such as `entry.publish`. */
  act: string;
  subject: string;
  detail?: Record<string, string | number> | undefined;
  /** Nobody where they had themselves erased. */
  by: Person | undefined;
  /** Milliseconds since the epoch. */
  at: number;
}

/** One stretch of the audit log, latest first. */
export interface AuditPage {
  deeds: Deed[];
  /** Where the next stretch begins; undefined at the end. */
  before: number | undefined;
}

/** What the moderators of a community have done. The caller's right has been checked. */
export interface Audit {
  /** From before the line with that number, and about one subject only where it is named. */
  page(caller: Caller, filter: { subject?: string | undefined; before?: number | undefined }): Promise<AuditPage>;
}
