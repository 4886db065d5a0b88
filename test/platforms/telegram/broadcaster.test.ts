import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import type { PostOptions, Rendered, Sent, SentMessage } from '../../../src/core/broadcast.ts';
import { paragraph } from '../../../src/core/document.ts';
import type { Place } from '../../../src/core/subscription.ts';
import type { ChatHandle, Fault } from '../../../src/loopback/telegram/index.ts';
import { createBroadcaster } from '../../../src/platforms/telegram/broadcaster.ts';
import { createComposer } from '../../../src/platforms/telegram/compose.ts';
import { texts } from '../../builders/dispatcher.ts';
import { type BotOptions, startBot } from './bot.ts';

const reader = { language: 'en' as const, t: texts.in('en') };
const news: Answer = {
  document: [paragraph('Talks were postponed.')],
  buttons: [{ label: 'Topics', call: { command: 'topics', args: {} } }],
};
const corrected: Answer = { document: [paragraph('Talks go on.')] };

const at = ({ id }: { id: number }, thread?: number): Place => ({
  platform: 'telegram',
  chat: String(id),
  channel: String(id),
  ...(thread !== undefined && { thread: String(thread) }),
});

async function start(options: BotOptions = {}) {
  const started = await startBot(options);
  const { bot, telegram } = started;
  const { broadcaster } = bot;

  /** No failure says what was written, or the token. */
  function discreet(sent: Sent): Sent {
    if (sent.kind === 'sent') return sent;
    expect(JSON.stringify(sent)).not.toContain(telegram.token);
    expect(JSON.stringify(sent)).not.toMatch(/talks|postponed/iu);
    return sent;
  }

  async function post(
    place: Place,
    { message = broadcaster.render(news, reader), by = broadcaster, ...more }: Partial<PostOptions> & Extra = {},
  ): Promise<Sent> {
    return discreet(await by.post(place, message, { key: 'k', silent: false, ...more }));
  }

  async function posted(place: Place): Promise<SentMessage> {
    const sent = await post(place);
    if (sent.kind !== 'sent') throw new Error(`Not sent: ${JSON.stringify(sent)}`);
    return sent.message;
  }

  const edit = async (sent: SentMessage, answer = corrected): Promise<Sent> =>
    discreet(await broadcaster.edit(sent, broadcaster.render(answer, reader), at({ id: Number(sent.channel) })));
  const sends = () => telegram.calls.filter(({ method }) => method.startsWith('send'));
  const impatient = (apiRoot: string) =>
    createBroadcaster({
      token: telegram.token,
      apiRoot,
      compose: createComposer([]),
      log: pino({ level: 'silent' }),
      now: Date.now,
      timeoutMs: 200,
    });
  return { ...started, broadcaster, post, posted, edit, sends, impatient };
}

interface Extra {
  message?: Rendered;
  by?: ReturnType<typeof createBroadcaster>;
}

const texted = (chat: ChatHandle) => chat.botMessages.map(({ text }) => text);

describe('a post', () => {
  it('reaches groups, channels and private chats, with its buttons', async () => {
    const { telegram, group, ann, post, broadcaster } = await start();
    const chats = [group, telegram.channel(), telegram.privateChat(ann)];
    for (const chat of chats)
      expect(await post(at(chat))).toEqual({
        kind: 'sent',
        message: { channel: String(chat.id), id: '1', isRich: true },
      });
    expect(chats.map((chat) => texted(chat))).toEqual(Array(3).fill(['Talks were postponed.']));
    expect(group.botMessages[0]?.buttons.flat().map(({ text }) => text)).toEqual(['Topics']);
    expect(broadcaster.dedupes).toBe(false);
  });

  it('reaches a topic', async () => {
    const { telegram, post } = await start();
    const forum = telegram.supergroup({ isForum: true, topics: ['News'] });
    const [topic = 0] = forum.state.topics.keys();
    await post(at(forum, topic));
    expect(forum.botMessages[0]?.message.message_thread_id).toBe(topic);
  });

  it('can come without a sound', async () => {
    const { group, post } = await start();
    await post(at(group));
    await post(at(group), { silent: true });
    expect(group.botMessages.map(({ isSilent }) => isSilent)).toEqual([false, true]);
  });

  it('replies to an earlier message of the same chat, where that is still there', async () => {
    const { telegram, group, post, posted } = await start();
    const other = telegram.channel();
    const [first, elsewhere] = [await posted(at(group)), await posted(at(other))];
    await post(at(group), { replyTo: first });
    await post(at(group), { replyTo: elsewhere });
    const replies = group.botMessages.map(({ message }) => message.reply_to_message?.message_id);
    expect(replies).toEqual([undefined, Number(first.id), undefined]);
    const [message] = group.state.posted;
    if (message) message.deleted = true;
    expect(await post(at(group), { replyTo: first })).toMatchObject({ kind: 'sent' });
  });

  it('comes as plain text where the chat takes nothing else', async () => {
    const { group, post, edit } = await start();
    group.refuseRich(true);
    const sent = await post(at(group));
    expect(sent).toMatchObject({ kind: 'sent', message: { isRich: false } });
    expect(sent.kind === 'sent' && (await edit(sent.message))).toEqual(sent);
    expect(texted(group)).toEqual(['Talks go on.']);
  });
});

describe('a copy', () => {
  it('is changed in its place, and what changes nothing is done', async () => {
    const { group, posted, edit } = await start();
    const sent = await posted(at(group));
    expect(await edit(sent)).toEqual({ kind: 'sent', message: sent });
    expect(await edit(sent)).toEqual({ kind: 'sent', message: sent });
    expect(texted(group)).toEqual(['Talks go on.']);
    expect(group.botMessages[0]?.buttons).toEqual([]);
  });

  it('that was deleted can’t be changed', async () => {
    const { group, posted, edit } = await start();
    const sent = await posted(at(group));
    const [message] = group.state.posted;
    if (message) message.deleted = true;
    expect(await edit(sent)).toMatchObject({ kind: 'not-editable' });
  });

  it('that is too old can’t be changed', async () => {
    let now = Date.parse('2026-03-01T12:00:00Z');
    const { group, posted, edit } = await start({ server: { editableSeconds: 48 * 3600, now: () => now } });
    const sent = await posted(at(group));
    now += 49 * 3_600_000;
    expect(await edit(sent)).toMatchObject({ kind: 'not-editable' });
    expect(texted(group)).toEqual(['Talks were postponed.']);
  });

  it('of a group that became a supergroup can’t be changed, nor can another message by its number', async () => {
    const { telegram, posted, edit } = await start();
    const group = telegram.group();
    const sent = await posted(at(group));
    const upgraded = telegram.upgrade(group);
    await posted(at(upgraded));
    expect(await edit(sent)).toMatchObject({ kind: 'not-editable' });
    expect(texted(upgraded)).toEqual(['Talks were postponed.']);
  });

  it('can’t be reached where the bot was thrown out', async () => {
    const { group, ann, posted, edit } = await start();
    const sent = await posted(at(group));
    group.kickBot(ann);
    expect(await edit(sent)).toEqual({ kind: 'gone', reason: 'place-left' });
  });

  it('is never published to other channels', async () => {
    const { telegram, posted, broadcaster } = await start();
    const sent = await posted(at(telegram.channel()));
    expect(await broadcaster.crosspost(sent, at({ id: Number(sent.channel) }))).toMatchObject({ kind: 'content' });
  });
});

describe('a failure on the way', () => {
  const unknown = (reason: string) => ({ kind: 'transient', reason, isUnknown: true });
  const notSent = (reason: string) => ({ kind: 'transient', reason, isUnknown: false });
  const internal: Fault = { kind: 'error', code: 500, description: 'Internal Server Error' };

  it('such as too much in one chat waits as long as Telegram says, and holds up no other', async () => {
    const { telegram, group, post, sends } = await start();
    telegram.limit(3 * 3600);
    expect(await post(at(group))).toEqual({ kind: 'wait', forMs: 3 * 3_600_000, everywhere: false });
    expect(sends()).toHaveLength(1);
    expect(await post(at(telegram.channel()))).toMatchObject({ kind: 'sent' });
  });

  it.each<[string, Fault, object, number]>([
    ['an error of Telegram’s', internal, notSent('Telegram 500'), 0],
    ['a bad gateway', { kind: 'bad-gateway' }, unknown('an answer that is not Telegram’s'), 0],
    ['a connection that breaks before', { kind: 'reset', when: 'before' }, unknown('ECONNRESET'), 0],
    ['a connection that breaks after', { kind: 'reset', when: 'after' }, unknown('ECONNRESET'), 1],
  ])('such as %s is met once', async (_, fault, failure, arrived) => {
    const { telegram, group, post, sends } = await start();
    telegram.fail(fault);
    expect(await post(at(group))).toEqual(failure);
    expect(sends()).toHaveLength(1);
    expect(group.botMessages).toHaveLength(arrived);
  });

  it('such as an answer that does not come in time is met once', async () => {
    const { telegram, group, post, sends, impatient } = await start();
    telegram.fail({ kind: 'hang' });
    expect(await post(at(group), { by: impatient(telegram.apiRoot) })).toEqual(unknown('no answer in time'));
    expect(sends()).toHaveLength(1);
  });

  it('such as a connection that does not come about has sent nothing', async () => {
    const { group, post, impatient } = await start();
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await post(at(group), { by: impatient(`http://127.0.0.1:${port}`) })).toEqual(notSent('ECONNREFUSED'));
  });

  it('such as a token that is just being changed may be tried again', async () => {
    const { telegram, group, post } = await start();
    telegram.revokeToken();
    expect(await post(at(group))).toEqual(notSent('Telegram 401'));
    telegram.restoreToken();
    expect(await post(at(group))).toMatchObject({ kind: 'sent' });
  });
});

describe('a chat where nothing can be posted', () => {
  const gone = (reason: string) => ({ kind: 'gone', reason });

  it('is one that the bot was thrown out of, and one that it left', async () => {
    const { telegram, group, ann, post } = await start();
    const left = telegram.channel();
    group.kickBot(ann);
    left.state.botStatus = 'left';
    expect(await post(at(group))).toEqual(gone('place-left'));
    expect(await post(at(left))).toEqual(gone('place-left'));
  });

  it('is a group that lets it write nothing, and a channel that it does not administer', async () => {
    const { telegram, group, ann, post } = await start();
    const channel = telegram.channel();
    group.allowWriting(false);
    channel.demoteBot(ann);
    expect(await post(at(group))).toEqual(gone('right-write-in-group'));
    expect(await post(at(channel))).toEqual(gone('right-post-in-channel'));
  });

  it('is the private chat of somebody who blocks the bot, or has never started it', async () => {
    const { telegram, ann, bohdana, post } = await start();
    telegram.privateChat(ann).block(ann);
    expect(await post(at(ann))).toEqual(gone('place-blocked'));
    expect(await post(at(bohdana))).toEqual(gone('place-not-started'));
    telegram.fail({ kind: 'error', code: 400, description: 'Bad Request: chat not found' });
    expect(await post(at(bohdana))).toEqual(gone('place-not-started'));
  });

  it('is one that is not there, and a topic that is closed or deleted', async () => {
    const { telegram, post } = await start();
    const forum = telegram.supergroup({ isForum: true, topics: ['News', 'Old'] });
    const [news = 0, old = 0] = forum.state.topics.keys();
    forum.closeTopic(news);
    forum.deleteTopic(old);
    expect(await post(at({ id: -1009999 }))).toEqual(gone('place-gone'));
    expect(await post(at(forum, news))).toEqual(gone('place-topic-closed'));
    expect(await post(at(forum, old))).toEqual(gone('place-topic-gone'));
  });

  it.each([
    [403, 'Forbidden: user is deactivated', 'place-gone'],
    [403, 'Forbidden: the group chat was deleted', 'place-gone'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'place-not-started'],
    [403, 'Forbidden: something new', 'place-forbidden'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'right-write-in-group'],
    [400, 'Bad Request: have no rights to send a message', 'right-write-in-group'],
    [400, 'Bad Request: CHANNEL_PRIVATE', 'place-left'],
  ])('is one of which Telegram says “%i %s”', async (code, description, reason) => {
    const { telegram, group, post } = await start();
    telegram.fail({ kind: 'error', code, description });
    expect(await post(at(group))).toEqual(gone(reason));
  });

  it('is not a group that became a supergroup: it has moved', async () => {
    const { telegram, post } = await start();
    const group = telegram.group();
    const upgraded = telegram.upgrade(group);
    expect(await post(at(group))).toEqual({ kind: 'moved', to: String(upgraded.id) });
    expect(await post(at(upgraded))).toMatchObject({ kind: 'sent' });
  });
});

describe('a message that Telegram does not take', () => {
  it('in any form is refused, for that message only', async () => {
    const { group, post } = await start();
    const message = { html: 'Talks '.repeat(1000), rich: { html: '' }, keyboard: undefined };
    expect(await post(at(group), { message })).toEqual({ kind: 'content', reason: 'Bad Request: message is too long' });
  });

  it('is not quoted', async () => {
    const { group, post } = await start();
    const message = { html: '<talks>postponed</talks>', rich: { html: '' }, keyboard: undefined };
    expect(await post(at(group), { message })).toMatchObject({ kind: 'content' });
  });
});
