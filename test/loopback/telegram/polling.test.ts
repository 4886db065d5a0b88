import { run } from '@grammyjs/runner';
import { Api, Bot } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTelegramFake, type TelegramFake } from '../../../src/loopback/telegram/index.ts';

let telegram: TelegramFake;
let api: Api;

beforeEach(async () => {
  telegram = await createTelegramFake();
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
});
afterEach(() => telegram.close());

const pollUnderWay = (count: number) =>
  telegram.until('a poll', () => (telegram.callsOf('getUpdates').length >= count ? true : undefined));

test('a poll waits until something is said', async () => {
  const ann = telegram.user({ first_name: 'Ann' });
  let isAnswered = false;
  const poll = api.getUpdates({ timeout: 30 }).finally(() => {
    isAnswered = true;
  });
  await pollUnderWay(1);
  await api.getMe();
  expect(isAnswered).toBe(false);
  telegram.privateChat(ann).post(ann, 'hello');
  expect(await poll).toMatchObject([{ message: { text: 'hello', from: { first_name: 'Ann' } } }]);
});

test('a poll that hears nothing ends empty when its time is up', async () => {
  const started = Date.now();
  expect(await api.getUpdates({ timeout: 1 })).toEqual([]);
  expect(Date.now() - started).toBeGreaterThanOrEqual(990);
});

test('an update comes again until a higher offset confirms it', async () => {
  const chat = telegram.privateChat(telegram.user());
  const { update_id: first } = chat.post(undefined, 'one').update.update;
  chat.post(undefined, 'two');
  chat.post(undefined, 'three');
  expect(await api.getUpdates({ limit: 1 })).toHaveLength(1);
  expect(await api.getUpdates()).toHaveLength(3);
  expect(await api.getUpdates({ offset: first + 1 })).toHaveLength(2);
  expect(await api.getUpdates()).toMatchObject([{ message: { text: 'two' } }, { message: { text: 'three' } }]);
  expect(await api.getUpdates({ offset: -1 })).toMatchObject([{ message: { text: 'three' } }]);
  expect(await api.getUpdates()).toHaveLength(1);
});

test('a second poller ends the first with a conflict', async () => {
  const first = api.getUpdates({ timeout: 30 });
  const refused = expect(first).rejects.toMatchObject({
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  await pollUnderWay(1);
  expect(await api.getUpdates({ timeout: 0 })).toEqual([]);
  await refused;
});

test('polling is refused while a webhook is set', async () => {
  await api.setWebhook('https://parley.example.org/hook');
  await expect(api.getUpdates()).rejects.toMatchObject({
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  await api.deleteWebhook();
  expect(await api.getUpdates()).toEqual([]);
});

test('the kinds of updates asked for are remembered until others are asked for', async () => {
  const ann = telegram.user();
  const chat = telegram.privateChat(ann);
  await api.getUpdates({ allowed_updates: ['callback_query'] });
  expect(chat.post(ann, 'unheard').update.state).toBe('unwanted');
  expect(await api.getUpdates()).toEqual([]);
  await api.getUpdates({ allowed_updates: [] });
  chat.post(ann, 'heard');
  telegram.push({ message_reaction: {} });
  telegram.push({ chat_member: {} }, { force: true });
  expect(await api.getUpdates()).toMatchObject([{ message: { text: 'heard' } }, { chat_member: {} }]);
});

test('an update is delivered once more under the same id', async () => {
  const { update_id } = telegram.push({ message: { text: 'again' } });
  expect(await api.getUpdates()).toMatchObject([{ update_id }]);
  expect(await api.getUpdates({ offset: update_id + 1 })).toEqual([]);
  telegram.redeliver(update_id);
  expect(await api.getUpdates({ offset: update_id + 1 })).toMatchObject([{ update_id }]);
  expect(await api.getUpdates({ offset: update_id + 1 })).toEqual([]);
});

test('a wrong token, a revoked token and an unknown method are told apart', async () => {
  const stranger = new Api('1:wrong', { apiRoot: telegram.apiRoot });
  await expect(stranger.getMe()).rejects.toMatchObject({ error_code: 401, description: 'Unauthorized' });
  telegram.revokeToken();
  await expect(api.getMe()).rejects.toMatchObject({ error_code: 401 });
  telegram.restoreToken();
  expect(await api.getMe()).toMatchObject({ username: 'parley_bot', is_bot: true });
  const raw = api.raw as unknown as Record<string, (payload: object) => Promise<unknown>>;
  await expect(raw.sendTelepathy?.({})).rejects.toMatchObject({ error_code: 404, description: 'Not Found' });
});

test('arguments come as JSON, in the query string and as a form alike', async () => {
  const ann = telegram.user();
  telegram.privateChat(ann);
  const url = `${telegram.apiRoot}/bot${telegram.token}/sendMessage`;
  const keyboard = JSON.stringify({ inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] });
  const form = new URLSearchParams({ chat_id: String(ann.id), text: '[form]', reply_markup: keyboard });
  const answers = [
    await fetch(`${url}?chat_id=${ann.id}&text=query`),
    await fetch(url, { method: 'POST', body: form }),
  ];
  expect(await Promise.all(answers.map((answer) => answer.json()))).toMatchObject([
    { ok: true, result: { text: 'query' } },
    { ok: true, result: { text: '[form]', reply_markup: { inline_keyboard: [[{ text: 'Go' }]] } } },
  ]);
  const broken = await fetch(url, { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
  expect(await broken.json()).toMatchObject({ ok: false, error_code: 400 });
});

test.each(['polling', 'runner'])('a grammY bot on %s answers, stops and leaves nothing unconfirmed', async (kind) => {
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  bot.on('message:text', (context) => context.reply(`You said ${context.message.text}`));
  const ann = telegram.user({ first_name: 'Ann' });
  const runner = kind === 'runner' ? run(bot) : undefined;
  const polling = runner ? undefined : bot.start();
  const heard = await telegram.privateChat(ann).say(ann, 'hi');
  expect(heard.text).toBe('You said hi');
  await telegram.settled();
  await (runner ?? bot).stop();
  await polling;
  expect(telegram.updates.every(({ state }) => state === 'confirmed')).toBe(true);
});
