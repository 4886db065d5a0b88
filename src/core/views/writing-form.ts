import type { Answer, Call } from '../answer.ts';
import type { Caller } from '../command.ts';
import { heading, note, paragraph } from '../document.ts';
import type { Opened } from '../editing.ts';
import { entryFields } from '../entry-values.ts';
import type { Field, Form, FormValues } from '../form.ts';
import { languageNames } from '../language-names.ts';
import { positionFields } from '../position-values.ts';
import type { Translate } from '../texts.ts';
import { type FieldName, type Remark, writingLimits } from '../written-values.ts';
import { communityName } from './community-name.ts';
import { namedChoices } from './names.ts';
import { reportedTitle } from './reported.ts';

/** What a form's fields are called, and how they are filled in. */
const texts: Record<FieldName, { label: string; hint?: string }> = {
  question: { label: 'field-question', hint: 'hint-question' },
  answer: { label: 'field-answer', hint: 'hint-answer' },
  sources: { label: 'field-sources', hint: 'hint-sources' },
  asof: { label: 'field-asof', hint: 'hint-asof' },
  topics: { label: 'field-topics' },
  aliases: { label: 'field-aliases', hint: 'hint-aliases' },
  parties: { label: 'field-parties' },
  related: { label: 'field-related', hint: 'hint-related' },
  reviewby: { label: 'field-reviewby', hint: 'hint-reviewby' },
  reason: { label: 'field-reason', hint: 'hint-reason' },
  stance: { label: 'field-stance', hint: 'hint-stance' },
  wants: { label: 'field-wants', hint: 'hint-wants' },
  reasons: { label: 'field-reasons', hint: 'hint-not-in-source' },
  redlines: { label: 'field-redlines', hint: 'hint-not-in-source' },
};

/** In characters. */
const longest: Partial<Record<FieldName, number>> = {
  question: writingLimits.question,
  stance: writingLimits.stance,
  reason: writingLimits.reason,
  asof: 20,
  reviewby: 20,
};

const onOneLine: readonly FieldName[] = ['question', 'stance', 'asof', 'reviewby', 'reason'];
const optionalFields: readonly FieldName[] = [
  'topics',
  'aliases',
  'parties',
  'related',
  'reviewby',
  'reason',
  'reasons',
  'redlines',
];

export const fieldLabel = (field: FieldName, t: Translate): string => t(texts[field].label);

/** A remark as a sentence under its field's name. */
export const remarkText = ({ field, key, values }: Remark, t: Translate): string =>
  `${fieldLabel(field, t)}: ${t(key, values)}`;

/** One of the two forms in which a text is written. */
export function writingForm(
  opened: Opened,
  part: 'text' | 'details',
  { values, submit }: { values: FormValues; submit: Call },
  caller: Caller,
): Answer {
  const { t } = caller;
  const title = formTitle(opened, caller);
  const fields = opened.kind === 'entry' ? entryFields(opened.isTranslation) : positionFields(opened.isTranslation);
  const form: Form = {
    title: [...title].slice(0, 45).join(''),
    fields: fields[part].map((name) => fieldOf(name, opened, values, caller)),
    submit,
  };
  return {
    document: [
      heading(2, title),
      ...(opened.kind === 'position' ? [paragraph(reportedTitle(opened, caller.catalogue, caller))] : []),
      note(t('form-for', { community: communityName(caller.community, t) })),
    ],
    form,
    confidential: true,
  };
}

function formTitle({ kind, key, base, isTranslation, language, values }: Opened, { t }: Caller): string {
  if (isTranslation) return t('form-translate', { language: languageNames[language] });
  if (kind === 'position') return t('form-position');
  return key === '' && base === 0 && !values.question ? t('form-new') : t('form-edit');
}

function fieldOf(name: FieldName, opened: Opened, values: FormValues, { t, catalogue }: Caller): Field {
  const { label, hint } = texts[name];
  const base = {
    name,
    label: t(label),
    ...(hint && { hint: t(hint) }),
    required: !optionalFields.includes(name),
    value: values[name] ?? '',
  };
  if (name === 'topics' || name === 'parties')
    return { ...base, kind: 'choices', choices: namedChoices(catalogue.knowledge[name]) };
  return {
    ...base,
    kind: 'text',
    lines: onOneLine.includes(name) ? 'one' : 'many',
    maxLength: longest[name] ?? writingLimits.body,
    check(value) {
      const found = opened.read({ ...values, [name]: value }).problems.find(({ field }) => field === name);
      return found && t(found.key, found.values);
    },
  };
}
