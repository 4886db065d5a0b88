import type { Caller } from './command.ts';
import type { Entry } from './knowledge.ts';

/** Whether answers help: one vote for each person and entry, of which the latest counts. */
export interface Votes {
  cast(caller: Caller, entry: Entry, helpful: boolean): Promise<void>;
}
