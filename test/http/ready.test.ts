import { expect, it } from 'vitest';
import { type Readiness, readyRoute } from '../../src/http/ready.ts';
import { serve } from './raw.ts';

it('a process says whether it can answer, as it is when asked', async () => {
  let state: Readiness = { ready: true, degraded: [], parts: { database: 'up', discord: 'ready' } };
  const { url } = await serve([readyRoute(() => state)]);
  const ready = await fetch(`${url}/ready`);
  expect([ready.status, ready.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(ready.headers.get('content-type')).toContain('application/json');
  expect(await ready.json()).toEqual(state);

  state = { ready: false, degraded: ['database'], parts: { database: 'down', discord: 'ready' } };
  const unready = await fetch(`${url}/ready`);
  expect([unready.status, await unready.json()]).toEqual([503, state]);
});

it('tells what it is to tell and nothing else that the state has with it', async () => {
  const state = { ready: true, degraded: [], parts: {}, url: 'postgres://user:secret@host/name' };
  const { url } = await serve([readyRoute(() => state)]);
  expect(await (await fetch(`${url}/ready`)).text()).not.toContain('secret');
});

it('a fault while asking is told to nobody but the log', async () => {
  const { url, lines } = await serve([
    readyRoute(() => {
      throw new Error('secret');
    }),
  ]);
  const response = await fetch(`${url}/ready`);
  expect([response.status, await response.text()]).toEqual([500, '']);
  expect(lines).toHaveLength(1);
});
