import { createHash } from 'node:crypto';
import type { Call } from '../../src/core/answer.ts';
import { fold } from '../../src/core/fold.ts';
import type { FormValues } from '../../src/core/form.ts';

/** What there is to be acted on in a community; made anew for every attempt. */
export interface Things {
  /** The community’s id, and its chat as buttons name it. */
  community: string;
  chat: string;
  /** A draft of whoever acts, and one that another moderator has sent for review. */
  own: string;
  waiting: string;
  report: string;
  /** An import of whoever acts, and one that waits for another moderator. */
  imported: string;
  otherImport: string;
  /** An update that was published, one within its undo window, and drafts like those above. */
  update: string;
  pendingUpdate: string;
  ownUpdate: string;
  waitingUpdate: string;
  /** A subscription of the chat or, in private without one, of the person; and its version. */
  subscription: string;
  subscriptionVersion: string;
}

/** One thing that can be done, and how it is asked for. */
export interface Deed {
  /** As the table names it. */
  name: string;
  call(things: Things): Call;
  /** What is typed into the form that `call` takes. */
  values?: FormValues;
  /** The call that opens that form. */
  opens?(things: Things): Call;
  /** Done with the menu of a message, or in reply to one, rather than by the call. */
  onMessage?: true;
  /** A file goes with it. */
  file?: { name: string; content: string };
  /** Done by a button alone: typed on Telegram, the words mean something else. */
  isPressed?: true;
  /** Whoever works for no community is told that there is no such entry. */
  isUnknown?: true;
  /** What is told while somebody types in that option. */
  suggests?: string;
}

export const gapQuestion = 'Who guards the zebra crossing of Yalta?';
const gap = createHash('sha256').update(fold(gapQuestion)).digest('hex').slice(0, 8);

/** Entries that the test's communities have of their own. */
export const ownEntry = 'ferry-timetable';
export const retiredEntry = 'old-lighthouse';
const sharedEntry = 'nato-membership-at-war';

const text: FormValues = {
  question: 'When does the night ferry leave?',
  answer: 'At ten.',
  sources: 'https://example.org/ferry | Timetable | Port | 2026-11-01',
  asof: '2026-11-01',
  topics: '',
};
const details: FormValues = { aliases: '', parties: '', related: '', reviewby: '2027-02-01', reason: 'checked' };

const deed = (name: string, call: Deed['call'], more: Partial<Deed> = {}): Deed => ({ name, call, ...more });
const plain = (name: string, args: Record<string, string> = {}): Deed =>
  deed(`/${name}`, () => ({ command: name, args }));
const onDraft = (act: string, whose: 'own' | 'waiting', version = '') =>
  deed(`draft ${act}`, (things) => draftCall(things[whose], act, version));
const draftCall = (id: string, act: string, version = ''): Call => ({
  command: 'draft',
  args: { id, act, ...(version && { version }) },
});

const subscriptionForms: Record<string, FormValues> = {
  what: { topics: 'nato', parties: '', importance: 'all', language: 'en' },
  when: { when: 'daily', day: '', time: '9:00', zone: 'UTC' },
  quiet: { quiet: '22-7', passes: 'on', silent: 'on' },
};
const subscriptionCall = ({ subscription: id }: Things, act: string, version = ''): Call => ({
  command: 'subscription',
  args: { id, act, ...(version && { version }) },
});
const onSubscription = (act: string) => deed(`subscription ${act}`, (things) => subscriptionCall(things, act));

const updateText: FormValues = {
  title: 'The night ferry is back',
  text: 'It leaves at ten.',
  sources: 'https://example.org/ferry | Timetable | Port | 2026-11-01',
  topics: '',
  importance: 'routine',
};
const updateDraftCall = (id: string, act: string, version = ''): Call => ({
  command: 'update draft',
  args: { id, act, ...(version && { version }) },
});
const onUpdateDraft = (act: string, whose: 'ownUpdate' | 'waitingUpdate', version = '') =>
  deed(`update draft ${act}`, (things) => updateDraftCall(things[whose], act, version));
const onUpdate = (action: string): Deed =>
  deed(`/update ${action}`, ({ update }) => ({ command: `update ${action}`, args: { update } }));

export const deeds: readonly Deed[] = [
  plain('faq', { question: sharedEntry }),
  deed('Answer from FAQ', () => ({ command: 'faq', args: {} }), { onMessage: true }),
  plain('position', { party: 'russia', topic: 'nato' }),
  plain('compare', { topic: 'nato' }),
  plain('positions'),
  plain('plans'),
  plain('topics'),
  plain('sources', { entry: sharedEntry }),
  plain('latest'),
  deed('news', ({ update }) => ({ command: 'news', args: { id: update } })),
  plain('help'),
  plain('about'),
  deed('suggestions for members', () => ({ command: 'faq', args: {} }), { suggests: 'question' }),
  plain('history', { entry: ownEntry }),
  plain('report', { entry: sharedEntry, what: 'The date is wrong.' }),
  deed('report, sent', (things) => reportForm(things), { opens: reportForm, values: { what: 'It is out of date.' } }),
  deed('helpful', () => ({ command: 'helpful', args: { entry: sharedEntry, vote: 'y' } })),
  plain('language', { language: 'en' }),
  plain('subscribe'),
  deed('subscribe, for oneself', () => ({ command: 'subscribe', args: { where: 'me' } }), { isPressed: true }),
  plain('subscriptions'),
  plain('unsubscribe'),
  deed('subscription', ({ subscription }) => ({ command: 'subscription', args: { id: subscription } })),
  ...Object.entries(subscriptionForms).flatMap(([act, values]) => [
    onSubscription(act),
    deed(`subscription ${act}, sent`, (things) => subscriptionCall(things, act, things.subscriptionVersion), {
      opens: (things) => subscriptionCall(things, act),
      values,
    }),
  ]),
  deed('subscription set', ({ subscription }) => ({
    command: 'subscription',
    args: { id: subscription, act: 'set', when: 'daily', time: '09:00' },
  })),
  ...['pause', 'resume', 'test', 'preview', 'end', 'ended'].map(onSubscription),

  plain('community'),
  deed('community, chosen', ({ community }) => ({ command: 'community', args: { id: community } })),
  deed('history, compared', () => ({ command: 'history', args: { entry: ownEntry, revision: '2' } }), {
    isPressed: true,
    isUnknown: true,
  }),
  deed('suggestions for moderators', () => ({ command: 'entry edit', args: {} }), { suggests: 'entry' }),
  plain('entry add', { question: 'When does the ferry leave?' }),
  deed('Add as entry', () => ({ command: 'entry add', args: {} }), { onMessage: true }),
  plain('entry edit', { entry: ownEntry }),
  plain('entry position', { party: 'russia', topic: 'nato' }),
  plain('entry retire', { entry: ownEntry, reason: 'The ferry is sold.' }),
  deed('entry retire, sent', () => retireForm(), {
    opens: () => retireForm(),
    values: { reason: 'The ferry is sold.' },
  }),
  plain('entry restore', { entry: retiredEntry }),
  deed('entry restore, revision', () => ({ command: 'entry restore', args: { entry: ownEntry, revision: '1' } })),
  plain('entry list'),
  deed('draft begin', () => ({ command: 'draft begin', args: { language: 'en' } }), {
    opens: () => ({ command: 'entry add', args: {} }),
    values: text,
  }),
  deed('draft', ({ own }) => ({ command: 'draft', args: { id: own } })),
  onDraft('text', 'own'),
  deed('draft text, sent', ({ own }) => draftCall(own, 'text'), {
    opens: ({ own }) => draftCall(own, 'text'),
    values: text,
  }),
  onDraft('details', 'own'),
  deed('draft details, sent', ({ own }) => draftCall(own, 'details'), {
    opens: ({ own }) => draftCall(own, 'details'),
    values: details,
  }),
  onDraft('wording', 'own'),
  onDraft('rebase', 'own'),
  onDraft('publish', 'own', '1'),
  onDraft('submit', 'own', '1'),
  onDraft('discard', 'own'),
  onDraft('drop', 'own'),
  plain('entry export'),
  deed('/entry import', () => ({ command: 'entry import', args: {} }), {
    file: { name: 'texts.json', content: '{}' },
  }),
  deed('imported', ({ imported: id }) => ({ command: 'imported', args: { id } })),
  deed('imported, one', ({ imported: id }) => ({ command: 'imported', args: { id, item: '1' } })),
  deed('imported for review', ({ otherImport: id }) => ({ command: 'imported', args: { id } })),
  ...['apply', 'submit', 'again', 'discard'].map((act) =>
    deed(`imported ${act}`, ({ imported: id }) => ({ command: 'imported', args: { id, act } })),
  ),
  plain('update post', { title: 'The night ferry is back' }),
  onUpdate('edit'),
  onUpdate('retract'),
  deed('update retract, sent', ({ update }) => ({ command: 'update retract', args: { update } }), {
    opens: ({ update }) => ({ command: 'update retract', args: { update } }),
    values: { reason: 'The ferry is sold.' },
  }),
  plain('update list'),
  onUpdate('status'),
  deed('update begin', () => ({ command: 'update begin', args: { language: 'en' } }), {
    opens: () => ({ command: 'update post', args: {} }),
    values: updateText,
  }),
  deed('update draft', ({ ownUpdate: id }) => ({ command: 'update draft', args: { id } })),
  ...(['text', 'details'] as const).flatMap((act) => [
    onUpdateDraft(act, 'ownUpdate'),
    deed(`update draft ${act}, sent`, ({ ownUpdate }) => updateDraftCall(ownUpdate, act), {
      opens: ({ ownUpdate }) => updateDraftCall(ownUpdate, act),
      values: act === 'text' ? updateText : { parties: '', outdates: ownEntry },
    }),
  ]),
  onUpdateDraft('wording', 'ownUpdate'),
  onUpdateDraft('rebase', 'ownUpdate'),
  onUpdateDraft('publish', 'ownUpdate', '1'),
  onUpdateDraft('submit', 'ownUpdate', '1'),
  onUpdateDraft('discard', 'ownUpdate'),
  onUpdateDraft('drop', 'ownUpdate'),
  deed('update draft for review', ({ waitingUpdate: id }) => ({ command: 'update draft', args: { id } })),
  onUpdateDraft('approve', 'waitingUpdate', '1'),
  ...(['return', 'reject'] as const).flatMap((act) => [
    onUpdateDraft(act, 'waitingUpdate', '1'),
    deed(`update draft ${act}, sent`, ({ waitingUpdate }) => updateDraftCall(waitingUpdate, act, '1'), {
      opens: ({ waitingUpdate }) => updateDraftCall(waitingUpdate, act, '1'),
      values: { comment: 'The date is missing.' },
    }),
  ]),
  deed('update undo', ({ pendingUpdate: id }) => ({ command: 'update undo', args: { id } })),
  deed('update resend', ({ update: id }) => ({ command: 'update resend', args: { id, which: 'failed' } })),
  deed('announce', () => ({ command: 'announce', args: { entry: ownEntry } })),
  deed('outdated', () => ({ command: 'outdated', args: { entry: ownEntry } })),
  deed('outdated fine', () => ({ command: 'outdated', args: { entry: ownEntry, act: 'fine' } })),
  plain('review'),
  deed('draft for review', ({ waiting }) => ({ command: 'draft', args: { id: waiting } })),
  onDraft('approve', 'waiting', '1'),
  ...(['return', 'reject'] as const).flatMap((act) => [
    onDraft(act, 'waiting', '1'),
    deed(`draft ${act}, sent`, ({ waiting }) => draftCall(waiting, act, '1'), {
      opens: ({ waiting }) => draftCall(waiting, act, '1'),
      values: { comment: 'The date is missing.' },
    }),
  ]),
  deed('reports', () => ({ command: 'reports', args: {} })),
  deed('reports, one', ({ report }) => ({ command: 'reports', args: { report } })),
  deed('settle', ({ report }) => ({ command: 'settle', args: { report, outcome: 'fine' } })),
  deed('settle, form', ({ report }) => ({ command: 'settle', args: { report } })),
  deed('settle, sent', ({ report }) => ({ command: 'settle', args: { report } }), {
    opens: ({ report }) => ({ command: 'settle', args: { report } }),
    values: { outcome: 'mended', comment: 'Thank you.' },
  }),
  plain('gaps'),
  deed('gap', () => ({ command: 'gap', args: { group: gap } })),
  ...['entry', 'alias', 'dismiss'].map((act) =>
    deed(`gap ${act}`, () => ({ command: 'gap', args: { group: gap, act } })),
  ),
  plain('stats'),
  deed('numbers', () => ({ command: 'numbers', args: {} })),
  plain('audit'),
  deed('deeds', () => ({ command: 'deeds', args: { before: '9999' } })),
  plain('settings'),
  deed('settings, one', () => ({ command: 'settings', args: { setting: 'approvals' } })),
  deed('settings, changed', () => ({ command: 'settings', args: { setting: 'approvals', value: '0' } })),
  deed('settings, form', () => ({ command: 'settings', args: { setting: 'cooldown', value: '?' } })),
  deed('settings, sent', () => ({ command: 'settings', args: { setting: 'cooldown' } }), {
    opens: () => ({ command: 'settings', args: { setting: 'cooldown', value: '?' } }),
    values: { value: '0' },
  }),
  plain('link'),
  deed('link, with a code', () => ({ command: 'link', args: { code: 'ABCD-EFGH' } })),
  deed('join', () => ({ command: 'join', args: { code: 'ABCD-EFGH' } })),
  plain('unlink'),
  deed('leave', ({ chat }) => ({ command: 'leave', args: { chat, sure: 'yes' } })),

  plain('privacy'),
  deed('erase', () => ({ command: 'erase', args: {} })),
  deed('erase, sure', () => ({ command: 'erase', args: { sure: 'yes' } })),
];

function reportForm(_: Things): Call {
  return { command: 'report', args: { entry: 'sanctions-relief' } };
}

function retireForm(): Call {
  return { command: 'entry retire', args: { entry: ownEntry } };
}
