import type { Answer, Button, Call } from '../answer.ts';
import type { Caller } from '../command.ts';
import { type Document, divider, note } from '../document.ts';
import { languageNames } from '../language-names.ts';
import { updateFields } from '../update-values.ts';
import type { OpenedUpdate, OpenUpdateDraft } from '../updates.ts';
import { communityName } from './community-name.ts';
import { draftParts, soundDocument, staleDocument, unsoundDocument } from './draft-parts.ts';
import { updateAnswer } from './update.ts';
import { draftForm, fieldOf } from './writing-form.ts';

const { call, button, sending, reviewing, wording, rebasing } = draftParts('update draft');

/** A draft of an update as whoever opens it needs it: what is wrong, what others have corrected, or how readers will see it. */
export function updateDraftAnswer(draft: OpenUpdateDraft, caller: Caller): Answer {
  const shown = draft.since
    ? { document: staleDocument(draft, true, [], caller), buttons: rebasing(draft, caller.t) }
    : draft.problems.length > 0
      ? { document: unsoundDocument(draft, caller), buttons: buttonsFor(draft, caller, false) }
      : { document: soundUpdate(draft, caller), buttons: buttonsFor(draft, caller, true) };
  return { ...shown, call: call(draft), confidential: true };
}

/** One of the two forms in which an update is written; a translation has only the first. */
export function updateForm(
  opened: OpenedUpdate,
  part: 'text' | 'details',
  submit: Call,
  caller: Caller,
  values = opened.values,
): Answer {
  const fields = fieldsOf(opened)[part].map((name) => fieldOf(name, opened, values, caller));
  return draftForm({ title: formTitle(opened, caller), fields, submit }, caller);
}

function formTitle({ isTranslation, language, update }: OpenedUpdate, { t }: Caller): string {
  if (isTranslation) return t('form-translate', { language: languageNames[language] });
  return t(update === undefined ? 'form-update-new' : 'form-update-edit');
}

const fieldsOf = ({ update, isTranslation }: OpenedUpdate) =>
  updateFields({ isNew: update === undefined, isTranslation });

const buttonsFor = (draft: OpenUpdateDraft, { t }: Caller, isSound: boolean): Button[] =>
  draft.isMine
    ? [
        ...(isSound ? sending(draft, t) : []),
        button(draft, t('draft-edit'), 'text'),
        ...(fieldsOf(draft).details.length > 0 ? [button(draft, t('draft-details'), 'details')] : []),
        ...(draft.update !== undefined && !draft.isTranslation ? [wording(draft, t)] : []),
        button(draft, t('draft-discard'), 'discard'),
      ]
    : reviewing(draft, t, isSound);

const soundUpdate = (draft: OpenUpdateDraft, caller: Caller): Document =>
  soundDocument(
    draft,
    {
      title: draft.title,
      hasDifference: draft.update !== undefined,
      notes: [note(whatHappens(draft, caller))],
      preview: previewOf(draft, caller),
    },
    caller,
  );

/** What publishing does, to whom, and how long it can be taken back. */
function whatHappens({ update, audience, undoSeconds }: OpenUpdateDraft, { t }: Caller): string {
  if (update !== undefined) return t('update-changes-copies');
  const reach = t('update-audience', { count: audience });
  return undoSeconds > 0 ? `${reach} ${t('update-undo-window', { seconds: undoSeconds })}` : reach;
}

/** Exactly as readers will see it, in the language in which it is written. */
function previewOf({ preview, reader }: OpenUpdateDraft, caller: Caller): Document {
  if (!preview) return [];
  const { t, community, catalogue } = caller;
  const viewing = { knowledge: catalogue.knowledge, reader, timeZone: community.settings.timeZone };
  return [
    note(t('update-preview', { community: communityName(community, t) })),
    divider,
    ...updateAnswer(preview, viewing).document,
    divider,
  ];
}
