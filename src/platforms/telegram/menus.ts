import type { Api } from 'grammy';
import type { BotCommand } from 'grammy/types';
import type { Command } from '../../core/command.ts';
import { type Language, languages } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';
import { firstWord } from './command-groups.ts';

/** The list of commands that Telegram shows in one kind of chat to people of one language. */
export interface Menu {
  /** Empty for everybody whose language has no menu of its own. */
  language_code: Exclude<Language, 'en'> | '';
  scope: { type: (typeof scopes)[number] };
  commands: BotCommand[];
}

const scopes = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const;

/**
 * Every menu, made from the commands: those of moderators only for administrators, a group of actions once. Of a
 * chat's menus an administrator sees theirs alone, so it has everything. Descriptions are cut to Telegram's 256 characters.
 */
export function menus(commands: readonly Command[], texts: Texts): Menu[] {
  return languages.flatMap((language) =>
    scopes.map((type) => ({
      language_code: language === 'en' ? ('' as const) : language,
      scope: { type },
      commands: offered(commands, type === 'all_chat_administrators').map((word) => ({
        command: word,
        description: texts.in(language)(`${word}.description`).slice(0, 256),
      })),
    })),
  );
}

const offered = (commands: readonly Command[], toModerators: boolean): string[] => [
  ...new Set(commands.filter(({ unlisted, audience }) => !unlisted && (toModerators || !audience)).map(firstWord)),
];

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
