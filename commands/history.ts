import type { Answer } from '../src/core/answer.ts';
import { command, optional, text } from '../src/core/command.ts';
import type { Editing } from '../src/core/editing.ts';
import { UserError } from '../src/core/errors.ts';
import { comparisonOfRevisions, historyAnswer } from '../src/core/views/history.ts';
import { itemOption, meantItem } from '../src/core/views/item-option.ts';

/** When and why a text changed; for moderators also who changed what, and any two revisions side by side. */
export const history = (editing: Editing) =>
  command({
    name: 'history',
    options: {
      entry: itemOption(),
      revision: optional(text({ maxLength: 6 })),
      against: optional(text({ maxLength: 6 })),
    },
    async run({ entry, revision, against }, caller): Promise<Answer> {
      const item = meantItem(entry, caller);
      if (!item) throw new UserError('error-no-entry', { typed: entry.slice(0, 80) });
      const isModerator = (await caller.role()) === 'moderator';
      const found = await editing.history(caller, item, isModerator);
      if (revision === undefined || found.of !== 'community') return historyAnswer(found, isModerator, caller);
      if (!isModerator) throw new UserError('error-moderators-only');
      const to = Number(revision);
      const from = against === undefined ? Math.max(0, to - 1) : Number(against);
      const differences = await editing.compare(caller, item, from, to);
      return comparisonOfRevisions(found, { from, to, differences }, caller);
    },
  });
