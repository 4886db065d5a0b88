import { choice, command, optional } from '../src/core/command.ts';
import type { Editing } from '../src/core/editing.ts';
import { UserError } from '../src/core/errors.ts';
import type { Language } from '../src/core/language.ts';
import { languageChoices } from '../src/core/setting-values.ts';
import { editItem } from '../src/core/views/edited-item.ts';
import { itemOption, meantItem } from '../src/core/views/item-option.ts';

/** Changes what an entry or position says, or translates it; a shared one is then the community's own. */
export const entryEdit = (editing: Editing) =>
  command({
    name: 'entry edit',
    audience: 'moderators',
    options: {
      entry: itemOption(),
      language: optional(choice(() => languageChoices)),
    },
    async run({ entry, language }, caller) {
      const item = meantItem(entry, caller);
      if (!item) throw new UserError('error-no-entry', { typed: entry.slice(0, 80) });
      return await editItem(editing, caller, item, language as Language | undefined);
    },
  });
