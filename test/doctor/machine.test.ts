import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createPlainServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { examineDisk, examineVersions } from '../../src/doctor/machine.ts';
import { examinePort } from '../../src/doctor/port.ts';

it.each([
  ['20.19.0', 'ok'],
  ['20.18.9', 'problem'],
  ['24.0.0', 'ok'],
  ['9.99.0', 'problem'],
])('Node.js %s is %s where 20.19.0 is asked for', (node, state) => {
  expect(examineVersions({ own: '1.0.0', node, wanted: '>=20.19.0' })).toMatchObject([{ state }]);
});

describe('the disk', () => {
  it('is looked at where the data folder will be made', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-doctor-'));
    try {
      const [found] = await examineDisk(join(folder, 'data', 'deeper'));
      expect(found?.message).toMatch(/^[\d.]+ [MG]B free for .+deeper\.$/u);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('does not matter where the database is on a server', async () => {
    expect(await examineDisk(undefined)).toMatchObject([{ state: 'skipped' }]);
  });
});

describe('the port', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
    server = undefined;
  });
  async function taken(by: Server): Promise<number> {
    server = by;
    await new Promise<void>((resolve) => by.listen(0, '127.0.0.1', resolve));
    return (by.address() as AddressInfo).port;
  }
  const examine = async (port: number, more = {}) =>
    (await examinePort({ host: '127.0.0.1', port, orAnyPort: false, ...more }, new AbortController().signal))[0];

  it('is free, and is free afterwards', async () => {
    const port = await taken(createPlainServer());
    server?.close();
    expect(await examine(port)).toMatchObject({ state: 'ok', message: `127.0.0.1:${port} is free.` });
    expect(await examine(port)).toMatchObject({ state: 'ok' });
  });

  it('is taken by another program', async () => {
    const port = await taken(createServer((_, response) => response.end('hello')));
    expect(await examine(port)).toMatchObject({ state: 'problem', mend: expect.stringContaining('Set PORT') });
    expect(await examine(port, { orAnyPort: true })).toMatchObject({ state: 'ok' });
  });

  it('is taken by a Parley that runs, which is fine', async () => {
    const port = await taken(createServer((_, response) => response.end('ok')));
    expect(await examine(port)).toMatchObject({ state: 'ok', message: `A Parley serves 127.0.0.1:${port}.` });
  });

  it('is on an address that this machine does not have', async () => {
    expect(await examine(0, { host: '192.0.2.1' })).toMatchObject({
      state: 'problem',
      mend: expect.stringContaining('HOST'),
    });
  });
});
