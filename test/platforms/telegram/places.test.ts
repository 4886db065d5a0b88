import { describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/core/community.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Origin } from '../../../src/core/reception.ts';
import type { Place } from '../../../src/core/subscription.ts';
import { testReception } from '../../builders/callers.ts';
import { texts } from '../../builders/dispatcher.ts';
import { smallCatalogue } from '../../builders/knowledge.ts';
import { startBot } from './bot.ts';

const at = ({ id }: { id: number }, thread?: number): Place => ({
  platform: 'telegram',
  chat: String(id),
  channel: String(id),
  ...(thread !== undefined && { thread: String(thread) }),
});

async function start() {
  const origins: Origin[] = [];
  const reachable: Chat[] = [];
  const traffic: string[] = [];
  const reception = testReception({ catalogue: smallCatalogue() });
  const started = await startBot({
    parts: {
      reception: async (origin) => {
        origins.push(origin);
        return await reception(origin);
      },
      chats: {
        onJoined: async () => {},
        onRenamed: async () => {},
        onMoved: async () => {},
        onReachable: (chat) => void reachable.push(chat),
      },
      beforeSend: async (chat) => {
        traffic.push(`before ${chat}`);
      },
      onSent: (chat) => void traffic.push(`sent ${chat}`),
    },
  });
  const inspect = (place: Place) => started.bot.broadcaster.inspect(place);
  return { ...started, inspect, reachable, traffic, here: () => origins.at(-1)?.here };
}

const fit = 'fit';
const unfit = (...missing: string[]) => ({ kind: 'unfit', missing });

describe('a place to post in', () => {
  it('is any group or topic, a channel that the bot administers, and the private chat of who has started it', async () => {
    const { telegram, group, ann, inspect } = await start();
    const forum = telegram.supergroup({ title: 'Forum', isForum: true, topics: ['News'] });
    const [topic = 0] = forum.state.topics.keys();
    const channel = telegram.channel({ title: 'News' });
    const chat = telegram.privateChat(ann);
    const suitable = (place: Place, title: string) => ({ kind: fit, place, title, canCrosspost: false });
    expect(await inspect(at(group))).toEqual(suitable(at(group), 'Talks'));
    expect(await inspect(at(forum, topic))).toEqual(suitable(at(forum, topic), 'Forum'));
    expect(await inspect(at(channel))).toEqual(suitable(at(channel), 'News'));
    expect(await inspect({ ...at(chat), channel: '' })).toEqual(suitable(at(chat), 'Ann'));
  });

  it('is no group that lets its members write nothing, unless the bot administers it', async () => {
    const { group, ann, inspect } = await start();
    group.allowWriting(false);
    expect(await inspect(at(group))).toEqual(unfit('right-write-in-group'));
    group.promoteBot(ann);
    expect(await inspect(at(group))).toMatchObject({ kind: fit });
  });

  it('is no group where the bot alone may not write', async () => {
    const { group, ann, inspect } = await start();
    group.restrictBot(ann, false);
    expect(await inspect(at(group))).toEqual(unfit('right-write-in-group'));
    group.restrictBot(ann, true);
    expect(await inspect(at(group))).toMatchObject({ kind: fit });
  });

  it('is no channel where the bot may not post', async () => {
    const { telegram, ann, inspect } = await start();
    const [reading, powerless] = [telegram.channel(), telegram.channel()];
    reading.demoteBot(ann);
    powerless.allowWriting(false);
    expect(await inspect(at(reading))).toEqual(unfit('right-post-in-channel'));
    expect(await inspect(at(powerless))).toEqual(unfit('right-post-in-channel'));
  });

  it('is no chat that the bot is not in, or that is not there', async () => {
    const { group, ann, inspect } = await start();
    group.kickBot(ann);
    expect(await inspect(at(group))).toEqual(unfit('place-left'));
    expect(await inspect(at({ id: -1009999 }))).toEqual(unfit('place-gone'));
  });

  it('is no private chat of somebody who blocks the bot, or has never started it', async () => {
    const { telegram, ann, bohdana, inspect } = await start();
    telegram.privateChat(ann).block(ann);
    expect(await inspect(at(ann))).toEqual(unfit('place-blocked'));
    expect(await inspect(at(bohdana))).toEqual(unfit('place-not-started'));
    expect(telegram.privateChat(ann).botMessages).toEqual([]);
  });

  it('is found again where the group has become a supergroup', async () => {
    const { telegram, inspect } = await start();
    const group = telegram.group({ title: 'Small' });
    const upgraded = telegram.upgrade(group);
    expect(await inspect(at(group))).toMatchObject({ kind: fit, place: at(upgraded), title: 'Small' });
  });

  it('is not known while Telegram does not answer', async () => {
    const { telegram, group, inspect } = await start();
    telegram.fail({ kind: 'bad-gateway' });
    expect(await inspect(at(group))).toEqual({ kind: 'unknown' });
    telegram.limit(3600);
    expect(await inspect(at(group))).toEqual({ kind: 'unknown' });
  });

  it.each<[string, Record<Language, string>]>([
    ['right-write-in-group', { en: 'send messages', uk: 'надсилати повідомлення', ru: 'отправлять сообщения' }],
    ['right-post-in-channel', { en: 'Post Messages', uk: 'Публікація повідомлень', ru: 'Публикация сообщений' }],
    ['place-not-started', { en: 'press Start', uk: 'натисніть «Почати»', ru: 'нажмите «Начать»' }],
    ['place-topic-closed', { en: 'topic is closed', uk: 'тему закрито', ru: 'тема закрыта' }],
  ])('says in each language what is missing: %s', (key, words) => {
    for (const language of ['en', 'uk', 'ru'] as const) expect(texts.in(language)(key)).toContain(words[language]);
  });
});

describe('a chat where the bot may write again', () => {
  it('is told of when it is taken in, promoted, allowed to write or no longer blocked', async () => {
    const { telegram, group, ann, reachable } = await start();
    const chat = telegram.privateChat(ann);
    const told: [() => unknown, string[]][] = [
      [() => group.kickBot(ann), []],
      [() => group.addBot(ann), [`${group.id}`]],
      [() => group.promoteBot(ann), [`${group.id}`]],
      [() => group.demoteBot(ann), []],
      [() => group.restrictBot(ann, false), []],
      [() => group.restrictBot(ann, true), [`${group.id}`]],
      [() => chat.block(ann), []],
      [() => chat.unblock(ann), [`${ann.id}`]],
    ];
    for (const [change, ids] of told) {
      reachable.length = 0;
      change();
      await telegram.settled();
      expect(reachable, String(change)).toEqual(ids.map((id) => ({ platform: 'telegram', id })));
    }
  });

  it('is a channel only once it lets the bot post', async () => {
    const { telegram, ann, reachable } = await start();
    const channel = telegram.channel();
    channel.demoteBot(ann);
    await telegram.settled();
    expect(reachable).toEqual([]);
    channel.promoteBot(ann);
    await telegram.settled();
    expect(reachable).toEqual([{ platform: 'telegram', id: String(channel.id) }]);
  });
});

describe('what counts toward the bot’s limits', () => {
  it('waits for its turn, each attempt of it', async () => {
    const { telegram, group, ann, traffic } = await start();
    telegram.fail(
      { kind: 'error', code: 400, description: 'Bad Request: RICH_MESSAGE_NOT_SUPPORTED' },
      { method: 'sendRichMessage' },
    );
    await group.say(ann, '/topics');
    expect(traffic).toEqual([`before ${group.id}`, `before ${group.id}`]);
  });

  it('is reported where nothing is to be waited for', async () => {
    const sent: (string | undefined)[] = [];
    const { group, ann } = await startBot({ parts: { onSent: (chat) => void sent.push(chat) } });
    await group.say(ann, '/topics');
    expect(sent).toEqual([String(group.id)]);
  });

  it('is an edit too, which waits for nobody', async () => {
    const edited: (string | undefined)[] = [];
    const parts = { beforeSend: async () => {}, onSent: (chat?: string) => void edited.push(chat) };
    const { telegram, ann } = await startBot({ parts });
    const chat = telegram.privateChat(ann);
    const listed = await chat.say(ann, '/faq');
    await listed.press(ann, 'Next ›');
    expect(edited).toEqual([String(chat.id)]);
  });

  it('is nothing that the broadcaster sends, nor what is no message', async () => {
    const { bot, telegram, group, ann, inspect, traffic } = await start();
    const reader = { language: 'en' as const, t: texts.in('en') };
    const message = bot.broadcaster.render({ document: [{ kind: 'divider' }] }, reader);
    await bot.broadcaster.post(at(group), message, { key: 'k', silent: false });
    await inspect(at(telegram.privateChat(ann)));
    await telegram.inline(ann, 'nato');
    expect(traffic).toEqual([]);
  });

  it('goes on only when its turn has come', async () => {
    let letGo = () => {};
    const turn = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { telegram, group, ann } = await startBot({ parts: { beforeSend: () => turn } });
    group.post(ann, '/topics');
    await telegram.settled();
    expect(group.botMessages).toEqual([]);
    letGo();
    expect((await group.hear()).text).toContain('Topics');
  });
});

describe('a public name', () => {
  it('leads to its group or channel, and to nothing where there is none or Telegram does not answer', async () => {
    const { bot, telegram } = await start();
    const channel = telegram.channel({ username: 'peace_talks' });
    expect(await bot.chatNamed('@peace_talks')).toEqual({ platform: 'telegram', id: String(channel.id) });
    expect(await bot.chatNamed('@nobody_here')).toBeUndefined();
    telegram.fail({ kind: 'bad-gateway' });
    expect(await bot.chatNamed('@peace_talks')).toBeUndefined();
  });
});

describe('where somebody asks', () => {
  it('is the group, channel or private chat', async () => {
    const { telegram, group, ann, here } = await start();
    const [channel, chat] = [telegram.channel({ title: 'News' }), telegram.privateChat(ann)];
    await group.say(ann, '/about');
    expect(here()).toEqual({ place: at(group), title: 'Talks' });
    await channel.say(undefined, '/about');
    expect(here()).toEqual({ place: at(channel), title: 'News' });
    await chat.say(ann, '/about');
    expect(here()).toEqual({ place: at(chat), title: 'Ann' });
  });

  it('is the topic, for a message and for a press alike', async () => {
    const { telegram, ann, here } = await start();
    const forum = telegram.supergroup({ title: 'Forum', isForum: true, topics: ['News'], members: [ann] });
    const [topic = 0] = forum.state.topics.keys();
    const said = await forum.say(ann, '/topics', { topic });
    expect(here()).toEqual({ place: at(forum, topic), title: 'Forum' });
    await said.press(ann, /NATO/u);
    expect(here()).toEqual({ place: at(forum, topic), title: 'Forum' });
  });

  it('is not known in inline mode, nor under messages that are too old', async () => {
    const { telegram, group, ann, here } = await start();
    await telegram.inline(ann, 'nato');
    expect(here()).toBeUndefined();
    telegram.push({
      callback_query: {
        id: '1',
        from: ann,
        chat_instance: '1',
        data: 'topics',
        message: { chat: group.chat, message_id: 1, date: 0 },
      },
    });
    await telegram.settled();
    expect(here()).toBeUndefined();
  });
});
