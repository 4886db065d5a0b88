import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { otherGroup, telegramGroup, testTown } from './town.ts';

/** A database that can be unplugged. */
function plug() {
  const database = { isUp: true };
  const wrap = (store: Store): Store => {
    const guarded = <T extends object>(part: T): T =>
      new Proxy(part, {
        get(of, name) {
          const method = Reflect.get(of, name);
          if (typeof method !== 'function') return method;
          return async (...args: unknown[]) => {
            if (!database.isUp) throw new Error('The database does not answer.');
            return await method.apply(of, args);
          };
        },
      });
    return {
      ...store,
      communities: guarded(store.communities),
      people: guarded(store.people),
      reports: guarded(store.reports),
      gaps: guarded(store.gaps),
      votes: guarded(store.votes),
      audit: guarded(store.audit),
    };
  };
  return { database, wrap };
}

describe('with the database down', () => {
  it('members are answered as before, in known chats and in new ones', async () => {
    const { database, wrap } = plug();
    const { at, moderator, lost, faults, settled } = await testTown({ wrap });
    await moderator(telegramGroup).say('/settings language uk');
    await at(telegramGroup, 'ann').say('/faq nato accession');
    database.isUp = false;
    expect(await at(telegramGroup, 'ann').say('/faq nato accession')).toContain('Навряд чи.');
    expect(await at(telegramGroup, 'stranger').say('/faq zebra pancakes here')).toContain('поки що немає');
    expect(await at(otherGroup, 'bob').say('/faq nato accession')).toContain('Hardly.');
    expect(await at(undefined, 'bob').say('/faq zebra pancakes here')).toContain('There is no answer');
    await settled();
    expect(faults).toEqual([]);
    expect(lost.length).toBeLessThanOrEqual(2);
  });

  it('nothing is said to be done that is not', async () => {
    const { database, wrap } = plug();
    const { at, moderator, faults } = await testTown({ wrap });
    const olena = moderator(telegramGroup);
    await olena.say('/settings');
    await at(telegramGroup, 'ann').say('/help');
    database.isUp = false;
    for (const line of ['/settings cooldown 5', '/link', '/gaps', '/audit'])
      expect(await olena.say(line)).toContain('Something went wrong on our side');
    const ann = at(telegramGroup, 'ann');
    for (const line of ['/language uk', '/privacy', '/report nato-membership wrong'])
      expect(await ann.say(line)).toMatch(/Something went wrong on our side|What is wrong/u);
    expect(await ann.send({ command: 'report', args: { entry: 'nato-membership', what: 'Wrong' } })).toContain(
      'went wrong',
    );
    expect(await ann.send({ command: 'helpful', args: { entry: 'nato-membership', vote: 'y' } })).toContain(
      'went wrong',
    );
    expect(faults.length).toBeGreaterThan(5);
    database.isUp = true;
    expect(await olena.say('/settings')).toContain('Cooldown: None');
    expect(await ann.say('/privacy')).toContain('Nothing is kept');
  });

  it('what members say in a chat that can’t be read is refused, and not kept for nobody', async () => {
    const { database, wrap } = plug();
    const { at, bare } = await testTown({ wrap });
    database.isUp = false;
    const bob = at(otherGroup, 'bob');
    await bob.say('/faq nato accession');
    expect(await bob.press('👍')).toContain('the database does not answer');
    expect(await bob.send({ command: 'report', args: { entry: 'nato-membership', what: 'Wrong' } })).toContain(
      'the database does not answer',
    );
    expect(await bare.reports.open('unreachable')).toEqual([]);
  });

  it('an operator who writes in a chat that can’t be read changes nothing that all communities share', async () => {
    const { database, wrap } = plug();
    const { at, moderator } = await testTown({ wrap, operators: [{ platform: 'telegram', id: 'oleh' }] });
    moderator(otherGroup, 'oleh');
    database.isUp = false;
    const oleh = at(otherGroup, 'oleh');
    expect(await oleh.say('/settings approvals 1')).toBe('Only this community’s moderators can do that.');
  });
});
