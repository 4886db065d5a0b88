import { describe, expect, it } from 'vitest';
import { type Configured, examineConfiguration } from '../../src/doctor/configuration.ts';
import { secretsIn, usableConfig } from '../../src/usable-config.ts';
import { states, worst } from './findings.ts';

const configured: Configured = {
  problems: [],
  discord: true,
  telegram: true,
  ownBotApi: false,
  webhookUrl: undefined,
  http: undefined,
  playground: false,
};
const http = { host: '127.0.0.1', port: 8080, orAnyPort: false };
const withWebhook = (webhookUrl: string, more: Partial<Configured> = {}) =>
  examineConfiguration({ ...configured, webhookUrl, http: { ...http, host: '0.0.0.0' }, ...more });

describe('the configuration', () => {
  it('says what will run', () => {
    expect(examineConfiguration(configured)[0]?.message).toBe('To run: Discord, Telegram (fetching updates).');
  });

  it('without a token is fine, and says what that is for', () => {
    const found = examineConfiguration({ ...configured, discord: false, telegram: false, playground: true });
    expect(states(found)).toEqual(['configuration: ok']);
    expect(found[0]?.message).toMatch(/playground.+That is fine/u);
  });

  it.each([
    ['https://parley.example.org/telegram', 'ok'],
    ['https://parley.example.org:8443/telegram', 'ok'],
    ['http://parley.example.org/telegram', 'problem'],
    ['https://parley.example.org:8080/telegram', 'problem'],
    ['https://localhost/telegram', 'problem'],
    ['https://127.0.0.1:8443/telegram', 'problem'],
  ])('with the webhook %s is %s', (url, state) => {
    expect(worst(withWebhook(url))).toMatchObject({ state });
  });

  it('may have a Bot API server of one’s own deliver to any address', () => {
    expect(worst(withWebhook('http://127.0.0.1:9000/telegram', { ownBotApi: true, http }))).toMatchObject({
      state: 'ok',
    });
  });

  it('warns of a webhook that only a proxy on the same machine reaches', () => {
    const found = withWebhook('https://parley.example.org/telegram', { http });
    expect(worst(found)).toMatchObject({ state: 'warning', message: expect.stringContaining('same machine') });
  });

  it('warns of a playground that others can reach', () => {
    const found = examineConfiguration({ ...configured, playground: true, http: { ...http, host: '0.0.0.0' } });
    expect(worst(found)).toMatchObject({ state: 'warning', mend: 'Set PLAYGROUND=off on a public server.' });
  });
});

describe('a configuration with problems', () => {
  const environment = {
    DISCORD_TOKEN: '"quoted secret"',
    TELEGRAM_WEBHOOK_URL: 'https://parley.example.org/x',
    PORT: '99999',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'postgres://parley:pass%21word@db/parley',
  };

  it('tells them all, and is used without the variables that have them', () => {
    const { config, problems } = usableConfig(environment);
    expect(problems.map((sentence) => sentence.split(' ')[0]).sort()).toEqual([
      'DISCORD_TOKEN',
      'LOG_LEVEL',
      'PORT',
      'TELEGRAM_WEBHOOK_URL',
    ]);
    expect(config).toMatchObject({ databaseUrl: environment.DATABASE_URL, logLevel: 'info' });
    expect(config.discord).toBeUndefined();
    expect(states(examineConfiguration({ ...configured, problems }))).toEqual(Array(4).fill('configuration: problem'));
  });

  it('is not blamed for what is wrong only because a variable is left out', () => {
    const { problems } = usableConfig({
      TELEGRAM_TOKEN: 'no colon',
      TELEGRAM_WEBHOOK_URL: 'https://parley.example.org/x',
    });
    expect(problems.map((sentence) => sentence.split(' ')[0])).toEqual(['TELEGRAM_TOKEN']);
  });

  it('has its secrets kept all the same', () => {
    const secrets = secretsIn({ ...environment, TELEGRAM_TOKEN: '123:abcdef' }, usableConfig(environment).config);
    expect(secrets).toEqual(
      expect.arrayContaining(['"quoted secret"', '123:abcdef', 'abcdef', 'pass%21word', 'pass!word']),
    );
  });
});
