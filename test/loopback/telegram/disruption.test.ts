import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Attempt,
  type ChatHandle,
  createTelegramFake,
  type TelegramFake,
  type TelegramOptions,
} from '../../../src/loopback/telegram/index.ts';

let telegram: TelegramFake;
let api: Api;
let clockMs: number;

async function start(options: TelegramOptions = {}): Promise<void> {
  clockMs = 1_700_000_000_000;
  telegram = await createTelegramFake({ now: () => clockMs, ...options });
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
}
afterEach(() => telegram.close());

const texts = ({ messages }: ChatHandle) => messages.map(({ text }) => text);

describe('a function that disrupts Telegram', () => {
  beforeEach(() => start());

  test('is asked for every call and decides what goes wrong, before anything has happened', async () => {
    const [one, other] = [telegram.group(), telegram.group()];
    const asked: Attempt[] = [];
    const trouble = telegram.disrupt((attempt) => {
      asked.push(attempt);
      return attempt.chat === one.id ? { kind: 'error', code: 500, description: 'Internal Server Error' } : undefined;
    });
    await expect(api.sendMessage(one.id, 'a')).rejects.toMatchObject({ error_code: 500 });
    await api.sendMessage(other.id, 'b');
    await api.getUpdates();
    expect([texts(one), texts(other), trouble.struck]).toEqual([[], ['b'], 1]);
    expect(asked).toMatchObject([
      { method: 'sendMessage', chat: one.id, payload: { text: 'a' } },
      { method: 'sendMessage', chat: other.id },
      { method: 'getUpdates', chat: undefined },
    ]);
    trouble.release();
    await api.sendMessage(one.id, 'c');
    expect(texts(one)).toEqual(['c']);
  });

  test('may change the world first, and leave the answer to Telegram', async () => {
    const group = telegram.group();
    const moved: ChatHandle[] = [];
    telegram.disrupt(({ chat }) => {
      const handle = telegram.chat(chat ?? 0);
      if (handle && moved.length === 0) moved.push(telegram.upgrade(handle));
      return undefined;
    });
    const [refused] = await Promise.allSettled([api.sendMessage(group.id, 'a')]);
    expect(refused).toMatchObject({
      reason: { error_code: 400, parameters: { migrate_to_chat_id: moved[0]?.id } },
    });
    await api.sendMessage(moved[0]?.id ?? 0, 'b');
    expect(moved[0] && texts(moved[0])).toContain('b');
  });

  test('lets go what it held up', async () => {
    const chat = telegram.group();
    const trouble = telegram.disrupt(() => ({ kind: 'hang' }));
    const sending = api.sendMessage(chat.id, 'late');
    await telegram.until('the call to hang', () => trouble.struck || undefined);
    expect(texts(chat)).toEqual([]);
    trouble.release();
    expect(await sending).toMatchObject({ text: 'late' });
  });
});

describe('the limits of Telegram', () => {
  const outcome = (calling: Promise<unknown>) =>
    calling.then(
      () => 'done',
      ({ parameters }: { parameters?: { retry_after?: number } }) => parameters?.retry_after,
    );

  test('count the edits of texts among the thirty a second', async () => {
    await start({ limits: true });
    const chat = telegram.group();
    const { message_id } = await api.sendMessage(chat.id, '0');
    for (let n = 1; n < 30; n++) expect(await outcome(api.editMessageText(chat.id, message_id, `${n}`))).toBe('done');
    expect(await outcome(api.editMessageText(chat.id, message_id, 'one too many'))).toBe(1);
    expect(await outcome(api.sendMessage(telegram.group().id, 'and this'))).toBe(1);
    expect(texts(chat)).toEqual(['29']);
    clockMs += 1000;
    expect(await outcome(api.sendMessage(chat.id, 'the second of twenty a minute'))).toBe('done');
    expect(telegram.rateLimited).toBe(2);
  });

  test('slide: what is a second old counts no more, one by one', async () => {
    await start({ limits: { overallPerSecond: 2 } });
    const send = () => outcome(api.sendMessage(telegram.group().id, 'x'));
    expect(await send()).toBe('done');
    clockMs += 600;
    expect([await send(), await send()]).toEqual(['done', 1]);
    clockMs += 400;
    expect([await send(), await send()]).toEqual(['done', 1]);
  });

  test('allow a group one a second where that is asked for', async () => {
    await start({ limits: { groupPerSecond: 1 } });
    const chat = telegram.supergroup();
    expect([await outcome(api.sendMessage(chat.id, '1')), await outcome(api.sendMessage(chat.id, '2'))]).toEqual([
      'done',
      1,
    ]);
    clockMs += 1000;
    expect(await outcome(api.sendMessage(chat.id, '2'))).toBe('done');
    for (let n = 3; n <= 20; n++) {
      clockMs += 1000;
      await api.sendMessage(chat.id, `${n}`);
    }
    clockMs += 1000;
    expect(await outcome(api.sendMessage(chat.id, '21'))).toBe(40);
  });

  test('are counted with the refusals that were ordered', async () => {
    await start();
    telegram.limit(7);
    expect([await outcome(api.getMe()), telegram.rateLimited]).toEqual([7, 1]);
    telegram.fail({ kind: 'bad-gateway' });
    await outcome(api.getMe());
    expect(telegram.rateLimited).toBe(1);
  });
});

describe('a lean Telegram', () => {
  beforeEach(() => start({ lean: true }));

  test('answers in full and keeps the number of messages alone', async () => {
    const chat = telegram.supergroup();
    const reply_markup = { inline_keyboard: [[{ text: 'Next', callback_data: 'next' }]] };
    const sent = await api.sendMessage(chat.id, 'a <b>long</b> text', { parse_mode: 'HTML', reply_markup });
    expect(sent).toMatchObject({ text: 'a long text', entities: [{ type: 'bold' }], reply_markup });
    expect(chat.messages).toMatchObject([{ text: '', entities: [], buttons: [] }]);
    expect(chat.messages[0]).not.toHaveProperty('html');
    const rich_message = { html: '<p>corrected</p>' };
    const edited = await api.raw.editMessageText({ chat_id: chat.id, message_id: sent.message_id, rich_message });
    expect(edited).toMatchObject({ message_id: sent.message_id, rich_message: { blocks: [{ type: 'paragraph' }] } });
    expect(chat.messages).toHaveLength(1);
    await api.deleteMessage(chat.id, sent.message_id);
    expect(chat.messages).toEqual([]);
    await expect(api.editMessageText(chat.id, sent.message_id, 'x')).rejects.toThrow('message to edit not found');
  });

  test('forgets calls that are long past, and what was in them', async () => {
    const chat = telegram.supergroup();
    for (let n = 0; n < 250; n++) await api.sendMessage(chat.id, `${n}`);
    expect(telegram.calls.length).toBeLessThan(120);
    expect(telegram.calls.at(-1)).toEqual({
      method: 'sendMessage',
      payload: {},
      at: clockMs,
      via: 'http',
      result: { ok: true, result: undefined },
    });
    expect(chat.messages).toHaveLength(250);
  });

  test('still knows when the bot has come to rest', async () => {
    const chat = telegram.supergroup();
    const sending = api.sendMessage(chat.id, 'x');
    await telegram.until('the call', () => (telegram.callsOf('sendMessage').length > 0 ? true : undefined));
    await telegram.settled();
    expect(chat.messages).toHaveLength(1);
    await sending;
  });
});

describe('a big Telegram', () => {
  beforeEach(() => start());

  test('has ten thousand groups of either kind, each with an id of its own', async () => {
    const all = [...telegram.groups(10_000), ...telegram.supergroups(10_000)];
    expect(new Set(all.map(({ id }) => id)).size).toBe(20_000);
    for (const chat of [all[0], all.at(-1)]) {
      await api.sendMessage(chat?.id ?? 0, 'to all');
      expect(telegram.chat(chat?.id ?? 0)?.messages).toMatchObject([{ text: 'to all' }]);
    }
    expect(telegram.chat(-1)).toBeUndefined();
  });

  test('finds each of thousands of messages by its id', async () => {
    const chat = telegram.supergroup();
    const [wanted] = Array.from({ length: 5_000 }, (_, n) => chat.post(undefined, `${n}`)).slice(2_500);
    const reply_parameters = { message_id: wanted?.message.message_id ?? 0 };
    expect(await api.sendMessage(chat.id, 'to that one', { reply_parameters })).toMatchObject({
      reply_to_message: { text: '2500' },
    });
  });

  test('tells of ten thousand updates, each once', async () => {
    const chat = telegram.supergroup();
    for (let n = 0; n < 10_000; n++) chat.post(undefined, `${n}`);
    const told: string[] = [];
    for (let offset = 0; told.length < 10_000; ) {
      const updates = await api.getUpdates({ offset });
      told.push(...updates.map(({ message }) => message?.text ?? ''));
      offset = (updates.at(-1)?.update_id ?? 0) + 1;
    }
    expect(told).toEqual(Array.from({ length: 10_000 }, (_, n) => `${n}`));
  });
});
