import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTelegramFake } from '../../src/loopback/telegram/index.ts';

const root = resolve(import.meta.dirname, '../..');

const data = mkdtempSync(join(tmpdir(), 'parley-process-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** The program as it is built, as a process of its own, away from any `.env` of the machine's. */
function start(argv: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [resolve(root, 'dist/app/bin.js'), ...argv], {
    env: { PATH: process.env.PATH, DISCORD_TOKEN: '', TELEGRAM_TOKEN: '', DATA_DIR: data, ...environment },
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  return { child, ended, output: text(child.stdout), errors: text(child.stderr) };
}

describe('the process', () => {
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [resolve(root, 'scripts/build.mjs')]);
  }, 60_000);

  it('answers what is piped to it and ends with status 0', async () => {
    const { child, ended, output, errors } = start([]);
    child.stdin.end('/help\n');
    expect((await ended)[0]).toBe(0);
    expect(await output).toContain('How to use Parley');
    expect(await errors).toBe('');
  });

  it('ends with status 78 and plain words for a broken configuration', async () => {
    const { child, ended, output, errors } = start([], { PORT: 'eighty', LOG_LEVEL: 'loud' });
    child.stdin.end();
    expect((await ended)[0]).toBe(78);
    expect(await errors).toMatch(/2 problems[\s\S]*PORT is not a number[\s\S]*LOG_LEVEL/u);
    expect(await errors).not.toMatch(/\n\s+at /u);
    expect(await output).toBe('');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops on %s with status 0, and confirms what it has answered',
    async (signal) => {
      const telegram = await createTelegramFake();
      const { child, ended, errors } = start([], {
        TELEGRAM_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
      });
      const ann = telegram.user({ first_name: 'Ann' });
      const heard = await telegram.privateChat(ann).say(ann, '/about');
      expect(heard.text).toContain('About Parley');
      child.kill(signal);
      expect((await ended)[0]).toBe(0);
      expect(telegram.callsOf('getUpdates').at(-1)?.payload).toMatchObject({ timeout: 0 });
      expect(await errors).not.toContain(telegram.token);
      await telegram.close();
    },
  );
});
