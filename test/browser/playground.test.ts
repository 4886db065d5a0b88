import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startProgram } from '../e2e/program.ts';
import { chromiumPath, isRequired, launchChromium } from './chromium.ts';

const root = resolve(import.meta.dirname, '../..');
const content = join(root, 'content');

/** A machine that is busy takes its time. */
const waiting = { timeout: 30_000 };

/** Words that nobody who reads the page may ever see as anything but words. */
const hostile = '<img src=x onerror="document.title=\'owned\'"> <b>bold</b> [link](javascript:alert(1))';

describe.skipIf(!chromiumPath && !isRequired)('in Chromium, the playground', { timeout: 120_000 }, () => {
  let browser: Browser;
  let folder: string;
  let program: ReturnType<typeof startProgram>;
  let address: string;
  let context: BrowserContext;
  let page: Page;
  /** What must stay empty: complaints of the console, of the policy, and requests to anybody else. */
  let complaints: string[];

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'scripts/build-page.mjs')]);
    folder = mkdtempSync(join(tmpdir(), 'parley-browser-'));
    cpSync(content, join(folder, 'content'), { recursive: true });
    program = startProgram({
      environment: { PLAYGROUND: 'on', PORT: '0', CONTENT_DIR: join(folder, 'content') },
      now: () => new Date(),
    });
    address = await program.address();
    browser = await launchChromium();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  beforeEach(async () => {
    complaints = [];
    context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-GB' });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:')) complaints.push(request.url());
    });
  });

  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  const open = async (query: Record<string, string> = {}) => {
    await page.goto(`${address}/?${new URLSearchParams(query)}`);
    await page.getByRole('log').first().waitFor();
    const start = page.getByRole('button', { name: /^(Start|Почати)$/u });
    if (query.show === 'discord') return;
    // Either is there only once the chat's messages are.
    await start.or(writing(telegram())).first().waitFor();
    if ((await start.count()) > 0) await start.click();
  };
  const discord = () => page.locator('parley-discord');
  const telegram = () => page.locator('parley-telegram');
  const writing = (pane: ReturnType<typeof discord>) => pane.locator('textarea').last();

  it('answers a slash command that is picked, filled in and sent by keyboard alone', async () => {
    await open({ show: 'discord' });
    await writing(discord()).focus();
    await page.keyboard.type('/faq');
    await discord().getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('is a ceasefire likely');
    await discord().getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const answer = discord().getByRole('article').last();
    await expect.poll(() => answer.innerText(), waiting).toContain('Sources');
    expect(await answer.innerText()).toContain('/faq');
  });

  it('answers a plain question on Telegram, and a press of its button', async () => {
    await open({ show: 'telegram' });
    await writing(telegram()).fill('can ukraine join nato during the war');
    await page.keyboard.press('Enter');
    const answer = telegram().getByRole('article').last();
    await expect.poll(() => answer.innerText(), waiting).toContain('NATO');
    await answer.getByRole('button', { name: /Western allies/u }).click();
    await expect.poll(() => telegram().getByRole('article').last().innerText(), waiting).toContain('Western allies');
  });

  it('speaks the language that is chosen', async () => {
    await open({ show: 'telegram', language: 'uk' });
    await writing(telegram()).fill('/help');
    await page.keyboard.press('Escape');
    await telegram().getByRole('button', { name: 'Надіслати' }).click();
    await expect.poll(() => telegram().getByRole('article').last().innerText(), waiting).toMatch(/[іїєґ]/u);
  });

  it('never takes the text of members for markup', async () => {
    await open();
    await writing(discord()).fill(hostile);
    await page.keyboard.press('Enter');
    await writing(telegram()).fill(hostile);
    await page.keyboard.press('Enter');
    for (const pane of [discord(), telegram()]) {
      const said = pane.getByRole('article').filter({ hasText: 'onerror' }).first();
      await said.waitFor();
      expect(await said.locator('img[src="x"], b:text-is("bold"), a[href^="javascript"]').count()).toBe(0);
    }
    expect(await page.title()).not.toBe('owned');
  });

  /** Calls a command that has no option to fill in, by keyboard. */
  const call = async (name: string) => {
    await writing(discord()).focus();
    await page.keyboard.type(`/${name}`);
    await discord().getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const form = discord().getByRole('form', { name: `/${name}` });
    await form.getByRole('button', { name: 'Send' }).click();
  };

  it('opens a form that keeps what was typed until it is complete', async () => {
    await open({ show: 'discord', person: 'moderator' });
    await call('entry add');
    const form = page.getByRole('dialog');
    await form.getByLabel('Question').fill('What is the harbour fee?');
    await form.getByRole('button', { name: 'Submit' }).click();
    expect(await form.getByLabel('Question').inputValue()).toBe('What is the harbour fee?');
    await form.getByLabel('Answer').fill('The port says that nobody has asked so far.');
    await form.getByLabel('Sources').fill('https://example.org/fee | The fee | Example Times | 2026-11-22');
    await form.getByLabel('As of').fill('2026-11-22');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });
    const preview = discord().getByRole('article').last();
    await expect.poll(() => preview.innerText(), waiting).toContain('What is the harbour fee?');
    expect(await preview.innerText()).toContain('Only you can see this');
  });

  it('asks question by question on Telegram', async () => {
    await open({ show: 'telegram', person: 'operator' });
    await writing(telegram()).fill('/entry add');
    await page.keyboard.press('Enter');
    for (const [asked, reply] of [
      ['Question', 'What is the harbour fee?'],
      ['Answer', 'The port says that nobody has asked so far.'],
    ] as const) {
      await expect.poll(() => telegram().getByRole('article').last().innerText(), waiting).toContain(asked);
      await writing(telegram()).fill(reply);
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => telegram().getByRole('article').last().innerText(), waiting).not.toContain('nobody');
  });

  it('brings an update to a channel that subscribed, as the clock is moved forward', async () => {
    await open({ show: 'discord', person: 'moderator' });
    await call('subscribe');
    await expect.poll(() => discord().getByRole('article').last().innerText(), waiting).toContain('Subscribed');
    await open({ show: 'discord', person: 'operator', discord: 'dm' });
    await call('update post');
    const form = page.getByRole('dialog');
    await form.getByLabel('Title').fill('Talks resume in Istanbul');
    await form.getByLabel('Text').fill('The mediators say that talks resume on **3 March**.');
    await form.getByLabel('Sources').fill('https://example.org/talks | Talks | Example Times | 2026-11-22');
    await form.getByRole('button', { name: 'Submit' }).click();
    await discord()
      .getByRole('button', { name: /Publish/u })
      .last()
      .click();
    await discord().getByRole('button', { name: /Undo/u }).last().waitFor();
    const reader = await context.newPage();
    await reader.goto(`${address}/?show=discord`);
    await reader.getByRole('log').waitFor();
    await page.bringToFront();
    await page.getByRole('button', { name: '+1 hour' }).click();
    const came = reader.getByRole('article').filter({ hasText: 'Talks resume in Istanbul' });
    await came.waitFor();
    expect(await came.locator('strong').first().innerText()).toBe('3 March');
  });

  it('serves everything under a strict policy', async () => {
    const { headers } = await fetch(address);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('fits a phone in both themes without scrolling sideways', async () => {
    for (const theme of ['dark', 'light']) {
      await page.setViewportSize({ width: 390, height: 844 });
      await open({ theme, width: 'phone', show: 'discord' });
      const [wide, shown] = await page.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
      expect(wide).toBeLessThanOrEqual(shown ?? 0);
    }
  });

  it('shows each text as it is saved in the content folder, and what the check says of a broken file', async () => {
    const file = join(folder, 'content/faq/ceasefire-likelihood.md');
    const before = readFileSync(file, 'utf8');
    const saved = (lead: string) => writeFileSync(file, before.replace(/\n---\n[^\n]+/u, `\n---\n${lead}`));
    const complaints = async () => await page.locator('header').first().innerText();
    await open({ show: 'telegram' });
    const asked = async () => {
      await writing(telegram()).fill('/faq ceasefire-likelihood');
      await page.keyboard.press('Enter');
      await expect.poll(() => writing(telegram()).inputValue()).toBe('');
      return await telegram().getByRole('article').last().innerText();
    };
    try {
      for (const lead of ['The analysis, as it was first saved.', 'The analysis, as it was saved a second time.']) {
        saved(lead);
        await expect.poll(asked, waiting).toContain(lead);
      }
      writeFileSync(file, before.replace(/^sources: .*$/mu, 'sources: [nobody-wrote-this]'));
      await expect.poll(complaints, waiting).toMatch(/[1-9]\d* complaint/u);
      expect(await complaints()).toContain('ceasefire-likelihood.md');
      await expect.poll(asked, waiting).toContain('a second time');
    } finally {
      writeFileSync(file, before);
    }
    await expect.poll(complaints, waiting).toContain('no complaints');
  });
});
