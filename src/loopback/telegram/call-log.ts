import type { Call } from './world.ts';

/** How many of the latest calls a lean fake remembers. */
const remembered = 50;

/** The calls so far; a lean one holds the latest only, without what was in them. */
export interface CallLog {
  readonly calls: readonly Call[];
  /** Adds a call and returns it as it is kept, to be completed with what comes of it. */
  record(call: Call): Call;
  /** How many there were in all, those for updates excepted. */
  count(): number;
}

export function createCallLog(isLean: boolean): CallLog {
  const calls: Call[] = [];
  let count = 0;
  return {
    calls,
    record(call) {
      const kept = isLean ? { ...call, payload: {} } : call;
      calls.push(kept);
      if (isLean && calls.length >= 2 * remembered) calls.splice(0, remembered);
      if (call.method.toLowerCase() !== 'getupdates') count++;
      return kept;
    },
    count: () => count,
  };
}
