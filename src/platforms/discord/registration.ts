import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { type Choice, type Command, type Option, textKey } from '../../core/command.ts';
import { groupOf } from '../../core/command-line.ts';
import { type Language, languages } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';

/** Discord's locale for each language other than English, which is the default text. */
const locales = { uk: 'uk', ru: 'ru' } as const;

/** The option that commands for everybody have on Discord: whether only the asker sees the answer. */
export const privateOption = 'private';

/** The commands as Discord registers them (discord.com/developers/docs/interactions/application-commands). */
export function commandsJson(commands: readonly Command[], texts: Texts): RESTPostAPIApplicationCommandsJSONBody[] {
  const listed = commands.filter(({ unlisted }) => !unlisted);
  const names = new Set(listed.map(({ name }) => name.split(' ')[0] as string));
  const slash = [...names].map((name) => {
    const alone = listed.find((one) => one.name === name);
    const actions = groupOf(listed, name);
    return {
      type: ApplicationCommandType.ChatInput as const,
      name,
      ...described(texts, `${name}.description`),
      options: alone ? optionsJson(alone, texts) : actions.map((command) => actionJson(command, texts)),
      ...reach(alone ? [alone] : actions),
    };
  });
  const menus = listed
    .filter((command) => command.messageMenu)
    .map((command) => ({
      type: ApplicationCommandType.Message as const,
      name: texts.in('en')(`${textKey(command)}.menu`),
      name_localizations: localizations(texts, `${textKey(command)}.menu`),
      ...reach([command]),
    }));
  return [...slash, ...menus];
}

/** Where commands are offered, and to whom: those for moderators only, to who may manage the server, where it installed the app. */
function reach(commands: readonly Command[]) {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  return commands.every(({ audience }) => audience === 'moderators')
    ? {
        integration_types: [GuildInstall],
        contexts: [Guild, BotDM],
        default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      }
    : { integration_types: [GuildInstall, UserInstall], contexts: [Guild, BotDM, PrivateChannel] };
}

function actionJson(command: Command, texts: Texts): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name.split(' ')[1] as string,
    ...described(texts, `${textKey(command)}.description`),
    options: optionsJson(command, texts) as APIApplicationCommandBasicOption[],
  };
}

/** Discord wants required options before the others; the order in buttons stays the command's own. */
function optionsJson(command: Command, texts: Texts): APIApplicationCommandOption[] {
  const options = Object.entries(command.options).sort(([, a], [, z]) => Number(z.required) - Number(a.required));
  const own = options.map(([name, option]) => ({
    ...named(texts, name),
    ...described(texts, `${textKey(command)}.${name}`),
    required: option.required,
    ...kindJson(option),
  })) as APIApplicationCommandOption[];
  return command.audience === 'moderators' ? own : [...own, privateFlag(texts)];
}

/** More are suggested while one types (discord.com/developers/docs/interactions/application-commands). */
const mostChoices = 25;

function kindJson(option: Option) {
  const { Attachment, String: Words } = ApplicationCommandOptionType;
  if (option.kind === 'file') return { type: Attachment };
  const choices = option.kind === 'choice' ? option.choices() : [];
  if (option.kind === 'choice' && choices.length <= mostChoices)
    return { type: Words, choices: choices.map(choiceJson) };
  if (option.kind === 'choice' || option.kind === 'choices')
    return { type: Words, autocomplete: true, max_length: 300 };
  return { type: Words, autocomplete: option.suggest !== undefined, max_length: option.maxLength };
}

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
