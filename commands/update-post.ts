import { choice, command, optional, text } from '../src/core/command.ts';
import type { Language } from '../src/core/language.ts';
import { languageChoices } from '../src/core/setting-values.ts';
import type { Updates } from '../src/core/updates.ts';
import { splitMessage } from '../src/core/views/new-entry.ts';
import { updateForm } from '../src/core/views/update-draft.ts';

/** Something new for everybody who subscribes: nothing is sent before it has been seen and published. */
export const updatePost = (updates: Updates) =>
  command({
    name: 'update post',
    audience: 'moderators',
    options: {
      title: optional(text({ maxLength: 6000 })),
      language: optional(choice(() => languageChoices)),
    },
    async run({ title: typed, language }, caller) {
      const opened = await updates.open(caller, { update: undefined, language: language as Language | undefined });
      const { question: title, answer: body } = splitMessage(typed ?? '');
      const submit = { command: 'update begin', args: { language: opened.language } };
      return updateForm(opened, 'text', submit, caller, { ...opened.values, title, text: body });
    },
  });
