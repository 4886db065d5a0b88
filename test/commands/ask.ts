import { parseWords } from '../../src/core/arguments.ts';
import type { Command } from '../../src/core/command.ts';
import { documentText } from '../../src/core/document.ts';
import type { Language } from '../../src/core/language.ts';
import { testCaller } from '../builders/callers.ts';
import { testDispatcher } from '../builders/dispatcher.ts';

/** What Parley says to a line such as `/faq nato`, as plain text, with what can be pressed below it. */
export async function say(line: string, language: Language = 'en') {
  const { dispatcher } = testDispatcher();
  const [, name = '', words = ''] = /^\/(\w+)\s*(.*)$/su.exec(line) ?? [];
  const found = dispatcher.commands.find((one: Command) => one.name === name);
  const call = { command: name, args: found ? parseWords(found, words) : {} };
  const answer = await dispatcher.answer(call, testCaller({ language, place: 'private' }));
  return {
    text: documentText(answer.document),
    document: answer.document,
    menu: answer.document.flatMap((block) => (block.kind === 'menu' ? block.items.map(({ label }) => label) : [])),
    buttons: (answer.buttons ?? []).map(({ label }) => label),
    isPrivate: answer.private ?? false,
    call: answer.call,
  };
}
