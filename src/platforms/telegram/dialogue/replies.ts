import { findChoice, takeChoices } from '../../../core/choices.ts';
import type { ChoiceField, Field } from '../../../core/form.ts';
import type { Translate } from '../../../core/texts.ts';

/** What became of an answer: what the field holds now, or why that can't be. */
export type Taken = { value: string } | { problem: string };

/** Reads an answer in words. */
export function takeReply(field: Field, typed: string, t: Translate): Taken {
  const text = typed.trim();
  if (field.kind === 'text') return checked(field, field.lines === 'one' ? text.replace(/\s*\n\s*/gu, ' ') : text, t);
  if (field.kind === 'choice') {
    const found = findChoice(field.choices, text);
    return found ? { value: found.value } : unknown(field, text, t);
  }
  const { found, rest } = takeChoices(field.choices, text.split(/\s+/u).filter(Boolean));
  return rest.length > 0
    ? unknown(field, rest.join(' '), t)
    : checked(field, found.map(({ value }) => value).join(','), t);
}

/** Whether a field may hold a value. What it held before may be longer than what can be typed: whoever takes it says so. */
export function checked(field: Field, value: string, t: Translate): Taken {
  if (value === '' && field.required) {
    // A field may know better why it must not be left out.
    const reason = field.kind === 'text' ? field.check?.('') : undefined;
    return { problem: reason ?? t('dialogue-required') };
  }
  if (value === '') return { value };
  if (field.kind !== 'text') return { value };
  const limit = field.maxLength;
  const isLonger = [...value].length > limit && value !== field.value;
  const problem = isLonger ? t('error-too-long', { limit }) : field.check?.(value);
  return problem === undefined ? { value } : { problem };
}

const unknown = ({ label }: Field, typed: string, t: Translate): Taken => {
  const signs = [...typed];
  const shown = signs.length > 80 ? `${signs.slice(0, 79).join('')}…` : typed;
  return { problem: t('error-unknown', { typed: shown, option: label }) };
};

/** Several choices as they are kept, with one of them put in or taken out, in the order of the form. */
export function withChoice(field: ChoiceField, value: string, choice: string, isIn: boolean): string {
  const held = new Set(value.split(',').filter(Boolean));
  if (isIn) held.add(choice);
  else held.delete(choice);
  return field.choices
    .map((one) => one.value)
    .filter((one) => held.has(one))
    .join(',');
}
