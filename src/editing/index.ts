import type { Editing } from '../core/editing.ts';
import type { Messenger } from '../core/messenger.ts';
import { createDeciding } from './deciding.ts';
import { createDrafting, type DraftingParts } from './drafting.ts';
import { createHistory } from './history.ts';
import { createListing } from './listing.ts';
import { createNews } from './news.ts';
import { createRetiring } from './retiring.ts';

export type EditingParts = Omit<DraftingParts, 'news'> & { messenger: Messenger };

/** How moderators write, review, correct and restore, over a store. */
export function createEditing({ messenger, ...given }: EditingParts): Editing {
  const parts: DraftingParts = { ...given, news: createNews(messenger) };
  const drafting = createDrafting(parts);
  const { open, begin, draft, save, rebase, discard } = drafting;
  return {
    ...{ open, begin, draft, save, rebase, discard },
    ...createDeciding(drafting, parts),
    ...createRetiring(drafting, parts),
    ...createListing(parts),
    ...createHistory(parts),
  };
}
