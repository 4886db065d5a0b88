import type { Answer } from '../src/core/answer.ts';
import { command, text } from '../src/core/command.ts';
import { UserError } from '../src/core/errors.ts';
import type { Updates } from '../src/core/updates.ts';
import { itemArgument, namedItem } from '../src/core/views/item-option.ts';
import { updateForm } from '../src/core/views/update-draft.ts';

/** The form that announces what has changed in an entry or position. */
export const announce = (updates: Updates) =>
  command({
    name: 'announce',
    audience: 'moderators',
    unlisted: true,
    options: { entry: text({ maxLength: 100 }) },
    async run({ entry }, caller): Promise<Answer> {
      const item = namedItem(entry, caller);
      if (!item) throw new UserError('error-no-entry', { typed: entry.slice(0, 80) });
      const opened = await updates.openAnnouncement(caller, item);
      const args = { language: opened.language, entry: itemArgument(item, caller.catalogue) };
      return updateForm(opened, 'text', { command: 'update begin', args }, caller);
    },
  });
