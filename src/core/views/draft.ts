import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import { type Block, type Document, divider, heading, list, note, paragraph, spans, strong } from '../document.ts';
import type { OpenDraft, Outcome } from '../editing.ts';
import { languageNames } from '../language-names.ts';
import type { WritingKey } from '../writing.ts';
import { communityName } from './community-name.ts';
import { differenceBlocks } from './difference.ts';
import { entryAnswer } from './entry.ts';
import { itemArgument } from './item-option.ts';
import { positionAnswer } from './position.ts';
import { reportedCall, reportedTitle } from './reported.ts';
import { fieldLabel, remarkText } from './writing-form.ts';

/** A draft as whoever opens it needs it: what is wrong, what has changed meanwhile, or how members will see it. */
export function draftAnswer(draft: OpenDraft, caller: Caller, today: string): Answer {
  const shown = draft.since
    ? staleAnswer(draft, caller)
    : draft.problems.length > 0
      ? unsoundAnswer(draft, caller)
      : soundAnswer(draft, caller, today);
  return { ...shown, call: call(draft, ''), confidential: true };
}

/** What became of an act on a draft, or on an entry. */
export function outcomeAnswer(outcome: Outcome, caller: Caller, today: string): Answer {
  const { t } = caller;
  if (outcome.kind === 'undone') {
    const answer = draftAnswer(outcome.draft, caller, today);
    return outcome.isOther ? { ...answer, document: [note(t('draft-was-changed')), ...answer.document] } : answer;
  }
  const title = outcome.kind === 'done' ? titled(outcome.item, outcome.title, caller) : outcome.title;
  if (outcome.kind === 'sent')
    return {
      document: [paragraph(t('draft-sent', { title }))],
      buttons: [{ label: t('review-open'), call: { command: 'review', args: {} } }],
      confidential: true,
    };
  const { item, intent } = outcome;
  const said = { write: 'done-write', retire: 'done-retire', restore: 'done-restore' }[intent];
  return {
    document: [paragraph(t(said, { title }))],
    buttons: [
      intent === 'retire'
        ? {
            label: t('entry-restore-it'),
            call: { command: 'entry restore', args: { entry: itemArgument(item, caller.catalogue) } },
          }
        : { label: t('show-it'), call: reportedCall(item) },
      { label: t('history-open'), call: { command: 'history', args: { entry: itemArgument(item, caller.catalogue) } } },
    ],
    confidential: true,
  };
}

/** What readers call it. */
export const titled = ({ kind, key }: WritingKey, title: string, caller: Caller): string =>
  kind === 'position' ? reportedTitle({ kind, key }, caller.catalogue, caller) : title;

const call = ({ id, version }: OpenDraft, act: string, withVersion = false) => ({
  command: 'draft',
  args: { id, ...(act && { act }), ...(withVersion && { version: String(version) }) },
});

const button = (draft: OpenDraft, label: string, act: string, withVersion = false): Button => ({
  label,
  call: call(draft, act, withVersion),
});

function ownButtons(draft: OpenDraft, { t }: Caller, isSound: boolean): Button[] {
  const sending = draft.needsReview
    ? button(draft, t('draft-send'), 'submit', true)
    : button(draft, t('draft-publish'), 'publish', true);
  const isReady = isSound && !(draft.needsReview && draft.state === 'review');
  const edits = draft.intent === 'write';
  return [
    ...(isReady ? [sending] : []),
    ...(edits ? [button(draft, t('draft-edit'), 'text'), button(draft, t('draft-details'), 'details')] : []),
    ...(isSound && (draft.fallsBehind.length > 0 || draft.isWording)
      ? [button(draft, t(draft.isWording ? 'draft-meaning' : 'draft-wording'), 'wording')]
      : []),
    button(draft, t('draft-discard'), 'discard'),
  ];
}

const reviewButtons = (draft: OpenDraft, { t }: Caller, isSound: boolean): Button[] => [
  ...(isSound ? [button(draft, t('draft-approve'), 'approve', true)] : []),
  button(draft, t('draft-return'), 'return', true),
  button(draft, t('draft-reject'), 'reject', true),
];

const buttonsFor = (draft: OpenDraft, caller: Caller, isSound: boolean): Button[] =>
  draft.isMine ? ownButtons(draft, caller, isSound) : reviewButtons(draft, caller, isSound);

/** Everything that is wrong at once; what was typed is kept. */
function unsoundAnswer(draft: OpenDraft, caller: Caller): Answer {
  const { t } = caller;
  return {
    document: [
      heading(2, t('draft-unsound')),
      ...returned(draft, caller),
      list(draft.problems.map((problem) => problemSpans(problem, caller))),
      note(t('draft-kept')),
    ],
    buttons: buttonsFor(draft, caller, false),
  };
}

const problemSpans = (problem: OpenDraft['problems'][number], { t }: Caller) =>
  spans(strong(fieldLabel(problem.field, t)), ` — ${t(problem.key, problem.values)}`);

/** Somebody was faster: what they changed, and what this draft would change now. Nothing typed is lost. */
function staleAnswer(draft: OpenDraft, caller: Caller): Answer {
  const { t } = caller;
  return {
    document: [
      heading(2, t('draft-stale')),
      paragraph(t(draft.isMine ? 'draft-stale-mine' : 'draft-stale-review')),
      ...(draft.isRetired ? [note(t('history-retired'))] : []),
      heading(3, t('difference-theirs')),
      ...differenceBlocks(draft.since ?? [], t),
      ...(draft.intent === 'write' && draft.problems.length === 0
        ? [heading(3, t('difference-yours')), ...differenceBlocks(draft.difference, t)]
        : []),
    ],
    buttons: draft.isMine
      ? [button(draft, t('draft-rebase'), 'rebase'), button(draft, t('draft-discard'), 'discard')]
      : reviewButtons(draft, caller, false),
  };
}

function soundAnswer(draft: OpenDraft, caller: Caller, today: string): Answer {
  const { t } = caller;
  const preview = previewOf(draft, caller, today);
  const difference: Document =
    draft.isNew || draft.intent !== 'write'
      ? []
      : [{ kind: 'details', summary: spans(t('difference-now')), blocks: differenceBlocks(draft.difference, t) }];
  const waiting = draft.state === 'review' && draft.isMine ? [note(t('draft-waits'))] : [];
  return {
    document: [
      ...(draft.isMine ? [] : reviewHeading(draft, caller)),
      ...returned(draft, caller),
      ...waiting,
      ...(draft.isMine ? [] : difference),
      ...draft.warnings.map((warning) => note(`⚠ ${remarkText(warning, t)}`)),
      ...behindNote(draft, caller),
      ...preview,
      ...(draft.isMine ? difference : []),
    ],
    buttons: buttonsFor(draft, caller, true),
  };
}

function reviewHeading(draft: OpenDraft, caller: Caller): Document {
  const { t } = caller;
  const title = titled(draft, draft.title, caller);
  return [
    heading(2, t('review-of', { title })),
    note(
      draft.reason
        ? t('review-by', { name: draft.author.name, reason: draft.reason })
        : t('review-by-silent', { name: draft.author.name }),
    ),
  ];
}

const returned = ({ comment, isMine }: OpenDraft, { t }: Caller): Block[] =>
  comment && isMine
    ? [
        paragraph(strong(t('draft-returned'))),
        { kind: 'quote', paragraphs: comment.split('\n').map((line) => spans(line)) },
      ]
    : [];

function behindNote({ fallsBehind, isWording }: OpenDraft, { t }: Caller): Block[] {
  if (isWording) return [note(t('draft-is-wording'))];
  if (fallsBehind.length === 0) return [];
  const named = fallsBehind.map((language) => languageNames[language]).join(', ');
  return [note(t('draft-falls-behind', { languages: named }))];
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
