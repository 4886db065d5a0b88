import type { Answer } from '../answer.ts';
import type { Caller } from '../command.ts';
import type { Editing } from '../editing.ts';
import type { Language } from '../language.ts';
import { lengthOf, typedLine, typedText } from '../typed-text.ts';
import { writingLimits } from '../written-values.ts';
import { writingForm } from './writing-form.ts';

/** What a message begins an entry with: its first line is the question, the rest the answer. */
export function splitMessage(message: string): { question: string; answer: string } {
  const [first = '', ...rest] = typedText(message).split('\n');
  const question = typedLine(first);
  return lengthOf(question) <= writingLimits.question
    ? { question, answer: rest.join('\n').trim() }
    : { question: '', answer: typedText(message) };
}

/** The form for a new entry, with what is known of it filled in. */
export async function beginEntry(
  editing: Editing,
  caller: Caller,
  known: { question: string; answer: string },
  language: Language,
): Promise<Answer> {
  const opened = await editing.open(caller, { kind: 'entry', key: '', language });
  const values = { ...opened.values, ...known };
  return writingForm(opened, 'text', { values, submit: { command: 'draft begin', args: { language } } }, caller);
}
