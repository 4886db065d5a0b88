import { parseWords } from '../../core/arguments.ts';
import type { Caller, Command } from '../../core/command.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { languages } from '../../core/language.ts';
import { printable } from './printable.ts';

/** What could stand in place of the end of the line, and that end, as readline takes it. */
type Completions = [string[], string];

/** Completes commands, the choices of their options, and questions. */
export function complete(line: string, dispatcher: Dispatcher, caller: Caller): Completions {
  const [, name, typed] = /^\/(\S+)\s+(.*)$/su.exec(line) ?? [];
  if (name === undefined || typed === undefined) {
    if (!line.startsWith('/')) return suggested(dispatcher, 'faq', 'question', line, caller);
    const names = [...dispatcher.commands.map((one) => `/${one.name} `), '/language ', '/quit'];
    return [names.filter((one) => one.startsWith(line.toLowerCase())), line];
  }
  if (name === 'language') return [languages.filter((one) => one.startsWith(typed)), typed];
  const command = dispatcher.commands.find((one) => one.name === name.toLowerCase());
  return command ? completeArguments(command, typed, dispatcher, caller) : [[], line];
}

/** The longest run of words at the end that begins a choice of an option still open, else the text option's own. */
function completeArguments(command: Command, typed: string, dispatcher: Dispatcher, caller: Caller): Completions {
  for (const start of wordStarts(typed)) {
    const filled = parseWords(command, typed.slice(0, start));
    for (const [option, { kind }] of Object.entries(command.options)) {
      if (kind === 'text' || option in filled) continue;
      const found = suggested(dispatcher, command.name, option, typed.slice(start), caller);
      if (found[0].length > 0) return found;
    }
  }
  const text = Object.entries(command.options).find(([, { kind }]) => kind === 'text')?.[0];
  return text === undefined ? [[], typed] : suggested(dispatcher, command.name, text, typed, caller);
}

function suggested(dispatcher: Dispatcher, name: string, option: string, typed: string, caller: Caller): Completions {
  return [dispatcher.suggest(name, option, typed, caller).map((one) => printable(one.name)), typed];
}

/** Where words begin, and the end if nothing of a further word is written yet. */
const wordStarts = (typed: string): number[] => [...typed.matchAll(/(?<=^|\s)(?=\S|$)/gu)].map((match) => match.index);
