import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { Locale } from 'discord-api-types/v10';
import { type ApiError, type Complaint, invalidForm } from './errors.ts';
import type { Choice, CommandBody, Json, OptionBody } from './payloads.ts';
import { schemaComplaints } from './schema.ts';

/** The pattern of chat-input command and option names (discord.com/developers/docs/interactions/application-commands). */
export const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** A command and its options may hold 8000 characters of names, descriptions and values together. */
export const commandSize = 8000;

type Path = (string | number)[];
const subcommand = 1;
const subcommandGroup = 2;
const locales = new Set<string>(Object.values(Locale));
const choosable = [3, 4, 10];

/** Refuses what Discord refuses in one application command; `at` is the command's place in a bulk overwrite. */
export function commandComplaints(body: unknown, at: Path = []): Complaint[] {
  const complaints = schemaComplaints(ApplicationCommandCreateRequestSchema, withNumericPermissions(body));
  const found = complaints.length > 0 ? complaints : ruleComplaints(body as CommandBody);
  return found.map((complaint) => ({ ...complaint, path: [...at, ...complaint.path] }));
}

/** Refuses one command, or lets it pass. */
export function checkCommand(body: unknown): ApiError | undefined {
  const found = commandComplaints(body);
  return found.length > 0 ? invalidForm(found) : undefined;
}

/** Discord takes permissions as a string of digits, which the published schema gives as a number. */
function withNumericPermissions(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const { default_member_permissions: permissions, ...rest } = body as Json;
  const digits = typeof permissions === 'string' && /^\d+$/.test(permissions);
  return permissions === undefined
    ? rest
    : { ...rest, default_member_permissions: digits ? Number(permissions) : permissions };
}

function ruleComplaints(command: CommandBody): Complaint[] {
  const chatInput = (command.type ?? 1) === 1;
  const complaints = [
    ...localeComplaints(command, []),
    ...(chatInput ? chatInputComplaints(command) : contextMenuComplaints(command)),
  ];
  if (sizeOf(command) > commandSize)
    complaints.push({
      path: [],
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${commandSize})`,
    });
  return complaints;
}

function contextMenuComplaints({ description, options, description_localizations }: CommandBody): Complaint[] {
  const message = 'Context menu commands cannot have this field';
  const present = { description, options: options?.length, description_localizations };
  return Object.entries(present).flatMap(([field, value]) =>
    value ? [{ path: [field], code: 'APPLICATION_COMMAND_CONTEXT_MENU_FIELD', message }] : [],
  );
}

function chatInputComplaints(command: CommandBody): Complaint[] {
  const missing = command.description
    ? []
    : [{ path: ['description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  return [...nameComplaints(command, []), ...missing, ...optionsComplaints(command.options ?? [], ['options'])];
}

function nameComplaints(
  { name, name_localizations }: Pick<OptionBody, 'name' | 'name_localizations'>,
  path: Path,
): Complaint[] {
  const all: [Path, string][] = [
    [['name'], name],
    ...Object.entries(name_localizations ?? {}).map(([locale, text]): [Path, string] => [
      ['name_localizations', locale],
      text,
    ]),
  ];
  return all
    .filter(([, text]) => text !== undefined && (!commandName.test(text) || text !== text.toLowerCase()))
    .map(([field]) => ({
      path: [...path, ...field],
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: 'Command name is invalid',
    }));
}

function localeComplaints(
  item: Pick<OptionBody, 'name_localizations' | 'description_localizations'>,
  path: Path,
): Complaint[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((field) =>
    Object.keys(item[field] ?? {})
      .filter((locale) => !locales.has(locale))
      .map((locale) => ({
        path: [...path, field, locale],
        code: 'ENUM_TYPE_COERCE',
        message: `Value "${locale}" is not a valid enum value.`,
      })),
  );
}

function optionsComplaints(options: OptionBody[], path: Path): Complaint[] {
  const found: Complaint[] = [];
  const complain = (at: Path, code: string, message: string) => found.push({ path: [...path, ...at], code, message });
  const nesting = options.filter(({ type }) => type === subcommand || type === subcommandGroup).length;
  if (nesting > 0 && nesting < options.length)
    complain(
      [],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  let optionalSeen = false;
  options.forEach((option, index) => {
    if (option.required && optionalSeen)
      complain(
        [index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    optionalSeen ||= !option.required;
    if (options.findIndex(({ name }) => name === option.name) < index)
      complain([index, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    found.push(...localeComplaints(option, [...path, index]), ...nameComplaints(option, [...path, index]));
    found.push(...choiceComplaints(option, [...path, index]));
    const nested = option.options ?? [];
    if (option.type === subcommandGroup && nested.length === 0)
      complain([index, 'options'], 'BASE_TYPE_REQUIRED', 'This field is required');
    found.push(...optionsComplaints(nested, [...path, index, 'options']));
  });
  return found;
}

function choiceComplaints(
  { choices, autocomplete, type, min_length, max_length }: OptionBody,
  path: Path,
): Complaint[] {
  const found: Complaint[] = [];
  const complain = (at: Path, code: string, message: string) => found.push({ path: [...path, ...at], code, message });
  if (autocomplete && choices?.length)
    complain(
      ['autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
      'Autocomplete and choices are mutually exclusive',
    );
  if (autocomplete && !choosable.includes(type))
    complain(
      ['autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
      'This option type cannot have autocomplete',
    );
  if ((min_length ?? 0) > (max_length ?? 6000))
    complain(['min_length'], 'APPLICATION_COMMAND_OPTIONS_LENGTH_INVALID', 'min_length exceeds max_length');
  (choices ?? []).forEach((choice, index) => {
    const at: Path = ['choices', index];
    const sameAs = (field: 'name' | 'value') =>
      (choices ?? []).findIndex((other) => other[field] === choice[field]) < index;
    if (sameAs('name'))
      complain(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice name already exists',
      );
    if (sameAs('value'))
      complain(
        [...at, 'value'],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE_ALREADY_EXISTS',
        'Option choice value already exists',
      );
    found.push(...valueComplaints(choice, [...path, ...at]), ...localeComplaints(choice, [...path, ...at]));
  });
  return found;
}

/** A choice's name and text value are 1 to 100 characters long. */
export function valueComplaints({ value }: Choice, path: Path): Complaint[] {
  const fits = typeof value !== 'string' || (value.length >= 1 && value.length <= 100);
  return fits
    ? []
    : [{ path: [...path, 'value'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 100 in length.' }];
}

/** Names, descriptions and values counted together; of a text's localisations the longest counts. */
function sizeOf(item: Omit<CommandBody, 'type'> & { choices?: Choice[] | null }): number {
  const longest = (text: string | null | undefined, translations: Record<string, string> | null | undefined) =>
    Math.max(text?.length ?? 0, ...Object.values(translations ?? {}).map((translation) => translation.length));
  const own = longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations);
  const choices = (item.choices ?? []).reduce(
    (sum, choice) => sum + longest(choice.name, choice.name_localizations) + String(choice.value).length,
    0,
  );
  return own + choices + (item.options ?? []).reduce((sum, option) => sum + sizeOf(option), 0);
}
