import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { startSweeping } from '../src/sweeping.ts';

const day = 86_400_000;
const at = Date.UTC(2026, 10, 22, 12);
const chat = { platform: 'telegram', id: '7' } as const;
const log = pino({ level: 'silent' });
let store: Store;

beforeEach(async () => {
  store = await openStore({ file: ':memory:' });
  await store.dialogues.put({ chat, person: '7', state: 'abandoned', changedAt: at - 8 * day });
  vi.useFakeTimers({ now: at });
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

it('is no matter of the start, and done soon after it', async () => {
  const stop = startSweeping(store, Date.now, log);
  await vi.advanceTimersByTimeAsync(9_000);
  expect(await store.dialogues.get(chat, '7')).toBeDefined();
  await vi.advanceTimersByTimeAsync(2_000);
  await stop();
  expect(await store.dialogues.get(chat, '7')).toBeUndefined();
});

it('is done again every night', async () => {
  const stop = startSweeping(store, Date.now, log);
  await vi.advanceTimersByTimeAsync(11_000);
  await store.dialogues.put({ chat, person: '7', state: 'abandoned', changedAt: at - 8 * day });
  await vi.advanceTimersByTimeAsync(day);
  await stop();
  expect(await store.dialogues.get(chat, '7')).toBeUndefined();
});

it('does not begin once the program stops', async () => {
  await startSweeping(store, Date.now, log)();
  await vi.advanceTimersByTimeAsync(2 * day);
  expect(await store.dialogues.get(chat, '7')).toBeDefined();
});
