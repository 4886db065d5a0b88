import type { Answer } from '../src/core/answer.ts';
import { type Caller, choice, command, optional, text } from '../src/core/command.ts';
import { note } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import type { Language } from '../src/core/language.ts';
import { languageChoices } from '../src/core/setting-values.ts';
import type { OpenUpdateDraft, UpdateOutcome, Updates } from '../src/core/updates.ts';
import { sentAnswer } from '../src/core/views/draft-parts.ts';
import { namedItem } from '../src/core/views/item-option.ts';
import { updateDraftAnswer, updateForm } from '../src/core/views/update-draft.ts';
import { updateStatusAnswer } from '../src/core/views/update-status.ts';
import { draftCommand } from './draft.ts';

/** What is done with a draft of an update by its buttons. */
export const updateDraft = (updates: Updates) =>
  draftCommand<OpenUpdateDraft, UpdateOutcome>('update draft', updates, {
    draft: updateDraftAnswer,
    outcome: (outcome, caller) => outcomeAnswer(outcome, updates, caller),
    form: updateForm,
  });

/** Takes the first form of an update that is not yet a draft; one that announces a change has what is known of that. */
export const updateBegin = (updates: Updates) =>
  command({
    name: 'update begin',
    audience: 'moderators',
    unlisted: true,
    options: {
      language: choice(() => languageChoices),
      base: optional(text({ maxLength: 9 })),
      update: optional(text({ maxLength: 8 })),
      entry: optional(text({ maxLength: 100 })),
    },
    run(): Answer {
      throw new UserError('error-old-button');
    },
    async submit({ language, base, update, entry }, values, caller): Promise<Answer> {
      const subject = { update, language: language as Language };
      const item = entry === undefined ? undefined : namedItem(entry, caller);
      const announced = item ? (await updates.openAnnouncement(caller, item)).values : {};
      const typed = { ...announced, ...values };
      return updateDraftAnswer(await updates.begin(caller, subject, Number(base ?? 0), typed), caller);
    },
  });

async function outcomeAnswer(outcome: UpdateOutcome, updates: Updates, caller: Caller): Promise<Answer> {
  const { t } = caller;
  switch (outcome.kind) {
    case 'sent':
      return sentAnswer(outcome.title, caller);
    case 'undone': {
      const answer = updateDraftAnswer(outcome.draft, caller);
      return outcome.isOther ? { ...answer, document: [note(t('draft-was-changed')), ...answer.document] } : answer;
    }
    case 'done': {
      const said = outcome.update.revision > 1 ? [t('done-update-edit')] : [];
      return updateStatusAnswer(await updates.status(caller, outcome.update.id), caller, said);
    }
  }
}
