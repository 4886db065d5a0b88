import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTelegramFake, type TelegramFake } from '../../src/loopback/telegram/index.ts';
import { freePort } from '../builders/free-port.ts';
import { startProgram } from './program.ts';

let telegram: TelegramFake;
let program: ReturnType<typeof startProgram>;
let port: number;

beforeEach(async () => {
  telegram = await createTelegramFake();
  port = await freePort();
  program = startProgram({
    environment: {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
      PORT: String(port),
    },
  });
  await program.logged('Telegram is ready');
});
afterEach(async () => {
  await program.stop();
  await telegram.close();
});

it('updates that Telegram delivers are answered, each once', async () => {
  const ann = telegram.user({ first_name: 'Ann' });
  const chat = telegram.privateChat(ann);
  const heard = await chat.say(ann, '/faq reparations');
  expect(heard.text).toContain('Does Ukraine demand reparations?');
  telegram.redeliver(telegram.updates.at(-1)?.update.update_id ?? 0);
  await chat.silence();
});

it('whoever does not know the secret is refused', async () => {
  const update = { update_id: 1, message: { message_id: 1, date: 0, chat: { id: 1, type: 'private' }, text: '/faq' } };
  const answer = await fetch(`http://127.0.0.1:${port}/hook`, { method: 'POST', body: JSON.stringify(update) });
  expect(answer.status).toBe(401);
  expect(telegram.callsOf('sendRichMessage')).toEqual([]);
});

it('the server says that the process is alive, and nothing else to strangers', async () => {
  expect((await fetch(`http://127.0.0.1:${port}/live`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/secrets`)).status).toBe(404);
});
