import { expect, it } from 'vitest';
import { rateLimitFault } from '../../src/loopback/telegram/faults.ts';
import { testDispatcher } from '../builders/dispatcher.ts';
import { smallCatalogue } from '../builders/knowledge.ts';
import { startBot } from '../platforms/telegram/bot.ts';
import { seriesIn, watching } from './series.ts';

/** A bot over the product's commands, watched; the clock of the watch stands still unless moved. */
async function start(parts: NonNullable<Parameters<typeof startBot>[0]>['parts'] = {}) {
  const { dispatcher } = testDispatcher({ catalogue: smallCatalogue() });
  let nowMs = 0;
  const pass = (ms: number) => {
    nowMs += ms;
  };
  const { metrics, watch, counted } = watching(dispatcher, () => nowMs);
  const bot = await startBot({ parts: { dispatcher: watch.over(dispatcher), watch, ...parts } });
  return { ...bot, metrics, counted, pass };
}

it('whatever is asked on Telegram is counted under its command or its kind, with what came of it', async () => {
  const { telegram, ann, group, counted, metrics } = await start();
  const chat = telegram.privateChat(ann);
  await chat.say(ann, '/about');
  const shown = await chat.say(ann, 'can ukraine join nato');
  await shown.press(ann, /Russia/u);
  await chat.say(ann, '/nonsense of mine');
  await chat.say(ann, '/start topics');
  await chat.say(ann, 'zebra pancake recipe');
  await group.say(ann, '@parley_bot /help');
  group.post(ann, 'a word among ourselves');
  await telegram.inline(ann, 'nato');
  await telegram.settled();
  await expect.poll(counted).toEqual({
    'telegram about answered': 1,
    'telegram question answered': 2,
    'telegram press answered': 1,
    'telegram other refused': 1,
    'telegram topics answered': 1,
    'telegram help answered': 1,
    'telegram inline answered': 1,
  });
  const series = seriesIn(await metrics.text());
  expect(series.get('parley_searches_total{outcome="answer"}')).toBe(1);
  expect(series.get('parley_searches_total{outcome="none"}')).toBe(1);
});

it('a command for moderators is refused, and a fault of ours counts as one', async () => {
  const broken = () => {
    throw new Error('broken index');
  };
  const { telegram, ann, counted } = await start({ nearest: broken });
  await telegram.privateChat(ann).say(ann, '/entry list');
  await telegram.inline(ann, 'nato');
  await expect.poll(counted).toEqual({ 'telegram entry list refused': 1, 'telegram inline failed': 1 });
});

it('a command lasts until Telegram has taken the answer', async () => {
  const { telegram, ann, counted, metrics, pass } = await start();
  const fault = telegram.fail({ kind: 'hang' }, { method: 'sendRichMessage' });
  const chat = telegram.privateChat(ann);
  chat.post(ann, '/about');
  await expect.poll(() => fault.struck).toBe(1);
  expect(await counted()).toEqual({});
  pass(3000);
  fault.release();
  await expect.poll(counted).toEqual({ 'telegram about answered': 1 });
  const labels = 'platform="telegram",command="about",outcome="answered"';
  expect(seriesIn(await metrics.text()).get(`parley_command_seconds_sum{${labels}}`)).toBe(3);
});

it('an answer that Telegram refuses counts as failed', async () => {
  const { telegram, ann, counted } = await start();
  telegram.fail({ kind: 'error', code: 403, description: 'Forbidden: bot was blocked by the user' }, { times: 20 });
  telegram.privateChat(ann).post(ann, '/about');
  await expect.poll(counted).toEqual({ 'telegram about failed': 1 });
});

it('a question waits its turn behind the one before it, and that counts', async () => {
  const { telegram, ann, metrics, counted, pass } = await start();
  const fault = telegram.fail({ kind: 'hang' }, { method: 'sendRichMessage' });
  const chat = telegram.privateChat(ann);
  chat.post(ann, '/about');
  chat.post(ann, '/topics');
  await expect.poll(() => fault.struck).toBe(1);
  await expect
    .poll(() => telegram.updates.filter(({ state }) => state === 'delivered' || state === 'confirmed').length)
    .toBe(2);
  pass(1000);
  fault.release();
  await expect.poll(counted).toEqual({ 'telegram about answered': 1, 'telegram topics answered': 1 });
  const labels = 'platform="telegram",command="topics",outcome="answered"';
  expect(seriesIn(await metrics.text()).get(`parley_command_seconds_sum{${labels}}`)).toBe(1);
});

it('the patience that Telegram asks for is measured', async () => {
  const { telegram, ann, metrics } = await start();
  telegram.fail(rateLimitFault(1), { method: 'sendRichMessage' });
  const chat = telegram.privateChat(ann);
  await chat.say(ann, '/about');
  const series = seriesIn(await metrics.text());
  expect(series.get('parley_rate_limit_wait_seconds_sum{platform="telegram"}')).toBe(1);
});
