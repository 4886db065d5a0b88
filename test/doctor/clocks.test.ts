import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type Clock, examineClock, webClock } from '../../src/doctor/clocks.ts';

const noon = Date.UTC(2026, 10, 23, 12);
const { signal } = new AbortController();
const clock = (name: string, at: number, withinMs = 0): Clock => ({ name, ask: async () => ({ at, withinMs }) });
const examine = async (clocks: Clock[], now = () => noon) => (await examineClock(clocks, now, signal))[0];

describe('this machine’s clock', () => {
  it.each([
    [0, 'ok'],
    [1900, 'ok'],
    [-1900, 'ok'],
    [3000, 'warning'],
    [-29_000, 'warning'],
    [60_000, 'problem'],
    [-60_000, 'problem'],
  ])('%i ms off is %s', async (aheadMs, state) => {
    expect(await examine([clock('Discord', noon - aheadMs)])).toMatchObject({ state });
  });

  it('is judged by the clock from which it is furthest, and says in which direction', async () => {
    const found = await examine([clock('Discord', noon + 200), clock('the database', noon + 60_000)]);
    expect(found?.message).toContain('60 s behind that of the database.');
    expect((await examine([clock('Telegram', noon - 60_000)]))?.message).toContain('60 s ahead of that of Telegram.');
  });

  it('is not blamed for whole seconds, nor for how long an answer takes', async () => {
    expect(await examine([clock('Discord', noon - 2400, 500)])).toMatchObject({ state: 'ok' });
    // Ten seconds for an answer, which may have been given at any time in between.
    const times = [noon, noon + 10_000];
    expect(await examine([clock('Discord', noon + 9000)], () => times.shift() ?? 0)).toMatchObject({ state: 'ok' });
  });

  it('is not judged where nobody tells the time', async () => {
    expect(await examine([])).toMatchObject({ state: 'skipped' });
    const silent: Clock = { name: 'Discord', ask: () => Promise.reject(new Error('ECONNREFUSED')) };
    expect(await examine([silent])).toMatchObject({ state: 'skipped' });
    expect(await examine([silent, clock('Telegram', noon)])).toMatchObject({
      state: 'ok',
      message: 'It agrees with that of Telegram.',
    });
  });
});

it('a web server’s clock is read from its answers, refusals too', async () => {
  const server = createServer((_, response) => {
    response.writeHead(404, { date: 'Mon, 23 Nov 2026 12:00:00 GMT' }).end('no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const told = await webClock('Discord', `http://127.0.0.1:${port}/`, 'test').ask(signal);
    expect(told).toEqual({ at: noon + 500, withinMs: 500 });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
