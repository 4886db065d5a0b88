import type { Messenger } from '../core/messenger.ts';
import type { Transfer } from '../core/transfer.ts';
import { type ApplyingParts, createApplying } from './applying.ts';
import { carriedItems, exported } from './exporting.ts';
import { createNews } from './news.ts';
import { createStaging } from './staging.ts';

export type TransferParts = Omit<ApplyingParts, 'news'> & { messenger: Messenger };

/** How texts leave a community as a file, and come in, over a store. */
export function createTransfer({ messenger, ...given }: TransferParts): Transfer {
  const parts: ApplyingParts = { ...given, news: createNews(messenger) };
  const { kept, opened, ...staging } = createStaging(parts);
  return {
    async export(caller, format, scope) {
      const { items } = await parts.store.entries.all(caller.community.id);
      const carried = carriedItems(items, caller, scope);
      return { file: exported(carried, format, caller, parts.today()), count: carried.length };
    },
    ...staging,
    ...createApplying({ kept, opened, ...staging }, parts),
  };
}
