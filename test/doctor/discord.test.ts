import { REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineDiscord } from '../../src/doctor/discord.ts';
import { createDiscordFake, type DiscordFake } from '../../src/loopback/discord/index.ts';
import { commandsJson } from '../../src/platforms/discord/registration.ts';
import { testDispatcher, texts } from '../builders/dispatcher.ts';
import { worst } from './findings.ts';

const commands = commandsJson(testDispatcher().dispatcher.commands, texts);

let discord: DiscordFake;
beforeEach(async () => {
  discord = await createDiscordFake();
});
afterEach(() => discord.close());

const examine = ({ token = discord.token, apiUrl = discord.apiUrl, own = async () => commands } = {}) =>
  examineDiscord({ token, apiUrl }, own, new AbortController().signal);

async function register(body: unknown[] = commands): Promise<void> {
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  await rest.put(Routes.applicationCommands(discord.applicationId), { body });
}

describe('the doctor on Discord', () => {
  it('is content with a bot that has registered its commands', async () => {
    await register();
    discord.guild();
    const found = await examine();
    expect(found).toEqual([
      { check: 'discord', state: 'ok', message: expect.stringMatching(/^The token is that of \w+\.$/u) },
      { check: 'discord-gateway', state: 'ok', message: '1000 of 1000 starts left today.' },
      { check: 'discord-application', state: 'ok', message: 'On 1 server. Anybody may add it to a server.' },
      { check: 'discord-commands', state: 'ok', message: expect.stringContaining(`All ${commands.length}`) },
    ]);
  });

  it('only reads: it registers nothing, and never connects', async () => {
    await register(commands.slice(1));
    const before = discord.requests.length;
    await examine();
    expect(new Set(discord.requests.slice(before).map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(discord.commands()).toHaveLength(commands.length - 1);
    expect(discord.gateway.connected()).toBeFalsy();
  });

  it('says that the token is not accepted, once, without repeating it', async () => {
    const token = 'bm90LWEtdG9rZW4.secret.whatever-this-is';
    const found = await examine({ token });
    expect(found).toEqual([
      expect.objectContaining({ check: 'discord', state: 'problem', mend: expect.stringContaining('Reset Token') }),
    ]);
    expect(JSON.stringify(found)).not.toContain(token);
  });

  it('says where Discord can’t be reached', async () => {
    const [found, ...others] = await examine({ apiUrl: 'http://127.0.0.1:9/api' });
    expect(found).toMatchObject({ state: 'problem', mend: expect.stringContaining('DISCORD_API_URL') });
    expect(found?.message).toContain('ECONNREFUSED');
    expect(others).toEqual([]);
  });

  it('warns of commands that are not registered, and names those that are missing', async () => {
    expect(await examine()).toContainEqual(
      expect.objectContaining({ check: 'discord-commands', state: 'warning', message: 'None is registered yet.' }),
    );
    await register(commands.slice(1));
    const message = expect.stringContaining(`missing: ${commands[0]?.name}.`);
    expect(await examine()).toContainEqual(
      expect.objectContaining({ check: 'discord-commands', state: 'warning', message }),
    );
    await register(commands.map((one, index) => (index === 0 ? { ...one, description: 'What it said before' } : one)));
    expect(await examine()).toContainEqual(
      expect.objectContaining({ message: 'Those registered are of another version or content.' }),
    );
  });

  it('compares no commands where its own can’t be listed', async () => {
    const own = () => Promise.reject(new Error('There is no entry to serve.'));
    expect(await examine({ own })).toContainEqual(
      expect.objectContaining({ check: 'discord-commands', state: 'skipped' }),
    );
  });

  it('finds an application whose commands go to an address instead of to the gateway', async () => {
    await register();
    const body = { id: discord.applicationId, bot_public: true, interactions_endpoint_url: 'https://example.org/x' };
    discord.fault('GET /applications/@me', { status: 200, body });
    const found = await examine();
    expect(worst(found)).toMatchObject({ check: 'discord-application', state: 'problem' });
    expect(JSON.stringify(found)).not.toContain('example.org');
  });

  it('goes on with the rest where one answer fails', async () => {
    await register();
    discord.fault('GET /gateway/bot', { badGateway: true });
    const found = await examine();
    expect(found.map(({ check, state }) => [check, state])).toEqual([
      ['discord', 'ok'],
      ['discord-gateway', 'problem'],
      ['discord-application', 'ok'],
      ['discord-commands', 'ok'],
    ]);
  });
});

describe('the starts that Discord allows in a day', () => {
  it.each([
    [0, 'problem'],
    [5, 'warning'],
    [900, 'ok'],
  ])('with %i left are %s', async (remaining, state) => {
    const session_start_limit = { total: 1000, remaining, reset_after: 5 * 3600_000, max_concurrency: 1 };
    discord.fault('GET /gateway/bot', { status: 200, body: { url: 'ws://x', shards: 3, session_start_limit } });
    const [gateway] = (await examine()).filter(({ check }) => check === 'discord-gateway');
    expect(gateway).toMatchObject({
      state,
      message: `${remaining} of 1000 starts left today. Discord recommends 3 shards.`,
    });
  });
});
