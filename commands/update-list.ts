import { command } from '../src/core/command.ts';
import type { Updates } from '../src/core/updates.ts';
import { updateListAnswer } from '../src/core/views/update-list.ts';

/** What the community has posted, and one's own drafts. */
export const updateList = (updates: Updates) =>
  command({
    name: 'update list',
    audience: 'moderators',
    options: {},
    async run(_, caller) {
      const [lines, queue] = await Promise.all([updates.list(caller), updates.queue(caller)]);
      return updateListAnswer(lines, queue, caller);
    },
  });
