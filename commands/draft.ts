import type { Answer } from '../src/core/answer.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { type Caller, choice, command, optional, text } from '../src/core/command.ts';
import { paragraph } from '../src/core/document.ts';
import type { Editing, Subject } from '../src/core/editing.ts';
import { UserError } from '../src/core/errors.ts';
import type { FormValues } from '../src/core/form.ts';
import type { Language } from '../src/core/language.ts';
import { languageChoices } from '../src/core/setting-values.ts';
import { draftAnswer, outcomeAnswer } from '../src/core/views/draft.ts';
import { namedChoices } from '../src/core/views/names.ts';
import { writingForm } from '../src/core/views/writing-form.ts';

/** What is done with a draft by its buttons. */
export function draft(editing: Editing, today: () => string) {
  const shown = async (caller: Caller, id: string) => draftAnswer(await editing.draft(caller, id), caller, today());

  async function form(caller: Caller, id: string, part: 'text' | 'details'): Promise<Answer> {
    const open = await editing.draft(caller, id);
    if (!open.isMine || open.intent !== 'write') throw new UserError('error-draft-gone');
    return writingForm(
      open,
      part,
      { values: open.values, submit: { command: 'draft', args: { id, act: part } } },
      caller,
    );
  }

  return command({
    name: 'draft',
    audience: 'moderators',
    unlisted: true,
    options: {
      id: text({ maxLength: 8 }),
      act: optional(text({ maxLength: 10 })),
      version: optional(text({ maxLength: 9 })),
    },
    async run({ id, act, version }, caller): Promise<Answer> {
      const at = Number(version ?? 0);
      switch (act) {
        case undefined:
          return await shown(caller, id);
        case 'text':
        case 'details':
          return await form(caller, id, act);
        case 'wording': {
          const { values } = await editing.draft(caller, id);
          const wording = values.wording === 'yes' ? '' : 'yes';
          return draftAnswer(await editing.save(caller, id, { wording }), caller, today());
        }
        case 'rebase':
          return draftAnswer(await editing.rebase(caller, id), caller, today());
        case 'publish':
          return outcomeAnswer(await editing.publish(caller, id, at), caller, today());
        case 'submit':
          return outcomeAnswer(await editing.submit(caller, id, at), caller, today());
        case 'approve':
          return outcomeAnswer(await editing.approve(caller, id, at), caller, today());
        case 'return':
        case 'reject':
          if ((await editing.draft(caller, id)).isMine) throw new UserError('error-own-draft');
          return commentForm(id, act, version ?? '', caller);
        case 'discard':
          return await reallyDiscard(editing, id, caller);
        case 'drop':
          await editing.discard(caller, id);
          return { document: [paragraph(caller.t('draft-discarded'))], confidential: true };
        default:
          throw new UserError('error-old-button');
      }
    },
    async submit({ id, act, version }, values, caller): Promise<Answer> {
      switch (act) {
        case 'text':
        case 'details':
          return draftAnswer(await editing.save(caller, id, values), caller, today());
        case 'return':
        case 'reject': {
          const decide = act === 'return' ? editing.giveBack : editing.reject;
          const isTold = await decide(caller, id, Number(version ?? 0), values.comment ?? '');
          return decided(act, isTold, caller);
        }
        default:
          throw new UserError('error-old-button');
      }
    },
  });
}

/** Takes the first form of a text that is not yet a draft. */
export const draftBegin = (editing: Editing, catalogue: () => Catalogue, today: () => string) =>
  command({
    name: 'draft begin',
    audience: 'moderators',
    unlisted: true,
    options: {
      language: choice(() => languageChoices),
      base: optional(text({ maxLength: 9 })),
      entry: optional(text({ maxLength: 40 })),
      party: optional(choice(() => namedChoices(catalogue().knowledge.parties))),
      topic: optional(choice(() => namedChoices(catalogue().knowledge.topics))),
    },
    run(): Answer {
      throw new UserError('error-old-button');
    },
    async submit({ language, base, entry, party, topic }, values: FormValues, caller): Promise<Answer> {
      const subject: Subject = {
        ...(party && topic ? { kind: 'position', key: `${party}/${topic}` } : { kind: 'entry', key: entry ?? '' }),
        language: language as Language,
      };
      return draftAnswer(await editing.begin(caller, subject, Number(base ?? 0), values), caller, today());
    },
  });

function commentForm(id: string, act: 'return' | 'reject', version: string, { t }: Caller): Answer {
  const isReturn = act === 'return';
  return {
    document: [paragraph(t(isReturn ? 'return-why' : 'reject-why'))],
    form: {
      title: t(isReturn ? 'return-title' : 'reject-title'),
      fields: [
        {
          kind: 'text',
          lines: 'many',
          name: 'comment',
          label: t('field-comment'),
          required: true,
          value: '',
          maxLength: 500,
        },
      ],
      submit: { command: 'draft', args: { id, act, version } },
    },
    confidential: true,
  };
}

async function reallyDiscard(editing: Editing, id: string, caller: Caller): Promise<Answer> {
  const { t } = caller;
  const { isMine, title } = await editing.draft(caller, id);
  if (!isMine) throw new UserError('error-draft-gone');
  return {
    document: [paragraph(t('draft-discard-sure', { title: title || t('draft-untitled') }))],
    buttons: [
      { label: t('draft-discard-yes'), call: { command: 'draft', args: { id, act: 'drop' } } },
      { label: t('draft-keep'), call: { command: 'draft', args: { id } } },
    ],
    confidential: true,
  };
}

const decided = (act: 'return' | 'reject', isTold: boolean, { t }: Caller): Answer => ({
  document: [
    paragraph(t(act === 'return' ? 'draft-given-back' : 'draft-rejected')),
    paragraph(t(isTold ? 'author-told' : 'author-not-told')),
  ],
  buttons: [{ label: t('review-open'), call: { command: 'review', args: {} } }],
  confidential: true,
});
