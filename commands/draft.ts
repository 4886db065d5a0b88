import type { Answer, Call } from '../src/core/answer.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { type Caller, choice, command, optional, text } from '../src/core/command.ts';
import { paragraph } from '../src/core/document.ts';
import type { Editing, OpenDraft, Outcome, Subject } from '../src/core/editing.ts';
import { UserError } from '../src/core/errors.ts';
import type { FormValues } from '../src/core/form.ts';
import type { Language } from '../src/core/language.ts';
import { languageChoices } from '../src/core/setting-values.ts';
import { draftAnswer, outcomeAnswer } from '../src/core/views/draft.ts';
import { type DraftCommand, reviewButton } from '../src/core/views/draft-parts.ts';
import { namedChoices } from '../src/core/views/names.ts';
import { writingForm } from '../src/core/views/writing-form.ts';

/** What a draft has to be, whatever it is of. */
interface AnyDraft {
  isMine: boolean;
  title: string;
  values: FormValues;
}

/** What is done with drafts of one kind. */
interface DraftDesk<D, O> {
  draft(caller: Caller, id: string): Promise<D>;
  save(caller: Caller, id: string, values: FormValues): Promise<D>;
  rebase(caller: Caller, id: string): Promise<D>;
  discard(caller: Caller, id: string): Promise<void>;
  publish(caller: Caller, id: string, version: number): Promise<O>;
  submit(caller: Caller, id: string, version: number): Promise<O>;
  approve(caller: Caller, id: string, version: number): Promise<O>;
  giveBack(caller: Caller, id: string, version: number, comment: string): Promise<boolean>;
  reject(caller: Caller, id: string, version: number, reason: string): Promise<boolean>;
}

/** How they are shown. */
interface DraftViews<D, O> {
  draft(draft: D, caller: Caller): Answer;
  outcome(outcome: O, caller: Caller): Answer | Promise<Answer>;
  /** One of its two forms; throws `UserError` where it has none. */
  form(draft: D, part: 'text' | 'details', submit: Call, caller: Caller): Answer;
}

/** What is done with a draft by its buttons. */
export const draft = (editing: Editing, today: () => string) =>
  draftCommand<OpenDraft, Outcome>('draft', editing, {
    draft: (open, caller) => draftAnswer(open, caller, today()),
    outcome: (outcome, caller) => outcomeAnswer(outcome, caller, today()),
    form(open, part, submit, caller) {
      if (open.intent !== 'write') throw new UserError('error-draft-gone');
      return writingForm(open, part, { values: open.values, submit }, caller);
    },
  });

/** The same for drafts of any kind. */
export const draftCommand = <D extends AnyDraft, O>(
  name: DraftCommand,
  desk: DraftDesk<D, O>,
  views: DraftViews<D, O>,
) =>
  command({
    name,
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
          return views.draft(await desk.draft(caller, id), caller);
        case 'text':
        case 'details': {
          const open = await desk.draft(caller, id);
          if (!open.isMine) throw new UserError('error-draft-gone');
          return views.form(open, act, { command: name, args: { id, act } }, caller);
        }
        case 'wording': {
          const { values } = await desk.draft(caller, id);
          const wording = values.wording === 'yes' ? '' : 'yes';
          return views.draft(await desk.save(caller, id, { wording }), caller);
        }
        case 'rebase':
          return views.draft(await desk.rebase(caller, id), caller);
        case 'publish':
          return await views.outcome(await desk.publish(caller, id, at), caller);
        case 'submit':
          return await views.outcome(await desk.submit(caller, id, at), caller);
        case 'approve':
          return await views.outcome(await desk.approve(caller, id, at), caller);
        case 'return':
        case 'reject':
          if ((await desk.draft(caller, id)).isMine) throw new UserError('error-own-draft');
          return commentForm(act, { command: name, args: { id, act, version: version ?? '' } }, caller);
        case 'discard': {
          const open = await desk.draft(caller, id);
          if (!open.isMine) throw new UserError('error-draft-gone');
          return reallyDiscard(open, { command: name, args: { id } }, caller);
        }
        case 'drop':
          await desk.discard(caller, id);
          return { document: [paragraph(caller.t('draft-discarded'))], confidential: true };
        default:
          throw new UserError('error-old-button');
      }
    },
    async submit({ id, act, version }, values, caller): Promise<Answer> {
      switch (act) {
        case 'text':
        case 'details':
          return views.draft(await desk.save(caller, id, values), caller);
        case 'return':
        case 'reject': {
          const decide = act === 'return' ? desk.giveBack : desk.reject;
          const isTold = await decide(caller, id, Number(version ?? 0), values.comment ?? '');
          return decided(act, isTold, caller);
        }
        default:
          throw new UserError('error-old-button');
      }
    },
  });

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

function commentForm(act: 'return' | 'reject', submit: Call, { t }: Caller): Answer {
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
      submit,
    },
    confidential: true,
  };
}

const reallyDiscard = ({ title }: AnyDraft, { command, args }: Call, { t }: Caller): Answer => ({
  document: [paragraph(t('draft-discard-sure', { title: title || t('draft-untitled') }))],
  buttons: [
    { label: t('draft-discard-yes'), call: { command, args: { ...args, act: 'drop' } } },
    { label: t('draft-keep'), call: { command, args } },
  ],
  confidential: true,
});

const decided = (act: 'return' | 'reject', isTold: boolean, { t }: Caller): Answer => ({
  document: [
    paragraph(t(act === 'return' ? 'draft-given-back' : 'draft-rejected')),
    paragraph(t(isTold ? 'author-told' : 'author-not-told')),
  ],
  buttons: [reviewButton(t)],
  confidential: true,
});
