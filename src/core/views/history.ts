import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import type { FieldDifference } from '../difference.ts';
import { type Document, heading, menu, note, paragraph } from '../document.ts';
import type { ItemHistory, RevisionLine } from '../editing.ts';
import { differenceBlocks } from './difference.ts';
import { titled } from './draft.ts';
import { instantInWords } from './instants.ts';
import { itemArgument } from './item-option.ts';
import { reportedCall } from './reported.ts';

const intents = { write: 'revision-write', retire: 'revision-retire', restore: 'revision-restore' };

/** When and why a text last changed; for moderators also who did it, every revision, and what they may do. */
export function historyAnswer(history: ItemHistory, isModerator: boolean, caller: Caller): Answer {
  const { t } = caller;
  const entry = itemArgument(history, caller.catalogue);
  const shown = isModerator && history.of === 'community';
  return {
    document: [
      heading(2, t('history-of', { title: titled(history, history.title, caller) })),
      ...(history.state === 'retired' ? [note(t('history-retired'))] : []),
      ...(shown ? everyRevision(history, entry, caller) : lastChange(history, caller)),
      ...contentNote(history, caller),
    ],
    buttons: [
      ...(history.state === 'live' ? [{ label: t('show-it'), call: reportedCall(history) }] : []),
      ...(isModerator ? moderatorButtons(history, entry, caller) : []),
    ],
    call: { command: 'history', args: { entry } },
    ...(isModerator && { confidential: true }),
  };
}

function moderatorButtons({ state, of, contentRevision }: ItemHistory, entry: string, { t }: Caller): Button[] {
  if (state === 'retired')
    return [{ label: t('entry-restore-it'), call: { command: 'entry restore', args: { entry } } }];
  return [
    { label: t('entry-edit-it'), call: { command: 'entry edit', args: { entry } } },
    { label: t('entry-retire-it'), call: { command: 'entry retire', args: { entry } } },
    ...(of === 'community' && contentRevision !== undefined
      ? [{ label: t('entry-restore-shared'), call: { command: 'entry restore', args: { entry, revision: '0' } } }]
      : []),
  ];
}

/** Members see when and why, not who. */
function lastChange({ revisions }: ItemHistory, caller: Caller): Document {
  const [latest] = revisions;
  if (!latest) return [];
  const { t } = caller;
  const at = instant(latest, caller);
  const said = latest.reason
    ? t('history-last-reason', { date: at, reason: latest.reason })
    : t('history-last', { date: at });
  return [paragraph(said), note(t('history-count', { count: revisions.length }))];
}

function everyRevision({ revisions }: ItemHistory, entry: string, caller: Caller): Document {
  return [
    note(caller.t('history-choose')),
    menu(
      revisions.map((one) => ({
        label: revisionLine(one, caller),
        call: { command: 'history', args: { entry, revision: String(one.number) } },
      })),
    ),
  ];
}

function revisionLine(one: RevisionLine, caller: Caller): string {
  const { t } = caller;
  const by = one.by === 'erased' ? t('somebody-erased') : (one.by ?? '');
  return [
    `${one.number} · ${instant(one, caller)}`,
    t(intents[one.intent]),
    one.approvedBy ? t('revision-approved', { author: by, reviewer: one.approvedBy }) : by,
    one.reason,
  ]
    .filter(Boolean)
    .join(' — ');
}

function contentNote({ of, contentRevision, kind }: ItemHistory, { t }: Caller): Document {
  if (contentRevision === undefined) return [];
  if (of === 'content') return [note(t('history-content', { number: contentRevision }))];
  return of === 'community' && kind === 'entry' ? [note(t('history-over', { number: contentRevision }))] : [];
}

const instant = ({ at }: RevisionLine, { community, language }: Caller): string =>
  instantInWords(at, community.settings.timeZone, language);

/** Two revisions side by side, with the way back to the first. */
export function comparisonOfRevisions(
  history: ItemHistory,
  { from, to, differences }: { from: number; to: number; differences: readonly FieldDifference[] },
  caller: Caller,
): Answer {
  const { t } = caller;
  const entry = itemArgument(history, caller.catalogue);
  const line = history.revisions.find(({ number }) => number === to);
  const latest = history.revisions[0]?.number;
  const named = (number: number) => (number === 0 ? t('revision-shared') : t('revision-number', { number }));
  return {
    document: [
      heading(2, t('history-of', { title: titled(history, history.title, caller) })),
      note(t('history-compared', { from: named(from), to: named(to) })),
      ...(line ? [paragraph(revisionLine(line, caller))] : []),
      ...differenceBlocks(differences, t),
    ],
    buttons: [
      ...(to !== latest || history.state === 'retired'
        ? [
            {
              label: t('revision-restore-it', { number: to }),
              call: { command: 'entry restore', args: { entry, revision: String(to) } },
            },
          ]
        : []),
      ...(latest !== undefined && to !== latest
        ? [
            {
              label: t('revision-against-latest'),
              call: { command: 'history', args: { entry, revision: String(latest), against: String(to) } },
            },
          ]
        : []),
      { label: t('history-open'), call: { command: 'history', args: { entry } } },
    ],
    call: { command: 'history', args: { entry, revision: String(to), against: String(from) } },
    confidential: true,
  };
}
