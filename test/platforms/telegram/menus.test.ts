import { describe, expect, it } from 'vitest';
import { menus } from '../../../src/platforms/telegram/index.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';
import { createBot } from './bot.ts';

const { commands } = testDispatcher().dispatcher;

describe('menus', () => {
  it('list every command in every language and kind of chat', () => {
    const all = menus(commands, texts);
    expect(all.map(({ language_code, scope }) => `${language_code} ${scope.type}`)).toEqual([
      ...[' default', ' all_private_chats', ' all_group_chats'],
      ...['uk default', 'uk all_private_chats', 'uk all_group_chats'],
      ...['ru default', 'ru all_private_chats', 'ru all_group_chats'],
    ]);
    for (const menu of all)
      expect(menu.commands.map(({ command }) => command)).toEqual(commands.map(({ name }) => name));
    expect(all[0]?.commands[0]).toEqual({
      command: 'faq',
      description: 'Ask about the peace negotiations in your own words',
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
    expect(telegram.callsOf('setMyCommands')).toHaveLength(9);
    await bot.stop();
    const next = makeBot();
    await next.start();
    await next.stop();
    expect(telegram.callsOf('setMyCommands')).toHaveLength(9);
  });
});
