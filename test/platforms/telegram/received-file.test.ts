import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { receivedFile } from '../../../src/platforms/telegram/received-file.ts';

const token = '4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcK';
const largest = 1000;

/** A server on loopback, and the addresses that it was asked for. */
async function serverThat(answers: RequestListener) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    answers(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => void server.close(() => resolve())));
  return { root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A document whose content, says Telegram, is at that path of that server. */
function documentAt(apiRoot: string, path: string) {
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const ids = { file_id: 'file-1', file_unique_id: 'unique-file-1' };
  const api = { getFile: async () => ({ ...ids, file_path: path }) };
  return { file: receivedFile(ids, { api, apiRoot, token, log }), logged };
}

it('a file is fetched from where Telegram keeps it', async () => {
  const telegram = await serverThat((_, response) => response.end('a note'));
  const { file } = documentAt(telegram.root, 'documents/file 1.txt');
  expect(Buffer.from(await file.read(largest)).toString()).toBe('a note');
  expect(telegram.asked).toEqual([`/file/bot${token}/documents/file%201.txt`]);
});

it('a file is not followed where its server would send it on to, lest the token go along', async () => {
  const elsewhere = await serverThat((_, response) => response.end('secrets of the inner network'));
  const telegram = await serverThat((request, response) => {
    response.writeHead(302, { location: `${elsewhere.root}${request.url}` });
    response.end();
  });
  const { file, logged } = documentAt(telegram.root, 'documents/file-1');
  await expect(file.read(largest)).rejects.toMatchObject({ key: 'error-file-unavailable' });
  expect(telegram.asked).toHaveLength(1);
  expect(elsewhere.asked).toEqual([]);
  expect(logged.join()).not.toContain(token);
});

it.each(['../../botother/getMe', 'documents/../../getMe', 'documents/./x', '/etc/passwd', ''])(
  'a path that leads out of the bot’s files is not asked for: “%s”',
  async (path) => {
    const telegram = await serverThat((_, response) => response.end('something else'));
    const { file } = documentAt(telegram.root, path);
    await expect(file.read(largest)).rejects.toMatchObject({ key: 'error-file-unavailable' });
    expect(telegram.asked).toEqual([]);
  },
);

it('a file without an end is given up where it becomes too large', async () => {
  const telegram = await serverThat((_, response) => {
    const more = () => response.destroyed || response.write(Buffer.alloc(100), () => setImmediate(more));
    more();
  });
  const { file } = documentAt(telegram.root, 'documents/file-1');
  await expect(file.read(largest)).rejects.toMatchObject({ key: 'error-file-too-large' });
});
