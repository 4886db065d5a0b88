import { parseWords } from '../../core/arguments.ts';
import type { Caller, Command } from '../../core/command.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { printable } from './printable.ts';

/** What could stand in place of the end of the line, and that end, as readline takes it. */
type Completions = [string[], string];

/** Completes commands, the choices of their options, and questions. */
export async function complete(line: string, dispatcher: Dispatcher, caller: Caller): Promise<Completions> {
  const [, name, typed] = commandOf(line, dispatcher) ?? [];
  if (name === undefined || typed === undefined) {
    if (!line.startsWith('/')) return await suggested(dispatcher, 'faq', 'question', line, caller);
    const listed = dispatcher.commands.filter(({ unlisted }) => !unlisted);
    const names = [...listed.map((one) => `/${one.name} `), '/quit'];
    return [names.filter((one) => one.startsWith(line.toLowerCase())), line];
  }
  const command = dispatcher.commands.find((one) => one.name === name.toLowerCase());
  return command ? await completeArguments(command, typed, dispatcher, caller) : [[], line];
}

/** The name of the command that a line begins with, of one word or two, and what follows it. */
function commandOf(line: string, { commands }: Dispatcher): RegExpExecArray | null {
  const two = /^\/(\S+ \S+)\s+(.*)$/su.exec(line);
  if (commands.some(({ name }) => name === two?.[1]?.toLowerCase())) return two;
  return /^\/(\S+)\s+(.*)$/su.exec(line);
}

/** The longest run of words at the end that begins a choice of an option still open, else the text option's own. */
async function completeArguments(
  command: Command,
  typed: string,
  dispatcher: Dispatcher,
  caller: Caller,
): Promise<Completions> {
  for (const start of wordStarts(typed)) {
    const filled = parseWords(command, typed.slice(0, start));
    for (const [option, { kind }] of Object.entries(command.options)) {
      if (kind === 'text' || option in filled) continue;
      const found = await suggested(dispatcher, command.name, option, typed.slice(start), caller);
      if (found[0].length > 0) return found;
    }
  }
  const text = Object.entries(command.options).find(([, { kind }]) => kind === 'text')?.[0];
  return text === undefined ? [[], typed] : await suggested(dispatcher, command.name, text, typed, caller);
}

async function suggested(
  dispatcher: Dispatcher,
  name: string,
  option: string,
  typed: string,
  caller: Caller,
): Promise<Completions> {
  const found = await dispatcher.suggest(name, option, typed, caller);
  return [found.map((one) => printable(one.name)), typed];
}

/** Where words begin, and the end if nothing of a further word is written yet. */
const wordStarts = (typed: string): number[] => [...typed.matchAll(/(?<=^|\s)(?=\S|$)/gu)].map((match) => match.index);
