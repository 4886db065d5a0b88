import { describe, expect, it } from 'vitest';
import { createLimits } from '../../src/community/limits.ts';
import type { Call } from '../../src/core/answer.ts';
import type { Caller, Command } from '../../src/core/command.ts';
import { UserError } from '../../src/core/errors.ts';
import { testCaller, testCommunity } from '../builders/callers.ts';
import { testDispatcher } from '../builders/dispatcher.ts';

const { commands } = testDispatcher().dispatcher;

/** Limits with a clock of their own; `call` says how many seconds somebody is told to wait, 0 for none. */
function withLimits() {
  const clock = { now: 1_000_000 };
  const throttle = createLimits({ now: () => clock.now });
  async function call(caller: Caller, name = 'topics', args: Call['args'] = {}, page?: number): Promise<number> {
    const command = commands.find((one) => one.name === name) as Command;
    try {
      await throttle(caller, command, { command: name, args, ...(page && { page }) });
      return 0;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      expect(error.key).toBe('error-too-fast');
      return Number(error.values.seconds);
    }
  }
  const times = async (count: number, caller: Caller, name?: string) => {
    const waits: number[] = [];
    for (let i = 0; i < count; i++) waits.push(await call(caller, name));
    return waits.filter((wait) => wait > 0).length;
  };
  return { clock, throttle, call, times };
}

const chat = { platform: 'console' as const, id: 'chat', title: 'A chat' };
const member = (id: string, more: Parameters<typeof testCaller>[0] = {}) =>
  testCaller({ person: { platform: 'console', id, name: id }, chat, community: testCommunity(), ...more });

describe('a member', () => {
  it('may call 20 times in a minute, and then as calls come free', async () => {
    const { clock, call, times } = withLimits();
    expect(await times(20, member('ann'))).toBe(0);
    expect(await call(member('ann'))).toBe(3);
    clock.now += 3000;
    expect(await call(member('ann'))).toBe(0);
    expect(await call(member('ann'))).toBe(3);
    clock.now += 60_000;
    expect(await times(20, member('ann'))).toBe(0);
  });

  it('is counted in all chats together, and alone', async () => {
    const { call, times } = withLimits();
    await times(20, member('ann'));
    expect(await call(member('ann', { chat: { ...chat, id: 'another' } }))).toBeGreaterThan(0);
    expect(await call(member('bob'))).toBe(0);
  });

  it('is not locked out by a clock that is set back', async () => {
    const { clock, call, times } = withLimits();
    await times(19, member('ann'));
    clock.now -= 3600_000;
    expect(await call(member('ann'))).toBe(0);
    clock.now += 3000;
    expect(await call(member('ann'))).toBe(0);
  });

  it('counts with what they may not call, too', async () => {
    const { call, times } = withLimits();
    await times(20, member('ann'), 'settings');
    expect(await call(member('ann'), 'settings')).toBeGreaterThan(0);
  });
});

describe('a chat', () => {
  it('takes 120 calls in a minute of all its members', async () => {
    const { call, times } = withLimits();
    for (let i = 0; i < 12; i++) expect(await times(10, member(`member-${i}`))).toBe(0);
    expect(await call(member('late'))).toBe(1);
    expect(await call(member('elsewhere', { chat: { ...chat, id: 'another' } }))).toBe(0);
  });

  it('that is flooded does not keep its moderators from working', async () => {
    const { call, times } = withLimits();
    for (let i = 0; i < 20; i++) await times(10, member(`member-${i}`));
    const moderator = member('mod', { role: 'moderator' });
    expect(await call(moderator, 'settings')).toBe(0);
    expect(await call(moderator, 'faq')).toBe(0);
  });
});

describe('what moderators do', () => {
  it('takes nothing from what members may ask in the chat', async () => {
    const { call, times } = withLimits();
    for (const id of ['olena', 'petro', 'ivan']) await times(70, member(id, { role: 'moderator' }), 'settings');
    expect(await call(member('ann'))).toBe(0);
  });
});

describe('a moderator', () => {
  it('goes on past a member’s limits, up to a cap against a client that runs wild', async () => {
    const { call, times } = withLimits();
    const moderator = member('mod', { role: 'moderator' });
    expect(await times(80, moderator, 'settings')).toBe(0);
    expect(await call(moderator, 'settings')).toBeGreaterThan(0);
  });

  it('is asked about only where a limit is hit', async () => {
    const { times } = withLimits();
    let asked = 0;
    const role = async () => {
      asked++;
      return 'moderator' as const;
    };
    const moderator = { ...member('mod'), role };
    await times(20, moderator);
    expect(asked).toBe(0);
    await times(1, moderator);
    expect(asked).toBe(1);
  });
});

describe('the cooldown of a community', () => {
  const slow = testCommunity({ cooldownSeconds: 30 });
  const asking = (id: string, more = {}) => member(id, { community: slow, ...more });

  it('keeps a member from asking again too soon, and says how long it is', async () => {
    const { clock, call } = withLimits();
    expect(await call(asking('ann'), 'faq', { question: 'when will it end' })).toBe(0);
    clock.now += 10_000;
    expect(await call(asking('ann'), 'faq', { question: 'and why' })).toBe(20);
    expect(await call(asking('bob'), 'faq', { question: 'and why' })).toBe(0);
    clock.now += 20_000;
    expect(await call(asking('ann'), 'faq', { question: 'and why' })).toBe(0);
  });

  it('lets them choose what was offered, turn pages and find their way about', async () => {
    const { call } = withLimits();
    await call(asking('ann'), 'faq', { question: 'when will it end' });
    expect(await call(asking('ann'), 'faq', { question: 'land-for-peace' })).toBe(0);
    expect(await call(asking('ann'), 'position', { party: 'russia' }, 2)).toBe(0);
    expect(await call(asking('ann'), 'faq')).toBe(0);
    expect(await call(asking('ann'), 'topics')).toBe(0);
    expect(await call(asking('ann'), 'position', { party: 'russia' })).toBe(30);
  });

  it('is nothing to its moderators', async () => {
    const { call } = withLimits();
    const moderator = asking('mod', { role: 'moderator' });
    for (let i = 0; i < 5; i++) expect(await call(moderator, 'faq', { question: `question ${i}` })).toBe(0);
  });
});
