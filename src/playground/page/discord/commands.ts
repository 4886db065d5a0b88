import { type Command, type CommandOption, commandType, optionType } from './payloads.ts';

/** A slash command or one of its subcommands, with the names that the visitor's language gives. */
export interface Offered {
  /** As registered, spaces between: `entry add`. */
  path: string;
  /** The same as shown. */
  shown: string;
  description: string;
  options: CommandOption[];
}

/** Every slash command that can be called, subcommands each for itself. */
export function slashCommands(all: Command[], locale: string): Offered[] {
  return all
    .filter(({ type = commandType.slash }) => type === commandType.slash)
    .flatMap((command) => flattened(command, '', '', locale));
}

/** The message commands (“Apps”), by name and by what they are called here. */
export function messageCommands(all: Command[], locale: string): { name: string; shown: string }[] {
  return all
    .filter(({ type }) => type === commandType.message)
    .map((command) => ({ name: command.name, shown: nameIn(command, locale) }));
}

function flattened(one: Omit<CommandOption, 'type'>, before: string, shownBefore: string, locale: string): Offered[] {
  const path = `${before}${one.name}`;
  const shown = `${shownBefore}${nameIn(one, locale)}`;
  const options = one.options ?? [];
  const nested = options.filter(({ type }) => type === optionType.subcommand || type === optionType.group);
  if (nested.length > 0) return nested.flatMap((inner) => flattened(inner, `${path} `, `${shown} `, locale));
  return [{ path, shown, description: descriptionIn(one, locale), options }];
}

interface Localised {
  name: string;
  name_localizations?: Record<string, string> | null;
}

export const nameIn = ({ name, name_localizations: names }: Localised, locale: string): string =>
  names?.[locale] ?? name;

export const descriptionIn = (one: Omit<CommandOption, 'type'>, locale: string): string =>
  one.description_localizations?.[locale] ?? one.description ?? '';
