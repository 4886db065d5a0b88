import { Api, GrammyError, HttpError } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChatHandle, createTelegramFake, type TelegramFake } from '../../../src/loopback/telegram/index.ts';

let telegram: TelegramFake;
let api: Api;
let chat: ChatHandle;
let clockMs: number;

beforeEach(async () => {
  clockMs = 1_700_000_000_000;
  telegram = await createTelegramFake({ limits: true, now: () => clockMs });
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  chat = telegram.privateChat(telegram.user());
});
afterEach(() => telegram.close());

test('a flood refusal says how long to wait, as often as ordered', async () => {
  const fault = telegram.limit(7, { method: 'sendMessage', times: 2 });
  for (const _ of [1, 2]) {
    await expect(api.sendMessage(chat.id, 'x')).rejects.toMatchObject({
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    });
  }
  expect(await api.getMe()).toBeDefined();
  expect(await api.sendMessage(chat.id, 'x')).toMatchObject({ text: 'x' });
  expect(fault.struck).toBe(2);
});

test('one message a second to a person, by the clock handed in', async () => {
  await api.sendMessage(chat.id, 'one');
  clockMs += 999;
  await expect(api.sendMessage(chat.id, 'two')).rejects.toMatchObject({ parameters: { retry_after: 1 } });
  clockMs += 1;
  expect(await api.sendMessage(chat.id, 'two')).toMatchObject({ date: 1_700_000_001 });
});

test('twenty messages a minute to a group, thirty a second in all', async () => {
  const group = telegram.group();
  for (let n = 0; n < 20; n++) await api.sendMessage(group.id, 'x');
  await expect(api.sendMessage(group.id, 'x')).rejects.toMatchObject({ parameters: { retry_after: 60 } });
  const other = telegram.group();
  for (let n = 0; n < 10; n++) await api.sendMessage(other.id, 'x');
  await expect(api.sendMessage(other.id, 'x')).rejects.toMatchObject({ parameters: { retry_after: 1 } });
});

test('an error is answered in the words ordered', async () => {
  telegram.fail({ kind: 'error', code: 500, description: 'Internal Server Error' });
  await expect(api.sendMessage(chat.id, 'x')).rejects.toBeInstanceOf(GrammyError);
  expect(chat.messages).toEqual([]);
});

test('a connection reset before leaves nothing, one reset after leaves the message', async () => {
  telegram.fail({ kind: 'reset', when: 'before' });
  await expect(api.sendMessage(chat.id, 'lost')).rejects.toBeInstanceOf(HttpError);
  expect(chat.messages).toEqual([]);
  telegram.fail({ kind: 'reset', when: 'after' });
  await expect(api.sendMessage(chat.id, 'unknown')).rejects.toBeInstanceOf(HttpError);
  expect(chat.messages).toMatchObject([{ text: 'unknown' }]);
});

test('a bad gateway answers with a page of HTML', async () => {
  telegram.fail({ kind: 'bad-gateway' }, { method: 'sendMessage' });
  await expect(api.sendMessage(chat.id, 'x')).rejects.toBeInstanceOf(HttpError);
  telegram.fail({ kind: 'bad-gateway' });
  const page = await fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`);
  expect(page.status).toBe(502);
  expect(await page.text()).toContain('502 Bad Gateway');
});

test('a hanging call is carried out once it is released', async () => {
  const fault = telegram.fail({ kind: 'hang' }, { method: 'sendMessage' });
  const sending = api.sendMessage(chat.id, 'late');
  await telegram.until('the call to hang', () => (fault.struck > 0 ? true : undefined));
  await api.getMe();
  expect(chat.messages).toEqual([]);
  fault.release();
  expect(await sending).toMatchObject({ text: 'late' });
});

test('a slow call takes its time', async () => {
  telegram.fail({ kind: 'slow', delayMs: 60 });
  const started = Date.now();
  await api.sendMessage(chat.id, 'x');
  expect(Date.now() - started).toBeGreaterThanOrEqual(55);
});

test('every call is recorded with what came of it', async () => {
  await api.sendMessage(chat.id, 'x');
  await api.sendMessage(chat.id, '').catch(() => {});
  expect(telegram.callsOf('sendMessage')).toMatchObject([
    { payload: { chat_id: chat.id, text: 'x' }, at: clockMs, result: { ok: true, result: { text: 'x' } } },
    { result: { ok: false, error_code: 400, description: 'Bad Request: message text is empty' } },
  ]);
});
