import { walkComponents } from './component-rules.ts';
import type { Component, Json } from './payloads.ts';
import { refuse } from './refusal.ts';
import type { InteractionState } from './world.ts';

/** One field of a form as a person sees it. */
export interface SeenField {
  customId: string;
  label: string;
  description: string;
  type: number;
  /** What it holds before anybody touches it; several choices with commas between them. */
  value: string;
  placeholder: string;
  required: boolean;
  options: { label: string; value: string }[];
}

/** A form the bot has opened. */
export interface SeenModal {
  customId: string;
  title: string;
  /** The text displays between the fields. */
  text: string;
  fields: SeenField[];
  interaction: InteractionState;
}

/** What a person enters: text, one choice or several, or a tick. */
export type FieldValue = string | string[] | boolean;

const textInput = 4;
const choosing = [3, 21, 22];

/** The form an interaction was answered with. */
export function modalOf(interaction: InteractionState): SeenModal | undefined {
  const { type, data } = interaction.callback ?? {};
  if (type !== 9 || !data) return undefined;
  const components = data.components ?? [];
  const texts = walkComponents(components).flatMap(({ component }) =>
    component.type === 10 ? (component.content ?? '') : [],
  );
  return {
    customId: data.custom_id ?? '',
    title: data.title ?? '',
    text: texts.join('\n'),
    fields: components.flatMap((outer) => inputsOf(outer).map((input) => fieldOf(outer, input))),
    interaction,
  };
}

function inputsOf(outer: Component): Component[] {
  return outer.component ? [outer.component] : (outer.components ?? []);
}

function fieldOf(outer: Component, input: Component): SeenField {
  return {
    customId: input.custom_id ?? '',
    label: outer.label ?? input.label ?? '',
    description: outer.description ?? '',
    type: input.type,
    value: input.value ?? preset(input).join(','),
    placeholder: input.placeholder ?? '',
    required: input.required ?? true,
    options: input.options ?? [],
  };
}

/** The data of a submitted form; fields go by label or custom id, and keep what the bot filled in if left out. */
export function submission(modal: SeenModal, entered: Record<string, FieldValue>): Json {
  const known = modal.fields.flatMap(({ label, customId }) => [label, customId]);
  for (const name of Object.keys(entered))
    if (!known.includes(name))
      refuse(`The form “${modal.title}” has no field “${name}”; there are: ${known.join(', ')}`);
  const components = (modal.interaction.callback?.data?.components ?? []).map((outer, index) => {
    const id = index + 1;
    const inputs = inputsOf(outer).map((input, inner) => ({
      id: 100 + id * 10 + inner,
      ...filled(outer, input, entered),
    }));
    if (outer.component) return { type: outer.type, id, component: inputs[0] };
    return outer.components ? { type: outer.type, id, components: inputs } : { type: outer.type, id };
  });
  return { custom_id: modal.customId, components };
}

const preset = ({ options }: Component): string[] =>
  (options ?? []).filter((option) => option.default).map(({ value }) => value);

function filled(outer: Component, input: Component, entered: Record<string, FieldValue>): Json {
  const field = fieldOf(outer, input);
  const given = entered[field.label] ?? entered[field.customId];
  const shared = { type: input.type, custom_id: field.customId };
  if (input.type === textInput) return { ...shared, value: textOf(field, input, given ?? field.value) };
  if (input.type === 23) return { ...shared, value: given === true };
  const values = given === undefined ? preset(input) : [given].flat().map((value) => chosen(field, String(value)));
  if (field.required && values.length === 0) refuse(`“${field.label}” is required`);
  if (values.length > 0 && values.length < (input.min_values ?? 1))
    refuse(`“${field.label}” takes ${input.min_values ?? 1} at least`);
  if (values.length > (input.max_values ?? 1) && input.type !== 22)
    refuse(`“${field.label}” takes ${input.max_values ?? 1} at most`);
  return input.type === 21 ? { ...shared, value: values[0] ?? null } : { ...shared, values };
}

function chosen({ type, label, options }: SeenField, value: string): string {
  if (!choosing.includes(type)) return value;
  const found = options.find((option) => option.value === value || option.label === value);
  return found ? found.value : refuse(`“${label}” does not offer “${value}”`);
}

function textOf({ label, required }: SeenField, { min_length, max_length }: Component, given: FieldValue): string {
  const text = String(given);
  const least = min_length ?? (required ? 1 : 0);
  const most = max_length ?? 4000;
  if (required && text === '') refuse(`“${label}” is required`);
  if (text !== '' && (text.length < least || text.length > most))
    refuse(`“${label}” takes ${least} to ${most} characters, not ${text.length}`);
  return text;
}
