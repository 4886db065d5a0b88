import { describe, expect, it } from 'vitest';
import { startBot } from './bot.ts';

const oldButton = 'This button is from an older version and no longer works. Please ask again with /faq.';

describe('page buttons', () => {
  it.each([true, false])('turn the page in place (rich: %s)', async (rich) => {
    const { telegram, ann } = await startBot({ server: { rich } });
    const first = await telegram.privateChat(ann).say(ann, '/faq');
    expect(first.text).toContain('Page 1 of 3');
    const second = await first.press(ann, 'Next ›');
    expect(second.text).toContain('Page 2 of 3');
    expect(second.message.message_id).toBe(first.message.message_id);
    expect(second.blocks !== undefined).toBe(rich);
    expect((await second.press(ann, '‹ Back')).text).toContain('Page 1 of 3');
  });

  it('keep the language of the message, whoever presses', async () => {
    const { group, ann, bohdana } = await startBot();
    const first = await group.say(ann, '/faq');
    expect((await first.press(bohdana, 'Next ›')).text).toContain('Page 2 of 3');
  });

  it('send the page anew where the message can be changed no more', async () => {
    const { telegram, ann } = await startBot();
    const chat = telegram.privateChat(ann);
    const first = await chat.say(ann, '/faq');
    telegram.fail({ kind: 'error', code: 400, description: "Bad Request: message can't be edited" });
    const second = await first.press(ann, 'Next ›');
    expect(second.text).toContain('Page 2 of 3');
    expect(second.message.message_id).not.toBe(first.message.message_id);
  });

  it('do no harm when they are pressed twice', async () => {
    const { telegram, ann, told } = await startBot();
    const first = await telegram.privateChat(ann).say(ann, '/faq');
    const page = first.message.reply_markup;
    await first.press(ann, 'Next ›');
    telegram.push({
      callback_query: {
        id: '1',
        from: ann,
        chat_instance: '1',
        data: 'en:faq-2',
        message: { ...first.message, reply_markup: page },
      },
    });
    await telegram.settled();
    expect(told()).toEqual(['Telegram is ready.']);
  });
});

describe('other buttons', () => {
  it('bring a new message in a private chat', async () => {
    const { telegram, ann } = await startBot();
    const menu = await telegram.privateChat(ann).say(ann, '/faq');
    const answer = await menu.press(ann, '1');
    expect(answer.text).toContain('Can Ukraine join NATO during the war?');
    expect(answer.message.message_id).not.toBe(menu.message.message_id);
  });

  it('answer the presser alone in a group, in their language', async () => {
    const { group, ann, bohdana } = await startBot();
    const menu = await group.say(ann, '/faq');
    const answer = await menu.press(bohdana, '1');
    expect(answer.isEphemeral).toBe(true);
    expect(answer.text).toContain('Навряд чи.');
    expect(group.seenBy(ann).some(({ text }) => text.includes('Навряд чи.'))).toBe(false);
  });

  it('go on in the same place from there', async () => {
    const { group, telegram, ann, bohdana } = await startBot();
    const answer = await (await group.say(ann, '/faq')).press(bohdana, '1');
    const next = await answer.press(bohdana, 'Would Ukraine give up land for peace?');
    expect(next).toMatchObject({ isEphemeral: true, text: expect.stringContaining('Would Ukraine give up land') });
    expect(telegram.callsOf('sendRichMessage').at(-1)?.payload.ephemeral_message_parameters).toMatchObject({
      receiver_user_id: bohdana.id,
      replace_callback_query_message: true,
    });
  });

  it('answer in the group where it has no messages for one person', async () => {
    const { group, ann, bohdana } = await startBot({ server: { ephemeral: false } });
    const menu = await group.say(ann, '/faq');
    const answer = await menu.press(bohdana, '1');
    expect(answer.isEphemeral).toBe(false);
    expect(answer.message.reply_to_message?.message_id).toBe(menu.message.message_id);
  });

  it("open a private chat for a channel's readers instead of posting to all of them", async () => {
    const { telegram, ann } = await startBot();
    const post = await telegram.channel().say(undefined, '/faq');
    const pressed = await post.press(ann, '1');
    expect(pressed.toast.url).toBe('https://t.me/parley_bot?start=faq_nato-membership');
    expect(pressed.isChanged).toBe(false);
  });
});

describe('a button that cannot be carried out', () => {
  it.each(['nonsense', 'faq_a_b_c', 'faq-9999', 'faq_%', '', 'en:'])('%j is called old', async (data) => {
    const { telegram, group, ann } = await startBot();
    const menu = await group.say(ann, '/faq');
    const button = menu.message.reply_markup?.inline_keyboard[0]?.[0];
    if (button)
      telegram.push({ callback_query: { id: '1', from: ann, chat_instance: '1', data, message: menu.message } });
    await telegram.settled();
    expect(telegram.callsOf('answerCallbackQuery')[0]?.payload).toEqual({
      callback_query_id: '1',
      text: oldButton,
      show_alert: true,
    });
    await group.silence();
  });

  it('says under which number the fault was logged, and is answered once', async () => {
    const { telegram, ann, logged } = await startBot();
    const menu = await telegram.privateChat(ann).say(ann, '/faq');
    telegram.fail({ kind: 'error', code: 400, description: 'Bad Request: BUTTON_ODD' }, { method: 'sendRichMessage' });
    telegram.fail({ kind: 'error', code: 400, description: 'Bad Request: BUTTON_ODD' }, { method: 'sendMessage' });
    const pressed = await menu.press(ann, '1');
    expect(pressed.toast).toEqual({
      text: 'Something went wrong on our side, and it has been logged as incident-1. Please try again.',
      isAlert: true,
    });
    expect(telegram.callsOf('answerCallbackQuery')).toHaveLength(1);
    expect(logged.filter(({ level }) => level >= 50)).toMatchObject([{ incident: 'incident-1' }]);
  });

  it('is answered all the same when it waited too long for us', async () => {
    const { telegram, group, ann, told } = await startBot();
    const menu = await group.say(ann, '/faq');
    telegram.push({
      callback_query: { id: 'old', from: ann, chat_instance: '1', data: 'faq_nato-membership', message: menu.message },
    });
    const answer = await group.hear(ann);
    expect(answer).toMatchObject({ isEphemeral: true, text: expect.stringContaining('Hardly.') });
    await telegram.settled();
    expect(told()).toEqual(['Telegram is ready.']);
  });
});
