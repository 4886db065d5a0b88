import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import { type Document, divider, note, paragraph } from '../document.ts';
import type { OpenDraft, Outcome } from '../editing.ts';
import type { WritingKey } from '../writing.ts';
import { communityName } from './community-name.ts';
import { draftParts, sentAnswer, soundDocument, staleDocument, unsoundDocument } from './draft-parts.ts';
import { entryAnswer } from './entry.ts';
import { itemArgument } from './item-option.ts';
import { positionAnswer } from './position.ts';
import { reportedCall, reportedTitle } from './reported.ts';

const { call, button, sending, reviewing, wording, rebasing } = draftParts('draft');

/** A draft as whoever opens it needs it: what is wrong, what has changed meanwhile, or how members will see it. */
export function draftAnswer(draft: OpenDraft, caller: Caller, today: string): Answer {
  const shown = draft.since
    ? staleAnswer(draft, caller)
    : draft.problems.length > 0
      ? { document: unsoundDocument(draft, caller), buttons: buttonsFor(draft, caller, false) }
      : soundAnswer(draft, caller, today);
  return { ...shown, call: call(draft), confidential: true };
}

/** What became of an act on a draft, or on an entry. */
export function outcomeAnswer(outcome: Outcome, caller: Caller, today: string): Answer {
  const { t, catalogue } = caller;
  if (outcome.kind === 'undone') {
    const answer = draftAnswer(outcome.draft, caller, today);
    return outcome.isOther ? { ...answer, document: [note(t('draft-was-changed')), ...answer.document] } : answer;
  }
  if (outcome.kind === 'sent') return sentAnswer(outcome.title, caller);
  const { item, intent } = outcome;
  const title = titled(item, outcome.title, caller);
  const said = { write: 'done-write', retire: 'done-retire', restore: 'done-restore' }[intent];
  const entry = itemArgument(item, catalogue);
  return {
    document: [paragraph(t(said, { title }))],
    buttons: [
      intent === 'retire'
        ? { label: t('entry-restore-it'), call: { command: 'entry restore', args: { entry } } }
        : { label: t('show-it'), call: reportedCall(item) },
      ...(intent === 'write' ? [{ label: t('announce-it'), call: { command: 'announce', args: { entry } } }] : []),
      { label: t('history-open'), call: { command: 'history', args: { entry } } },
    ],
    confidential: true,
  };
}

/** What readers call it. */
export const titled = ({ kind, key }: WritingKey, title: string, caller: Caller): string =>
  kind === 'position' ? reportedTitle({ kind, key }, caller.catalogue, caller) : title;

function ownButtons(draft: OpenDraft, { t }: Caller, isSound: boolean): Button[] {
  const edits = draft.intent === 'write';
  return [
    ...(isSound ? sending(draft, t) : []),
    ...(edits ? [button(draft, t('draft-edit'), 'text'), button(draft, t('draft-details'), 'details')] : []),
    ...(isSound && (draft.fallsBehind.length > 0 || draft.isWording) ? [wording(draft, t)] : []),
    button(draft, t('draft-discard'), 'discard'),
  ];
}

const buttonsFor = (draft: OpenDraft, caller: Caller, isSound: boolean): Button[] =>
  draft.isMine ? ownButtons(draft, caller, isSound) : reviewing(draft, caller.t, isSound);

function staleAnswer(draft: OpenDraft, caller: Caller): Answer {
  const { t } = caller;
  const notes = draft.isRetired ? [note(t('history-retired'))] : [];
  return {
    document: staleDocument(draft, draft.intent === 'write', notes, caller),
    buttons: rebasing(draft, t),
  };
}

function soundAnswer(draft: OpenDraft, caller: Caller, today: string): Answer {
  const parts = {
    title: titled(draft, draft.title, caller),
    hasDifference: !draft.isNew && draft.intent === 'write',
    notes: [],
    preview: previewOf(draft, caller, today),
  };
  return { document: soundDocument(draft, parts, caller), buttons: buttonsFor(draft, caller, true) };
}

/** The text exactly as members will see it, in the language in which it is written. */
function previewOf(draft: OpenDraft, caller: Caller, today: string): Document {
  const { t } = caller;
  if (draft.intent !== 'write' || !draft.preview) {
    const title = titled(draft, draft.title, caller);
    return [paragraph(t(draft.intent === 'retire' ? 'draft-retires' : 'draft-restores', { title }))];
  }
  const { knowledge, key } = draft.preview;
  const viewing = { knowledge, caller: { ...caller, language: draft.language }, today };
  const [party, topic] = [knowledge.party(key.split('/')[0] ?? ''), knowledge.topic(key.split('/')[1] ?? '')];
  const entry = knowledge.entry(key);
  const shown =
    draft.kind === 'entry'
      ? entry && entryAnswer(entry, viewing)
      : party && topic && positionAnswer(party, topic, viewing);
  return [
    note(t('draft-preview', { community: communityName(caller.community, t) })),
    divider,
    ...(shown?.document ?? []),
    divider,
  ];
}
