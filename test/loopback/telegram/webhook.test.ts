import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, Bot, webhookCallback } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTelegramFake, type TelegramFake } from '../../../src/loopback/telegram/index.ts';

let telegram: TelegramFake;
let server: Server | undefined;
let api: Api;

beforeEach(async () => {
  telegram = await createTelegramFake({ webhookRetryMs: 5 });
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
});
afterEach(async () => {
  await telegram.close();
  server?.closeAllConnections();
  server?.close();
});

async function listen(handler: Parameters<typeof createServer>[1]): Promise<string> {
  server = createServer(handler as never);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

test('a grammY bot answers over a webhook and checks its secret', async () => {
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  bot.on('message:text', (context) => context.reply('over the webhook'));
  const url = await listen(webhookCallback(bot, 'http', { secretToken: 's3cret_-' }) as never);
  await bot.api.setWebhook(url, { secret_token: 's3cret_-' });
  const ann = telegram.user();
  expect((await telegram.privateChat(ann).say(ann, 'hi')).text).toBe('over the webhook');
  await telegram.settled();
  expect(await api.getWebhookInfo()).toMatchObject({ url, pending_update_count: 0 });
});

test('the secret token goes along in the header', async () => {
  const headers: IncomingHttpHeaders[] = [];
  const url = await listen((request, response) => {
    headers.push(request.headers);
    response.end();
  });
  await api.setWebhook(url, { secret_token: 'abc' });
  telegram.push({ message: {} });
  await telegram.settled();
  expect(headers[0]).toMatchObject({ 'x-telegram-bot-api-secret-token': 'abc' });
});

test('an update that was not answered with success is delivered again', async () => {
  const ids: number[] = [];
  const url = await listen(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    ids.push(JSON.parse(body).update_id);
    response.writeHead(ids.length < 3 ? 500 : 200).end();
  });
  await api.setWebhook(url);
  const { update_id } = telegram.push({ message: {} });
  await telegram.settled();
  expect(ids).toEqual([update_id, update_id, update_id]);
  expect(await api.getWebhookInfo()).toMatchObject({
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
  });
  telegram.redeliver(update_id);
  await telegram.settled();
  expect(ids).toHaveLength(4);
});

test('the updates of a chat come one after the other, those of different chats at once', async () => {
  const arrived: number[] = [];
  const held: (() => void)[] = [];
  const url = await listen(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    arrived.push(JSON.parse(body).message.chat.id);
    held.push(() => response.end());
  });
  await api.setWebhook(url);
  for (const id of [1, 1, 2]) telegram.push({ message: { chat: { id } } });
  await expect.poll(() => arrived).toEqual([1, 2]);
  held.shift()?.();
  await expect.poll(() => arrived).toEqual([1, 2, 1]);
  for (const answer of held) answer();
  await telegram.settled();
});

test('a method call in the body of the answer is carried out', async () => {
  const ann = telegram.user();
  const chat = telegram.privateChat(ann);
  const url = await listen((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ method: 'sendMessage', chat_id: ann.id, text: 'in the body' })),
  );
  await api.setWebhook(url);
  expect((await chat.say(ann, 'hi')).text).toBe('in the body');
  expect(telegram.callsOf('sendMessage')).toMatchObject([{ via: 'webhook', result: { ok: true } }]);
});

test.each([
  [{ url: 'http://parley.example.org/' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
  [{ url: 'https://parley.example.org:81/' }, 'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443'],
  [{ url: 'https://a.org/', secret_token: 'no spaces' }, 'secret token contains unallowed characters'],
  [{ url: 'https://a.org/', secret_token: 'x'.repeat(257) }, 'secret token is too long'],
])('the webhook %j is refused', async (payload, reason) => {
  await expect(api.raw.setWebhook(payload)).rejects.toMatchObject({ description: `Bad Request: ${reason}` });
});

test('a strict fake takes no plain HTTP even on loopback', async () => {
  const strict = await createTelegramFake({ allowHttpWebhook: false });
  const refused = new Api(strict.token, { apiRoot: strict.apiRoot }).setWebhook('http://127.0.0.1:8080/');
  await expect(refused).rejects.toMatchObject({ error_code: 400 });
  await strict.close();
});
