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
    if (query.show !== 'discord' && (await start.count()) > 0) await start.click();
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

  it('shows an answer as it is saved in the content folder, and what the check says of a broken one', async () => {
    const file = join(folder, 'content/faq/ceasefire-likelihood.md');
    await open({ show: 'discord' });
    const before = readFileSync(file, 'utf8');
    try {
      writeFileSync(file, before.replace(/^sources: .*$/mu, 'sources: [nobody-wrote-this]'));
      await expect.poll(() => page.locator('header').first().innerText(), waiting).toContain('1 complaint');
    } finally {
      writeFileSync(file, before);
    }
    await expect.poll(() => page.locator('header').first().innerText(), waiting).toContain('no complaints');
  });
});
