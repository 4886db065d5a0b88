import { Api } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTelegramFake, type TelegramFake } from '../../../src/loopback/telegram/index.ts';

let telegram: TelegramFake;
let api: Api;

beforeEach(async () => {
  telegram = await createTelegramFake();
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
});
afterEach(() => telegram.close());

test('commands are kept by scope and language', async () => {
  const faq = [{ command: 'faq', description: 'Ask' }];
  const uk = [{ command: 'faq', description: 'Запитати' }];
  await api.setMyCommands(faq);
  await api.setMyCommands(uk, { language_code: 'uk', scope: { type: 'all_private_chats' } });
  expect(await api.getMyCommands()).toEqual(faq);
  expect(await api.getMyCommands({ language_code: 'uk', scope: { type: 'all_private_chats' } })).toEqual(uk);
  expect(await api.getMyCommands({ language_code: 'uk' })).toEqual([]);
  await api.deleteMyCommands();
  expect(await api.getMyCommands()).toEqual([]);
});

test.each([
  [[{ command: 'Faq', description: 'x' }], 'BOT_COMMAND_INVALID'],
  [[{ command: 'a-b', description: 'x' }], 'BOT_COMMAND_INVALID'],
  [[{ command: 'x'.repeat(33), description: 'x' }], 'BOT_COMMAND_INVALID'],
  [[{ command: 'faq', description: '' }], 'BOT_COMMAND_DESCRIPTION_INVALID'],
  [[{ command: 'faq', description: 'x'.repeat(257) }], 'BOT_COMMAND_DESCRIPTION_INVALID'],
  [Array.from({ length: 101 }, (_, n) => ({ command: `c${n}`, description: 'x' })), 'BOT_COMMANDS_TOO_MUCH'],
])('the command list %.60j is refused', async (commands, reason) => {
  await expect(api.setMyCommands(commands)).rejects.toMatchObject({ description: `Bad Request: ${reason}` });
});

test('a language is two letters or none, and a scope is one of the known', async () => {
  await expect(api.raw.setMyCommands({ commands: [], language_code: 'ukr' as never })).rejects.toMatchObject({
    error_code: 400,
  });
  await expect(api.setMyCommands([], { scope: { type: 'everyone' } as never })).rejects.toMatchObject({
    error_code: 400,
  });
});

test('descriptions fall back to the one without a language', async () => {
  await api.setMyDescription('About peace');
  await api.setMyShortDescription('Peace');
  expect(await api.getMyDescription({ language_code: 'uk' })).toEqual({ description: 'About peace' });
  expect(await api.getMyShortDescription()).toEqual({ short_description: 'Peace' });
  await expect(api.setMyShortDescription('x'.repeat(121))).rejects.toMatchObject({ error_code: 400 });
  expect(await api.setMyName('Parley')).toBe(true);
});
