import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import type { Platform } from '../community.ts';
import { type Document, heading, list, note, paragraph, type Span, spans, strong } from '../document.ts';
import type { DeliveryCounts, UpdateStatus } from '../updates.ts';
import { instantInWords } from './instants.ts';
import { platformName } from './settings.ts';
import { newsCall, titleInList } from './update.ts';

/** How often somebody who looks on is shown how far it has come. */
const refreshAfterMs = 5000;
const mostReasons = 8;

const columns: { outcome: keyof DeliveryCounts; name: string }[] = [
  { outcome: 'delivered', name: 'status-delivered' },
  { outcome: 'waiting', name: 'status-waiting' },
  { outcome: 'held', name: 'status-held' },
  { outcome: 'failed', name: 'status-failed' },
  { outcome: 'uncertain', name: 'status-uncertain' },
];

/** How far an update has come, on each platform; it brings itself up to date until nothing more will happen. */
export function updateStatusAnswer(status: UpdateStatus, caller: Caller, said: string[] = []): Answer {
  const { t } = caller;
  const { update, title, platforms, isOver } = status;
  const { state, writing } = update;
  return {
    document: [
      heading(2, titleInList({ title, state, importance: writing.importance }, t)),
      ...said.map((one) => paragraph(one)),
      paragraph(strong(stateInWords(status, caller))),
      ...(platforms.length > 0 ? [countTable(status, caller)] : []),
      ...(state === 'published' && platforms.length === 0 ? [paragraph(t('status-nobody'))] : []),
      ...reasonBlocks(status, caller),
    ],
    buttons: buttonsFor(status, caller),
    call: { command: 'update status', args: { update: update.id } },
    confidential: true,
    ...(isOver ? {} : { refreshAfterMs }),
  };
}

function stateInWords({ update, undoSeconds, isOver }: UpdateStatus, { t, community, language }: Caller): string {
  const { state, revision, publishedAt, changedAt, reason } = update;
  const inWords = (at: number) => instantInWords(at, community.settings.timeZone, language);
  if (state === 'pending') return undoSeconds ? t('status-pending', { seconds: undoSeconds }) : t('status-due');
  if (state === 'retracted') return t('update-retracted-why', { date: inWords(changedAt), reason });
  const said = reason
    ? t('status-corrected', { date: inWords(changedAt), number: revision })
    : t('update-published', { date: inWords(publishedAt) });
  return isOver ? said : `${said} ${t('status-under-way')}`;
}

/** A row for each platform. Columns without anything in them are left out, but never those that say how much is done. */
function countTable({ platforms }: UpdateStatus, { t }: Caller): Document[number] {
  const shown = columns.filter(
    ({ outcome }, i) => i < 2 || platforms.some(({ counts }: { counts: DeliveryCounts }) => counts[outcome] > 0),
  );
  const cell = (text: string): Span[] => spans(text);
  const row = ({ platform, counts }: { platform: Platform; counts: DeliveryCounts }) => [
    cell(platformName(platform)),
    ...shown.map(({ outcome }) => cell(String(counts[outcome]))),
  ];
  return { kind: 'table', header: [cell(''), ...shown.map(({ name }) => cell(t(name)))], rows: platforms.map(row) };
}

function reasonBlocks({ reasons, nextAt }: UpdateStatus, { t, community, language }: Caller): Document {
  const names = new Map(columns.map(({ outcome, name }) => [outcome, t(name)]));
  const lines = reasons
    .slice(0, mostReasons)
    .map(({ outcome, reason, count }) => `${count} × ${names.get(outcome)}: ${reason}`);
  const next = nextAt === undefined ? [] : [instantInWords(nextAt, community.settings.timeZone, language)];
  return [
    ...(lines.length > 0 ? [heading(3, t('status-reasons')), list(lines)] : []),
    ...next.map((date) => note(t('status-next', { date }))),
  ];
}

function buttonsFor({ update, undoSeconds, platforms }: UpdateStatus, { t }: Caller): Button[] {
  const { id, state } = update;
  const has = (outcome: keyof DeliveryCounts) => platforms.some(({ counts }) => counts[outcome] > 0);
  const resend = (which: 'failed' | 'uncertain'): Button => ({
    label: t(which === 'failed' ? 'status-resend-failed' : 'status-resend-uncertain'),
    call: { command: 'update resend', args: { id, which } },
  });
  const named = (label: string, command: string): Button => ({ label, call: { command, args: { update: id } } });
  return [
    ...(undoSeconds ? [{ label: t('update-undo'), call: { command: 'update undo', args: { id } } }] : []),
    ...(state === 'pending' ? [] : [{ label: t('show-it'), call: newsCall(id) }]),
    ...(has('failed') ? [resend('failed')] : []),
    ...(has('uncertain') ? [resend('uncertain')] : []),
    ...(state === 'published'
      ? [named(t('update-edit-it'), 'update edit'), named(t('update-retract-it'), 'update retract')]
      : []),
    { label: t('update-list-open'), call: { command: 'update list', args: {} } },
  ];
}
