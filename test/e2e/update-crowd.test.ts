import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { subscribe } from '../../bench/broadcast/loading.ts';
import type { ChatHandle } from '../../src/loopback/telegram/index.ts';
import { discordFolk } from './folk.ts';
import { createNewsroom, eventually, minuteMs, type Newsroom } from './newsroom.ts';
import { postForAll } from './posting.ts';
import { createStory } from './story.ts';

const questions = 8;
/** Telegram takes 30 messages in a second. */
const turnMs = 33;

/** Five thousand groups and as many channels, to which an operator’s update is on its way. */
async function underWay() {
  const room = await createNewsroom({
    sharesClock: true,
    telegram: { limits: true },
    discord: { rateLimits: { globalPerSecond: 50 } },
  });
  const { telegram, discord, clock } = room;
  const [guild, home] = [discord.guild({ name: 'Many' }), discord.guild({ name: 'Readers' })];
  const hall = home.channel('hall');
  const operator = discordFolk(discord, hall, 'Orest', createStory('A crowd'));
  room.appoint('discord', operator.one);
  const groups = telegram.groups(5000);
  const channels = guild.channels(5000);
  await subscribe(room.store, [
    ...groups.map(({ id }) => ({ platform: 'telegram' as const, chat: String(id), channel: String(id) })),
    ...channels.map(({ id }) => ({ platform: 'discord' as const, chat: guild.id, channel: id })),
  ]);
  await room.start();
  // What is asked for the first time takes longest.
  await discord.user({ username: 'first' }).slash(hall, '/faq', { question: 'nato' });
  const first = telegram.user({ first_name: 'First' });
  await telegram.privateChat(first).say(first, '/faq nato');
  await postForAll(operator, 'Ceasefire holds');
  clock.pass(minuteMs);

  const groupIds = new Set(groups.map(({ id }) => id));
  const channelPaths = new Set(channels.map(({ id }) => `/channels/${id}/messages`));
  return {
    ...room,
    hall,
    /** The calls that send it, among all that there were from a number on. */
    sentOnTelegram: (from = 0) =>
      telegram.calls
        .slice(from)
        .map(({ method, payload }) => /^send/u.test(method) && groupIds.has(Number(payload.chat_id))),
    sentOnDiscord: (from = 0) =>
      discord.requests.slice(from).map(({ method, path }) => method === 'POST' && channelPaths.has(path)),
    /** Whether its latest two messages went one turn after the other: nothing is left that it had to catch up with. */
    isEven() {
      const [last, before] = telegram.calls
        .filter(({ payload }) => groupIds.has(Number(payload.chat_id)))
        .map(({ at }) => at)
        .reverse();
      return last !== undefined && before !== undefined && last - before >= turnMs;
    },
    /** How many messages there are in each place; places without one are left out. */
    copies: () =>
      [
        ...groups.map(({ state }: ChatHandle) => state.posted.filter(({ byBot }) => byBot).length),
        ...channels.map(({ state }) => state.messages.size),
      ].filter(Boolean),
  };
}

const count = (all: readonly boolean[]): number => all.filter(Boolean).length;

function states({ store }: Newsroom): Record<string, number> {
  const db = new SqliteDatabase('file' in store ? store.file : '', { readonly: true });
  const rows = db.prepare('select state, count(*) as count from deliveries group by state').all();
  db.close();
  return Object.fromEntries((rows as { state: string; count: number }[]).map((row) => [row.state, row.count]));
}

describe('while an update goes to ten thousand places', () => {
  it('people are answered before the second next message; stopped half-way, it goes on where it was', {
    timeout: 180_000,
  }, async () => {
    const room = await underWay();
    const { telegram, discord, clock, hall, sentOnTelegram, sentOnDiscord, isEven, copies } = room;
    await eventually(() => expect([count(sentOnTelegram()) > 5, count(sentOnDiscord()) > 5]).toEqual([true, true]));

    const ahead: number[] = [];
    for (let i = 0; i < questions; i++) {
      clock.run(0.2);
      const seen = telegram.calls.length;
      await telegram.until('an even pace', () => (count(sentOnTelegram(seen)) > 1 && isEven() ? true : undefined));
      // Slowly, so that it does not matter how fast the machine is.
      clock.run(0.01);
      const ann = telegram.user({ first_name: `Ann ${i}` });
      const chat = telegram.privateChat(ann);
      const from = telegram.calls.length;
      chat.post(ann, '/faq nato');
      const answerAt = () => telegram.calls.slice(from).findIndex(({ payload }) => payload.chat_id === ann.id);
      await telegram.until('an answer to Ann', () => (answerAt() < 0 ? undefined : true), 30_000);
      ahead.push(count(sentOnTelegram(from).slice(0, answerAt())));
    }
    expect(ahead.filter((messages) => messages > 1)).toEqual([]);
    // More slowly still: nothing here waits for a message.
    clock.run(0.004);
    for (let i = 0; i < questions; i++) {
      const from = discord.requests.length;
      const heard = await discord.user({ username: `bo-${i}` }).slash(hall, '/faq', { question: 'nato' });
      expect(heard.text).toContain('NATO');
      const at = discord.requests.slice(from).findIndex(({ path }) => path.startsWith('/interactions/'));
      ahead.push(count(sentOnDiscord(from).slice(0, at)));
    }
    expect(ahead.filter((messages) => messages > 1)).toEqual([]);

    clock.run(1);
    await room.stop();
    const before = copies().length;
    const { sent, waiting = 0, later = 0, ...others } = states(room);
    expect([sent, others]).toEqual([before, {}]);
    expect(waiting + later).toBe(10_000 - before);
    await room.start();
    await eventually(() => expect(copies().length).toBeGreaterThan(before + 100));
    expect(copies().every((one) => one === 1)).toBe(true);
    expect([telegram.rateLimited, discord.rateLimited]).toEqual([0, 0]);
    expect(room.errors()).toEqual([]);
  });
});
