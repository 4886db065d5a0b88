import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian and others put it; another one: CHROMIUM. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of this machine; where there is none, tests are skipped, and say so, or fail where REQUIRE_CHROMIUM is set. */
export const chromiumPath = [process.env.CHROMIUM, ...places].find((path) => path && existsSync(path));

export const isRequired = Boolean(process.env.REQUIRE_CHROMIUM);

if (!chromiumPath && !isRequired)
  process.stderr.write('Tests in the browser are skipped: no Chromium was found. Set CHROMIUM to where it is.\n');

/** A browser that talks to nobody but the pages it is sent to. */
export async function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error('No Chromium was found: install it, or set CHROMIUM to where it is.');
  return await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
}
