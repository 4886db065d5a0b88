import type { Answer } from '../answer.ts';
import type { Caller, Choice } from '../command.ts';
import { heading, paragraph } from '../document.ts';
import type { Field, FormValues } from '../form.ts';
import { describeRule } from '../schedule.ts';
import { languageChoices, switches } from '../setting-values.ts';
import type { Subscription } from '../subscription.ts';
import { dayChoices, dayOfWeek, importanceChoices, whenChoices } from '../subscription-choices.ts';
import { type Complaint, complaintOfTime, readQuiet, type SubscriptionField } from '../subscription-values.ts';
import type { Translate } from '../texts.ts';
import { zoneNamed } from '../time-zones.ts';
import { namedChoices } from './names.ts';
import { titleOfPlace } from './subscription-words.ts';

/** What is changed together. */
export type SubscriptionPart = 'what' | 'when' | 'quiet';

export const subscriptionParts: Record<SubscriptionPart, { title: string; fields: SubscriptionField[] }> = {
  what: { title: 'subscription-change-what', fields: ['topics', 'parties', 'importance', 'language'] },
  when: { title: 'subscription-change-when', fields: ['when', 'day', 'time', 'zone'] },
  quiet: { title: 'subscription-change-quiet', fields: ['quiet', 'passes', 'silent', 'crosspost'] },
};

const labels: Record<SubscriptionField, { label: string; hint?: string }> = {
  topics: { label: 'field-topics', hint: 'hint-all-topics' },
  parties: { label: 'field-parties', hint: 'hint-all-parties' },
  importance: { label: 'subscription-importance' },
  language: { label: 'setting-language' },
  when: { label: 'subscription-when' },
  day: { label: 'subscription-day', hint: 'hint-subscription-day' },
  time: { label: 'subscription-time', hint: 'hint-subscription-time' },
  zone: { label: 'setting-timezone', hint: 'setting-timezone-hint' },
  quiet: { label: 'subscription-quiet', hint: 'hint-subscription-quiet' },
  passes: { label: 'subscription-passes' },
  silent: { label: 'subscription-silently' },
  crosspost: { label: 'subscription-crosspost', hint: 'hint-subscription-crosspost' },
};

/** What a field is called. */
export const labelOf = (field: SubscriptionField, t: Translate): string => t(labels[field].label);

/** What a subscription holds, as a form has it. */
function typedOf(subscription: Subscription): Record<SubscriptionField, string> {
  const { topics, parties, importance, language, digest, timeZone, quiet, silent, crosspost } = subscription;
  const schedule = digest === undefined ? undefined : describeRule(digest);
  const onOff = (is: boolean) => (is ? 'on' : 'off');
  return {
    topics: topics.join(','),
    parties: parties.join(','),
    importance,
    language,
    when: schedule?.kind ?? 'instant',
    day: schedule?.kind === 'weekly' ? dayOfWeek(schedule.weekday) : '',
    time: schedule === undefined ? '' : 'time' in schedule ? schedule.time : schedule.rule,
    zone: timeZone,
    quiet: quiet ? `${quiet.from}-${quiet.to}` : '',
    passes: onOff(quiet?.breakingPasses ?? false),
    silent: onOff(silent),
    crosspost: onOff(crosspost),
  };
}

export interface FormViewing {
  caller: Caller;
  readRule: (typed: string) => string;
}

/** One of the forms in which a subscription is changed, with what it holds or what was typed last time. */
export function subscriptionForm(
  subscription: Subscription,
  part: SubscriptionPart,
  typed: FormValues,
  { caller, readRule }: FormViewing,
): Answer {
  const { t } = caller;
  const { id, version, isPrivate, place } = subscription;
  const values: FormValues = { ...typedOf(subscription), ...typed };
  const canFollow = place.platform === 'discord' && !isPrivate;
  const { title, fields } = subscriptionParts[part];
  return {
    document: [heading(2, t(title)), paragraph(titleOfPlace(subscription, caller))],
    form: {
      title: t(title),
      fields: fields
        .filter((name) => name !== 'crosspost' || canFollow)
        .map((name) => fieldOf(name, values[name] ?? '', caller, readRule)),
      submit: { command: 'subscription', args: { id, act: part, version: String(version) } },
    },
    confidential: true,
  };
}

function fieldOf(name: SubscriptionField, value: string, caller: Caller, readRule: FormViewing['readRule']): Field {
  const { t, catalogue } = caller;
  const { label, hint } = labels[name];
  const base = { name, label: t(label), ...(hint && { hint: t(hint) }), value };
  const choose = (choices: Choice[], required = true): Field => ({ ...base, kind: 'choice', required, choices });
  const line = (required: boolean, maxLength: number, check: (typed: string) => string | undefined): Field => ({
    ...base,
    kind: 'text',
    lines: 'one',
    required,
    maxLength,
    check,
  });
  switch (name) {
    case 'topics':
    case 'parties':
      return { ...base, kind: 'choices', required: false, choices: namedChoices(catalogue.knowledge[name]) };
    case 'importance':
      return choose(importanceChoices);
    case 'language':
      return choose(languageChoices);
    case 'when':
      return choose(whenChoices);
    case 'day':
      return choose(dayChoices, false);
    case 'time':
      return line(false, 100, (typed) => saidOf(complaintOfTime(typed, readRule), t));
    case 'zone':
      return line(true, 60, (typed) => (zoneNamed(typed) ? undefined : t('error-setting-timezone', { typed })));
    case 'quiet':
      return line(false, 40, (typed) => (readQuiet(typed) ? undefined : t('problem-quiet', { typed })));
    default:
      return choose(switches);
  }
}

const saidOf = (complaint: Omit<Complaint, 'field'> | undefined, t: Translate): string | undefined =>
  complaint && t(complaint.key, complaint.values);
