import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase, openStore } from '../../../src/store/open.ts';
import type { Leadership, Store } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { postgresSchema } from '../databases.ts';
import { communityOf, deskOf, publish, subscribe } from './queue.ts';

const patientMs = 60_000;

export function electionContract(setting: Setting): void {
  it('counts terms up, and has the one before hear that it is over', async () => {
    const first = await led(setting.store);
    expect(await first.beat()).toBe(true);
    await first.resign();
    const second = await led(await setting.another());
    expect(second.term).toBe(first.term + 1);
    expect(await second.beat()).toBe(true);
    expect(await first.beat()).toBe(false);
  });

  it('keeps a term that is over from claiming', async () => {
    const community = await communityOf(setting);
    await subscribe(setting, community, 'place001');
    await publish(setting, community);
    const first = await led(setting.store);
    await first.resign();
    await deskOf(await setting.another());
    const claim = { platform: 'telegram', term: first.term, most: 9, now: 0, leaseUntil: 1 } as const;
    expect(await setting.store.outbox.claim(claim)).toEqual([]);
  });
}

/** Where several processes share a database. */
export function sharedElectionContract(setting: Setting): void {
  it('lets one lead at a time, whoever asks first', async () => {
    const stores = [setting.store, await setting.another(), await setting.another(), await setting.another()];
    await Promise.all(stores.map((one) => one.ping()));
    const all = await Promise.all(stores.map((one) => one.outbox.lead(patientMs)));
    const leaders = all.filter((one) => one !== undefined);
    for (const one of leaders) onTestFinished(() => one.resign());
    expect(leaders).toHaveLength(1);
    for (const one of stores) expect(await one.outbox.lead(patientMs)).toBeUndefined();
    expect(await leaders[0]?.beat()).toBe(true);
  });

  it('hands over at once when the leader resigns', async () => {
    const first = await led(setting.store);
    const other = await setting.another();
    expect(await other.outbox.lead(patientMs)).toBeUndefined();
    await first.resign();
    expect((await led(other)).term).toBe(first.term + 1);
  });

  it('hands over when the leader’s connection is lost', async () => {
    const first = await led(setting.store);
    const other = await setting.another();
    await inDatabase(`select pg_terminate_backend(cast(holder as integer)) from terms`);
    const second = await until(() => other.outbox.lead(patientMs));
    expect(second.term).toBe(first.term + 1);
    expect(await first.beat()).toBe(false);
    expect(await first.beat()).toBe(false);
    expect(await second.beat()).toBe(true);
    await first.resign();
  });

  it('removes a leader that has been silent, which then hears that it is over', async () => {
    const first = await led(setting.store);
    const other = await setting.another();
    const silentMs = 50;
    const second = await until(() => other.outbox.lead(silentMs));
    expect(second.term).toBe(first.term + 1);
    expect(await first.beat()).toBe(false);
    expect(await second.beat()).toBe(true);
  });

  it('leaves one alone that says that it is alive', async () => {
    const first = await led(setting.store);
    const other = await setting.another();
    // Within no time at all, for whoever has no patience.
    await inDatabase('update terms set beat_at = cast(extract(epoch from clock_timestamp()) * 1000 + 60000 as bigint)');
    expect(await other.outbox.lead(0)).toBeUndefined();
    expect(await first.beat()).toBe(true);
  });

  it('leaves one alone that has only just come and had no time to say anything', async () => {
    const first = await led(setting.store);
    const other = await setting.another();
    await inDatabase('update terms set beat_at = 0');
    expect(await other.outbox.lead(patientMs)).toBeUndefined();
    expect(await first.beat()).toBe(true);
  });

  it('has one leader for each schema', async () => {
    const first = await led(setting.store);
    const { options, drop } = await postgresSchema();
    const elsewhere = await openStore(options);
    onTestFinished(async () => {
      await elsewhere.close();
      await drop();
    });
    const leadership = await led(elsewhere);
    expect(leadership.term).toBe(1);
    expect(await leadership.beat()).toBe(true);
    expect(await elsewhere.outbox.lead(0)).toBeUndefined();
    expect(await first.beat()).toBe(true);
    expect(await setting.store.outbox.lead(patientMs)).toBeUndefined();
  });

  async function inDatabase(statement: string): Promise<void> {
    const database = await openDatabase(setting.options);
    await database.query((db) => sql.raw(statement).execute(db));
    await database.close();
  }
}

async function led(store: Store): Promise<Leadership> {
  const leadership = await store.outbox.lead(patientMs);
  if (!leadership) throw new Error('Another leads.');
  onTestFinished(() => leadership.resign());
  return leadership;
}

/** Asks until somebody leads. */
async function until(ask: () => Promise<Leadership | undefined>): Promise<Leadership> {
  for (;;) {
    const leadership = await ask();
    if (!leadership) continue;
    onTestFinished(() => leadership.resign());
    return leadership;
  }
}
