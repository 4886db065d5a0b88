import type { Update } from 'grammy/types';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { createIntake } from '../../../src/platforms/telegram/intake.ts';
import { createSharedIntake, type SharedInbox } from '../../../src/platforms/telegram/shared-intake.ts';

const update = (update_id: number) => ({ update_id, message: { chat: { id: 7 } } }) as Update;

/** An intake over an inbox in memory, whose calls fail while they are named in `broken`; time passes by `pass`. */
function running() {
  const waiting = new Map<number, { id: number; chat: string; body: string }>();
  const broken = new Set<keyof SharedInbox>();
  const handled: number[] = [];
  const called = { sweep: 0 };
  const stopping = new AbortController();
  let pass = () => {};
  const working = (name: keyof SharedInbox) => {
    if (broken.has(name)) throw new Error(`The database is away: ${name}.`);
  };
  const inbox: SharedInbox = {
    async put(one) {
      working('put');
      waiting.set(one.id, one);
      return true;
    },
    async take() {
      working('take');
      return [...waiting.values()].slice(0, 1);
    },
    async renew() {
      working('renew');
    },
    async done(id) {
      working('done');
      waiting.delete(id);
    },
    async sweep() {
      called.sweep++;
    },
  };
  const handle = async ({ update_id }: Update) => void handled.push(update_id);
  const intake = createSharedIntake({
    inbox,
    handle,
    alone: createIntake(handle, () => 0),
    log: pino({ level: 'silent' }),
    delay: () =>
      new Promise((resolve) => {
        pass = resolve;
      }),
    signal: stopping.signal,
  });
  onTestFinished(() => {
    stopping.abort();
    pass();
  });
  return { intake, waiting, broken, handled, called, pass: () => pass() };
}

it('answers where it arrives what can’t be written down', async () => {
  const { intake, broken, handled } = running();
  broken.add('put');
  await intake.take(update(1));
  await intake.idle();
  expect(handled).toEqual([1]);
});

it('answers nothing twice where that it was answered can’t be written down', async () => {
  const { intake, broken, handled, waiting, pass } = running();
  broken.add('done');
  await intake.take(update(1));
  await expect.poll(() => handled).toEqual([1]);
  intake.start();
  await intake.take(update(2));
  broken.clear();
  await expect
    .poll(() => {
      pass();
      return waiting.size;
    })
    .toBe(0);
  expect(handled).toEqual([1, 2]);
});

it('forgets now and then what was dealt with', async () => {
  const { intake, called, pass } = running();
  intake.start();
  await expect
    .poll(
      () => {
        pass();
        return called.sweep;
      },
      { interval: 1, timeout: 10_000 },
    )
    .toBe(2);
});
