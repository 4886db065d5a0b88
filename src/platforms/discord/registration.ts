import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Choice, Command, Option } from '../../core/command.ts';
import { type Language, languages } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';

/** Discord's locale for each language other than English, which is the default text. */
const locales = { uk: 'uk', ru: 'ru' } as const;

/** The option that every command has on Discord: whether only the asker sees the answer. */
export const privateOption = 'private';

/** The commands as Discord registers them (discord.com/developers/docs/interactions/application-commands). */
export function commandsJson(commands: readonly Command[], texts: Texts): RESTPostAPIApplicationCommandsJSONBody[] {
  const everywhere = {
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  };
  const slash = commands.map((command) => ({
    type: ApplicationCommandType.ChatInput as const,
    name: command.name,
    ...described(texts, `${command.name}.description`),
    options: [...optionsOf(command, texts), privateFlag(texts)],
    ...everywhere,
  }));
  const menus = commands
    .filter((command) => command.messageMenu)
    .map((command) => ({
      type: ApplicationCommandType.Message as const,
      name: texts.in('en')(`${command.name}.menu`),
      name_localizations: localizations(texts, `${command.name}.menu`),
      ...everywhere,
    }));
  return [...slash, ...menus];
}

/** Discord wants required options before the others; the order in buttons stays the command's own. */
function optionsOf(command: Command, texts: Texts): APIApplicationCommandOption[] {
  const options = Object.entries(command.options).sort(([, a], [, z]) => Number(z.required) - Number(a.required));
  return options.map(([name, option]): APIApplicationCommandOption => {
    const base = {
      type: ApplicationCommandOptionType.String as const,
      ...named(texts, name),
      ...described(texts, `${command.name}.${name}`),
      required: option.required,
    };
    if (option.kind === 'choice') return { ...base, choices: option.choices().map(choiceJson) };
    return { ...base, autocomplete: suggests(option), max_length: option.kind === 'text' ? option.maxLength : 300 };
  }) as APIApplicationCommandOption[];
}

const suggests = (option: Option): boolean => option.kind === 'choices' || (option.kind === 'text' && !!option.suggest);

function choiceJson({ name, value }: Choice) {
  const { en, ...others } = name;
  const named = Object.entries(others).filter(([, text]) => text !== undefined);
  return { name: en, value, name_localizations: named.length > 0 ? Object.fromEntries(named) : null };
}

function privateFlag(texts: Texts): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.Boolean,
    ...named(texts, privateOption),
    ...described(texts, 'private-option'),
    required: false,
  };
}

const named = (texts: Texts, option: string) => ({
  name: option,
  name_localizations: localizations(texts, `option-${option}`, (text) => text),
});

const described = (texts: Texts, key: string) => ({
  description: capital(texts.in('en')(key)),
  description_localizations: localizations(texts, key),
});

function localizations(texts: Texts, key: string, write = capital): Record<string, string> | null {
  const translated = languages.filter(
    (language): language is Exclude<Language, 'en'> => language !== 'en' && texts.has(language, key),
  );
  if (translated.length === 0) return null;
  return Object.fromEntries(translated.map((language) => [locales[language], write(texts.in(language)(key))]));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Registers the commands for the whole application, unless Discord says that it already has just these. */
export async function syncCommands(
  rest: REST,
  applicationId: string,
  wanted: RESTPostAPIApplicationCommandsJSONBody[],
): Promise<'unchanged' | 'registered'> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await rest.get(Routes.applicationCommands(applicationId), { query }).catch(() => undefined);
  if (Array.isArray(registered) && fingerprint(registered) === fingerprint(wanted)) return 'unchanged';
  await rest.put(Routes.applicationCommands(applicationId), { body: wanted });
  return 'registered';
}

const compared = new Set([
  ...['type', 'name', 'description', 'options', 'required', 'autocomplete', 'max_length', 'choices', 'value'],
  ...['name_localizations', 'description_localizations', 'integration_types', 'contexts'],
]);

/** What a command comes to, without the fields that Discord adds and the defaults that it leaves out. */
function fingerprint(commands: object[]): string {
  const plain = (value: unknown, of?: string): unknown => {
    if (Array.isArray(value)) return typeof value[0] === 'number' ? [...value].sort() : value.map((one) => plain(one));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).filter(
      ([key, one]) =>
        (of?.endsWith('_localizations') || compared.has(key)) &&
        one !== null &&
        one !== false &&
        one !== '' &&
        !(Array.isArray(one) && one.length === 0),
    );
    return Object.fromEntries(entries.sort(([a], [z]) => (a < z ? -1 : 1)).map(([key, one]) => [key, plain(one, key)]));
  };
  return JSON.stringify(commands.map((one) => JSON.stringify(plain(one))).sort());
}
