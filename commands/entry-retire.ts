import type { Answer } from '../src/core/answer.ts';
import { type Caller, command, optional, text } from '../src/core/command.ts';
import { menu, paragraph } from '../src/core/document.ts';
import type { Editing } from '../src/core/editing.ts';
import { UserError } from '../src/core/errors.ts';
import { findEntry } from '../src/core/find-entry.ts';
import { outcomeAnswer, titled } from '../src/core/views/draft.ts';
import { questionOf } from '../src/core/views/entry.ts';
import { itemArgument, itemOption, namedItem } from '../src/core/views/item-option.ts';
import type { WritingKey } from '../src/core/writing.ts';
import { writingLimits } from '../src/core/written-values.ts';

/** Takes a text out of what members see, and says why: an own one is kept, a shared one is hidden for this community. */
export const entryRetire = (editing: Editing, today: () => string) =>
  command({
    name: 'entry retire',
    audience: 'moderators',
    options: {
      entry: itemOption(),
      reason: optional(text({ maxLength: writingLimits.reason })),
    },
    async run({ entry, reason }, caller): Promise<Answer> {
      const item = namedItem(entry, caller);
      if (!item) return whichOne(entry, caller);
      if (reason === undefined) return reasonForm(item, caller);
      return outcomeAnswer(await editing.retire(caller, item, reason), caller, today());
    },
    async submit({ entry }, values, caller): Promise<Answer> {
      const item = namedItem(entry, caller);
      if (!item) throw new UserError('error-no-entry', { typed: entry.slice(0, 80) });
      return outcomeAnswer(await editing.retire(caller, item, values.reason ?? ''), caller, today());
    },
  });

/** Nothing is taken away on a guess. */
function whichOne(typed: string, caller: Caller): Answer {
  const { answer, alternatives } = findEntry(caller.catalogue, typed, caller.language);
  const items = [...(answer ? [answer] : []), ...alternatives].flatMap(({ id }) => {
    const entry = caller.catalogue.knowledge.entry(id);
    return entry ? [{ label: questionOf(entry, caller), call: { command: 'entry retire', args: { entry: id } } }] : [];
  });
  if (items.length === 0) throw new UserError('error-no-entry', { typed: typed.slice(0, 80) });
  return { document: [paragraph(caller.t('did-you-mean')), menu(items)], confidential: true };
}

function reasonForm(item: WritingKey, caller: Caller): Answer {
  const { t, catalogue } = caller;
  const entry = item.kind === 'entry' ? catalogue.knowledge.entry(item.key) : undefined;
  const title = titled(item, entry ? questionOf(entry, caller) : item.key, caller);
  return {
    document: [paragraph(t('retire-why', { title }))],
    form: {
      title: t('retire-title'),
      fields: [
        {
          kind: 'text',
          lines: 'one',
          name: 'reason',
          label: t('field-reason'),
          hint: t('hint-reason'),
          required: true,
          value: '',
          maxLength: writingLimits.reason,
        },
      ],
      submit: { command: 'entry retire', args: { entry: itemArgument(item, catalogue) } },
    },
    confidential: true,
  };
}
