import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/http/server.ts';
import { get, open, serve } from './raw.ts';

const echo: Route = { method: 'POST', path: '/echo', handle: async (request) => new Response(await request.text()) };
const headersOf: Route = {
  method: 'GET',
  path: '/headers',
  handle: (request) => Response.json([...request.headers.keys()]),
};
const closing = 'connection: close';

describe('the HTTP server', () => {
  it('gives up a request whose headers come too slowly', async () => {
    const { port } = await serve([], { headersWithinMs: 50, requestWithinMs: 60_000, lookEveryMs: 10 });
    const slow = await open(port);
    slow.write('GET /live HTTP/1.1\r\nhost: x\r\nx-a: ');
    expect(await slow.status()).toBe('408');
  });

  it('gives up a request whose body comes drop by drop', async () => {
    const { port } = await serve([echo], { headersWithinMs: 50, requestWithinMs: 60, lookEveryMs: 10 });
    const slow = await open(port);
    slow.write('POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n');
    const dripping = setInterval(() => slow.write('x'), 5);
    expect(await slow.status()).toBe('408');
    clearInterval(dripping);
  });

  it('answers others while many are slow', async () => {
    const { port, url } = await serve([], { headersWithinMs: 10_000 });
    for (let i = 0; i < 50; i++) (await open(port)).write('GET /live HTTP/1.1\r\nhost');
    expect((await fetch(`${url}/live`)).status).toBe(200);
  });

  it('closes a connection that has been idle, and one on which nobody has said anything', async () => {
    const { port } = await serve([], { idleMs: 20, stillMs: 60 });
    const idle = await open(port);
    idle.write(get('/live'));
    expect(await idle.heard).toContain('200 OK');
    const silent = await open(port);
    expect(await silent.heard).toBe('');
  });

  it('closes a connection whose answer nobody takes', async () => {
    let dropped = () => {};
    const isDropped = new Promise<void>((resolve) => {
      dropped = resolve;
    });
    const endless: Route = {
      method: 'GET',
      path: '/endless',
      handle: () =>
        new Response(
          new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(64 * 1024)), cancel: () => dropped() }),
        ),
    };
    const { port } = await serve([endless], { stillMs: 50 });
    const lazy = await open(port);
    lazy.socket.pause();
    lazy.write(get('/endless'));
    await isDropped;
  });

  it('takes so many connections at once and no more', async () => {
    const { port } = await serve([], { connections: 2 });
    const [first, second] = [await open(port), await open(port)];
    expect(await (await open(port)).heard).toBe('');
    for (const one of [first, second]) {
      one.write(get('/live', closing));
      expect(await one.status()).toBe('200');
    }
    const later = await open(port);
    later.write(get('/live', closing));
    expect(await later.status()).toBe('200');
  });

  it('refuses headers that are too large', async () => {
    const { port } = await serve([], { headerBytes: 1024 });
    const large = await open(port);
    large.write(get('/live', `x-large: ${'x'.repeat(2000)}`));
    expect(await large.status()).toBe('431');
    const path = await open(port);
    path.write(get(`/${'x'.repeat(2000)}`));
    expect(await path.status()).toBe('431');
  });

  it('looks at so many headers and no more', async () => {
    const { port } = await serve([headersOf], { headers: 10 });
    const many = await open(port);
    many.write(get('/headers', closing, ...Array.from({ length: 200 }, (_, i) => `x-${i}: 1`)));
    const heard = await many.heard;
    expect(heard).toContain('x-7');
    expect(heard).not.toContain('x-50');
  });

  it('refuses a body that is announced to be too large before any of it has come', async () => {
    const { port } = await serve([echo], { bodyBytes: 100 });
    const large = await open(port);
    large.write('POST /echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 101\r\n\r\n');
    expect(await large.status()).toBe('413');
  });

  it('refuses a body that turns out too large, whatever was announced', async () => {
    const { port } = await serve([echo], { bodyBytes: 100 });
    const large = await open(port);
    large.write('POST /echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n');
    large.write(`65\r\n${'x'.repeat(101)}\r\n0\r\n\r\n`);
    expect(await large.status()).toBe('413');
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('knows no %s', async (method) => {
    const { port } = await serve([echo]);
    for (const path of ['/live', '/echo', '/other', '*']) {
      const one = await open(port);
      one.write(`${method} ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      const heard = await one.heard;
      expect(heard).toMatch(/^HTTP\/1\.1 40[05] /u);
      expect(heard).toMatch(/\r\n\r\n(?:0\r\n\r\n)?$/u);
    }
  });

  it('opens no tunnel and no other protocol', async () => {
    const { port } = await serve([]);
    const tunnel = await open(port);
    tunnel.write('CONNECT example.org:443 HTTP/1.1\r\nhost: example.org\r\n\r\n');
    expect(await tunnel.heard).not.toContain('200');
    const upgrade = await open(port);
    upgrade.write(get('/live', 'connection: upgrade, close', 'upgrade: websocket'));
    expect(await upgrade.heard).not.toContain('101 ');
  });

  it('answers HEAD as GET, without the body', async () => {
    const { url } = await serve([headersOf]);
    const response = await fetch(`${url}/headers`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('refuses what is no HTTP, two lengths of one body, and a request for nowhere', async () => {
    const { port } = await serve([echo]);
    for (const said of [
      'SSH-2.0-x\r\n\r\n',
      '\u0016\u0003\u0001\u0002\u0000\u0001',
      'GET /live HTTP/1.1\r\n\r\n',
      'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
    ]) {
      const one = await open(port);
      one.write(said);
      expect(await one.status()).toBe('400');
    }
  });

  it('says nowhere what it is made of', async () => {
    const broken: Route = {
      method: 'GET',
      path: '/broken',
      handle: () => Promise.reject(new Error('postgres://user:secret@host/name')),
    };
    const { port } = await serve([broken, echo]);
    for (const said of [get('/live', closing), get('/broken', closing), get('/other', closing), 'nonsense\r\n\r\n']) {
      const one = await open(port);
      one.write(said);
      expect(await one.heard).not.toMatch(/server:|x-powered-by|hono|node|express|secret|error:|\bat /iu);
    }
  });

  it('answers only what it knows, however it is written', async () => {
    const { port } = await serve([echo]);
    for (const path of ['/', '/live/', '/LIVE', '//live', '/live%00', '/%2e%2e%2flive', '/echo', '/.env']) {
      const one = await open(port);
      one.write(get(path, closing));
      expect([path, await one.status()]).toEqual([path, expect.stringMatching(/^40[04]$/u)]);
    }
  });
});
