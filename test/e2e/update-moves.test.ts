import { describe, expect, it } from 'vitest';
import type { ChatHandle } from '../../src/loopback/telegram/index.ts';
import { groupsOf, subscribeAll } from './crowd.ts';
import { telegramFolk } from './folk.ts';
import { createNewsroom, eventually, minuteMs } from './newsroom.ts';
import { telegramPlace } from './places.ts';
import { typedUpdate } from './posting.ts';
import { createStory } from './story.ts';

const isPost = (method: string): boolean => /^send(Rich)?Message$/u.test(method);

describe('groups that become supergroups while an update is sent', () => {
  it('have it once each, and its correction where they are by then', { timeout: 120_000 }, async () => {
    const story = createStory('Supergroups');
    const room = await createNewsroom();
    const { telegram } = room;
    const groups = telegram.groups(24);
    const orest = telegramFolk(telegram, telegram.group({ title: 'Operators' }), 'Orest', story, false);
    room.appoint('telegram', orest.user);
    await subscribeAll(room, groupsOf(groups));
    await room.start();

    const grown = new Map<ChatHandle, ChatHandle>();
    const sent = new Set<ChatHandle>();
    const upgrade = (group: ChatHandle) => grown.has(group) || grown.set(group, telegram.upgrade(group));
    const watch = telegram.disrupt(({ method, chat }) => {
      const group = groups.find(({ id }) => id === chat);
      if (!group || !isPost(method)) return undefined;
      // A third of them just before their message comes, and a third when they have it.
      if (groups.indexOf(group) % 3 === 0) upgrade(group);
      for (const one of sent) if (groups.indexOf(one) % 3 === 1) upgrade(one);
      sent.add(group);
      return undefined;
    });
    /** The updates that stand in a group, as it was and as it is. */
    const standing = () =>
      groups.map((group) => {
        const now = grown.get(group);
        return { before: telegramPlace('', group).texts(), now: now ? telegramPlace('', now).texts() : [] };
      });

    await orest.ask('update post');
    expect(await orest.fill(typedUpdate('Ceasefire holds'))).toContain('24 places get it.');
    await orest.press('✅ Publish');
    room.clock.pass(minuteMs);
    await eventually(() => {
      for (const { before, now } of standing())
        expect([...before, ...now]).toEqual([expect.stringContaining('Ceasefire')]);
    });
    await eventually(() => expect(orest.sees()).toContain('Telegram | 24 | 0'));
    watch.release();
    expect(grown.size).toBeGreaterThan(12);
    for (const [i, { now }] of standing().entries()) if (i % 3 === 0) expect(now).toHaveLength(1);

    await orest.ask('update edit', { update: 'Ceasefire holds' });
    await orest.fill({ Text: 'It was broken in the night.', 'What was corrected': 'It does not hold.' });
    await orest.press('✅ Publish');
    await eventually(() => expect(orest.sees()).toContain('Telegram | 24 | 0'));
    for (const [i, { before, now }] of standing().entries()) {
      const isLeftBehind = now.length > 0 && before.length > 0;
      expect([i % 3, isLeftBehind]).toEqual([i % 3, i % 3 === 1 && grown.has(groups[i] as ChatHandle)]);
      const last = [...before, ...now].at(-1);
      expect(last).toContain('It does not hold.');
      if (isLeftBehind)
        expect(last).toMatch(/^This corrects an earlier message here, which can’t be changed any more\./u);
      else expect([...before, ...now]).toHaveLength(1);
    }

    const count = standing().flatMap(({ before, now }) => [...before, ...now]).length;
    await orest.ask('update retract', { update: 'Ceasefire holds' });
    await orest.fill({ Reason: 'Nobody knows.' });
    await eventually(() => {
      const all = standing().map(({ before, now }) => [...before, ...now]);
      for (const texts of all) expect(texts.at(-1)).toContain('Nobody knows.');
      expect(all.flat()).toHaveLength(count);
    });
    expect(room.errors()).toEqual([]);
  });
});
