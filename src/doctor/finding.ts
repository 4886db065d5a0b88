export type State = 'ok' | 'warning' | 'problem' | 'skipped';

/** One thing that was looked at. */
export interface Finding {
  /** What was looked at, in lower case with hyphens: `discord-commands`. */
  check: string;
  /** `problem` must be mended for Parley to work; `warning` may want a look; `skipped` could not be, or need not be, looked at. */
  state: State;
  /** What was found: one or two plain sentences, without secrets. */
  message: string;
  /** What to do about it. */
  mend?: string;
}

/** Looks at one thing and changes nothing. */
export interface Check {
  /** What it is called where it fails or takes too long. */
  name: string;
  limitMs: number;
  /** `signal` aborts when the time is up. Throws `Unasked` where there is nothing to look at. */
  examine(signal: AbortSignal): Promise<Finding[]>;
}

/** Why something is not looked at: `message` is one plain sentence. */
export class Unasked extends Error {
  override readonly name = 'Unasked';
}

type Made = (check: string, message: string, mend?: string) => Finding;

const made =
  (state: State): Made =>
  (check, message, mend) => ({ check, state, message, ...(mend !== undefined && { mend }) });

export const ok = made('ok');
export const warning = made('warning');
export const problem = made('problem');
export const skipped = made('skipped');

/** `1 place`, `2 places`. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
