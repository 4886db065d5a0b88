import type { Document } from '../../core/document.ts';
import type { Problem } from '../problem.ts';
import type { Writing } from '../written.ts';

/** What only the platform knows: whether it can show a text. */
export interface Measurer {
  /** As people call it: `Discord`. */
  platform: string;
  /** True, or false, or why not. */
  fits(document: Document): boolean | string;
}

export interface CheckSettings {
  /** `YYYY-MM-DD`, in UTC. */
  today: string;
  measurers?: readonly Measurer[];
}

/** Something that holds for all content together. */
export type Rule = (writing: Writing, settings: CheckSettings) => Problem[];
