import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { createHttpServer, type Route } from '../../src/http/server.ts';

async function serve(routes: Route[] = [], lines: string[] = []) {
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  const server = createHttpServer({ host: '127.0.0.1', port: 0, routes, log });
  await server.start();
  onTestFinished(() => server.stop());
  return { server, url: `http://127.0.0.1:${server.port()}` };
}

const echo: Route = { method: 'POST', path: '/echo', handle: async (request) => new Response(await request.text()) };

describe('the HTTP server', () => {
  it('says that the process lives', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/live`);
    expect([response.status, await response.text()]).toEqual([200, 'ok']);
  });

  it('hands requests to the routes, and knows no others', async () => {
    const { url } = await serve([echo]);
    expect(await (await fetch(`${url}/echo`, { method: 'POST', body: 'hello' })).text()).toBe('hello');
    expect((await fetch(`${url}/echo`)).status).toBe(404);
    expect((await fetch(`${url}/other`)).status).toBe(404);
  });

  it('takes bodies of up to one MiB, whether or not their length is announced', async () => {
    const { url } = await serve([echo]);
    const send = (body: string | ReadableStream) =>
      fetch(`${url}/echo`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    const mib = 'x'.repeat(1024 * 1024);
    expect((await send(mib)).status).toBe(200);
    expect((await send(`${mib}x`)).status).toBe(413);
    expect((await send(new Blob([mib, mib]).stream())).status).toBe(413);
  });

  it('logs a fault and tells the caller nothing about it', async () => {
    const lines: string[] = [];
    const broken: Route = { method: 'GET', path: '/broken', handle: () => Promise.reject(new Error('secret')) };
    const { url } = await serve([broken], lines);
    const response = await fetch(`${url}/broken`);
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('An HTTP request could not be answered.');
  });

  it('finishes what is under way before it stops', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = () => {};
    const isBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow: Route = {
      method: 'GET',
      path: '/slow',
      handle: async () => {
        begun();
        await released;
        return new Response('done');
      },
    };
    const { server, url } = await serve([slow]);
    const response = fetch(`${url}/slow`);
    await isBegun;
    const stopped = server.stop();
    await expect(fetch(`${url}/live`)).rejects.toThrow();
    release();
    expect(await (await response).text()).toBe('done');
    await stopped;
  });

  it('takes any free port where its own is taken and another will do', async () => {
    const { server } = await serve();
    const log = pino({ level: 'silent' });
    const second = createHttpServer({ host: '127.0.0.1', port: server.port(), orAnyPort: true, routes: [], log });
    await second.start();
    onTestFinished(() => second.stop());
    expect(second.port()).not.toBe(server.port());
    expect((await fetch(`${second.address()}/live`)).status).toBe(200);
  });

  it('says in a sentence that its port is taken', async () => {
    const { server } = await serve();
    const second = createHttpServer({
      host: '127.0.0.1',
      port: server.port(),
      routes: [],
      log: pino({ level: 'silent' }),
    });
    const started = second.start();
    await expect(started).rejects.toBeInstanceOf(OperatorError);
    await expect(started).rejects.toThrow(
      `Port ${server.port()} on 127.0.0.1 is taken by another program; set PORT to a free one.`,
    );
    await second.stop();
  });
});
