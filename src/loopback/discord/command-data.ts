import { commandNameOf, followPath, readOptions } from './command-line.ts';
import type { CommandState, Commands } from './commands.ts';
import { pickCommand } from './offered-commands.ts';
import {
  emptyResolved,
  type FilledOption,
  type FillingPlace,
  fillOption,
  type OptionValue,
  trimResolved,
} from './option-values.ts';
import type { Json, OptionBody } from './payloads.ts';
import { refuse } from './refusal.ts';

/**
 * The data of a chat-input command as Discord's app would send it, made from the command that the bot has registered.
 * With `typed`, the last option of the line is being typed and its suggestions are asked for.
 */
export function chatInputData(
  place: FillingPlace & { commands: Commands },
  line: string,
  values: Record<string, OptionValue>,
  typed?: string,
): { data: Json; option?: OptionBody } {
  const { world, commands, channel, user } = place;
  const command = pickCommand(world, commands, { channel, user }, { name: commandNameOf(line), type: 1 });
  const { path, options, rest } = followPath(command, line, user.locale);
  const entered: Record<string, OptionValue> = { ...readOptions(rest, options, user.locale), ...values };
  const names = options.map(({ name }) => name);
  const unknown = Object.keys(entered).find((name) => !names.includes(name));
  if (unknown !== undefined)
    refuse(`/${command.name} has no option “${unknown}”; there are: ${names.join(', ') || 'none'}`);
  const last = Object.keys(entered).at(-1);
  const focused = typed === undefined ? undefined : options.find(({ name }) => name === last);
  if (typed !== undefined && !focused?.autocomplete) refuse(`“${line}” ends with no option that has autocomplete`);
  const missing = options.find(({ name, required }) => required && entered[name] === undefined);
  if (missing && !focused) refuse(`/${command.name} needs the option “${missing.name}”`);
  const resolved = emptyResolved();
  const filled = options.flatMap((option): FilledOption[] => {
    const value = entered[option.name];
    if (option === focused) return [{ name: option.name, type: option.type, value: typed ?? '', focused: true }];
    return value === undefined ? [] : [fillOption(option, value, place, resolved)];
  });
  const nested = [...path]
    .reverse()
    .reduce<object[]>((inner, { name, type }) => [{ name, type, options: inner }], filled);
  const trimmed = trimResolved(resolved);
  const data = {
    ...commandHead(command),
    ...(nested.length > 0 ? { options: nested } : {}),
    ...(trimmed ? { resolved: trimmed } : {}),
  };
  return { data, ...(focused ? { option: focused } : {}) };
}

/** Which command an interaction calls. */
export function commandHead({ id, name, type, guild_id }: CommandState): Json {
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
}
