import type { Answer } from '../src/core/answer.ts';
import { command, optional, text } from '../src/core/command.ts';
import { UserError } from '../src/core/errors.ts';
import type { Updates } from '../src/core/updates.ts';
import { updateDraftAnswer } from '../src/core/views/update-draft.ts';
import { whichUpdate } from '../src/core/views/update-list.ts';
import { meantUpdates, updateOption } from '../src/core/views/update-option.ts';
import { updateStatusAnswer } from '../src/core/views/update-status.ts';

/** How far an update has come, live; of the latest unless one is named. */
export const updateStatus = (updates: Updates) =>
  command({
    name: 'update status',
    audience: 'moderators',
    options: { update: optional(updateOption(updates)) },
    async run({ update: typed }, caller): Promise<Answer> {
      const lines = await updates.list(caller);
      const found = typed === undefined ? lines : meantUpdates(typed, lines);
      const [one] = found;
      if (!one) throw new UserError('error-no-updates');
      if (typed !== undefined && found.length > 1)
        return whichUpdate(found, 'update status', caller.t('update-which'), caller);
      return updateStatusAnswer(await updates.status(caller, one.id), caller);
    },
  });

/** Takes an update back within its undo window, as a draft. */
export const updateUndo = (updates: Updates) =>
  command({
    name: 'update undo',
    audience: 'moderators',
    unlisted: true,
    options: { id: text({ maxLength: 8 }) },
    run: async ({ id }, caller) => updateDraftAnswer(await updates.undo(caller, id), caller),
  });

/** Sends again what failed, or what may or may not have arrived. */
export const updateResend = (updates: Updates) =>
  command({
    name: 'update resend',
    audience: 'moderators',
    unlisted: true,
    options: { id: text({ maxLength: 8 }), which: text({ maxLength: 10 }) },
    async run({ id, which }, caller): Promise<Answer> {
      if (which !== 'failed' && which !== 'uncertain') throw new UserError('error-old-button');
      const count = await updates.resend(caller, id, which);
      return updateStatusAnswer(await updates.status(caller, id), caller, [caller.t('status-resent', { count })]);
    },
  });
