import type { Api } from 'grammy';
import type { BotCommand } from 'grammy/types';
import type { Command } from '../../core/command.ts';
import { type Language, languages } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';

/** The list of commands that Telegram shows in one kind of chat to people of one language. */
export interface Menu {
  /** Empty for everybody whose language has no menu of its own. */
  language_code: Exclude<Language, 'en'> | '';
  scope: { type: 'default' | 'all_private_chats' | 'all_group_chats' };
  commands: BotCommand[];
}

const scopes = ['default', 'all_private_chats', 'all_group_chats'] as const;

/** Every menu, made from the commands; descriptions are cut to Telegram's 256 characters. */
export function menus(commands: readonly Command[], texts: Texts): Menu[] {
  return languages.flatMap((language) =>
    scopes.map((type) => ({
      language_code: language === 'en' ? ('' as const) : language,
      scope: { type },
      commands: commands.map(({ name }) => ({
        command: name,
        description: texts.in(language)(`${name}.description`).slice(0, 256),
      })),
    })),
  );
}

/** Brings Telegram's menus up to date, writing only those that differ. */
export async function registerMenus(api: Api, wanted: readonly Menu[]): Promise<void> {
  await Promise.all(
    wanted.map(async ({ commands, scope, language_code }) => {
      const where = { scope, ...(language_code && { language_code }) };
      const known = await api.getMyCommands(where);
      if (listed(known) !== listed(commands)) await api.setMyCommands(commands, where);
    }),
  );
}

const listed = (commands: readonly BotCommand[]): string =>
  JSON.stringify(commands.map(({ command, description }) => [command, description]));
