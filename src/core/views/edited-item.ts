import type { Answer } from '../answer.ts';
import type { Caller } from '../command.ts';
import type { Editing } from '../editing.ts';
import type { Language } from '../language.ts';
import type { WritingKey } from '../writing.ts';
import { writingForm } from './writing-form.ts';

/** The form in which an entry or position is changed; it remembers the revision that it was opened on. */
export async function editItem(
  editing: Editing,
  caller: Caller,
  { kind, key }: WritingKey,
  language: Language | undefined,
): Promise<Answer> {
  const opened = await editing.open(caller, { kind, key, language });
  const [party = '', topic = ''] = key.split('/');
  const submit = {
    command: 'draft begin',
    args: {
      language: opened.language,
      base: String(opened.base),
      ...(kind === 'entry' ? { entry: key } : { party, topic }),
    },
  };
  return writingForm(opened, 'text', { values: opened.values, submit }, caller);
}
