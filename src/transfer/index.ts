import type { Transfer } from '../core/transfer.ts';
import type { TransferParts } from './transfer.ts';

/** How texts leave a community as a file, and come in, over a store: loaded when somebody first sends or asks for one. */
export function createTransfer(parts: TransferParts): Transfer {
  let loading: Promise<Transfer> | undefined;
  const loaded = (): Promise<Transfer> => {
    loading ??= import('./transfer.ts').then((module) => module.createTransfer(parts));
    return loading;
  };
  return {
    export: async (...asked) => await (await loaded()).export(...asked),
    stage: async (...asked) => await (await loaded()).stage(...asked),
    open: async (...asked) => await (await loaded()).open(...asked),
    difference: async (...asked) => await (await loaded()).difference(...asked),
    submit: async (...asked) => await (await loaded()).submit(...asked),
    apply: async (...asked) => await (await loaded()).apply(...asked),
    again: async (...asked) => await (await loaded()).again(...asked),
    discard: async (...asked) => await (await loaded()).discard(...asked),
    waiting: async (...asked) => await (await loaded()).waiting(...asked),
  };
}
