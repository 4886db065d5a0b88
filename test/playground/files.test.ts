import { describe, expect, it } from 'vitest';
import { fileResponse } from '../../src/playground/files.ts';
import { openPlayground } from './open.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('files in the playground', { timeout: 60_000 }, () => {
  it('come from where the page is told, and only to be saved', async () => {
    const room = await openPlayground();
    const page = await room.look({});
    const text = '<script>alert(1)</script>';
    const file = { name: 'draft.html', base64: Buffer.from(text).toString('base64') };
    await page.act({ kind: 'telegram-file', file });
    const { url = '' } = await page.until(
      'the file',
      ({ telegram }) => telegram.messages.findLast((one) => one.file)?.file,
    );
    const response = await fetch(`${room.url}${url}`);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/u);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('that the bot attaches are shown with the playground’s own addresses', async () => {
    const room = await openPlayground();
    const discord = room.channel('Peace Talks Watch', 'general');
    const page = await room.look({ person: 'moderator', discord });
    const { message } = await page.act({ kind: 'discord-slash', command: 'entry export', options: {} });
    const customId =
      JSON.stringify((await page.onDiscord('Export all')).raw).match(/"custom_id":"([^"]+)"/u)?.[1] ?? '';
    await page.act({ kind: 'discord-press', message: String(message), customId });
    const { raw } = await page.until('a file', ({ discord: { messages } }) =>
      messages.findLast((message) => (message.raw.attachments as unknown[]).length > 0),
    );
    const [{ url }] = raw.attachments as [{ url: string }];
    expect(url).toMatch(/^\/files\/discord\/\d+$/u);
    expect(JSON.stringify(raw)).not.toMatch(/attachment:\/\/|127\.0\.0\.1/u);
    expect((await fetch(`${room.url}${url}`)).status).toBe(200);
  });

  it('are pictures by what is in them, not by their names', () => {
    expect(fileResponse('a.txt', png).headers.get('content-type')).toBe('image/png');
    expect(fileResponse('a.png', Buffer.from('<svg>')).headers.get('content-type')).toBe('application/octet-stream');
    const name = fileResponse('звіт "1"\r\n.csv', Buffer.from('a')).headers.get('content-disposition');
    expect(name).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/u);
  });
});
