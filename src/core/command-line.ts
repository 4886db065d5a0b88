import type { Call } from './answer.ts';
import { parseWords } from './arguments.ts';
import type { Command } from './command.ts';

/** The commands of a group: those whose first word is this one. */
export const groupOf = (commands: readonly Command[], word: string): Command[] =>
  commands.filter(({ name, unlisted }) => !unlisted && name.startsWith(`${word} `));

/**
 * What is called by a command's first word and whatever follows it (`/entry add why not`). The words of an unknown
 * command are dropped; a group without one of its actions stays as it is, for the dispatcher to say what there is.
 */
export function readCall(commands: readonly Command[], word: string, rest: string): Call {
  const known = commands.filter(({ unlisted }) => !unlisted);
  const alone = known.find(({ name }) => name === word);
  if (alone) return { command: word, args: parseWords(alone, rest) };
  const [, action = '', words = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(rest.trim()) ?? [];
  const one = known.find(({ name }) => name === `${word} ${action.toLowerCase()}`);
  return one ? { command: one.name, args: parseWords(one, words) } : { command: word, args: {} };
}
