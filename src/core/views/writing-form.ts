import type { Answer, Call } from '../answer.ts';
import type { Caller } from '../command.ts';
import { type Document, heading, note, paragraph } from '../document.ts';
import type { Opened } from '../editing.ts';
import { entryFields } from '../entry-values.ts';
import type { Field, Form, FormValues } from '../form.ts';
import { languageNames } from '../language-names.ts';
import { positionFields } from '../position-values.ts';
import type { Translate } from '../texts.ts';
import { importanceChoices } from '../update-values.ts';
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
  title: { label: 'field-title', hint: 'hint-title' },
  text: { label: 'field-text', hint: 'hint-text' },
  correction: { label: 'field-correction', hint: 'hint-correction' },
  importance: { label: 'field-importance', hint: 'hint-importance' },
  outdates: { label: 'field-outdates', hint: 'hint-outdates' },
};

/** In characters. */
const longest: Partial<Record<FieldName, number>> = {
  question: writingLimits.question,
  stance: writingLimits.stance,
  reason: writingLimits.reason,
  title: writingLimits.title,
  text: writingLimits.text,
  correction: writingLimits.reason,
  asof: 20,
  reviewby: 20,
};

const onOneLine: readonly FieldName[] = ['question', 'stance', 'asof', 'reviewby', 'reason', 'title', 'correction'];
const optionalFields: readonly FieldName[] = [
  'topics',
  'aliases',
  'parties',
  'related',
  'reviewby',
  'reason',
  'reasons',
  'redlines',
  'correction',
  'outdates',
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
  const title = formTitle(opened, caller);
  const fields = opened.kind === 'entry' ? entryFields(opened.isTranslation) : positionFields(opened.isTranslation);
  const about = opened.kind === 'position' ? [paragraph(reportedTitle(opened, caller.catalogue, caller))] : [];
  return draftForm(
    { title, about, fields: fields[part].map((name) => fieldOf(name, opened, values, caller)), submit },
    caller,
  );
}

/** A form whose values are kept as a draft, and what introduces it. */
export const draftForm = (
  { title, about = [], fields, submit }: Form & { about?: Document },
  { t, community }: Caller,
): Answer => ({
  document: [heading(2, title), ...about, note(t('form-for', { community: communityName(community, t) }))],
  form: { title: [...title].slice(0, 45).join(''), fields, submit },
  confidential: true,
});

function formTitle({ kind, key, base, isTranslation, language, values }: Opened, { t }: Caller): string {
  if (isTranslation) return t('form-translate', { language: languageNames[language] });
  if (kind === 'position') return t('form-position');
  return key === '' && base === 0 && !values.question ? t('form-new') : t('form-edit');
}

/** One field of a form, which says what is wrong with a value as it would be taken. */
export function fieldOf(
  name: FieldName,
  { read }: { read(values: FormValues): { problems: Remark[] } },
  values: FormValues,
  { t, catalogue }: Caller,
): Field {
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
  if (name === 'importance') return { ...base, kind: 'choice', choices: importanceChoices };
  return {
    ...base,
    kind: 'text',
    lines: onOneLine.includes(name) ? 'one' : 'many',
    maxLength: longest[name] ?? writingLimits.body,
    check(value) {
      if (value === '' && !base.required) return undefined;
      const found = read({ ...values, [name]: value }).problems.find(({ field }) => field === name);
      return found && t(found.key, found.values);
    },
  };
}
