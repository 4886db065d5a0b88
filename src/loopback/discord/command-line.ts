import type { CommandState } from './commands.ts';
import type { OptionBody } from './payloads.ts';
import { refuse } from './refusal.ts';

/** A command with its subcommand chosen: the names on the way, and the options that may be filled in. */
export interface CommandPath {
  command: CommandState;
  /** Group and subcommand, if any. */
  path: OptionBody[];
  options: OptionBody[];
}

/** The first word of `/faq add question: nato`, without the slash. */
export function commandNameOf(line: string): string {
  return line.replace(/^\//, '').trim().split(/\s+/)[0] ?? '';
}

/** Follows group and subcommand names, in the person's language or their own; gives back what remains of the line. */
export function followPath(command: CommandState, line: string, locale: string): CommandPath & { rest: string } {
  let rest = line.replace(/^\//, '').trim().slice(commandNameOf(line).length).trim();
  let options = command.options ?? [];
  const path: OptionBody[] = [];
  while (options.some(isNesting)) {
    const word = rest.split(/\s+/)[0] ?? '';
    const next = options.find((option) => isCalled(option, word, locale));
    if (!next)
      return refuse(
        `/${command.name} has no subcommand “${word}”; there are: ${options.map(({ name }) => name).join(', ')}`,
      );
    path.push(next);
    options = next.options ?? [];
    rest = rest.slice(word.length).trim();
  }
  return { command, path, options, rest };
}

/** Reads `question: nato private: true`: a value ends where the next of the command's options begins. */
export function readOptions(rest: string, options: OptionBody[], locale: string): Record<string, string> {
  const starts = options
    .flatMap((option) =>
      [option.name, option.name_localizations?.[locale] ?? option.name].map((name) => ({ name, option })),
    )
    .flatMap(({ name, option }) => {
      const at = ` ${rest}`.indexOf(` ${name}:`);
      return at < 0 ? [] : [{ at, end: at + name.length + 1, name: option.name }];
    })
    .sort((a, b) => a.at - b.at)
    .filter((start, index, all) => all.findIndex(({ at }) => at === start.at) === index);
  const before = rest.slice(0, starts[0]?.at ?? rest.length).trim();
  if (before) refuse(`“${before}” is no option; there are: ${options.map(({ name }) => name).join(', ') || 'none'}`);
  return Object.fromEntries(
    starts.map(({ end, name }, index) => [name, rest.slice(end, starts[index + 1]?.at ?? rest.length).trim()]),
  );
}

export function isNesting({ type }: OptionBody): boolean {
  return type === 1 || type === 2;
}

function isCalled({ name, name_localizations }: OptionBody, word: string, locale: string): boolean {
  return name === word || name_localizations?.[locale] === word;
}
