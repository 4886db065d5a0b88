import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPlayground } from './open.ts';

/** The content in a folder of the test's own. */
function copyOfContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-content-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(resolve(import.meta.dirname, '../../content'), join(folder, 'content'), { recursive: true });
  return join(folder, 'content');
}

describe('the content folder', { timeout: 60_000 }, () => {
  it('is served as it is saved; while a file is broken, the last sound answer stays and the fault is shown', async () => {
    const contentFolder = copyOfContent();
    const file = join(contentFolder, 'faq/nato-membership-at-war.md');
    const before = readFileSync(file, 'utf8');
    const room = await openPlayground({ contentFolder });
    const page = await room.look({});
    const ask = () => page.act({ kind: 'telegram-say', text: '/faq NATO membership during the war' });
    const first = await page.until('the content', ({ content }) => content);
    expect(first.problems.filter(({ severity }) => severity === 'error')).toEqual([]);

    // As an editor does that writes a new file and puts it in the old one's place.
    writeFileSync(`${file}~`, before.replace('technically no', 'quite certainly no'));
    renameSync(`${file}~`, file);
    const { readAtMs } = await page.until('a new reading', ({ content }) =>
      content.readAtMs > first.readAtMs + 50 ? content : undefined,
    );
    await ask();
    await page.onTelegram('quite certainly no');

    writeFileSync(file, before.replace(/^---\n/u, '---\ntopics: [\n'));
    const broken = await page.until('the fault', ({ content }) =>
      content.problems.some(({ severity }) => severity === 'error') ? content : undefined,
    );
    expect(broken.problems.find(({ file: name }) => name.endsWith('at-war.md'))).toMatchObject({
      severity: 'error',
      file: 'content/faq/nato-membership-at-war.md',
      line: expect.any(Number),
      message: expect.any(String),
    });
    expect(broken.readAtMs).toBe(readAtMs);
    await ask();
    const { telegram } = await page.view();
    expect(JSON.stringify(telegram.messages.at(-1)?.raw)).not.toContain('technically no');

    writeFileSync(file, before);
    await page.until('no fault any more', ({ content }) =>
      content.problems.every(({ severity }) => severity !== 'error') ? true : undefined,
    );
    expect(room.complaints).toEqual([]);
  });
});
