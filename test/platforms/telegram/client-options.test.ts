import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, HttpError, InputFile } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientOptions } from '../../../src/platforms/telegram/client-options.ts';

const token = '1:secret';

/** A server that answers as told, an API client of it, and the bodies that it was sent. */
async function start(answer: (response: ServerResponse, request: IncomingMessage) => void, timeoutSeconds = 5) {
  const heard: { path: string | undefined; type: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    heard.push({ path: request.url, type: request.headers['content-type'], body: Buffer.concat(parts).toString() });
    answer(response, request);
  });
  let connections = 0;
  server.on('connection', () => connections++);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api = new Api(token, clientOptions(root, timeoutSeconds));
  return { api, heard, connections: () => connections };
}

const failure = (call: Promise<unknown>): Promise<HttpError> =>
  call.then(
    () => expect.fail('it succeeded'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(HttpError);
      return error as HttpError;
    },
  );
const me = JSON.stringify({ ok: true, result: { id: 1, is_bot: true, first_name: 'Мир' } });

describe('a call to the Bot API', () => {
  it('sends JSON and reads it, in whatever pieces it comes, over a connection that is kept', async () => {
    const { api, heard, connections } = await start((response) => {
      const bytes = Buffer.from(me);
      // In the middle of a letter of two bytes.
      const middle = bytes.indexOf(Buffer.from('М')) + 1;
      response.write(bytes.subarray(0, middle));
      setImmediate(() => response.end(bytes.subarray(middle)));
    });
    expect(await api.getMe()).toMatchObject({ first_name: 'Мир' });
    await api.sendMessage(5, 'Привіт');
    expect(heard.at(-1)).toEqual({
      path: `/bot${token}/sendMessage`,
      type: 'application/json',
      body: '{"chat_id":5,"text":"Привіт"}',
    });
    expect(connections()).toBe(1);
  });

  it('streams a file', async () => {
    const { api, heard } = await start((response) => response.end(me));
    await api.sendDocument(5, new InputFile(Buffer.from('what is in it'), 'file.txt'));
    expect(heard[0]?.type).toMatch(/^multipart\/form-data; boundary=/u);
    expect(heard[0]?.body).toContain('what is in it');
  });

  it('tells of an answer that is not Telegram’s without quoting it', async () => {
    const { api } = await start((response) => {
      response.statusCode = 502;
      response.end('<html>a secret of the proxy</html>');
    });
    const { error } = await failure(api.getMe());
    expect(error).toMatchObject({ type: 'invalid-json' });
    expect(String(error)).toBe('Error: The answer (502) is no JSON.');
  });

  it('follows no redirect', async () => {
    const { api, heard } = await start((response) => {
      response.writeHead(302, { location: '/elsewhere' });
      response.end();
    });
    expect((await failure(api.getMe())).error).toMatchObject({ type: 'invalid-json' });
    expect(heard).toHaveLength(1);
  });

  it('fails where the answer ends too early', async () => {
    const { api } = await start((response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('{"ok":true', () => response.destroy());
    });
    expect((await failure(api.getMe())).error).toMatchObject({ code: 'ECONNRESET' });
  });

  it('ends in time, and closes the connection', async () => {
    let closed: Promise<unknown> | undefined;
    const { api } = await start((response) => {
      closed = once(response, 'close');
    }, 0.05);
    expect(String((await failure(api.getMe())).error)).toMatch(/timed out after 0.05 seconds/u);
    await closed;
  });
});
