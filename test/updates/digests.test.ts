import { describe, expect, it } from 'vitest';
import { createDigests } from '../../src/updates/digests.ts';
import { createOffice, noon } from './office.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What runs put into the queue: the updates' titles, by place. */
async function createDesk() {
  const office = await createOffice();
  const runs: { slotAt: number; digests: number; skipped: number }[] = [];
  const faults: unknown[] = [];
  const digests = createDigests({
    store: office.store,
    clock: office.clock,
    onRun: ({ slotAt, digests: made, skipped }) => runs.push({ slotAt: slotAt - noon, digests: made, skipped }),
    onFault: (error) => faults.push(error),
  });

  async function publish(title: string, more: Parameters<typeof office.post>[1] = {}) {
    await office.post(title, more);
    await office.store.updates.publishDue(office.clock.now());
  }

  /** The digests that wait, each as its place and titles. */
  async function waiting(): Promise<string[]> {
    const { term } = (await office.store.outbox.lead(6000)) ?? { term: 0 };
    const now = office.clock.now();
    const claimed = await office.store.outbox.claim({ platform: 'discord', term, most: 50, now, leaseUntil: now + 1 });
    await office.store.outbox.settle(
      term,
      claimed.map(({ id }) => ({ id, at: now, state: 'cancelled', reason: '' })),
    );
    const all = await Promise.all(
      claimed.map(async ({ item, subscription: { place } }) => {
        const updates = await office.store.updates.ofIds(await office.store.outbox.digest(item));
        const titles = updates.map(({ writing }) => writing.text.en?.title).toSorted();
        return `${place.channel}: ${titles.join(', ')}`;
      }),
    );
    return all.toSorted();
  }

  return { ...office, digests, runs, faults, publish, waiting };
}

const daily = { digest: '0 9 * * *', timeZone: 'UTC' };

describe('a digest', () => {
  it('holds what is new since the last one, for each what it wants', async () => {
    const desk = await createDesk();
    await desk.subscribe('discord', '1', daily);
    await desk.subscribe('discord', '2', { ...daily, topics: ['nato'] });
    await desk.publish('One');
    await desk.publish('Two', { topics: ['nato'] });
    await desk.clock.advance(21 * hourMs);
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual(['1: One, Two', '2: Two']);
    await desk.publish('Three');
    await desk.clock.advance(dayMs);
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual(['1: Three']);
  });

  it('is made once for each slot, however often and by whomever it is looked for', async () => {
    const desk = await createDesk();
    await desk.subscribe('discord', '1', daily);
    await desk.publish('One');
    await desk.clock.advance(21 * hourMs);
    await Promise.all([desk.digests.runAll(), desk.digests.runAll()]);
    await desk.digests.runAll();
    expect(desk.runs).toEqual([{ slotAt: 21 * hourMs, digests: 1, skipped: 0 }]);
  });

  it('is not sent when it is empty', async () => {
    const desk = await createDesk();
    await desk.subscribe('discord', '1', daily);
    await desk.clock.advance(21 * hourMs);
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual([]);
    await desk.publish('One');
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual([]);
    await desk.clock.advance(dayMs);
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual(['1: One']);
  });

  it('that was missed for an hour is sent once', async () => {
    const desk = await createDesk();
    await desk.subscribe('discord', '1', daily);
    await desk.publish('One');
    await desk.clock.advance(22 * hourMs);
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual(['1: One']);
  });

  it('that was missed for long is left out, and what it would have held comes with the next', async () => {
    const desk = await createDesk();
    await desk.subscribe('discord', '1', daily);
    await desk.publish('One');
    await desk.clock.advance(21 * hourMs + 7 * hourMs);
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual([]);
    expect(desk.runs).toEqual([{ slotAt: 21 * hourMs, digests: 0, skipped: 1 }]);
    await desk.clock.advance(17 * hourMs);
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual(['1: One']);
  });

  it('of several days that were missed is one', async () => {
    const desk = await createDesk();
    await desk.subscribe('discord', '1', daily);
    await desk.publish('One');
    await desk.clock.advance(3 * dayMs + 21 * hourMs);
    await desk.publish('Two');
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual(['1: One, Two']);
  });

  it('does not come again when the clock is set back', async () => {
    const desk = await createDesk();
    await desk.subscribe('discord', '1', { ...daily, slotAt: noon + 2 * dayMs });
    await desk.publish('One');
    await desk.clock.advance(21 * hourMs);
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual([]);
  });

  it('comes at its hour in each zone', async () => {
    const desk = await createDesk();
    await desk.subscribe('discord', '1', { ...daily, timeZone: 'Europe/Kyiv' });
    await desk.subscribe('discord', '2', { ...daily, timeZone: 'America/New_York' });
    await desk.publish('One');
    const came: string[] = [];
    for (let hour = 1; hour <= 30; hour++) {
      await desk.clock.advance(hourMs);
      await desk.digests.runAll();
      for (const one of await desk.waiting()) came.push(`${(12 + hour) % 24}:00 UTC ${one}`);
    }
    expect(came).toEqual(['14:00 UTC 2: One', '7:00 UTC 1: One']);
  });

  it('leaves out what was retracted meanwhile, and shows what was corrected as it is now', async () => {
    const desk = await createDesk();
    await desk.subscribe('discord', '1', daily);
    const [wrong, right] = [await desk.post('Wrong'), await desk.post('Old words')];
    await desk.store.updates.publishDue(desk.clock.now());
    await desk.revise(wrong, 'Wrong', 'retract');
    await desk.revise(right, 'New words');
    await desk.clock.advance(21 * hourMs);
    await desk.digests.runAll();
    expect(await desk.waiting()).toEqual(['1: New words']);
  });
});

describe('the schedules', () => {
  it('have one task each, whoever and however many they are for', async () => {
    const desk = await createDesk();
    for (let i = 0; i < 20; i++) await desk.subscribe('discord', String(i), daily);
    await desk.subscribe('discord', '20', { ...daily, timeZone: 'Europe/Kyiv' });
    const { getTasks } = await import('node-cron');
    const before = getTasks().size;
    await desk.digests.plan();
    await desk.digests.plan();
    expect(getTasks().size - before).toBe(2);
    await desk.digests.stop();
    expect(getTasks().size).toBe(before);
  });
});
