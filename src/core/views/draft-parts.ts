import type { Answer, Button, Call } from '../answer.ts';
import type { Caller } from '../command.ts';
import type { Person } from '../community.ts';
import type { FieldDifference } from '../difference.ts';
import { type Block, type Document, heading, list, note, paragraph, spans, strong } from '../document.ts';
import type { Language } from '../language.ts';
import { languageNames } from '../language-names.ts';
import type { Translate } from '../texts.ts';
import type { Remark } from '../written-values.ts';
import { differenceBlocks } from './difference.ts';
import { fieldLabel, remarkText } from './writing-form.ts';

/** The command that the buttons of a draft call. */
export type DraftCommand = 'draft' | 'update draft';

/** What drafts of every kind have to show. */
export interface ShownDraft {
  id: string;
  version: number;
  state: 'editing' | 'review' | 'returned';
  author: Person;
  isMine: boolean;
  needsReview: boolean;
  reason: string;
  comment: string;
  problems: Remark[];
  warnings: Remark[];
  difference: FieldDifference[];
  since: FieldDifference[] | undefined;
  fallsBehind: Language[];
  isWording: boolean;
}

/** What can be done with drafts by their buttons, whatever they are of. */
export function draftParts(command: DraftCommand) {
  const call = ({ id, version }: Pick<ShownDraft, 'id' | 'version'>, act = '', withVersion = false): Call => ({
    command,
    args: { id, ...(act && { act }), ...(withVersion && { version: String(version) }) },
  });

  const button = (draft: ShownDraft, label: string, act: string, withVersion = false): Button => ({
    label,
    call: call(draft, act, withVersion),
  });

  /** Publishes or sends for review, unless it waits there already. */
  function sending(draft: ShownDraft, t: Translate): Button[] {
    if (draft.needsReview && draft.state === 'review') return [];
    return [
      draft.needsReview
        ? button(draft, t('draft-send'), 'submit', true)
        : button(draft, t('draft-publish'), 'publish', true),
    ];
  }

  const reviewing = (draft: ShownDraft, t: Translate, isSound: boolean): Button[] => [
    ...(isSound ? [button(draft, t('draft-approve'), 'approve', true)] : []),
    button(draft, t('draft-return'), 'return', true),
    button(draft, t('draft-reject'), 'reject', true),
  ];

  const wording = (draft: ShownDraft, t: Translate): Button =>
    button(draft, t(draft.isWording ? 'draft-meaning' : 'draft-wording'), 'wording');

  const rebasing = (draft: ShownDraft, t: Translate): Button[] =>
    draft.isMine
      ? [button(draft, t('draft-rebase'), 'rebase'), button(draft, t('draft-discard'), 'discard')]
      : reviewing(draft, t, false);

  return { call, button, sending, reviewing, wording, rebasing };
}

/** Everything that is wrong at once; what was typed is kept. */
export const unsoundDocument = (draft: ShownDraft, { t }: Caller): Document => [
  heading(2, t('draft-unsound')),
  ...returnedBlocks(draft, t),
  list(draft.problems.map(({ field, key, values }) => spans(strong(fieldLabel(field, t)), ` — ${t(key, values)}`))),
  note(t('draft-kept')),
];

/** Somebody was faster: what they changed, and what this draft would change now. Nothing typed is lost. */
export const staleDocument = (draft: ShownDraft, isWriting: boolean, notes: Document, { t }: Caller): Document => [
  heading(2, t('draft-stale')),
  paragraph(t(draft.isMine ? 'draft-stale-mine' : 'draft-stale-review')),
  ...notes,
  heading(3, t('difference-theirs')),
  ...differenceBlocks(draft.since ?? [], t),
  ...(isWriting && draft.problems.length === 0
    ? [heading(3, t('difference-yours')), ...differenceBlocks(draft.difference, t)]
    : []),
];

/** A sound draft: what its reader must know first, then how members will see it. Reviewers see first what changes. */
export function soundDocument(
  draft: ShownDraft,
  {
    title,
    hasDifference,
    notes,
    preview,
  }: { title: string; hasDifference: boolean; notes: Document; preview: Document },
  { t }: Caller,
): Document {
  const difference: Document = hasDifference
    ? [{ kind: 'details', summary: spans(t('difference-now')), blocks: differenceBlocks(draft.difference, t) }]
    : [];
  return [
    ...(draft.isMine ? [] : [heading(2, t('review-of', { title })), note(writtenBy(draft, t))]),
    ...returnedBlocks(draft, t),
    ...(draft.state === 'review' && draft.isMine ? [note(t('draft-waits'))] : []),
    ...(draft.isMine ? [] : difference),
    ...draft.warnings.map((warning) => note(`⚠ ${remarkText(warning, t)}`)),
    ...behindNote(draft, t),
    ...notes,
    ...preview,
    ...(draft.isMine ? difference : []),
  ];
}

/** It waits for another moderator. */
export const sentAnswer = (title: string, { t }: Caller): Answer => ({
  document: [paragraph(t('draft-sent', { title }))],
  buttons: [reviewButton(t)],
  confidential: true,
});

export const reviewButton = (t: Translate): Button => ({
  label: t('review-open'),
  call: { command: 'review', args: {} },
});

const writtenBy = ({ author: { name }, reason }: ShownDraft, t: Translate): string =>
  reason ? t('review-by', { name, reason }) : t('review-by-silent', { name });

const returnedBlocks = ({ comment, isMine }: ShownDraft, t: Translate): Block[] =>
  comment && isMine
    ? [
        paragraph(strong(t('draft-returned'))),
        { kind: 'quote', paragraphs: comment.split('\n').map((line) => spans(line)) },
      ]
    : [];

function behindNote({ fallsBehind, isWording }: ShownDraft, t: Translate): Block[] {
  if (isWording) return [note(t('draft-is-wording'))];
  if (fallsBehind.length === 0) return [];
  const named = fallsBehind.map((language) => languageNames[language]).join(', ');
  return [note(t('draft-falls-behind', { languages: named }))];
}
