import { describe, expect, it } from 'vitest';
import { startEditing } from './editing.ts';

async function start() {
  const told: string[] = [];
  const chats = {
    onJoined: async ({ id, title }: { id: string; title: string }) => void told.push(`joined ${title} ${id}`),
    onRenamed: async ({ id }: { id: string }, title: string) => void told.push(`renamed ${id} ${title}`),
    onMoved: async (from: { id: string }, to: { id: string }) => void told.push(`moved ${from.id} ${to.id}`),
  };
  return { ...(await startEditing({ parts: { chats } })), told };
}

describe('what becomes of chats', () => {
  it('is asked for by name, for Telegram tells it to nobody else', async () => {
    const { telegram } = await start();
    await telegram.until('the first poll', () => telegram.callsOf('getUpdates')[0]);
    expect(telegram.callsOf('getUpdates')[0]?.payload.allowed_updates).toEqual(
      expect.arrayContaining(['chat_member', 'my_chat_member']),
    );
  });

  it('a chat that takes the bot in is joined, once', async () => {
    const { telegram, mod, told } = await start();
    const group = telegram.supergroup({ title: 'New', owner: mod });
    group.state.botStatus = 'left';
    group.addBot(mod);
    group.promoteBot(mod);
    group.kickBot(mod);
    const channel = telegram.channel({ title: 'News' });
    channel.state.botStatus = 'left';
    channel.addBot(mod);
    telegram.privateChat(mod).block(mod);
    telegram.privateChat(mod).unblock(mod);
    await telegram.settled();
    expect(told).toEqual([`joined New ${group.id}`, `joined News ${channel.id}`]);
  });

  it('a new title is told', async () => {
    const { group, telegram, mod, told } = await start();
    group.enter({ from: mod, new_chat_title: 'Peace talks' });
    await telegram.settled();
    expect(told).toEqual([`renamed ${group.id} Peace talks`]);
    expect(group.botMessages).toEqual([]);
  });

  it('a title that is no text is none', async () => {
    const { group, telegram, mod, told } = await start();
    const title = { id: 'no text' };
    const chat = { id: group.id, type: 'supergroup', title };
    const [left, member] = ['left', 'member'].map((status) => ({ user: telegram.bot, status }));
    telegram.push({ message: { message_id: 900, date: 1, chat, from: mod, new_chat_title: title } });
    telegram.push({ my_chat_member: { chat, from: mod, date: 1, old_chat_member: left, new_chat_member: member } });
    await telegram.settled();
    expect(told).toEqual([`joined  ${group.id}`]);
  });

  it('a group that becomes a supergroup has moved before anything is answered there', async () => {
    const events: string[] = [];
    const chats = {
      onJoined: async () => {},
      onRenamed: async () => {},
      async onMoved(from: { id: string }, to: { id: string }) {
        events.push(`moving ${from.id} ${to.id}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        events.push('moved');
      },
    };
    const { telegram, mod } = await startEditing({ parts: { chats } });
    const group = telegram.group({ title: 'Small', admins: [mod] });
    await group.say(mod, '/note list');
    const upgraded = telegram.upgrade(group);
    expect((await upgraded.say(mod, '/note list')).text).toBe('0 kept');
    const moving = `moving ${group.id} ${upgraded.id}`;
    expect(events).toEqual([moving, 'moved', moving, 'moved']);
  });

  it('what fails is logged, and the bot goes on', async () => {
    const chats = {
      onJoined: async () => {},
      onRenamed: () => Promise.reject(new Error('no database')),
      onMoved: async () => {},
    };
    const { group, telegram, mod, logged } = await startEditing({ parts: { chats } });
    group.enter({ from: mod, new_chat_title: 'Peace talks' });
    await telegram.settled();
    expect(logged.filter(({ level }) => level >= 50)).toHaveLength(1);
  });
});

describe('what nobody asked for just then', () => {
  const answer = { document: [{ kind: 'paragraph' as const, spans: [{ kind: 'text' as const, text: 'Approved.' }] }] };
  const reader = { language: 'en' as const, t: (key: string) => key };

  it('is delivered to people and chats', async () => {
    const { bot, telegram, mod, group } = await start();
    const chat = telegram.privateChat(mod);
    expect(await bot.deliver({ person: String(mod.id) }, answer, reader)).toBe(true);
    expect(await bot.deliver({ chat: String(group.id) }, answer, reader)).toBe(true);
    expect([chat, group].map(({ botMessages }) => botMessages.at(-1)?.text)).toEqual(['Approved.', 'Approved.']);
  });

  it('is not delivered where the bot can’t write, which is no fault', async () => {
    const { bot, telegram, mod, ann, group } = await start();
    telegram.privateChat(ann).block(ann);
    group.kickBot(mod);
    for (const to of [
      { person: String(mod.id) },
      { person: String(ann.id) },
      { chat: String(group.id) },
      { chat: '-1009999' },
      { person: 'nobody' },
    ])
      expect(await bot.deliver(to, answer, reader), JSON.stringify(to)).toBe(false);
  });

  it('is not said to everybody where it is for somebody who acted in the chat’s name', async () => {
    const { bot, group } = await start();
    expect(await bot.deliver({ person: String(group.id) }, answer, reader)).toBe(false);
    expect(group.botMessages).toEqual([]);
  });

  it('is a fault where the network fails', async () => {
    const { bot, telegram, group } = await start();
    telegram.fail({ kind: 'reset', when: 'before' }, { method: 'sendRichMessage' });
    await expect(bot.deliver({ chat: String(group.id) }, answer, reader)).rejects.toThrow();
  });
});
