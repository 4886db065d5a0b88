import { command } from '../src/core/command.ts';
import type { Editing } from '../src/core/editing.ts';
import type { Reports } from '../src/core/reports.ts';
import type { Transfer } from '../src/core/transfer.ts';
import type { Updates } from '../src/core/updates.ts';
import { reviewAnswer } from '../src/core/views/review.ts';

/**
 * What waits for a moderator: drafts, imports, texts that are over due, outdated by an update or reported, translations that
 * are behind.
 */
export const review = (
  editing: Editing,
  reports: Pick<Reports, 'open'>,
  transfer: Pick<Transfer, 'waiting'>,
  updates: Pick<Updates, 'queue'>,
) =>
  command({
    name: 'review',
    audience: 'moderators',
    options: {},
    async run(_, caller) {
      const [queue, reported, imports, ofUpdates] = await Promise.all([
        editing.queue(caller),
        reports.open(caller),
        transfer.waiting(caller),
        updates.queue(caller),
      ]);
      return reviewAnswer(queue, ofUpdates, { reports: reported.length, imports }, caller);
    },
  });
