import type { Deed } from '../audit.ts';
import { type Span, spans, strong } from '../document.ts';
import type { Reader } from '../messenger.ts';
import { settingTexts } from '../setting-texts.ts';
import { settingNames } from '../setting-values.ts';
import { instantInWords } from './instants.ts';
import { whenInWords } from './subscription-words.ts';

/** The sentence for each act, by what it is done to and what is done; in it, `subject` is the thing's name. */
const sentences: Record<string, Record<string, string>> = {
  entry: {
    publish: 'act-entry-publish',
    approve: 'act-entry-approve',
    submit: 'act-entry-submit',
    return: 'act-entry-return',
    reject: 'act-entry-reject',
    retire: 'act-entry-retire',
    restore: 'act-entry-restore',
    import: 'act-entries-imported',
  },
  update: {
    post: 'act-update-post',
    approve: 'act-update-approve',
    edit: 'act-update-edit',
    retract: 'act-update-retract',
    undo: 'act-update-undo',
    submit: 'act-update-submit',
    return: 'act-update-return',
    reject: 'act-update-reject',
    resend: 'act-update-resend',
    settle: 'act-update-settle',
  },
  import: { submit: 'act-import-submit', reject: 'act-import-reject' },
  settings: { change: 'act-settings-change' },
  link: { code: 'act-link-code', join: 'act-link-join', leave: 'act-link-leave' },
  report: { settle: 'act-report-settle' },
  gap: { dismiss: 'act-gap-dismiss', alias: 'act-gap-alias' },
  subscription: {
    add: 'act-subscription-add',
    change: 'act-subscription-change',
    pause: 'act-subscription-pause',
    resume: 'act-subscription-resume',
    end: 'act-subscription-end',
  },
};

/** What the details of acts are called. */
const detailNames: Record<string, string> = {
  revision: 'detail-revision',
  author: 'detail-author',
  reason: 'detail-reason',
  outcome: 'detail-outcome',
  count: 'detail-count',
  wants: 'detail-wants',
  texts: 'detail-texts',
  added: 'detail-added',
  changed: 'detail-changed',
  restored: 'detail-restored',
  topics: 'field-topics',
  parties: 'field-parties',
  importance: 'subscription-importance',
  language: 'setting-language',
  zone: 'setting-timezone',
  digest: 'subscription-when',
  quiet: 'subscription-quiet',
  passes: 'subscription-passes',
  silent: 'subscription-silently',
  crosspost: 'subscription-crosspost',
  which: 'detail-which',
};

/** Details of which the value is one of a few words. */
const detailValues: Record<string, string> = {
  'outcome mended': 'report-mended',
  'outcome fine': 'report-fine',
  'wants retire': 'detail-retire',
  'wants restore': 'detail-restore',
  'importance all': 'subscription-importance-all',
  'importance breaking': 'subscription-importance-breaking',
  'digest instant': 'subscription-instant',
  ...Object.fromEntries(
    ['passes', 'silent', 'crosspost'].flatMap((name) => [
      [`${name} on`, 'setting-questions-on'],
      [`${name} off`, 'setting-questions-off'],
    ]),
  ),
  'which failed': 'status-failed',
  'which uncertain': 'status-uncertain',
};

/** Who did what, and when, in a community's time zone. Acts without a sentence are shown by their names. */
export function deedInWords(deed: Deed, timeZone: string, reader: Reader): Span[] {
  const { t, language } = reader;
  const { act, subject, by, at } = deed;
  const [thing = '', done = ''] = act.split('.');
  const key = sentences[thing]?.[done];
  const said = key ? t(key, { subject: subjectInWords(deed, reader) }) : [act, subject].filter(Boolean).join(': ');
  const details = Object.entries(deed.detail ?? {})
    .map(([name, value]) => detailInWords(name, value, deed, reader))
    .join(', ');
  return spans(
    `${instantInWords(at, timeZone, language)} — `,
    strong(by?.name ?? t('somebody-erased')),
    ` — ${said}${details ? ` (${details})` : ''}`,
  );
}

function detailInWords(name: string, value: string | number, deed: Deed, reader: Reader): string {
  const { t } = reader;
  const known = detailNames[name];
  const word = detailValues[`${name} ${value}`];
  if (name === 'digest' && !word) return `${t('subscription-when')}: ${whenInWords(String(value), t)}`;
  return `${known ? t(known) : settingInWords(name, deed, reader)}: ${word ? t(word) : value}`;
}

const subjectInWords = (deed: Deed, reader: Reader): string =>
  deed.subject
    .split(', ')
    .map((name) => settingInWords(name, deed, reader))
    .join(', ');

/** The names of settings are the readers' own; everything else is called what it is called. */
function settingInWords(name: string, { act }: Deed, { t }: Reader): string {
  const setting = act === 'settings.change' ? settingNames.find((one) => one === name) : undefined;
  return setting ? t(settingTexts[setting].name) : name;
}
