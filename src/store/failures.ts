/** Somebody else has changed it since it was read. */
export class Stale extends Error {
  override readonly name = 'Stale';
}

/** It is no longer there. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** Another entry of the community answers to this name already. */
export class NameTaken extends Error {
  override readonly name = 'NameTaken';
  /** The name, folded, and the id of the entry that has it. */
  readonly taken: string;
  readonly by: string;

  constructor(taken: string, by: string) {
    super(`“${taken}” belongs to ${by}`);
    this.taken = taken;
    this.by = by;
  }
}

export class TooMany extends Error {
  override readonly name = 'TooMany';
}

export class AlreadyReported extends Error {
  override readonly name = 'AlreadyReported';
}
