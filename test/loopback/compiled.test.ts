import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What a bench or a crash test does with them, in short. */
const script = `
import { createDiscordFake } from './src/loopback/discord/index.js';
import { createTelegramFake } from './src/loopback/telegram/index.js';
const ask = (url, body, headers) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const [discord, telegram] = await Promise.all([createDiscordFake(), createTelegramFake()]);
const [channel] = discord.guild().channels(1);
const [group] = telegram.groups(1);
await ask(discord.apiUrl + '/v10/channels/' + channel.id + '/messages', { content: 'to Discord' },
  { authorization: 'Bot ' + discord.token });
await ask(telegram.apiRoot + '/bot' + telegram.token + '/sendMessage', { chat_id: group.id, text: 'to Telegram' });
console.log([...channel.messages(), ...group.messages].map(({ text }) => text).join());
await Promise.all([discord.close(), telegram.close()]);
`;

it('both loopback platforms compile by themselves, and run without a test runner', { timeout: 60_000 }, () => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist/loopback-'));
  try {
    const compilerOptions = {
      noEmit: false,
      allowImportingTsExtensions: false,
      rootDir: root,
      outDir: folder,
      typeRoots: [join(root, 'node_modules/@types')],
    };
    const include = ['discord', 'telegram'].map((name) => join(root, 'src/loopback', name, 'index.ts'));
    const project = { extends: join(root, 'tsconfig.json'), compilerOptions, include };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
    writeFileSync(join(folder, 'script.js'), script);
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
    const said = execFileSync(process.execPath, [join(folder, 'script.js')], { encoding: 'utf8' });
    expect(said).toBe('to Discord,to Telegram\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
