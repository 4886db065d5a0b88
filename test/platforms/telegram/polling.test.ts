import { describe, expect, it, vi } from 'vitest';
import { OperatorError } from '../../../src/core/errors.ts';
import { createBot, startBot } from './bot.ts';

const secondPoller =
  'Another process is polling Telegram with the same token, so updates go to either; one of the two must stop. Trying again.';
const conflict = {
  kind: 'error',
  code: 409,
  description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
} as const;

describe('at the start', () => {
  it('a webhook left behind is removed', async () => {
    const { telegram, ann } = await startBot();
    expect(telegram.callsOf('deleteWebhook')).toHaveLength(1);
    expect((await telegram.privateChat(ann).say(ann, '/help')).text).toContain('How to use Parley');
  });

  it('a wrong token is told in one sentence that does not repeat it', async () => {
    const { bot, telegram, stopped } = await createBot({ parts: { token: '1:wrong' } });
    const started = bot.start();
    await expect(started).rejects.toBeInstanceOf(OperatorError);
    await expect(started).rejects.toThrow(
      'Telegram does not accept the token: set TELEGRAM_TOKEN to the one that @BotFather shows.',
    );
    expect(stopped).toEqual([]);
    expect(telegram.callsOf('getUpdates')).toEqual([]);
  });

  it('a server that is not the Bot API is told apart from a wrong token', async () => {
    const { bot, telegram } = await createBot();
    telegram.fail({ kind: 'error', code: 404, description: 'Not Found' }, { method: 'getMe' });
    await expect(bot.start()).rejects.toThrow(
      'The address in TELEGRAM_API_ROOT does not know this bot: check it, and TELEGRAM_TOKEN.',
    );
  });

  it('an outage is waited out, told of once and once when it is over', async () => {
    const { bot, telegram, told } = await createBot();
    telegram.fail({ kind: 'bad-gateway' }, { method: 'getMe', times: 2 });
    telegram.fail({ kind: 'reset', when: 'before' }, { method: 'getMe' });
    await bot.start();
    expect(told()).toEqual([
      expect.stringMatching(/^Telegram cannot be reached \(.+\)\. Trying again until it can\.$/u),
      'Telegram answers again.',
      'Telegram is ready.',
    ]);
  });

  it('old menus are no reason not to answer', async () => {
    const { bot, telegram, told } = await createBot();
    telegram.fail(
      { kind: 'error', code: 400, description: 'Bad Request: nope' },
      { method: 'setMyCommands', times: 9 },
    );
    await bot.start();
    expect(told()).toEqual([
      'Telegram is ready.',
      "Telegram's command menus could not be brought up to date (Bad Request: nope); the old ones stay.",
    ]);
  });
});

describe('while it runs', () => {
  it('an outage loses nothing', async () => {
    const { telegram, ann, told } = await startBot();
    telegram.fail({ kind: 'bad-gateway' }, { method: 'getUpdates', times: 3 });
    telegram.fail({ kind: 'reset', when: 'after' }, { method: 'getUpdates' });
    const chat = telegram.privateChat(ann);
    expect((await chat.say(ann, '/help')).text).toContain('How to use Parley');
    expect((await chat.say(ann, '/about')).text).toContain('About Parley');
    await vi.waitFor(() => expect(told()).toContain('Telegram answers again.'));
    expect(told().filter((line) => line.startsWith('Telegram cannot be reached'))).toHaveLength(1);
  });

  it('a second poller is told of in one sentence, once, and outlasted', async () => {
    const { telegram, ann, told, logged } = await startBot();
    telegram.fail(conflict, { method: 'getUpdates', times: 4 });
    const chat = telegram.privateChat(ann);
    await chat.say(ann, '/help');
    await chat.say(ann, '/help');
    await vi.waitFor(() => expect(told()).toContain(secondPoller));
    expect(told().filter((line) => line === secondPoller)).toHaveLength(1);
    expect(logged.some(({ err }) => err)).toBe(false);
  });

  it('a revoked token stops it for good, and the reason says what to do', async () => {
    const { telegram, ann, stopped, told } = await startBot();
    telegram.revokeToken();
    telegram.privateChat(ann).post(ann, '/help');
    await vi.waitFor(() => expect(stopped).not.toEqual([]));
    expect(stopped.map(({ message }) => message)).toEqual([
      'Telegram no longer accepts the token; set TELEGRAM_TOKEN to the new one that @BotFather shows.',
    ]);
    expect(told()).toEqual(['Telegram is ready.']);
  });

  it('an update that comes again is not answered again', async () => {
    const { telegram, group, ann } = await startBot();
    const { update } = group.post(ann, '/faq nato-membership');
    await group.hear(ann);
    telegram.redeliver(update.update.update_id);
    await group.silence();
  });

  it('one chat is answered in order', async () => {
    const { telegram, group, ann } = await startBot();
    telegram.fail({ kind: 'slow', delayMs: 100 }, { method: 'sendRichMessage' });
    for (const question of ['/faq nato-membership', '/faq land-for-peace', '/faq border-history'])
      group.post(ann, question);
    await telegram.settled();
    expect(group.botMessages.map(({ text }) => text.split('\n')[0])).toEqual([
      'Can Ukraine join NATO during the war?',
      'Would Ukraine give up land for peace?',
      'What are the borders of 1991?',
    ]);
  });

  it('one slow chat keeps no other waiting', async () => {
    const { telegram, group, ann } = await startBot();
    const hanging = telegram.fail({ kind: 'hang' }, { method: 'sendRichMessage' });
    group.post(ann, '/faq nato-membership');
    await telegram.until('the slow answer', () => telegram.callsOf('sendRichMessage')[0]);
    expect((await telegram.privateChat(ann).say(ann, '/help')).text).toContain('How to use Parley');
    hanging.release();
    expect((await group.hear(ann)).text).toContain('Hardly.');
  });

  it('waits as long as Telegram asks before it sends again', async () => {
    const { telegram, group, ann } = await startBot();
    telegram.limit(1, { method: 'sendRichMessage' });
    expect((await group.say(ann, '/faq nato-membership')).text).toContain('Hardly.');
    const [first, second] = telegram.callsOf('sendRichMessage');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('being thrown out is nothing to tell the operator of', async () => {
    const { telegram, ann, told, logged } = await startBot();
    const chat = telegram.privateChat(ann);
    telegram.fail({ kind: 'error', code: 403, description: 'Forbidden: bot was blocked by the user' });
    chat.post(ann, '/help');
    await telegram.settled();
    expect(told()).toEqual(['Telegram is ready.']);
    expect(logged.find(({ msg }) => msg === 'Telegram did not take an answer.')).toMatchObject({
      level: 20,
      reason: 'Forbidden: bot was blocked by the user',
    });
  });

  it('what cannot be sent is logged under the number that the person is shown', async () => {
    const { telegram, group, ann, logged } = await startBot();
    for (const method of ['sendRichMessage', 'sendMessage'])
      telegram.fail({ kind: 'error', code: 400, description: 'Bad Request: odd' }, { method });
    const heard = await group.say(ann, '/faq nato-membership');
    expect(heard.text).toContain('it has been logged as incident-1');
    expect(logged.filter(({ level }) => level >= 50)).toMatchObject([{ incident: 'incident-1' }]);
  });

  it('the log holds neither the token nor what people wrote', async () => {
    const { telegram, group, ann, logged } = await startBot();
    telegram.fail({ kind: 'reset', when: 'before' }, { method: 'sendRichMessage' });
    group.post(ann, '/faq my secret question about land');
    await vi.waitFor(() => expect(logged.some(({ level }) => level >= 50)).toBe(true));
    expect(logged.some(({ err }) => err?.stack.includes('HttpError'))).toBe(true);
    expect(JSON.stringify(logged)).not.toContain(telegram.token.split(':')[1]);
    expect(JSON.stringify(logged)).not.toContain('secret question');
  });
});

describe('at the end', () => {
  it('what was taken is answered, and confirmed so that nothing is answered twice after a restart', async () => {
    const { bot, makeBot, telegram, group, ann } = await startBot({ parts: { delaysMs: [60_000] } });
    await telegram.until('the first poll', () => telegram.callsOf('getUpdates')[0]);
    telegram.fail({ kind: 'slow', delayMs: 100 }, { method: 'sendRichMessage' });
    telegram.fail({ kind: 'bad-gateway' }, { method: 'getUpdates' });
    group.post(ann, '/faq nato-membership');
    await telegram.until('the answer to be under way', () => telegram.callsOf('sendRichMessage')[0]);
    await bot.stop();
    expect(group.botMessages.map(({ text }) => text)).toEqual([expect.stringContaining('Hardly.')]);
    expect(telegram.updates.map(({ state }) => state)).toEqual(['confirmed']);
    const next = makeBot();
    await next.start();
    await telegram.until('the next poll', () => telegram.callsOf('getUpdates')[3]);
    await telegram.settled();
    expect(group.botMessages).toHaveLength(1);
    await next.stop();
  });

  it('stopping during an outage does not wait for its end', async () => {
    const { bot, telegram } = await createBot({ parts: { delaysMs: [60_000] } });
    telegram.fail({ kind: 'bad-gateway' }, { method: 'getMe' });
    const started = bot.start().catch((error: Error) => error.name);
    await telegram.until('the first try', () => telegram.callsOf('getMe')[0]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await bot.stop();
    expect(await started).toBe('AbortError');
  });
});
