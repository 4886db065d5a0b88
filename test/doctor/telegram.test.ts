import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineTelegram } from '../../src/doctor/telegram.ts';
import { createTelegramFake, type TelegramFake } from '../../src/loopback/telegram/index.ts';
import { allowedUpdates } from '../../src/platforms/telegram/polling.ts';
import { states } from './findings.ts';

let telegram: TelegramFake;
beforeEach(async () => {
  telegram = await createTelegramFake({ webhookRetryMs: 60_000 });
});
afterEach(() => telegram.close());

const webhook = 'https://parley.example.org/secret-path';

const examine = ({
  token = telegram.token,
  apiRoot = telegram.apiRoot,
  url = undefined as string | undefined,
  now = Date.now(),
} = {}) => examineTelegram({ token, apiRoot }, url, now, new AbortController().signal);

const setWebhook = (url: string, kinds: readonly (typeof allowedUpdates)[number][] = allowedUpdates) =>
  new Api(telegram.token, { apiRoot: telegram.apiRoot }).setWebhook(url, { allowed_updates: kinds });

describe('the doctor on Telegram', () => {
  it('is content with a bot that fetches its updates', async () => {
    const found = await examine();
    expect(states(found)).toEqual(['telegram: ok', 'telegram-settings: ok', 'telegram-updates: ok']);
    expect(found[0]?.message).toContain('@parley_bot');
    expect(found[1]?.message).toMatch(/^Privacy mode off.+inline mode on\.$/u);
  });

  it('only asks: it changes no webhook and takes no updates', async () => {
    await setWebhook('https://elsewhere.example.org/');
    const before = telegram.calls.length;
    await examine();
    await examine({ url: webhook });
    const methods = new Set(telegram.calls.slice(before).map(({ method }) => method));
    expect(methods).toEqual(new Set(['getMe', 'getWebhookInfo']));
  });

  it('says that the token is not accepted, once, without repeating it', async () => {
    const token = '4839574812:AAsomething-that-is-none-of-ours-00';
    const found = await examine({ token });
    expect(found).toEqual([
      expect.objectContaining({ check: 'telegram', state: 'problem', mend: expect.stringContaining('@BotFather') }),
    ]);
    expect(JSON.stringify(found)).not.toContain(token.slice(12));
  });

  it('says where Telegram can’t be reached, without the token that is in the address', async () => {
    const found = await examine({ apiRoot: 'http://127.0.0.1:9' });
    expect(found).toEqual([expect.objectContaining({ check: 'telegram', state: 'problem' })]);
    expect(found[0]?.message).toContain('ECONNREFUSED');
    expect(JSON.stringify(found)).not.toContain(telegram.token.split(':')[1]);
  });

  it('finds a webhook that another program has set where Parley fetches', async () => {
    await setWebhook('https://elsewhere.example.org/secret-path');
    const found = (await examine()).at(-1);
    expect(found).toMatchObject({ check: 'telegram-updates', state: 'problem' });
    expect(found?.message).toContain('elsewhere.example.org');
    expect(JSON.stringify(found)).not.toContain('secret-path');
  });

  it('finds a webhook that is another than the configured one, and tells neither’s path', async () => {
    await setWebhook('https://elsewhere.example.org/its-path');
    expect((await examine({ url: webhook })).at(-1)).toMatchObject({
      state: 'problem',
      message: 'Telegram delivers them to elsewhere.example.org, not to TELEGRAM_WEBHOOK_URL.',
    });
    await setWebhook('https://parley.example.org/its-path');
    const found = await examine({ url: webhook });
    expect(found.at(-1)?.message).toContain('another path of parley.example.org');
    expect(JSON.stringify(found)).not.toMatch(/(its|secret)-path/u);
  });

  it('is content with the configured webhook, and warns of one that is not set yet or lacks kinds of updates', async () => {
    expect((await examine({ url: webhook })).at(-1)).toMatchObject({ state: 'warning' });
    await setWebhook(webhook, ['message']);
    expect((await examine({ url: webhook })).at(-1)?.message).toContain('callback_query');
    await setWebhook(webhook);
    expect((await examine({ url: webhook })).at(-1)).toMatchObject({
      state: 'ok',
      message: 'Delivered to parley.example.org, 40 at once at most.',
    });
  });

  it('warns of a delivery that failed within the last hour', async () => {
    const closed = 'http://127.0.0.1:9/hook';
    await setWebhook(closed);
    const ola = telegram.user();
    const chat = telegram.privateChat(ola);
    chat.post(ola, 'hello');
    const info = () => new Api(telegram.token, { apiRoot: telegram.apiRoot }).getWebhookInfo();
    await expect.poll(async () => (await info()).last_error_message).toBeDefined();
    const found = await examine({ url: closed });
    expect(found.at(-1)).toMatchObject({ state: 'warning', message: expect.stringContaining('could not deliver') });
    expect(states(await examine({ url: closed, now: Date.now() + 2 * 3600_000 }))).not.toContain(
      'telegram-updates: warning',
    );
  });

  it('warns of updates that nobody takes', async () => {
    const ola = telegram.user();
    const chat = telegram.privateChat(ola);
    for (let count = 0; count < 101; count++) chat.post(ola, 'hello');
    expect((await examine()).at(-1)).toMatchObject({ state: 'warning', message: '101 updates wait to be taken.' });
  });
});
