import type { Answer } from '../src/core/answer.ts';
import { findChoice } from '../src/core/choices.ts';
import { choice, command, optional } from '../src/core/command.ts';
import type { Language } from '../src/core/language.ts';
import { languageChoices } from '../src/core/setting-values.ts';
import type { UpdateLine, Updates } from '../src/core/updates.ts';
import { updateForm } from '../src/core/views/update-draft.ts';
import { whichUpdate } from '../src/core/views/update-list.ts';
import { meantUpdates, updateOption, updatesCalled } from '../src/core/views/update-option.ts';

/** Corrects what was sent, or translates it: every copy is changed. With nothing named, shows what can be corrected. */
export const updateEdit = (updates: Updates) =>
  command({
    name: 'update edit',
    audience: 'moderators',
    options: {
      update: optional(updateOption(updates)),
      language: optional(choice(() => languageChoices)),
    },
    async run(args, caller): Promise<Answer> {
      const lines = await updates.list(caller);
      const sent = lines.filter(({ state }) => state === 'published');
      const { update: typed, language } = args.language ? args : withLanguage(args.update, sent);
      const found = meantUpdates(typed, lines, sent);
      const [one] = found;
      if (!one || found.length > 1 || typed === undefined)
        return whichUpdate(found, 'update edit', caller.t('update-which'), caller);
      const opened = await updates.open(caller, { update: one.id, language: language as Language | undefined });
      const kept = { language: opened.language, base: String(opened.base), update: one.id };
      return updateForm(opened, 'text', { command: 'update begin', args: kept }, caller);
    },
  });

/** Where arguments are written one after the other, the language may be the last word: `talks in Geneva uk`. */
function withLanguage(typed: string | undefined, lines: readonly UpdateLine[]) {
  const [, update = '', last = ''] = /^(.*\S)\s+(\S+)$/su.exec(typed ?? '') ?? [];
  const language = findChoice(languageChoices, last)?.value;
  const isWhole = language === undefined || updatesCalled(typed ?? '', lines).length > 0;
  return isWhole ? { update: typed, language: undefined } : { update, language };
}
