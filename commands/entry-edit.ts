import { findChoice } from '../src/core/choices.ts';
import { type Caller, choice, command, optional } from '../src/core/command.ts';
import type { Editing } from '../src/core/editing.ts';
import { UserError } from '../src/core/errors.ts';
import type { Language } from '../src/core/language.ts';
import { languageChoices } from '../src/core/setting-values.ts';
import { editItem } from '../src/core/views/edited-item.ts';
import { itemOption, meantItem, namedItem } from '../src/core/views/item-option.ts';

/** Changes what an entry or position says, or translates it; a shared one is then the community's own. */
export const entryEdit = (editing: Editing) =>
  command({
    name: 'entry edit',
    audience: 'moderators',
    options: {
      entry: itemOption(),
      language: optional(choice(() => languageChoices)),
    },
    async run(typed, caller) {
      const { entry, language } = typed.language ? typed : withLanguage(typed.entry, caller);
      const item = meantItem(entry, caller);
      if (!item) throw new UserError('error-no-entry', { typed: entry.slice(0, 80) });
      return await editItem(editing, caller, item, language as Language | undefined);
    },
  });

/** Where arguments are written one after the other, the language may be the last word: `nato membership uk`. */
function withLanguage(typed: string, caller: Caller): { entry: string; language: string | undefined } {
  const [, entry = '', last = ''] = /^(.*\S)\s+(\S+)$/su.exec(typed) ?? [];
  const language = findChoice(languageChoices, last)?.value;
  const isOne = language !== undefined && !namedItem(typed, caller) && namedItem(entry, caller) !== undefined;
  return isOne ? { entry, language } : { entry: typed, language: undefined };
}
