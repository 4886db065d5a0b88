import type { TextValues } from './texts.ts';

/** Something the person can mend: `key` names the interface text that says how. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly key: string;
  readonly values: TextValues;

  constructor(key: string, values: TextValues = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** Something the operator can mend: `message` is one plain sentence that says what is wrong and what to do, without secrets. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** What is kept can't be reached or written just now, through no fault of anybody's: nothing was changed. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
