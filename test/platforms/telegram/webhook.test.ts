import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpServer } from '../../../src/http/server.ts';
import { createTelegramFake } from '../../../src/loopback/telegram/index.ts';
import { createTelegram } from '../../../src/platforms/telegram/index.ts';
import { testReception } from '../../builders/callers.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';
import { freePort } from '../../builders/free-port.ts';
import { withoutStore } from './store.ts';

const secret = 'a-long-enough-secret';
const log = pino({ level: 'silent' });

/** The bot behind its HTTP server, which Telegram pushes updates to. */
async function startBehindWebhook({ isStarted = true, url = '' } = {}) {
  const telegram = await createTelegramFake();
  const port = await freePort();
  const address = url || `http://127.0.0.1:${port}/telegram/updates`;
  const bot = createTelegram({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    dispatcher: testDispatcher().dispatcher,
    reception: testReception(),
    ...withoutStore(),
    texts,
    log,
    webhook: { url: address, secret },
    nearest: () => [],
    newIncidentId: () => 'incident',
    onStopped: () => {},
  });
  const server = createHttpServer({ host: '127.0.0.1', port, routes: bot.webhook ? [bot.webhook] : [], log });
  await server.start();
  if (isStarted) await bot.start();
  onTestFinished(async () => {
    await bot.stop();
    await server.stop();
    await telegram.close();
  });
  const ann = telegram.user({ first_name: 'Ann' });
  const post = (body: string, headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': secret }) =>
    fetch(`http://127.0.0.1:${port}/telegram/updates`, { method: 'POST', body, headers }).then(({ status }) => status);
  return { telegram, bot, ann, group: telegram.supergroup({ members: [ann] }), post };
}

const aMessage = (update_id: number, chatId: number) =>
  JSON.stringify({
    update_id,
    message: {
      message_id: 1,
      date: 1,
      text: '/faq nato-membership',
      chat: { id: chatId, type: 'supergroup' },
      from: { id: 1 },
    },
  });

describe('the webhook', () => {
  it('answers what Telegram pushes', async () => {
    const { group, ann, telegram } = await startBehindWebhook();
    expect((await group.say(ann, '/faq nato-membership')).text).toContain('Hardly.');
    expect(telegram.callsOf('getUpdates')).toEqual([]);
  });

  it('answers one chat in order, and one update once, though both deliveries come together', async () => {
    const { group, telegram, post } = await startBehindWebhook();
    telegram.fail({ kind: 'slow', delayMs: 100 }, { method: 'sendRichMessage' });
    expect(await Promise.all([1, 1, 1].map(() => post(aMessage(7, group.id))))).toEqual([200, 200, 200]);
    await telegram.settled();
    await telegram.until('the answer', () => group.botMessages[0]);
    expect(group.botMessages).toHaveLength(1);
  });

  it('does not let Telegram wait for the answer', async () => {
    const { group, telegram, post } = await startBehindWebhook();
    const hanging = telegram.fail({ kind: 'hang' }, { method: 'sendRichMessage' });
    expect(await post(aMessage(7, group.id))).toBe(200);
    expect(group.botMessages).toEqual([]);
    hanging.release();
    await telegram.until('the answer', () => group.botMessages[0]);
  });

  it('turns away whoever does not know the secret', async () => {
    const { group, post } = await startBehindWebhook();
    const update = aMessage(7, group.id);
    const tries = [
      {},
      { 'x-telegram-bot-api-secret-token': 'wrong' },
      { 'x-telegram-bot-api-secret-token': `${secret}x` },
    ];
    expect(await Promise.all(tries.map((headers) => post(update, headers as Record<string, string>)))).toEqual([
      401, 401, 401,
    ]);
    await group.silence();
  });

  it('refuses what is no update', async () => {
    const { post } = await startBehindWebhook();
    expect(await Promise.all(['', '{', '[]', 'null', '{"update_id":"7"}'].map((body) => post(body)))).toEqual(
      Array(5).fill(400),
    );
    expect(await post(JSON.stringify({ update_id: 1, text: 'x'.repeat(1024 * 1024) }))).toBe(413);
    expect(await post('{"update_id":9}')).toBe(200);
  });

  it('asks Telegram to come back while it is not ready and when it stops', async () => {
    const { bot, group, post } = await startBehindWebhook({ isStarted: false });
    expect(await post(aMessage(7, group.id))).toBe(503);
    await bot.start();
    expect(await post(aMessage(7, group.id))).toBe(200);
    await bot.stop();
    expect(await post(aMessage(8, group.id))).toBe(503);
    expect(group.botMessages).toHaveLength(1);
  });

  it('says what is wrong with the address', async () => {
    const { bot } = await startBehindWebhook({ isStarted: false, url: 'http://example.org/telegram/updates' });
    await expect(bot.start()).rejects.toThrow(
      'Telegram refuses the webhook address: Bad Request: bad webhook: An HTTPS URL must be provided for webhook. Check TELEGRAM_WEBHOOK_URL.',
    );
  });
});
