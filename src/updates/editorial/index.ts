import type { Messenger } from '../../core/messenger.ts';
import type { Updates } from '../../core/updates.ts';
import { createAfterPublishing } from './after-publishing.ts';
import { createAnnouncing } from './announcing.ts';
import { createDeciding } from './deciding.ts';
import { createDrafting } from './drafting.ts';
import { createFollowing } from './following.ts';
import type { EditorialParts } from './ground.ts';
import { createListing } from './listing.ts';
import { createUpdateNews } from './news.ts';

export type UpdatesParts = Omit<EditorialParts, 'news'> & { messenger: Messenger };

/** How moderators write, correct, retract and follow updates, and everybody reads them, over a store. */
export function createUpdates({ messenger, ...given }: UpdatesParts): Updates {
  const parts: EditorialParts = { ...given, news: createUpdateNews(messenger) };
  const drafting = createDrafting(parts);
  const { open, begin, draft, save, rebase, discard } = drafting;
  return {
    ...{ open, begin, draft, save, rebase, discard },
    ...createAnnouncing(drafting, parts),
    ...createDeciding(drafting, parts),
    ...createAfterPublishing(drafting, parts),
    ...createFollowing(parts),
    ...createListing(parts),
  };
}
