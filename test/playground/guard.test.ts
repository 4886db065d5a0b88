import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/playground/guard.ts';
import { openPlayground } from './open.ts';

const say = { person: 'member', language: 'en', discord: 'dm', telegram: 0, kind: 'telegram-say', text: 'hello' };

/** The status of a request that names the server so. */
const asked = (url: string, host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the playground’s server', { timeout: 60_000 }, () => {
  it('knows itself by loopback’s names alone, so that no other site’s name can lead to it', async () => {
    const { url } = await openPlayground();
    const { port } = new URL(url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
      expect([host, await asked(`${url}/api/scene`, host)]).toEqual([host, 200]);
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`])
      expect([host, await asked(`${url}/api/scene`, host)]).toEqual([host, 403]);
  });

  it('knows itself by any address where it is told to listen beyond loopback', async () => {
    const open = createGuard('0.0.0.0')(() => new Response('fine'));
    const status = async (url: string) => (await open(new Request(url))).status;
    expect(await Promise.all(['http://192.168.1.5/', 'http://[fe80::1]/', 'http://localhost/'].map(status))).toEqual([
      200, 200, 200,
    ]);
    expect(await status('http://evil.example/')).toBe(403);
  });

  it('takes acts from its own page only, as JSON, and only what is one', async () => {
    const { post, url } = await openPlayground();
    const status = async (...given: Parameters<typeof post>) => (await post(...given)).status;
    expect(await status(say, { origin: url })).toBe(200);
    expect(await status(say, { origin: 'https://evil.example' })).toBe(403);
    expect(await status(say, { origin: 'null' })).toBe(403);
    expect(await status(say, { 'content-type': 'text/plain' })).toBe(415);
    expect(await status({ ...say, kind: 'reboot' })).toBe(400);
    expect(await status({ ...say, person: 'somebody' })).toBe(400);
    expect(await status({ ...say, text: 'x'.repeat(1024 * 1024) })).toBe(413);
  });

  it('lets the page load and reach nothing but this server', async () => {
    const { url } = await openPlayground();
    for (const path of ['/', '/main.js', '/api/scene', '/files/discord/1', '/files/telegram/1']) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/u);
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/u);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('serves no file from outside of the page’s folder', async () => {
    const { url } = await openPlayground();
    const { hostname, port } = new URL(url);
    for (const path of ['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fpackage.json', '/.env', '/package.json']) {
      const status = await new Promise((resolve) => {
        request({ hostname, port, path }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).end();
      });
      expect([path, status]).toEqual([path, 404]);
    }
  });
});
