import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import { command } from '../../../src/core/command.ts';
import { createDispatcher } from '../../../src/core/dispatch.ts';
import { paragraph } from '../../../src/core/document.ts';
import type { ChatHandle, TelegramOptions } from '../../../src/loopback/telegram/index.ts';
import { startBot } from './bot.ts';

/** What is counted goes up each time that somebody asks for it. */
function counting() {
  const counts = new Map<string, number>();
  const counted = (name: string, more: Partial<Answer> = {}): Answer => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const buttons = [{ label: 'Go on', call: { command: 'sources', args: {} } }];
    const call = { command: name, args: {} };
    return {
      document: [paragraph(`${count} of 3`)],
      call,
      buttons,
      ...(count < 3 && { refreshAfterMs: 5000 }),
      ...more,
    };
  };
  return [
    command({ name: 'about', options: {}, run: () => counted('about') }),
    command({ name: 'topics', options: {}, run: () => counted('topics') }),
    command({
      name: 'audit',
      audience: 'moderators',
      options: {},
      run: () => counted('audit', { confidential: true }),
    }),
    command({
      name: 'sources',
      options: {},
      run: () => ({
        document: [paragraph('Something else.')],
        call: { command: 'sources', args: {} },
        confidential: true,
      }),
    }),
  ];
}

async function start(server: TelegramOptions = {}) {
  /** The waits that the bot has begun; calling one ends it. */
  const waits: { ms: number; end: () => void }[] = [];
  let asked = 0;
  const started = await startBot({
    server,
    parts: {
      dispatcher: createDispatcher({
        commands: counting(),
        throttle: () => {
          asked += 1;
        },
        onFault: () => {},
        newIncidentId: () => 'incident-1',
      }),
      delay: (ms, signal) =>
        new Promise((end) => {
          waits.push({ ms, end });
          signal.addEventListener('abort', () => end());
        }),
    },
  });
  const { telegram } = started;

  /** The time comes for which the bot waits, and what it then does is done. */
  async function pass(): Promise<void> {
    await telegram.settled();
    expect(waits.map(({ ms }) => ms)).toEqual([5000]);
    waits.splice(0)[0]?.end();
    await telegram.settled();
  }
  const edits = () => telegram.calls.filter(({ method }) => method.startsWith('edit')).length;
  return { ...started, waits, pass, edits, asked: () => asked };
}

const texts = (chat: ChatHandle) => chat.botMessages.map(({ text }) => text);

describe('an answer that changes by itself', () => {
  it.each([true, false])('changes in its place until it says that it is done (rich: %s)', async (rich) => {
    const { group, ann, waits, pass } = await start({ rich });
    await group.say(ann, '/about');
    expect(texts(group)).toEqual(['1 of 3']);
    await pass();
    expect(texts(group)).toEqual(['2 of 3']);
    await pass();
    expect(texts(group)).toEqual(['3 of 3']);
    expect(waits).toEqual([]);
  });

  it('changes in the private chat to which it was sent, as long as the asker has the right', async () => {
    const { telegram, ann, pass, edits, asked } = await start({ ephemeral: false });
    const group = telegram.supergroup({ title: 'Talks', admins: [ann] });
    const chat = telegram.privateChat(ann);
    group.promoteBot(ann);
    group.post(ann, '/audit');
    await telegram.settled();
    expect(texts(chat)).toEqual(['1 of 3']);
    await pass();
    expect(texts(chat)).toEqual(['2 of 3']);
    group.changeMember(ann, 'member');
    await telegram.settled();
    await pass();
    expect(asked()).toBe(3);
    expect(texts(chat)).toEqual(['2 of 3']);
    expect(edits()).toBe(1);
  });

  it('stays as it is where only the asker sees it in a group', async () => {
    const { telegram, ann, waits } = await start();
    const group = telegram.supergroup({ title: 'Talks', admins: [ann] });
    const said = await group.say(ann, '/audit');
    await telegram.settled();
    expect(said.isEphemeral).toBe(true);
    expect(waits).toEqual([]);
  });

  it('gives way to what takes its place', async () => {
    const { telegram, ann, pass, edits } = await start({ ephemeral: false });
    const group = telegram.supergroup({ title: 'Talks', admins: [ann] });
    const chat = telegram.privateChat(ann);
    group.post(ann, '/audit');
    const said = await chat.hear(ann);
    await said.press(ann, 'Go on');
    expect(texts(chat)).toEqual(['Something else.']);
    await pass();
    expect(texts(chat)).toEqual(['Something else.']);
    expect(edits()).toBe(1);
  });

  it('gives way while that is still on its way', async () => {
    const { telegram, ann, waits, edits } = await start({ ephemeral: false });
    const group = telegram.supergroup({ title: 'Talks', admins: [ann] });
    const chat = telegram.privateChat(ann);
    group.post(ann, '/audit');
    const said = await chat.hear(ann);
    await telegram.settled();
    const hanging = telegram.fail({ kind: 'hang' }, { method: 'editMessageText' });
    const pressed = said.press(ann, 'Go on');
    await telegram.until('the edit', () => (edits() > 0 ? true : undefined));
    waits[0]?.end();
    await new Promise((resolve) => setImmediate(resolve));
    hanging.release();
    await pressed;
    expect(texts(chat)).toEqual(['Something else.']);
    expect(edits()).toBe(1);
  });

  it('is left alone once its message is deleted, or the person blocks the bot', async () => {
    const { telegram, ann, bohdana, waits, pass, logged } = await start();
    const [chat, other] = [telegram.privateChat(ann), telegram.privateChat(bohdana)];
    await chat.say(ann, '/about');
    for (const post of chat.state.posted) post.deleted = true;
    await pass();
    await other.say(bohdana, '/topics');
    other.block(bohdana);
    await pass();
    expect(waits).toEqual([]);
    expect(logged.filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('is tried again after Telegram’s own fault, which is logged without the token', async () => {
    const { telegram, group, ann, pass, told, logged } = await start();
    await group.say(ann, '/about');
    telegram.fail({ kind: 'bad-gateway' }, { method: 'editMessageText' });
    await pass();
    expect(told().at(-1)).toBe('A message could not be brought up to date.');
    expect(JSON.stringify(logged)).not.toContain(telegram.token);
    await pass();
    expect(texts(group)).toEqual(['3 of 3']);
  });

  it('changes no more once the bot stops', async () => {
    const { bot, telegram, group, ann, waits } = await start();
    await group.say(ann, '/about');
    await telegram.settled();
    await bot.stop();
    for (const { end } of waits) end();
    await new Promise((resolve) => setImmediate(resolve));
    expect(texts(group)).toEqual(['1 of 3']);
  });
});
