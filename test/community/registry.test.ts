import { describe, expect, it } from 'vitest';
import { createRegistry, unreachableCommunity } from '../../src/community/registry.ts';
import { type Chat, type Community, defaultSettings } from '../../src/core/community.ts';
import type { Choices } from '../../src/core/reception.ts';
import type { Store } from '../../src/store/store.ts';
import { shared } from '../builders/callers.ts';

const chat = (id: string, title = 'A chat') => ({ platform: 'telegram' as const, id, title });

/** A registry over a database that counts what it is asked, and can be taken down. */
function withRegistry({ mostCommunities = 1000, mostPeople = 1000 } = {}) {
  const rows = new Map<string, Community>();
  const choices = new Map<string, Choices>();
  const asked: string[] = [];
  const faults: unknown[] = [];
  const clock = { now: 0 };
  const database = { isUp: true, gate: Promise.resolve() };
  async function query<T>(what: string, answer: () => T): Promise<T> {
    asked.push(what);
    const found = answer();
    await database.gate;
    if (!database.isUp) throw new Error('The database does not answer.');
    return found;
  }
  const store = {
    communities: {
      of: (of: Chat & { title: string }) =>
        query(`of ${of.id}`, () => {
          const id = `c-${of.id}`;
          const made = rows.get(id) ?? { id, name: of.title, chats: [of], settings: defaultSettings };
          rows.set(id, made);
          return made;
        }),
      byId: (id: string) => query(`byId ${id}`, () => rows.get(id)),
      rename: (of: Chat, title: string) =>
        query(`rename ${of.id}`, () => {
          const row = rows.get(`c-${of.id}`);
          if (row) rows.set(row.id, { ...row, name: title });
        }),
    },
    people: { choices: ({ id }: { id: string }) => query(`choices ${id}`, () => choices.get(id) ?? {}) },
  } as unknown as Store;
  const registry = createRegistry({
    store,
    shared,
    now: () => clock.now,
    onFault: (error) => faults.push(error),
    mostCommunities,
    mostPeople,
    patienceMs: 20,
  });
  return { registry, rows, choices, asked, faults, clock, database };
}

const person = { platform: 'telegram' as const, id: 'ann' };
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the registry', () => {
  it('asks the database once, however many ask at the same time', async () => {
    const { registry, asked } = withRegistry();
    const all = await Promise.all(Array.from({ length: 20 }, () => registry.communityOf(chat('1'))));
    await Promise.all(Array.from({ length: 20 }, () => registry.choicesOf(person)));
    await registry.communityById('c-1');
    expect(new Set(all).size).toBe(1);
    expect(asked).toEqual(['of 1', 'choices ann']);
  });

  it('forgets what was used longest ago', async () => {
    const { registry, asked } = withRegistry({ mostCommunities: 2 });
    for (const id of ['1', '2', '1', '3', '1', '2']) await registry.communityOf(chat(id));
    expect(asked.filter((one) => one.startsWith('of'))).toEqual(['of 1', 'of 2', 'of 3', 'of 2']);
  });

  it('reads again what it is told to forget', async () => {
    const { registry, rows, choices } = withRegistry();
    const { id } = await registry.communityOf(chat('1'));
    await registry.choicesOf(person);
    rows.set(id, { ...(rows.get(id) as Community), name: 'Renamed' });
    choices.set('ann', { language: 'uk' });
    expect((await registry.communityOf(chat('1'))).name).toBe('A chat');
    registry.forget(id);
    registry.forgetPerson(person);
    expect((await registry.communityOf(chat('1'))).name).toBe('Renamed');
    expect(await registry.choicesOf(person)).toEqual({ language: 'uk' });
  });

  it('does not keep what was read before it was told to forget', async () => {
    const { registry, choices, database } = withRegistry();
    let open: () => void = () => {};
    database.gate = new Promise((resolve) => {
      open = resolve;
    });
    const early = registry.choicesOf(person);
    choices.set('ann', { language: 'uk' });
    registry.forgetPerson(person);
    open();
    expect(await early).toEqual({});
    expect(await registry.choicesOf(person)).toEqual({ language: 'uk' });
  });

  it('serves what it has while it reads again behind the answer, once a minute has passed', async () => {
    const { registry, rows, clock, database } = withRegistry();
    const { id } = await registry.communityOf(chat('1'));
    rows.set(id, { ...(rows.get(id) as Community), name: 'Changed by another process' });
    clock.now += 61_000;
    let open: () => void = () => {};
    database.gate = new Promise((resolve) => {
      open = resolve;
    });
    expect((await registry.communityOf(chat('1'))).name).toBe('A chat');
    open();
    await settled();
    expect((await registry.communityOf(chat('1'))).name).toBe('Changed by another process');
  });

  it('hands on a new title of a chat', async () => {
    const { registry, asked } = withRegistry();
    await registry.communityOf(chat('1'));
    await registry.communityOf(chat('1', 'New title'));
    await settled();
    expect((await registry.communityOf(chat('1', 'New title'))).name).toBe('New title');
    expect(asked.filter((one) => one.startsWith('rename'))).toEqual(['rename 1']);
  });
});

describe('with the database down, the registry', () => {
  it('goes on with what it knows, and says once what is wrong', async () => {
    const { registry, database, clock, faults } = withRegistry();
    const known = await registry.communityOf(chat('1'));
    await registry.choicesOf(person);
    database.isUp = false;
    clock.now += 600_000;
    for (let i = 0; i < 5; i++) {
      expect(await registry.communityOf(chat('1'))).toBe(known);
      expect(await registry.choicesOf(person)).toEqual({});
      clock.now += 61_000;
      await settled();
    }
    expect(faults).toHaveLength(1);
    database.isUp = true;
    clock.now += 61_000;
    await registry.communityOf(chat('1'));
    await settled();
    database.isUp = false;
    await registry.communityOf(chat('2'));
    expect(faults).toHaveLength(2);
  });

  it('puts a chat that it does not know in no community, in which nobody has a right', async () => {
    const { registry, database } = withRegistry();
    database.isUp = false;
    const nobodys = await registry.communityOf(chat('1'));
    expect(nobodys).toMatchObject({ id: unreachableCommunity, chats: [] });
    expect(await registry.communityById('c-1')).toBeUndefined();
    expect(await registry.choicesOf(person)).toEqual({});
    database.isUp = true;
    expect((await registry.communityOf(chat('1'))).id).toBe('c-1');
  });

  it('does not wait for long, and takes what comes late', async () => {
    const { registry, choices, database, faults } = withRegistry();
    let open: () => void = () => {};
    database.gate = new Promise((resolve) => {
      open = resolve;
    });
    choices.set('ann', { language: 'uk' });
    expect(await registry.choicesOf(person)).toEqual({});
    expect(faults).toHaveLength(1);
    open();
    await settled();
    expect(await registry.choicesOf(person)).toEqual({ language: 'uk' });
  });

  it('has the shared community as it was last read, or as it is by default', async () => {
    const { registry, rows, clock, database } = withRegistry();
    expect(registry.shared()).toBe(shared);
    await settled();
    rows.set('shared', { ...shared, settings: { ...defaultSettings, approvals: 1 } });
    clock.now += 61_000;
    registry.shared();
    await settled();
    database.isUp = false;
    expect(registry.shared().settings.approvals).toBe(1);
  });
});
