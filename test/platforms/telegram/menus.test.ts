import { describe, expect, it } from 'vitest';
import { command } from '../../../src/core/command.ts';
import { menus } from '../../../src/platforms/telegram/index.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';
import { createBot } from './bot.ts';

const { commands } = testDispatcher().dispatcher;

describe('menus', () => {
  it('list every command that is for everybody in every language and kind of chat', () => {
    const all = menus(commands, texts);
    const words = (some: typeof commands) => [...new Set(some.map(({ name }) => name.split(' ')[0]))];
    const listed = commands.filter(({ unlisted }) => !unlisted);
    expect(all.map(({ language_code, scope }) => `${language_code} ${scope.type}`)).toEqual([
      ...[' default', ' all_private_chats', ' all_group_chats', ' all_chat_administrators'],
      ...['uk default', 'uk all_private_chats', 'uk all_group_chats', 'uk all_chat_administrators'],
      ...['ru default', 'ru all_private_chats', 'ru all_group_chats', 'ru all_chat_administrators'],
    ]);
    for (const { commands: shown, scope } of all) {
      const isForAdministrators = scope.type === 'all_chat_administrators';
      const expected = isForAdministrators ? listed : listed.filter(({ audience }) => !audience);
      expect(shown.map(({ command }) => command)).toEqual(words(expected));
    }
    expect(all[0]?.commands[0]).toEqual({
      command: 'faq',
      description: 'Ask about the peace negotiations in your own words',
    });
  });

  it('list a group of actions once, and of moderators’ commands nothing to members', () => {
    const run = () => ({ document: [] });
    const some = [
      command({ name: 'faq list', options: {}, run }),
      command({ name: 'faq add', audience: 'moderators', options: {}, run }),
      command({ name: 'topics edit', audience: 'moderators', options: {}, run }),
      command({ name: 'about', unlisted: true, options: {}, run }),
    ];
    const shown = Object.fromEntries(
      menus(some, texts)
        .filter(({ language_code }) => language_code === '')
        .map(({ scope, commands: all }) => [scope.type, all.map(({ command: word }) => word)]),
    );
    expect(shown).toEqual({
      default: ['faq'],
      all_private_chats: ['faq'],
      all_group_chats: ['faq'],
      all_chat_administrators: ['faq', 'topics'],
    });
  });

  it('keep to what Telegram takes', () => {
    for (const { command, description } of menus(commands, texts).flatMap((menu) => menu.commands)) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/u);
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(256);
    }
  });

  it('are written at the first start, and at the next one only where they differ', async () => {
    const { bot, makeBot, telegram } = await createBot();
    await bot.start();
    expect(telegram.callsOf('setMyCommands')).toHaveLength(12);
    await bot.stop();
    const next = makeBot();
    await next.start();
    await next.stop();
    expect(telegram.callsOf('setMyCommands')).toHaveLength(12);
  });
});
