import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createTelegramFake } from '../../src/loopback/telegram/index.ts';
import { freePort } from '../builders/free-port.ts';
import { startProgram } from '../e2e/program.ts';

const scene = (port: number) =>
  vi.waitFor(async () => (await fetch(`http://127.0.0.1:${port}/api/scene`)).json(), { timeout: 30_000 });

describe('the program', { timeout: 60_000 }, () => {
  it('without a token says where the playground is, and runs for it where nobody types', async () => {
    const port = await freePort();
    const program = startProgram({ environment: { PLAYGROUND: 'on', PORT: String(port) }, input: '' });
    onTestFinished(async () => void (await program.stop()));
    expect(await scene(port)).toMatchObject({ people: expect.any(Array) });
    expect((await fetch(`http://127.0.0.1:${port}/live`)).status).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('parley_updates');
    expect(await program.stop()).toBe(0);
    expect(await program.output).toBe(
      `Open http://127.0.0.1:${port} to see Parley as it looks on Discord and on Telegram\n`,
    );
    await expect(fetch(`http://127.0.0.1:${port}/live`)).rejects.toThrow();
  });

  it('ends with the questions that are piped to it', async () => {
    const port = await freePort();
    const program = startProgram({ environment: { PLAYGROUND: 'on', PORT: String(port) }, input: '/help\n' });
    expect(await program.status).toBe(0);
    expect(await program.output).toContain('How to use Parley');
  });

  it('with a token shows the playground only where it is told to, and apart from the real platform', async () => {
    const telegram = await createTelegramFake();
    onTestFinished(() => telegram.close());
    const port = await freePort();
    const environment = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, PORT: String(port) };
    const program = startProgram({ environment: { ...environment, PLAYGROUND: 'on' } });
    onTestFinished(async () => void (await program.stop()));
    await program.logged(`Open http://127.0.0.1:${port} to see Parley`);
    await scene(port);
    const looking = { person: 'member', language: 'en', discord: 'dm', telegram: 0 };
    const calls = telegram.callsOf('sendMessage').length;
    const acted = await fetch(`http://127.0.0.1:${port}/api/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...looking, kind: 'discord-slash', command: 'about', options: {} }),
    });
    expect(await acted.json()).toMatchObject({ message: expect.any(String) });
    expect(telegram.callsOf('sendMessage')).toHaveLength(calls);
    expect(await program.stop()).toBe(0);
  });
});
