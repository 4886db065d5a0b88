import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordFake, type DiscordFake } from '../../src/loopback/discord/index.ts';
import { createTelegramFake, type TelegramFake } from '../../src/loopback/telegram/index.ts';
import { startProgram } from './program.ts';

async function run(
  argv: string[],
  setting: { environment?: Record<string, string>; input?: string; now?: () => Date } = {},
) {
  const program = startProgram({ argv, ...setting });
  const status = await program.status;
  return { status, output: await program.output, errors: program.errors.join('\n') };
}

describe('npm start', () => {
  it('without a token answers lines until the input ends', async () => {
    const { status, output } = await run([], { input: '/position russia nato\nis a ceasefire likely?\n' });
    expect(status).toBe(0);
    expect(output).toContain('Russia: NATO');
    expect(output).toContain('Is a ceasefire likely');
  });

  it('-- ask answers once', async () => {
    const { status, output } = await run(['ask', 'Can Ukraine join NATO during the war?']);
    expect(status).toBe(0);
    expect(output).toMatch(/According to the analysis, technically no/u);
    expect(output).toMatch(/Sources/u);
  });

  it('-- ask --json prints one line', async () => {
    const { output } = await run(['ask', 'NATO membership during the war', '--json']);
    expect(output.split('\n')).toHaveLength(2);
    expect(JSON.parse(output)).toMatchObject({
      query: 'NATO membership during the war',
      lang: 'en',
      answer: { id: 'nato-membership-at-war' },
      alternatives: expect.any(Array),
    });
  });

  it('-- ask --stdin prints a line for each line read', async () => {
    const { output } = await run(['ask', '--stdin', '--lang', 'uk'], { input: 'nato membership\n\nreparations\n' });
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ query, lang }) => [query, lang])).toEqual([
      ['nato membership', 'uk'],
      ['', 'uk'],
      ['reparations', 'uk'],
    ]);
  });

  it.each(['discord', 'telegram'])('-- commands --platform %s prints JSON and nothing else', async (platform) => {
    const { status, output, errors } = await run(['commands', '--platform', platform]);
    expect(status).toBe(0);
    expect(JSON.parse(output).length).toBeGreaterThan(0);
    expect(errors).toBe('');
  });

  it('-- check finds nothing wrong with the content', async () => {
    const { status, output } = await run(['check']);
    expect(output).toMatch(/30 entries, 23 positions, 4 plans, 1 update, 3 sources\./u);
    expect(status).toBe(0);
  });

  it.each([
    [['ask'], /Ask something/u],
    [['ask', 'x', '--lang', 'fr'], /--lang takes one of en, uk, ru/u],
    [['ask', 'x', '--stdin'], /not both/u],
    [['commands'], /--platform discord or --platform telegram/u],
    [['doctor', 'please'], /nothing but --json/u],
    [['dance'], /There is no command “dance”/u],
    [['--dance'], /--dance/u],
  ])('-- %j is refused with how to mend it, as status 64', async (argv, message) => {
    const { status, errors, output } = await run(argv);
    expect(status).toBe(64);
    expect(errors).toMatch(message);
    expect(output).toBe('');
  });

  it('names everything that is wrong with the configuration at once, without its values', async () => {
    const environment = {
      DISCORD_TOKEN: '"quoted secret"',
      TELEGRAM_TOKEN: 'no colon secret',
      PORT: '99999',
      LOG_LEVEL: 'loud',
      TELEGRAM_API_ROOT: 'localhost',
    };
    const { status, errors } = await run([], { environment });
    expect(status).toBe(78);
    for (const name of Object.keys(environment)) expect(errors).toContain(name);
    expect(errors).toContain('.env.example');
    expect(errors).not.toContain('secret');
  });
});

describe('npm start -- doctor', { timeout: 60_000 }, () => {
  const now = () => new Date();
  let discord: DiscordFake;
  let telegram: TelegramFake;
  let folder: string;
  beforeEach(async () => {
    [discord, telegram, folder] = await Promise.all([
      createDiscordFake(),
      createTelegramFake(),
      mkdtemp(join(tmpdir(), 'parley-doctor-')),
    ]);
  });
  afterEach(() => Promise.all([discord.close(), telegram.close(), rm(folder, { recursive: true })]));
  const connected = () => ({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATA_DIR: folder,
  });
  const statesIn = (output: string) =>
    Object.fromEntries(
      output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ check, state }) => [check, state]),
    );

  it('finds a laptop without a token in order, and says what runs there', async () => {
    const { status, output, errors } = await run(['doctor'], { environment: { PLAYGROUND: 'on' } });
    expect(status).toBe(0);
    expect(output).toMatch(/✓ configuration +No token is set/u);
    expect(output).toContain('There is no database yet');
    expect(output).toContain('Nothing must be mended.');
    expect(output).not.toMatch(/[✗!]/u);
    expect(errors).toBe('');
  });

  it('finds a bot that runs in order, and disturbs nothing', async () => {
    const program = startProgram({ environment: connected(), now });
    // Beside other tests, a whole program takes its time to start.
    for (const message of ['Connected to Discord', 'Telegram is ready'])
      await expect.poll(() => program.log.map(({ msg }) => msg).join(), { timeout: 50_000 }).toContain(message);
    const requests = discord.requests.length;
    const { status, output } = await run(['doctor', '--json'], { environment: connected(), now });
    const asked = discord.requests.slice(requests);
    await program.stop();
    expect(statesIn(output)).toEqual({
      version: 'ok',
      configuration: 'ok',
      port: 'skipped',
      clock: 'ok',
      disk: expect.stringMatching(/ok|warning/u),
      content: 'ok',
      database: 'ok',
      'database-schema': 'ok',
      'database-damage': 'ok',
      outbox: 'ok',
      deliveries: 'ok',
      subscriptions: 'ok',
      discord: 'ok',
      'discord-gateway': 'ok',
      'discord-application': 'ok',
      'discord-commands': 'ok',
      'discord-places': 'ok',
      telegram: 'ok',
      'telegram-settings': 'ok',
      'telegram-updates': 'ok',
      'telegram-places': 'ok',
    });
    expect(status).toBe(0);
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('finds a clock that is a minute off', async () => {
    const minuteAhead = () => new Date(Date.now() + 60_000);
    const { status, output } = await run(['doctor', '--json'], { environment: connected(), now: minuteAhead });
    expect(statesIn(output)).toMatchObject({ clock: 'problem', discord: 'ok', telegram: 'ok' });
    expect(status).toBe(1);
  });

  it('tells everything that is wrong at once, goes on with the rest, and shows no secret', async () => {
    const environment = {
      ...connected(),
      DISCORD_TOKEN: 'bm9uZQ.hushed.discord-token-that-is-none',
      TELEGRAM_TOKEN: '99999:hushed-telegram-token-that-is-none',
      TELEGRAM_WEBHOOK_URL: 'https://parley.example.org:4000/hushed-path',
      TELEGRAM_WEBHOOK_SECRET: 'hushed-webhook-secret',
      DATABASE_URL: 'postgres://parley:hushed-password@127.0.0.1:9/parley',
      LOG_LEVEL: 'hushed-level',
      PORT: '99999',
    };
    const told = await run(['doctor', '--json'], { environment, now });
    expect(statesIn(told.output)).toMatchObject({
      configuration: 'problem',
      content: 'ok',
      database: 'problem',
      discord: 'problem',
      telegram: 'problem',
    });
    expect(told.output).toMatch(/PORT.+\n.+LOG_LEVEL/u);
    const read = await run(['doctor'], { environment, now });
    expect([told.status, read.status]).toEqual([1, 1]);
    for (const { output, errors } of [told, read]) expect(output + errors).not.toContain('hushed');
  });
});
