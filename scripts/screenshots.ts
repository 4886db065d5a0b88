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
  /** The window, in CSS pixels; a platform that is shown alone is as wide as a phone. */
  size: { width: number; height: number };
  /** On Telegram; the private chat unless told. */
  chat?: string;
  steps: Step[];
}

/** Something that the person does, or a form that they fill in by the ids of its fields, and the button that they then press. */
interface Step {
  act: Act;
  /** Somebody else, in their private chat. */
  person?: PersonId;
  fill?: Record<string, string>;
  press?: string;
}

const phone = { width: 700, height: 1320 };
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const slash = (command: string, options: Record<string, string> = {}): Act => ({
  kind: 'discord-slash',
  command,
  options,
});
const say = (text: string): Act => ({ kind: 'telegram-say', text });
const forward = (ms: number): Act => ({ kind: 'clock-forward', ms });

/** A few days on which people ask. */
const askedFor = (days: number): Step[] =>
  Array.from({ length: days }, (_, day) => [
    ...askings.slice(0, 2 + ((day * 3) % 5)).map((question): Step => ({ act: slash('faq', { question }) })),
    { act: forward(dayMs) },
  ]).flat();

const askings = [
  'is a ceasefire likely',
  'can ukraine join nato while the war goes on',
  'what are the minsk agreements',
  'will there be elections on mars',
  'what does ukraine want',
  'who won the world cup',
];

const update = {
  title: 'Analysis: no treaty soon, a ceasefire under discussion',
  text: 'According to the analysis, **most analysts think a formal peace treaty unlikely** in the short term. It calls a temporary ceasefire a possibility under discussion, and does not say how likely it is.',
  sources: 'curious-guy-analysis',
};

/** In the order in which a new user would want them. */
const shots: Shot[] = [
  {
    name: 'answer-discord',
    person: 'member',
    show: 'discord',
    theme: 'dark',
    size: phone,
    steps: [{ act: slash('faq', { question: 'can ukraine join nato while the war goes on?' }) }],
  },
  {
    name: 'answer-telegram',
    person: 'member',
    language: 'uk',
    show: 'telegram',
    theme: 'light',
    size: phone,
    steps: [{ act: say('чи може україна вступити в нато під час війни?') }],
  },
  {
    name: 'positions-discord',
    person: 'operator',
    show: 'discord',
    theme: 'dark',
    size: phone,
    steps: [{ act: slash('positions') }],
  },
  {
    name: 'compare-telegram',
    person: 'member',
    show: 'telegram',
    theme: 'light',
    size: phone,
    steps: [{ act: say('/compare territory') }],
  },
  {
    name: 'update-telegram',
    person: 'moderator',
    chat: 'Peace Talks Watch',
    show: 'telegram',
    theme: 'dark',
    size: phone,
    steps: [
      { act: say('/subscribe') },
      {
        person: 'operator',
        act: slash('update post'),
        fill: update,
        press: 'Publish',
      },
      { act: forward(2 * minuteMs) },
    ],
  },
  {
    name: 'stats-discord',
    person: 'moderator',
    show: 'discord',
    theme: 'dark',
    size: phone,
    steps: [...askedFor(12), { act: slash('stats') }],
  },
  {
    name: 'playground',
    person: 'member',
    show: 'both',
    theme: 'dark',
    size: { width: 1400, height: 880 },
    steps: [{ act: slash('compare', { topic: 'territory' }) }, { act: say('is a ceasefire likely') }],
  },
];

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    for (const shot of shots) {
      // Each with a Parley of its own: what one shows is not seen in the next.
      const { address, stop } = await startParley();
      const context = await browser.newContext({ viewport: shot.size, deviceScaleFactor: 1.5, locale: 'en-GB' });
      try {
        await take(await context.newPage(), address, shot);
      } finally {
        await context.close();
        await stop();
      }
      process.stdout.write(`docs/screenshots/${shot.name}.png\n`);
    }
  } finally {
    await browser.close();
  }
}

/** Runs the program as `npm start` does, on a free port, and waits for its address. */
async function startParley(): Promise<{ address: string; stop: () => Promise<void> }> {
  const environment = { ...process.env, PLAYGROUND: 'on', PORT: '0', DISCORD_TOKEN: '', TELEGRAM_TOKEN: '' };
  const child = spawn(process.execPath, [join(root, 'dist/app/bin.js')], {
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

async function take(page: Page, address: string, shot: Shot): Promise<void> {
  const scene = (await (await fetch(`${address}/api/scene`)).json()) as Scene;
  const { person, language = 'en' } = shot;
  const discord = scene.discord.guilds[0]?.channels[0]?.id ?? 'dm';
  const telegram = scene.telegram.chats.find(({ title }) => title === shot.chat)?.id ?? 0;
  const looking: Looking = { person, language, discord, telegram };
  const open = async (show: Shot['show'], by = looking) => {
    const shown = { ...by, telegram: String(telegram), theme: shot.theme, show };
    const width = shot.show === 'both' ? 'desktop' : 'phone';
    await page.goto(`${address}/?${new URLSearchParams({ ...shown, width })}`);
    await page.getByRole('article').last().waitFor();
  };
  for (const { person: other, act, fill, press } of shot.steps) {
    const by: Looking = other ? { ...looking, person: other, discord: 'dm' } : looking;
    const { modal } = await carryOut(address, by, act);
    if (modal && fill) await carryOut(address, by, { kind: 'discord-submit', modal: modal.id, fields: fill });
    if (press === undefined) continue;
    await open('discord', by);
    await page.getByRole('button', { name: press }).last().click();
    await page.getByRole('button', { name: press }).waitFor({ state: 'detached' });
  }
  await open(shot.show);
  await page.evaluate('document.fonts.ready');
  await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
  // A pane scrolls to its end by itself once what it shows has come; an answer is read from its beginning.
  await page.waitForTimeout(500);
  const answer = page.getByRole('article').last();
  if (shot.show !== 'both') await answer.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const shown = shot.show === 'both' ? page : page.locator(`parley-${shot.show}`);
  await shown.screenshot({ path: join(folder, `${shot.name}.png`) });
}

async function carryOut(address: string, looking: Looking, act: Act): Promise<ActResult> {
  const response = await fetch(`${address}/api/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...looking, ...act }),
  });
  const result = (await response.json()) as ActResult;
  if (result.refused !== undefined) throw new Error(`${act.kind} was refused: ${result.refused}`);
  return result;
}

await main();
