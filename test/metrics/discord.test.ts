import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { command } from '../../src/core/command.ts';
import { paragraph } from '../../src/core/document.ts';
import { UserError } from '../../src/core/errors.ts';
import { createDiscordFake } from '../../src/loopback/discord/index.ts';
import { createDiscord } from '../../src/platforms/discord/index.ts';
import { testReception } from '../builders/callers.ts';
import { testDispatcher, texts } from '../builders/dispatcher.ts';
import { smallCatalogue } from '../builders/knowledge.ts';
import { seriesIn, watching } from './series.ts';

const broken = command({
  name: 'broken',
  options: {},
  run: () => {
    throw new Error('a fault');
  },
});
const forbidden = command({
  name: 'forbidden',
  options: {},
  run: () => {
    throw new UserError('error-moderators-only');
  },
});
const wish = command({
  name: 'wish',
  options: {},
  run: () => ({
    document: [paragraph('A wish')],
    form: {
      title: 'A wish',
      fields: [{ kind: 'text', name: 'title', label: 'Title', lines: 'one', maxLength: 80, required: true, value: '' }],
      submit: { command: 'wish', args: {} },
    },
  }),
  submit: () => ({ document: [paragraph('Wished')] }),
});
const borrowed: typeof texts = {
  ...texts,
  in: (language) => (key, values) => texts.in(language)(key.replace(/^(broken|forbidden|wish)\./u, 'about.'), values),
};

async function connect() {
  const discord = await createDiscordFake();
  const catalogue = smallCatalogue();
  const { dispatcher } = testDispatcher({ catalogue, more: [broken, forbidden, wish] });
  let nowMs = 0;
  const pass = (ms: number) => {
    nowMs += ms;
  };
  const { metrics, watch, counted } = watching(dispatcher, () => nowMs);
  const bot = createDiscord({
    token: discord.token,
    apiUrl: discord.apiUrl,
    dispatcher: watch.over(dispatcher),
    watch,
    reception: testReception({ catalogue }),
    texts: borrowed,
    log: pino({ level: 'silent' }),
    newIncidentId: () => 'test',
    onStopped: () => {},
  });
  onTestFinished(async () => {
    await bot.stop();
    await discord.close();
  });
  await bot.start();
  const channel = discord.guild().channel('general');
  const ann = discord.user({ username: 'ann' });
  return { discord, metrics, counted, channel, ann, pass };
}

it('whatever is asked on Discord is counted under its command or its kind, with what came of it', async () => {
  const { counted, channel, ann, metrics } = await connect();
  const about = await ann.slash(channel, '/about');
  await ann.autocomplete(channel, '/faq question:', 'bord');
  const shown = await ann.slash(channel, '/faq question: NATO accession');
  await ann.press(shown, 'Russia: NATO');
  await ann.messageCommand(channel, 'Answer from FAQ', ann.say(channel, 'zebra pancake recipe'));
  await ann.submit(await ann.slash(channel, '/wish'), { Title: 'peace' });
  await ann.slash(channel, '/broken');
  expect(about.text).toContain('Parley');
  await expect.poll(counted).toEqual({
    'discord about answered': 1,
    'discord autocomplete answered': 1,
    'discord faq answered': 1,
    'discord press answered': 1,
    'discord question answered': 1,
    'discord wish answered': 1,
    'discord form answered': 1,
    'discord broken failed': 1,
  });
  const series = seriesIn(await metrics.text());
  expect(series.get('parley_searches_total{outcome="answer"}')).toBe(1);
  expect(series.get('parley_searches_total{outcome="none"}')).toBe(1);
});

it('what somebody may not do counts as refused, and an answer that Discord does not take as failed', async () => {
  const { counted, channel, ann, discord } = await connect();
  await ann.slash(channel, '/forbidden');
  const fault = { status: 400, body: { code: 50035, message: 'Invalid Form Body' } };
  discord.fault('POST /interactions/:id/:token/callback', fault);
  await ann.slash(channel, '/topics');
  await expect.poll(counted).toEqual({ 'discord forbidden refused': 1, 'discord topics failed': 1 });
});

it('a command lasts until Discord has answered what was sent to it', async () => {
  const { counted, channel, ann, discord, metrics, pass } = await connect();
  const held = discord.fault('POST /interactions/:id/:token/callback', { hang: 'after' }, 1);
  const asked = ann.slash(channel, '/about');
  await expect.poll(() => held.hits()).toBe(1);
  expect(await counted()).toEqual({});
  pass(2000);
  held.release();
  await asked;
  await expect.poll(counted).toEqual({ 'discord about answered': 1 });
  const labels = 'platform="discord",command="about",outcome="answered"';
  expect(seriesIn(await metrics.text()).get(`parley_command_seconds_sum{${labels}}`)).toBe(2);
});

it('the waits that Discord asks for are measured', async () => {
  const { channel, ann, discord, metrics } = await connect();
  discord.fault('POST /interactions/:id/:token/callback', { rateLimit: { retryAfterMs: 1000 } });
  await ann.slash(channel, '/about');
  const series = seriesIn(await metrics.text());
  expect(series.get('parley_rate_limit_wait_seconds_count{platform="discord"}')).toBe(1);
  expect(series.get('parley_rate_limit_wait_seconds_sum{platform="discord"}')).toBe(1);
});
