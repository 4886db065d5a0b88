import type { Answer } from '../src/core/answer.ts';
import { type Caller, command, optional, text } from '../src/core/command.ts';
import { paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import type { UpdateLine, Updates } from '../src/core/updates.ts';
import { whichUpdate } from '../src/core/views/update-list.ts';
import { meantUpdates, namedUpdate, updateOption } from '../src/core/views/update-option.ts';
import { updateStatusAnswer } from '../src/core/views/update-status.ts';
import { writingLimits } from '../src/core/written-values.ts';

/** Takes an update back after it was sent: every copy gives way to a notice that says why. */
export const updateRetract = (updates: Updates) => {
  async function retract(id: string, reason: string, caller: Caller): Promise<Answer> {
    await updates.retract(caller, id, reason);
    return updateStatusAnswer(await updates.status(caller, id), caller, [caller.t('done-update-retract')]);
  }

  return command({
    name: 'update retract',
    audience: 'moderators',
    options: {
      update: optional(updateOption(updates)),
      reason: optional(text({ maxLength: writingLimits.reason })),
    },
    async run({ update: typed, reason }, caller): Promise<Answer> {
      const lines = await updates.list(caller);
      const named = typed === undefined ? undefined : namedUpdate(typed, lines);
      if (!named) return whichOne(typed, lines, caller);
      if (named.state === 'pending')
        return updateStatusAnswer(await updates.status(caller, named.id), caller, [caller.t('error-update-unsent')]);
      if (named.state === 'retracted') throw new UserError('error-update-retracted');
      return reason === undefined ? reasonForm(named, caller) : await retract(named.id, reason, caller);
    },
    async submit({ update = '' }, values, caller): Promise<Answer> {
      return await retract(update, values.reason ?? '', caller);
    },
  });
};

/** Nothing is taken back on a guess. */
function whichOne(typed: string | undefined, lines: readonly UpdateLine[], caller: Caller): Answer {
  const sent = lines.filter(({ state }) => state !== 'retracted');
  const found = meantUpdates(typed, sent);
  return whichUpdate(found, 'update retract', caller.t('update-which'), caller);
}

function reasonForm({ id, title }: UpdateLine, { t }: Caller): Answer {
  return {
    document: [paragraph(t('update-retract-why', { title }))],
    form: {
      title: t('update-retract-title'),
      fields: [
        {
          kind: 'text',
          lines: 'one',
          name: 'reason',
          label: t('field-reason'),
          hint: t('hint-retract'),
          required: true,
          value: '',
          maxLength: writingLimits.reason,
        },
      ],
      submit: { command: 'update retract', args: { update: id } },
    },
    confidential: true,
  };
}
