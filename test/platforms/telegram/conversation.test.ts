import { describe, expect, it } from 'vitest';
import { startBot } from './bot.ts';

describe('a private chat', () => {
  it('answers a question asked in plain words', async () => {
    const { telegram, ann } = await startBot();
    const heard = await telegram.privateChat(ann).say(ann, 'Can Ukraine join NATO during the war?');
    expect(heard.text).toContain('Hardly. The allies have not agreed on it.');
    expect(heard.message.reply_to_message).toBeUndefined();
    expect(heard.buttons.flat().map(({ text }) => text)).toContain('Would Ukraine give up land for peace?');
  });

  it('answers in the language of the person', async () => {
    const { telegram, bohdana } = await startBot();
    const heard = await telegram.privateChat(bohdana).say(bohdana, '/faq nato-membership');
    expect(heard.text).toContain('Навряд чи.');
  });

  it('shows a newcomer around, and opens what a link points to', async () => {
    const { telegram, ann } = await startBot();
    const chat = telegram.privateChat(ann);
    expect((await chat.say(ann, '/start')).text).toContain('How to use Parley');
    expect((await chat.say(ann, '/start faq_land-for-peace')).text).toContain('Would Ukraine give up land for peace?');
    expect((await chat.say(ann, '/start %%%')).text).toContain('How to use Parley');
  });

  it('says kindly that there is no such command', async () => {
    const { telegram, ann } = await startBot();
    const heard = await telegram.privateChat(ann).say(ann, '/nonsense');
    expect(heard.text).toBe('There is no command /\u2060nonsense. /help lists all of them.');
  });
});

describe('a group', () => {
  it('answers commands under the question', async () => {
    const { group, ann } = await startBot();
    const heard = await group.say(ann, '/faq@parley_bot can Ukraine join NATO');
    expect(heard.text).toContain('Hardly.');
    expect(heard.message.reply_to_message?.text).toBe('/faq@parley_bot can Ukraine join NATO');
    expect(heard.isEphemeral).toBe(false);
  });

  it('shows help and mistakes to the asker alone', async () => {
    const { group, ann, bohdana } = await startBot();
    const help = await group.say(ann, '/help');
    const mistake = await group.say(ann, '/position atlantis');
    expect([help.isEphemeral, mistake.isEphemeral]).toEqual([true, true]);
    expect(mistake.text).toContain('“atlantis” is not something I know here.');
    expect(group.seenBy(bohdana).some(({ text }) => text.includes('atlantis”'))).toBe(false);
  });

  it('shows them to everybody where messages for one person are not to be had, and does not try again', async () => {
    const { group, telegram, ann } = await startBot({ server: { ephemeral: false } });
    const first = await group.say(ann, '/help');
    expect(first).toMatchObject({ isEphemeral: false, blocks: expect.anything() });
    const before = telegram.calls.length;
    await group.say(ann, '/help');
    expect(telegram.calls.slice(before).filter(({ result }) => result?.ok === false)).toEqual([]);
  });

  it('tries again for one person alone after another person could not have such a message', async () => {
    const { group, telegram, ann, bohdana } = await startBot();
    const refusal = { kind: 'error', code: 400, description: 'Bad Request: user not found' } as const;
    telegram.fail(refusal, { method: 'sendRichMessage' });
    expect((await group.say(bohdana, '/help')).isEphemeral).toBe(false);
    expect((await group.say(ann, '/help')).isEphemeral).toBe(true);
  });

  it('keeps quiet when nobody asked it', async () => {
    const { group, ann, telegram } = await startBot();
    const heard = await group.say(ann, '/faq nato-membership');
    for (const text of ['Hello all', '/nonsense', '/faq@other_bot nato', 'Is that so?']) {
      group.post(ann, text);
      await group.silence();
    }
    group.post(ann, 'Thanks.', { replyTo: heard });
    await group.silence();
    group.post(ann, '/faq nato', { fields: { via_bot: telegram.bot } });
    await group.silence();
    group.enter({ from: ann, photo: [], caption: '/faq nato' });
    await group.silence();
  });

  it('does not answer a message again when it is edited', async () => {
    const { group, ann } = await startBot();
    const { message } = group.post(ann, '/faq nato-membership');
    await group.hear(ann);
    group.edit(message, '/faq land-for-peace');
    await group.silence();
  });

  it('takes its name at the start, or a question in reply to it, as a question', async () => {
    const { group, ann } = await startBot();
    const heard = await group.say(ann, '@parley_bot land for peace');
    expect(heard.text).toContain('Would Ukraine give up land for peace?');
    const next = await group.say(ann, 'What are the borders of 1991?', { replyTo: heard });
    expect(next.text).toContain('Those of independence.');
  });

  it('answers in the topic where it was asked', async () => {
    const { telegram, ann } = await startBot();
    const forum = telegram.supergroup({ isForum: true, members: [ann] });
    const topic = forum.addTopic('Peace');
    const heard = await forum.say(ann, '/faq nato-membership', { topic });
    expect(heard.message.message_thread_id).toBe(topic);
    await (await forum.say(ann, '/faq', { topic })).press(ann, '1');
    expect(telegram.callsOf('sendRichMessage').map(({ payload }) => payload.message_thread_id)).toEqual([
      topic,
      topic,
      topic,
    ]);
  });

  it('answers a question that was deleted meanwhile', async () => {
    const { group, telegram, ann } = await startBot();
    const slow = telegram.fail({ kind: 'hang' }, { method: 'sendRichMessage' });
    group.post(ann, '/faq nato-membership');
    await telegram.until('the answer to be under way', () => telegram.callsOf('sendRichMessage')[0]);
    for (const post of group.state.posted) post.deleted = true;
    slow.release();
    expect((await group.hear(ann)).text).toContain('Hardly.');
    expect(telegram.callsOf('sendRichMessage')).toHaveLength(1);
  });

  it('answers people who write in the name of the group or a channel, for everybody to see', async () => {
    const { group, telegram, ann } = await startBot();
    const anonymous = await group.say(ann, '/help', { anonymous: true });
    expect(anonymous).toMatchObject({ isEphemeral: false, text: expect.stringContaining('How to use Parley') });
    const channel = await group.say(ann, '/faq nato-membership', { asChannel: telegram.channel().chat });
    expect(channel.text).toContain('Hardly.');
  });
});

describe('a channel', () => {
  it('is answered in the channel', async () => {
    const { telegram } = await startBot();
    const heard = await telegram.channel().say(undefined, '/faq nato-membership');
    expect(heard.text).toContain('Hardly.');
  });
});

describe('the form of a message', () => {
  it('is rich, with a table and sections that open', async () => {
    const { group, ann } = await startBot();
    const heard = await group.say(ann, '/compare nato');
    expect(heard.blocks?.map(({ type }) => type)).toEqual(expect.arrayContaining(['table', 'details', 'footer']));
  });

  it('is plain HTML for a server that is older than rich messages, which is asked once', async () => {
    const { group, telegram, ann } = await startBot({ server: { rich: false } });
    const heard = await group.say(ann, '/compare nato');
    expect(heard.html).toContain('<b>Russia</b> — Demands neutrality');
    await telegram.privateChat(ann).say(ann, '/compare territory');
    expect(telegram.callsOf('sendRichMessage')).toHaveLength(1);
  });

  it('is plain HTML for an hour in a chat that refuses rich messages, and rich in the others', async () => {
    let now = Date.now();
    const { group, telegram, ann } = await startBot({ parts: { now: () => now } });
    group.refuseRich(true);
    expect((await group.say(ann, '/faq nato-membership')).html).toContain('<b>Hardly.</b>');
    await group.say(ann, '/faq nato-membership');
    expect(telegram.callsOf('sendRichMessage')).toHaveLength(1);
    expect((await telegram.privateChat(ann).say(ann, 'nato-membership')).blocks).toBeDefined();
    now += 3_600_001;
    group.refuseRich(false);
    expect((await group.say(ann, '/faq nato-membership')).blocks).toBeDefined();
  });

  it('never shows a preview of a link', async () => {
    const { group, telegram, ann } = await startBot({ server: { rich: false } });
    await group.say(ann, '/faq nato-membership');
    expect(telegram.callsOf('sendMessage')[0]?.payload.link_preview_options).toEqual({ is_disabled: true });
  });
});
