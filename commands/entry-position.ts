import type { Catalogue } from '../src/core/catalogue.ts';
import { choice, command, optional } from '../src/core/command.ts';
import type { Editing } from '../src/core/editing.ts';
import type { Language } from '../src/core/language.ts';
import { languageChoices } from '../src/core/setting-values.ts';
import { editItem } from '../src/core/views/edited-item.ts';
import { namedChoices } from '../src/core/views/names.ts';

/** What one party says on one topic: written, or changed where it is there. */
export const entryPosition = (editing: Editing, catalogue: () => Catalogue) =>
  command({
    name: 'entry position',
    audience: 'moderators',
    options: {
      party: choice(() => namedChoices(catalogue().knowledge.parties)),
      topic: choice(() => namedChoices(catalogue().knowledge.topics)),
      language: optional(choice(() => languageChoices)),
    },
    run: ({ party, topic, language }, caller) =>
      editItem(editing, caller, { kind: 'position', key: `${party}/${topic}` }, language as Language | undefined),
  });
