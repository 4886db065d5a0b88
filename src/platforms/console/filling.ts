import { findChoice, takeChoices } from '../../core/choices.ts';
import type { Choice } from '../../core/command.ts';
import type { Field, Form, FormValues } from '../../core/form.ts';
import { type Language, localized } from '../../core/language.ts';
import type { Translate } from '../../core/texts.ts';

/** A form being filled in, line by line. */
export interface Filling {
  /** What is asked now, and what it holds. */
  prompt(): string;
  /** Takes a line; says what is wrong with it, that the form goes on, or that it is full. */
  take(line: string): { problem: string } | 'next' | 'full';
  readonly submit: Form['submit'];
  values(): FormValues;
}

/** The line that ends a text of several lines. */
const end = '.';

/** An empty line keeps what a field holds; a text of several lines ends with a line that is only a full stop. */
export function createFilling(form: Form, language: Language, t: Translate): Filling {
  const values: FormValues = Object.fromEntries(form.fields.map((field) => [field.name, field.value]));
  let at = 0;
  let lines: string[] = [];
  const field = () => form.fields[at] as Field;

  function settle(value: string): ReturnType<Filling['take']> {
    const problem = problemWith(field(), value, t);
    if (problem !== undefined) return { problem };
    values[field().name] = value;
    at++;
    return at === form.fields.length ? 'full' : 'next';
  }

  function take(line: string): ReturnType<Filling['take']> {
    const asked = field();
    if (asked.kind === 'text' && asked.lines === 'many') {
      if (line.trim() !== end && (line !== '' || lines.length > 0)) {
        lines.push(line);
        return 'next';
      }
      const typed = lines.join('\n').trim();
      lines = [];
      return settle(typed || asked.value);
    }
    const typed = line.trim();
    if (typed === '') return settle(asked.value);
    return asked.kind === 'text' ? settle(typed) : settle(chosen(asked.choices, typed, asked.kind === 'choices'));
  }

  function prompt(): string {
    const asked = field();
    if (lines.length > 0) return '';
    const many = asked.kind === 'text' && asked.lines === 'many';
    const names = asked.kind === 'text' ? [] : asked.choices.map((one) => localized(one.name, language).value);
    return [
      `${asked.label} (${at + 1}/${form.fields.length})${asked.required ? '' : ` · ${t('optional')}`}`,
      asked.hint ?? '',
      names.join(' · '),
      asked.value === '' ? '' : t('console-field-holds', { value: asked.value }),
      many ? t('console-field-lines') : '',
    ]
      .filter(Boolean)
      .join('\n');
  }

  return { submit: form.submit, prompt, take, values: () => ({ ...values }) };
}

/** The values of the choices that are named, or else the words as they are, to be refused. */
function chosen(choices: Choice[], typed: string, several: boolean): string {
  if (!several) return findChoice(choices, typed)?.value ?? typed;
  const { found, rest } = takeChoices(choices, typed.split(/\s+/u));
  return rest.length > 0 ? typed : found.map(({ value }) => value).join(',');
}

function problemWith(field: Field, value: string, t: Translate): string | undefined {
  if (value === '') return field.required ? t('error-missing', { option: field.label }) : undefined;
  if (field.kind === 'text') {
    if ([...value].length > field.maxLength)
      return t('error-too-long', { option: field.label, limit: field.maxLength });
    return field.check?.(value);
  }
  const known = value.split(',').every((one) => field.choices.some((choice) => choice.value === one));
  return known ? undefined : t('error-unknown', { option: field.label, typed: value.slice(0, 80) });
}
