import type { Answer, Call } from '../answer.ts';
import type { Caller } from '../command.ts';
import { type Document, heading, type MenuItem, menu, note, paragraph } from '../document.ts';
import type { Topic } from '../knowledge.ts';
import type { Translate } from '../texts.ts';
import type { ShownUpdate } from '../update.ts';
import type { OutdatedLine, UpdateDraftLine, UpdateLine, UpdateQueue } from '../updates.ts';
import { titled } from './draft.ts';
import { instantInWords } from './instants.ts';
import { itemArgument } from './item-option.ts';
import { nameOf } from './names.ts';
import { allUpdates, titleInList, updateItem } from './update.ts';

/** The updates of a community and the caller's drafts, for its moderators. */
export function updateListAnswer(
  lines: readonly UpdateLine[],
  { drafts, returned }: Pick<UpdateQueue, 'drafts' | 'returned'>,
  caller: Caller,
): Answer {
  const { t } = caller;
  const own = [...returned, ...drafts];
  return {
    document: [
      heading(2, t('updates-own')),
      ...section(t('list-drafts'), updateDraftItems(own, t)),
      ...(lines.length > 0 ? [menu(lines.map((one) => lineItem(one, 'update status', caller)))] : []),
      ...(lines.length + own.length === 0 ? [paragraph(t('list-nothing'))] : []),
    ],
    buttons: [{ label: t('update-post-one'), call: { command: 'update post', args: {} } }],
    call: { command: 'update list', args: {} },
    confidential: true,
  };
}

/** Several that may be meant, to be chosen for a command. */
export const whichUpdate = (lines: readonly UpdateLine[], command: string, said: string, caller: Caller): Answer => ({
  document: [paragraph(said), menu(lines.map((one) => lineItem(one, command, caller)))],
  confidential: true,
});

/** For everybody: what has been published, latest first. */
export function latestAnswer(
  updates: readonly ShownUpdate[],
  topic: Topic | undefined,
  caller: Caller,
): Answer & { call: Call } {
  const { t, community, language } = caller;
  const dated = (update: ShownUpdate): MenuItem => {
    const { label, call } = updateItem(update, caller);
    return { label: `${label} — ${instantInWords(update.publishedAt, community.settings.timeZone, language)}`, call };
  };
  return {
    document: [
      heading(2, topic ? t('latest-on', { topic: nameOf(topic, caller) }) : t('latest-title')),
      ...(updates.length > 0 ? [menu(updates.map(dated))] : [paragraph(t('latest-none'))]),
    ],
    buttons: topic ? [allUpdates(caller)] : [],
    call: { command: 'latest', args: topic ? { topic: topic.id } : {} },
  };
}

/** What waits for a moderator: drafts of others and one's own, and what updates have made outdated. */
export function updateSections({ waiting, returned, outdated }: UpdateQueue, caller: Caller) {
  const { t } = caller;
  const [others, own] = [waiting.filter(({ isMine }) => !isMine), waiting.filter(({ isMine }) => isMine)];
  return {
    waiting: updateDraftItems(others, t),
    returned: updateDraftItems(returned, t),
    own: updateDraftItems(own, t),
    outdated: outdated.map(
      (one): MenuItem => ({
        label: `${titled(one, one.title, caller)} — ${one.updateTitle}`,
        call: { command: 'outdated', args: { entry: itemArgument(one, caller.catalogue) } },
      }),
    ),
  };
}

/** What an update has made outdated, and what may be done about it. */
export function outdatedAnswer(line: OutdatedLine, caller: Caller): Answer {
  const { t, catalogue } = caller;
  const entry = itemArgument(line, catalogue);
  return {
    document: [
      heading(2, titled(line, line.title, caller)),
      paragraph(t('outdated-by', { title: line.updateTitle })),
      note(t('outdated-then')),
    ],
    buttons: [
      { label: t('entry-edit-it'), call: { command: 'entry edit', args: { entry } } },
      { label: t('outdated-fine'), call: { command: 'outdated', args: { entry, act: 'fine' } } },
      { label: t('outdated-update'), call: { command: 'news', args: { id: line.update } } },
    ],
    call: { command: 'outdated', args: { entry } },
    confidential: true,
  };
}

const updateDraftItems = (drafts: readonly UpdateDraftLine[], t: Translate): MenuItem[] =>
  drafts.map(({ id, title }) => ({
    label: t('update-draft-line', { title: title || t('draft-untitled') }),
    call: { command: 'update draft', args: { id } },
  }));

const section = (title: string, items: MenuItem[]): Document =>
  items.length > 0 ? [heading(3, title), menu(items)] : [];

function lineItem(
  { id, title, state, importance, publishedAt }: UpdateLine,
  command: string,
  caller: Caller,
): MenuItem {
  const { t, community, language } = caller;
  const date = instantInWords(publishedAt, community.settings.timeZone, language);
  const shown = titleInList({ title, state, importance }, t);
  return {
    label: state === 'pending' ? t('update-line-pending', { title: shown }) : `${shown} — ${date}`,
    call: { command, args: { update: id } },
  };
}
