import { describe, expect, it } from 'vitest';
import { subscribe } from '../../bench/broadcast/loading.ts';
import { discordFolk } from './folk.ts';
import { createNewsroom, eventually, minuteMs } from './newsroom.ts';
import { postForAll } from './posting.ts';
import { createStory } from './story.ts';

describe('a fan-out to ten thousand places', () => {
  it('x', { timeout: 180_000 }, async () => {
    const story = createStory('Crowd');
    const t0 = performance.now();
    const tick = (what: string) => console.log(what, Math.round(performance.now() - t0));
    const room = await createNewsroom({ sharesClock: true, telegram: { limits: true }, discord: { rateLimits: { globalPerSecond: 50 } } });
    const { telegram, discord, clock } = room;
    const groups = telegram.groups(5000);
    const guild = discord.guild({ name: 'Many' });
    const channels = guild.channels(5000);
    tick('made');
    const orest = discordFolk(discord, guild.channel('x'), 'Orest', story);
    room.appoint('discord', orest.one);
    await subscribe(room.store, [
      ...groups.map(({ id }) => ({ platform: 'telegram' as const, chat: String(id), channel: String(id) })),
      ...channels.map(({ id }) => ({ platform: 'discord' as const, chat: guild.id, channel: id })),
    ]);
    tick('subscribed');
    await room.start();
    tick('started');
    await postForAll(orest, 'Ceasefire holds');
    tick('posted');
    clock.pass(minuteMs);
    const ids = new Set(groups.map(({ id }) => id));
    const isFan = (c: { method: string; payload: { chat_id?: unknown } }) => /^send/.test(c.method) && ids.has(Number(c.payload.chat_id));
    await telegram.until('start', () => (telegram.calls.some(isFan) ? true : undefined), 60_000);
    tick('begun');
    const askers = Array.from({ length: 40 }, () => telegram.user({ first_name: 'Ann' }));
    const counts: string[] = [];
    let marks: string[] = [];
    let at = 0;
    let mine = '';
    (globalThis as any).__dbg = (what: string, chat: string) => { if (chat === mine) marks.push(`${what}@${Math.round(performance.now() - at)}(${telegram.calls.slice(from).filter(isFan).length})`); };
    let from = 0;
    for (const asker of askers) {
      const chat = telegram.privateChat(asker);
      from = telegram.calls.length;
      at = performance.now();
      mine = String(chat.id);
      marks = [];
      chat.post(asker, '/faq nato');
      await telegram.until('reply', () => telegram.calls.slice(from).find((c) => Number(c.payload.chat_id) === chat.id && /^send/.test(c.method)), 60_000);
      const sent = telegram.calls.slice(from);
      counts.push(marks.join(' ') + ` reply ${Math.round(performance.now() - at)}: ` + sent.slice(0, sent.findIndex((c) => Number(c.payload.chat_id) === chat.id)).filter(isFan).length);
      await new Promise((r) => setTimeout(r, 200 + Math.random() * 300));
    }
    tick('asked');
    console.log(counts.join('\n'));
    console.log('429', telegram.rateLimited, discord.rateLimited, telegram.calls.filter(isFan).length, discord.requests.filter((r) => r.method === 'POST' && /channels\/\d+\/messages$/.test(r.path)).length);
  });
});
