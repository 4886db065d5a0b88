import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import { type Document, heading, type MenuItem, menu, note, paragraph } from '../document.ts';
import type { DraftLine, ItemLine, Listing, ReviewQueue } from '../editing.ts';
import { languageNames } from '../language-names.ts';
import type { WaitingImport } from '../transfer.ts';
import type { UpdateQueue } from '../updates.ts';
import { dateInWords } from './dates.ts';
import { titled } from './draft.ts';
import { waitingImports } from './import.ts';
import { itemArgument } from './item-option.ts';
import { updateSections } from './update-list.ts';

/** What waits for a moderator; everything in it can be chosen. `reports` counts what members have reported. */
export function reviewAnswer(
  queue: ReviewQueue,
  ofUpdates: UpdateQueue,
  { reports, imports }: { reports: number; imports: readonly WaitingImport[] },
  caller: Caller,
): Answer {
  const { t, language } = caller;
  const updates = updateSections(ofUpdates, caller);
  const [others, own] = [queue.waiting.filter(({ isMine }) => !isMine), queue.waiting.filter(({ isMine }) => isMine)];
  const sections: Document = [
    ...section(t('review-waiting'), [...updates.waiting, ...draftItems(others, caller)]),
    ...waitingImports(imports, caller),
    ...section(t('review-returned'), [...updates.returned, ...draftItems(queue.returned, caller)]),
    ...section(t('review-own'), [...updates.own, ...draftItems(own, caller)]),
    ...section(t('review-outdated'), updates.outdated),
    ...section(
      t('review-overdue'),
      queue.overdue.map((one) => ({
        label: `${titled(one, one.title, caller)} — ${dateInWords(one.reviewBy, language)}`,
        call: { command: 'entry edit', args: { entry: itemArgument(one, caller.catalogue) } },
      })),
    ),
    ...section(
      t('review-behind'),
      queue.behind.map((one) => ({
        label: `${titled(one, one.title, caller)} — ${languageNames[one.language]}`,
        call: { command: 'entry edit', args: { entry: itemArgument(one, caller.catalogue), language: one.language } },
      })),
    ),
  ];
  const nothing = sections.length === 0 && reports === 0;
  return {
    document: [heading(2, t('review-title')), ...(nothing ? [paragraph(t('review-nothing'))] : sections)],
    buttons: [
      ...(reports > 0
        ? [{ label: t('review-reports', { count: reports }), call: { command: 'reports', args: {} } }]
        : []),
      { label: t('review-drafts'), call: { command: 'entry list', args: { show: 'drafts' } } },
    ],
    call: { command: 'review', args: {} },
    confidential: true,
  };
}

export type Listed = keyof Listing;

/** One part of what a community has of its own, and the ways to the others. */
export function listingAnswer(listing: Listing, show: Listed, caller: Caller): Answer {
  const { t } = caller;
  const titles = { own: 'list-own', hidden: 'list-hidden', retired: 'list-retired', drafts: 'list-drafts' };
  const restores = show === 'hidden' || show === 'retired';
  const items =
    show === 'drafts'
      ? draftItems(listing.drafts, caller)
      : listing[show].map((one) => itemOf(one, restores ? 'entry restore' : 'history', caller));
  const others = (Object.keys(titles) as Listed[]).filter((one) => one !== show && listing[one].length > 0);
  return {
    document: [
      heading(2, t(titles[show])),
      ...(items.length === 0 ? [paragraph(t('list-nothing'))] : []),
      ...(restores && items.length > 0 ? [note(t('list-restore'))] : []),
      ...(items.length > 0 ? [menu(items)] : []),
    ],
    buttons: [
      ...others.map(
        (one): Button => ({
          label: `${t(titles[one])} (${listing[one].length})`,
          call: { command: 'entry list', args: { show: one } },
        }),
      ),
      { label: t('entry-add-one'), call: { command: 'entry add', args: {} } },
    ],
    call: { command: 'entry list', args: { show } },
    confidential: true,
  };
}

const section = (title: string, items: MenuItem[]): Document =>
  items.length > 0 ? [heading(3, title), menu(items)] : [];

const itemOf = (one: ItemLine, command: string, caller: Caller): MenuItem => ({
  label: titled(one, one.title, caller),
  call: { command, args: { entry: itemArgument(one, caller.catalogue) } },
});

function draftItems(drafts: readonly DraftLine[], caller: Caller): MenuItem[] {
  const { t } = caller;
  const intents = { write: undefined, retire: 'intent-retire', restore: 'intent-restore' };
  return drafts.map((one) => {
    const intent = intents[one.intent];
    const title = titled(one, one.title, caller) || t('draft-untitled');
    return {
      label: intent ? `${t(intent)}: ${title}` : title,
      call: { command: 'draft', args: { id: one.id } },
    };
  });
}
