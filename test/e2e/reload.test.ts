import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTelegramFake, type TelegramFake } from '../../src/loopback/telegram/index.ts';
import { startProgram } from './program.ts';

const shipped = resolve(import.meta.dirname, '../../content');
let parent: string;
let content: string;
let telegram: TelegramFake;
let program: ReturnType<typeof startProgram>;

beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'parley-'));
  content = join(parent, 'content');
  cpSync(shipped, content, { recursive: true });
  telegram = await createTelegramFake();
  const environment = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, CONTENT_DIR: content };
  program = startProgram({ environment });
  await program.logged('Telegram is ready');
});
afterEach(async () => {
  await program.stop();
  await telegram.close();
  rmSync(parent, { recursive: true });
});

async function ask(): Promise<string> {
  const ann = telegram.user({ first_name: 'Ann' });
  return (await telegram.privateChat(ann).say(ann, '/faq reparations')).text;
}

it('a content folder that is gone or broken leaves what is served as it was, until it is mended', async () => {
  renameSync(content, `${content}.gone`);
  program.reload();
  await program.logged('The folder cannot be read');
  await program.logged('What was served before goes on being served');
  expect(await ask()).toContain('Does Ukraine demand reparations?');

  renameSync(`${content}.gone`, content);
  const file = join(content, 'faq/reparations.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('sources:', 'sauces:'));
  program.reload();
  await program.logged('There is no key “sauces”');
  expect(await ask()).toContain('Does Ukraine demand reparations?');

  writeFileSync(file, text.replace('Does Ukraine demand reparations?', 'Does Kyiv demand reparations?'));
  program.reload();
  await program.logged('The content was read again');
  expect(await ask()).toContain('Does Kyiv demand reparations?');
});
