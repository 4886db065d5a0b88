import { choice, command, optional, text } from '../src/core/command.ts';
import type { Editing } from '../src/core/editing.ts';
import type { Language } from '../src/core/language.ts';
import { languageChoices } from '../src/core/setting-values.ts';
import { beginEntry, splitMessage } from '../src/core/views/new-entry.ts';

/** A new entry of the community's own, from nothing or from a message. */
export const entryAdd = (editing: Editing) =>
  command({
    name: 'entry add',
    audience: 'moderators',
    options: {
      question: optional(text({ maxLength: 6000 })),
      language: optional(choice(() => languageChoices)),
    },
    messageMenu: 'question',
    run: ({ question, language }, caller) =>
      beginEntry(editing, caller, splitMessage(question ?? ''), (language as Language | undefined) ?? caller.language),
  });
