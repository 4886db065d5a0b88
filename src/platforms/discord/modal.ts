import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { discordCustomIdLimit, packCall } from '../../core/call-codec.ts';
import type { Command } from '../../core/command.ts';
import type { Field, Form, FormValues } from '../../core/form.ts';
import { type Language, localized } from '../../core/language.ts';

/** Limits of modals (discord.com/developers/docs/components/reference#label, #text-input, #string-select). */
const limits = { title: 45, fields: 5, label: 45, description: 100, value: 4000, options: 25, option: 100 };

/** A form as a modal, each field in a label; what it holds is filled in. */
export function modalOf(
  form: Form,
  commands: readonly Command[],
  language: Language,
): APIModalInteractionResponseCallbackData {
  const command = commands.find(({ name }) => name === form.submit.command);
  if (!command) throw new RangeError(`No command takes the form: ${form.submit.command}`);
  return {
    custom_id: packCall(command, form.submit, discordCustomIdLimit),
    title: cut(form.title, limits.title),
    components: form.fields
      .filter(isFillable)
      .slice(0, limits.fields)
      .map((field) => labelOf(field, language)),
  };
}

/** Discord takes no menu without options. */
const isFillable = (field: Field): boolean => field.kind === 'text' || field.choices.length > 0;

function labelOf(field: Field, language: Language): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: cut(field.label, limits.label),
    ...(field.hint ? { description: cut(field.hint, limits.description) } : {}),
    component: field.kind === 'text' ? inputOf(field) : selectOf(field, language),
  };
}

/** Room is made for what a field already holds, so that nothing written is lost: whoever takes the values says if it is too much. */
function inputOf(field: Field & { kind: 'text' }): APILabelComponent['component'] {
  const value = cut(field.value, limits.value);
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.lines === 'one' ? TextInputStyle.Short : TextInputStyle.Paragraph,
    required: field.required,
    max_length: Math.min(Math.max(field.maxLength, value.length, 1), limits.value),
    ...(value === '' ? {} : { value }),
  };
}

function selectOf(field: Field & { kind: 'choice' | 'choices' }, language: Language): APILabelComponent['component'] {
  const held = field.value.split(',').slice(0, field.kind === 'choices' ? limits.options : 1);
  const options = field.choices.slice(0, limits.options).map(({ value, name }) => ({
    label: cut(localized(name, language).value, limits.option),
    value,
    default: held.includes(value),
  }));
  return {
    type: ComponentType.StringSelect,
    custom_id: field.name,
    required: field.required,
    min_values: field.required ? 1 : 0,
    max_values: field.kind === 'choices' ? options.length : 1,
    options,
  };
}

/** What was entered, by field, several choices with commas between them. */
export function enteredValues({ fields }: ModalSubmitInteraction): FormValues {
  return Object.fromEntries(
    fields.fields.map((field, name) => {
      const entered = 'values' in field ? field.values.join(',') : 'value' in field ? field.value : '';
      return [name, String(entered ?? '')] as const;
    }),
  );
}

const cut = (text: string, limit: number): string => (text.length > limit ? `${text.slice(0, limit - 1)}…` : text);
