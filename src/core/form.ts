import type { Call } from './answer.ts';
import type { Choice } from './command.ts';

interface FieldBase {
  /** `[a-z]+`, unique in the form. */
  name: string;
  /** At most 45 characters (Discord's limit). */
  label: string;
  /** How to fill it in: at most 100 characters. */
  hint?: string;
  required: boolean;
  /** What it holds now; empty for nothing. Several choices are separated by commas. */
  value: string;
}

export interface TextField extends FieldBase {
  kind: 'text';
  lines: 'one' | 'many';
  /** In characters; at most 4000. */
  maxLength: number;
  /** Says what is wrong with a value, in the person's language; nothing if it will do. */
  check?: (value: string) => string | undefined;
}

/** One or several of at most 25 things. */
export interface ChoiceField extends FieldBase {
  kind: 'choice' | 'choices';
  choices: Choice[];
}

export type Field = TextField | ChoiceField;

/** What is typed into a form, by field. */
export type FormValues = Record<string, string>;

/**
 * Typed questions and the call that takes the answers: a modal on Discord, a dialogue question by question on
 * Telegram, prompts in the console. Values arrive as typed: whoever takes them checks them again.
 */
export interface Form {
  /** At most 45 characters (Discord's limit). */
  title: string;
  /** At most 5 (Discord's limit). */
  fields: Field[];
  submit: Call;
}
