import type { FormValues } from '../core/form.ts';
import { keptValue, typedText } from '../core/typed-text.ts';
import type { FieldName, Remark } from '../core/written-values.ts';

/** The fields of two forms. */
export interface Fields {
  text: FieldName[];
  details: FieldName[];
}

/** Of what was sent, the values that the forms have. */
export function takenValues({ text, details }: Fields, values: FormValues): FormValues {
  const known: readonly string[] = [...text, ...details, 'wording'];
  return Object.fromEntries(
    known.flatMap((field) => (values[field] === undefined ? [] : [[field, keptValue(values[field])]])),
  );
}

/** What its author has not touched is taken from what is there now, the rest stays as typed. */
export function rebasedValues(typed: FormValues, before: FormValues, now: FormValues): FormValues {
  const kept = Object.entries(typed).filter(([field, value]) => {
    const old = before[field];
    return old === undefined || typedText(old) !== typedText(value);
  });
  return { ...typed, ...now, ...Object.fromEntries(kept) };
}

/** As the fields stand in the forms. */
export function inOrder(remarks: readonly Remark[], { text, details }: Fields): Remark[] {
  const fields = [...text, ...details];
  return remarks.toSorted((a, z) => fields.indexOf(a.field) - fields.indexOf(z.field));
}
