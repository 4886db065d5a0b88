import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Act, ActResult, Looking, PersonId, Scene } from '../src/playground/protocol.ts';
import { launchChromium } from '../test/browser/chromium.ts';

/** `npm run screenshots`: what the README and the docs show, taken from the playground of the program as built. */
const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'docs/screenshots');

interface Shot {
  name: string;
  person: PersonId;
  language?: Looking['language'];
  show: 'discord' | 'telegram' | 'both';
  theme: 'dark' | 'light';
  width: 'desktop' | 'phone';
  /** The window, in CSS pixels. */
  size: { width: number; height: number };
  acts: { person?: PersonId; act: Act }[];
}

const phone = { width: 700, height: 900 };
const slash = (command: string, options: Record<string, string> = {}): Act => ({
  kind: 'discord-slash',
  command,
  options,
});
const say = (text: string): Act => ({ kind: 'telegram-say', text });

/** In the order in which a new user would want them. */
const shots: Shot[] = [
  {
    name: 'answer-discord',
    person: 'member',
    show: 'discord',
    theme: 'dark',
    width: 'phone',
    size: phone,
    acts: [{ act: slash('faq', { question: 'can ukraine join nato while the war goes on?' }) }],
  },
  {
    name: 'answer-telegram',
    person: 'member',
    language: 'uk',
    show: 'telegram',
    theme: 'light',
    width: 'phone',
    size: phone,
    acts: [{ act: say('чи може україна вступити в нато під час війни?') }],
  },
  {
    name: 'positions-discord',
    person: 'member',
    show: 'discord',
    theme: 'dark',
    width: 'phone',
    size: { width: 700, height: 1200 },
    acts: [{ act: slash('positions') }],
  },
  {
    name: 'compare-telegram',
    person: 'member',
    show: 'telegram',
    theme: 'light',
    width: 'phone',
    size: phone,
    acts: [{ act: say('/compare territory') }],
  },
  {
    name: 'stats-discord',
    person: 'moderator',
    show: 'discord',
    theme: 'dark',
    width: 'phone',
    size: { width: 700, height: 1200 },
    acts: [{ person: 'moderator', act: slash('stats') }],
  },
  {
    name: 'playground',
    person: 'member',
    show: 'both',
    theme: 'dark',
    width: 'desktop',
    size: { width: 1440, height: 900 },
    acts: [{ act: slash('faq', { question: 'is a ceasefire likely' }) }, { act: say('is a ceasefire likely') }],
  },
];

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { address, stop } = await startParley();
  const browser = await launchChromium();
  try {
    const scene = (await (await fetch(`${address}/api/scene`)).json()) as Scene;
    for (const shot of shots) {
      const looking = lookingOf(shot, scene);
      for (const { person = shot.person, act } of shot.acts) await carryOut(address, { ...looking, person }, act);
      const context = await browser.newContext({ viewport: shot.size, deviceScaleFactor: 2 });
      const page = await context.newPage();
      await take(page, address, shot, looking);
      await context.close();
      process.stdout.write(`docs/screenshots/${shot.name}.png\n`);
    }
  } finally {
    await browser.close();
    await stop();
  }
}

/** Runs the program as `npm start` does, on a free port, and waits for its address. */
async function startParley(): Promise<{ address: string; stop: () => Promise<void> }> {
  const environment = { ...process.env, PLAYGROUND: 'on', PORT: '0', DISCORD_TOKEN: '', TELEGRAM_TOKEN: '' };
  const child = spawn(process.execPath, [join(root, 'dist/src/bin.js')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const match = /http:\/\/[\d.]+:\d+/u.exec(said);
      if (match) found(match[0]);
    });
    void exited.then(() => failed(new Error(`Parley ended before it said its address:\n${said}`)));
  });
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function lookingOf({ person, language = 'en' }: Shot, scene: Scene): Looking {
  const discord = scene.discord.guilds[0]?.channels[0]?.id ?? 'dm';
  return { person, language, discord, telegram: 0 };
}

async function carryOut(address: string, looking: Looking, act: Act): Promise<void> {
  const response = await fetch(`${address}/api/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...looking, ...act }),
  });
  const result = (await response.json()) as ActResult;
  if (result.refused !== undefined) throw new Error(`${act.kind} was refused: ${result.refused}`);
}

async function take(page: Page, address: string, shot: Shot, looking: Looking): Promise<void> {
  const query = new URLSearchParams({
    ...looking,
    telegram: String(looking.telegram),
    theme: shot.theme,
    width: shot.width,
    show: shot.show,
  });
  await page.goto(`${address}/?${query}`);
  await page.getByRole('article').last().waitFor();
  await page.evaluate('document.fonts.ready');
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const shown = shot.show === 'both' ? page : page.locator(`parley-${shot.show}`);
  await shown.screenshot({ path: join(folder, `${shot.name}.png`) });
}

await main();
