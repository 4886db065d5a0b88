import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { startEditing } from './editing.ts';

/** What a form holds when it is answered as in the conversation below. */
const note = {
  question: 'What is NATO?',
  topic: 'nato',
  parties: 'russia,ukraine',
  body: 'An alliance.',
  note: '',
};

const labels = (seen: { buttons: { text: string }[][] }) => seen.buttons.flat().map(({ text }) => text);

describe('a form in a private chat', () => {
  async function begin(options: Parameters<typeof startEditing>[0] = {}) {
    const started = await startEditing(options);
    const { telegram, mod, group, working } = started;
    working.set(String(mod.id), String(group.id));
    await group.say(mod, '/note@parley_bot list');
    const chat = telegram.privateChat(mod);
    const say = (text: string, more = {}) => chat.say(mod, text, more);
    return { ...started, chat, say };
  }

  it('is asked question by question, checked at once, and handed over at the end', async () => {
    const { say, saved, mod, chat } = await begin();
    const first = await say('/note add');
    expect(first.text).toBe('New entry · question 1 of 5\n\nQuestion\nAs members would ask it');
    expect(labels(first)).toEqual(['Cancel']);

    expect((await say('WHAT!')).text).toContain('⚠ Please don’t shout.\n\nQuestion');
    expect((await say('x'.repeat(61))).text).toContain('⚠ That is too long. 60 characters at most, please.');

    const topic = await say('What is\nNATO?');
    expect(topic.text).toContain('question 2 of 5\n\nTopic');
    expect(labels(topic)).toEqual(['NATO', 'Territory', 'Back', 'Cancel']);
    expect((await say('cheese')).text).toContain('⚠ “cheese” is not something I know here. Please choose Topic:');

    const again = await (await say('territory')).press(mod, 'Back');
    expect(again.text).toContain('Now: Territory');
    const chosen = await again.press(mod, 'NATO');
    expect(labels(chosen)).toEqual(['Russia', 'Ukraine', 'United States', 'Done', 'Back', 'Cancel']);

    const marked = await chosen.press(mod, 'Ukraine');
    expect(labels(marked).slice(0, 3)).toEqual(['Russia', '✓ Ukraine', 'United States']);
    expect(marked.message.message_id).toBe(chosen.message.message_id);
    const both = await marked.press(mod, 'Russia');
    const body = await both.press(mod, 'Done');
    expect(body.text).toContain('question 4 of 5\n\nAnswer');

    const last = await say('An alliance.');
    expect(labels(last)).toEqual(['Skip', 'Back', 'Cancel']);
    const answer = await last.press(mod, 'Skip');
    expect(answer.text).toBe('Kept: What is NATO?');
    expect(saved).toEqual([{ values: note, by: String(mod.id), community: 'Talks' }]);
    chat.post(mod, 'land for peace');
    expect((await chat.hear()).text).toContain('Would Ukraine give up land for peace?');
  });

  it('shows what the fields hold, and keeps it by button or word', async () => {
    const held = { ...note, body: '**Bold** words', note: 'old' };
    const { say, saved, mod } = await begin({ held });
    const first = await say('/note add');
    expect(first.text).toBe('New entry · question 1 of 5\n\nQuestion\nAs members would ask it\n\nNow:\nWhat is NATO?');
    expect(first.html).toContain('<pre>What is NATO?</pre>');
    await say('keep');
    await say('/keep');
    const body = await say('Done');
    expect(body.html).toContain('<pre>**Bold** words</pre>');
    const last = await body.press(mod, 'Keep');
    expect(labels(last)).toEqual(['Keep', 'Leave empty', 'Back', 'Cancel']);
    await last.press(mod, 'Leave empty');
    expect(saved.map(({ values }) => values)).toEqual([{ ...held, note: '' }]);
  });

  it('shows a long text in a message of its own, whole', async () => {
    const body = `<b>&${'слово '.repeat(600)}`;
    const { say } = await begin({ held: { ...note, body } });
    for (const text of ['/note add', 'keep', 'keep']) await say(text);
    expect((await say('keep')).text).toBe(`Now:\n${body.trimEnd()}`);
  });

  it('lets a text stay that is longer than what can be typed', async () => {
    const body = '😀'.repeat(4100);
    const { say, saved, chat, telegram } = await begin({ held: { ...note, body } });
    for (const text of ['/note add', 'keep', 'keep', 'keep']) await say(text);
    await telegram.settled();
    const shown = chat.botMessages.slice(-4).map(({ text }) => text.replace('Now:\n', ''));
    expect(shown.slice(0, 3).join('')).toBe(body);
    expect(shown[3]).toContain('question 4 of 5');
    await say('keep');
    await say('skip');
    expect(saved[0]?.values.body).toBe(body);
  });

  it('is left, and opened again with everything that was answered', async () => {
    const { say, saved, mod } = await begin();
    await say('/note add');
    const topic = await say('What is NATO?');
    const left = await topic.press(mod, 'Cancel');
    expect(left.text).toBe('You have left the form. Nothing was saved.');
    expect((await say('nato-membership')).text).toContain('Hardly.');
    expect((await say('/cancel')).text).toBe('No form is open here.');
    expect((await left.press(mod, 'Open it again')).text).toContain('question 2 of 5');
    expect((await say('back')).text).toContain('Now:\nWhat is NATO?');
    expect(saved).toEqual([]);
  });

  it('goes on after a restart', async () => {
    const { say, bot, makeBot, saved } = await begin();
    await say('/note add');
    await say('What is NATO?');
    await bot.stop();
    const next = makeBot();
    await next.start();
    for (const text of ['NATO', 'russia and ukraine', 'An alliance.']) await say(text);
    await say('skip');
    expect(saved.map(({ values }) => values)).toEqual([note]);
    await next.stop();
  });

  it('shows the question again that the network kept from its person, and takes nothing for its answer until then', async () => {
    const { say, chat, mod, telegram, saved } = await begin();
    await say('/note add');
    telegram.fail({ kind: 'reset', when: 'before' }, { method: 'sendMessage' });
    chat.post(mod, 'What is NATO?');
    await telegram.settled();
    const again = await say('Territory');
    expect(again.text).toContain('question 2 of 5\n\n⚠ This was written before the question');
    for (const text of ['NATO', 'done', 'An alliance.']) await say(text);
    telegram.fail({ kind: 'reset', when: 'after' }, { method: 'sendRichMessage' });
    chat.post(mod, 'skip');
    await telegram.settled();
    expect(saved).toHaveLength(1);
  });

  it('takes an answer once that Telegram tells of twice, before a restart and after it', async () => {
    const { say, chat, mod, telegram, bot, makeBot } = await begin();
    await say('/note add');
    const { update } = chat.post(mod, 'NATO');
    expect((await chat.hear()).text).toContain('question 2 of 5');
    await bot.stop();
    const next = makeBot();
    await next.start();
    telegram.redeliver(update.update.update_id);
    await telegram.settled();
    expect(chat.botMessages.at(-1)?.text).toContain('question 2 of 5');
    expect((await say('Territory')).text).toContain('question 3 of 5');
    await next.stop();
  });

  it('keeps formatting of a text in several lines, and plain signs in one line', async () => {
    const { say, saved } = await begin();
    await say('/note add');
    const bold = (offset: number, length: number) => ({ entities: [{ type: 'bold', offset, length }] });
    await say('What is *NATO*?', bold(0, 4));
    for (const text of ['NATO', 'done']) await say(text);
    await say('An alliance, 2*2.', bold(3, 8));
    await say('skip');
    expect(saved[0]?.values).toMatchObject({ question: 'What is *NATO*?', body: 'An **alliance**, 2\\*2.' });
  });

  it('speaks the person’s language, and understands its words and the English ones', async () => {
    const { telegram, group, working, saved } = await begin();
    const bohdana = telegram.user({ first_name: 'Bohdana', language_code: 'uk' });
    group.setMember(bohdana, 'administrator');
    working.set(String(bohdana.id), String(group.id));
    const chat = telegram.privateChat(bohdana);
    await chat.say(bohdana, '/note add');
    const topic = await chat.say(bohdana, 'Що таке НАТО?');
    expect(labels(topic)).toEqual(['NATO', 'Territory', 'Назад', 'Скасувати']);
    expect((await chat.say(bohdana, 'назад')).text).toContain('запитання 1 з 5');
    for (const text of ['Залишити', 'NATO', 'done', 'Альянс.', '/skip']) await chat.say(bohdana, text);
    expect(saved).toHaveLength(1);
  });

  it('begins again with what was answered when the form has other questions than before', async () => {
    const { say, dialogues, telegram } = await begin();
    await say('/note add');
    await say('What is NATO?');
    await telegram.settled();
    for (const [key, json] of dialogues.kept) {
      const before = JSON.parse(json);
      before.state.fields = ['subject', 'question'];
      dialogues.kept.set(key, JSON.stringify(before));
    }
    expect((await say('NATO')).text).toContain(
      'question 1 of 5\n\nQuestion\nAs members would ask it\n\nNow:\nWhat is NATO?',
    );
  });

  it('takes no message that was written before the question, and says so', async () => {
    const { say, chat, mod, telegram, saved } = await begin();
    await say('/note add');
    const slow = telegram.fail({ kind: 'hang' }, { method: 'sendMessage' });
    chat.post(mod, 'What is NATO?');
    await telegram.until('the question', () => (slow.struck > 0 ? true : undefined));
    chat.post(mod, 'Territory');
    slow.release();
    await chat.hear(mod);
    await telegram.settled();
    expect(chat.botMessages.at(-1)?.text).toContain('This was written before the question');
    expect((await say('NATO')).text).toContain('Parties');
    expect(saved).toEqual([]);
  });

  it.each([2 ** 31, 1e308, 0.5])(
    'is not made deaf by a message with the number %s, which none can have',
    async (odd) => {
      const { say, chat, mod, telegram, saved } = await begin();
      const strange = (text: string) =>
        telegram.push({
          message: {
            message_id: odd,
            date: 1,
            from: mod,
            chat: { id: mod.id, type: 'private', first_name: 'Mod' },
            text,
            entities: [{ type: 'bot_command', offset: 0, length: 5 }],
          },
        });
      strange('/note add');
      expect((await chat.hear(mod)).text).toContain('question 1 of 5');
      strange('What is NATO?');
      await telegram.settled();
      expect((await say('What is Crimea?')).text).toContain('question 2 of 5');
      expect(saved).toEqual([]);
    },
  );

  it('takes nothing forwarded, nothing out of an inline mode, no file and no edited message', async () => {
    const { say, chat, mod, telegram } = await begin();
    await say('/note add');
    chat.post(mod, 'pasted', { fields: { via_bot: telegram.bot } });
    await chat.silence();
    const forward_origin = { type: 'user', date: 1, sender_user: mod };
    const answer = await say('Can Ukraine join NATO during the war?', { fields: { forward_origin } });
    expect(answer.text).toContain('Hardly.');
    expect((await chat.hear()).text).toContain('is still open');
    chat.enter({ from: mod, photo: [] });
    expect((await chat.hear()).text).toBe('Please answer in text.');
    const { message } = chat.post(mod, 'What is NATO?');
    expect((await chat.hear()).text).toContain('question 2 of 5');
    chat.edit(message, 'What was NATO?');
    await chat.silence();
  });

  it('stays open while commands are answered, and says so', async () => {
    const { say, chat, mod } = await begin();
    await say('/note add');
    await say('What is NATO?');
    expect((await say('/faq nato-membership')).text).toContain('Hardly.');
    const reminder = await chat.hear();
    expect(reminder.text).toBe('Your form “New entry” is still open.');
    expect((await reminder.press(mod, 'Continue')).text).toContain('question 2 of 5');
    expect((await say('/continue')).text).toContain('question 2 of 5');
  });

  it('is not given up for another form without a word', async () => {
    const { say, mod, saved } = await begin();
    await say('/note add');
    await say('What is NATO?');
    const choice = await say('/tell');
    expect(choice.text).toBe('Your form “New entry” is still open. Continue it, or leave it for the new one?');
    expect((await choice.press(mod, 'Continue')).text).toContain('New entry · question 2 of 5');
    const again = await say('/tell');
    expect((await again.press(mod, 'Leave it, start the new one')).text).toContain('What is wrong · question 1 of 2');
    await say('A typo');
    await say('skip');
    expect(saved.map(({ values }) => values)).toEqual([{ what: 'A typo', topic: '' }]);
  });

  it('expires after a day; an answer to it is told so, and what was answered is still there', async () => {
    const { say, pass, mod, chat, telegram } = await begin();
    await say('/note add');
    const topic = await say('What is NATO?');
    await telegram.settled();
    pass(24 * 3_600_000 + 1);
    const expired = await say('land for peace');
    expect(expired.text).toContain('The form “New entry” had waited for more than a day');
    expect((await chat.hear()).text).toContain('Would Ukraine give up land for peace?');
    expect((await topic.press(mod, 'NATO')).toast.text).toBe('This form is closed.');
    expect((await expired.press(mod, 'Open it again')).text).toContain('question 2 of 5');
  });

  it('asks for the right at every step; without it nothing is taken and nothing is lost', async () => {
    const { say, group, mod, pass, saved } = await begin();
    await say('/note add');
    await say('What is NATO?');
    group.setMember(mod, 'member');
    pass(60_001);
    const refused = await say('NATO');
    expect(refused.text).toBe(
      'This form belongs to another community than the one you work for now.\n\nYour answer was not taken. The form “New entry” stays open.',
    );
    expect(labels(refused)).toEqual(['Continue', 'Cancel']);
    group.setMember(mod, 'administrator');
    pass(60_001);
    for (const text of ['NATO', 'done', 'An alliance.', 'skip']) await say(text);
    expect(saved).toHaveLength(1);
  });

  it('can be sent again when it was not taken, and is left only then', async () => {
    const failures = [new Error('no database'), new UserError('error-too-fast', { seconds: 5 })];
    const { say, mod, saved } = await begin({ failures });
    for (const text of ['/note add', 'What is NATO?', 'NATO', 'done', 'An alliance.']) await say(text);
    const failed = await say('skip');
    expect(failed.text).toContain('⚠ Something went wrong on our side');
    expect(labels(failed)).toEqual(['Send', 'Back', 'Cancel']);
    const tooFast = await failed.press(mod, 'Send');
    expect(tooFast.text).toContain('⚠ That was quick.');
    expect((await say('send')).text).toBe('Kept: What is NATO?');
    expect(saved.map(({ values }) => values)).toEqual([{ ...note, parties: '' }]);
  });

  it('takes nothing while it can’t be known who moderates, and goes on once it can', async () => {
    const { say, pass, telegram, saved } = await begin();
    for (const text of ['/note add', 'What is NATO?', 'NATO', 'done', 'An alliance.']) await say(text);
    await telegram.settled();
    telegram.fail({ kind: 'reset', when: 'before' }, { method: 'getChatMember' });
    pass(60_001);
    expect((await say('skip')).text).toContain('Your answer was not taken.');
    expect((await say('skip')).text).toBe('Kept: What is NATO?');
    expect(saved).toHaveLength(1);
  });

  it('is carried on by one press where a button is pressed twice', async () => {
    const { say, mod, telegram, chat } = await begin({ held: note });
    const first = await say('/note add');
    const data = first.buttons.flat().find(({ text }) => text === 'Keep')?.data;
    await first.press(mod, 'Keep');
    for (const forged of [data, data?.replace('.0.', '.1.')]) {
      const callback = { id: String(forged), from: mod, chat_instance: '1', data: forged, message: first.message };
      telegram.push({ callback_query: callback });
      await telegram.settled();
      expect(telegram.callsOf('answerCallbackQuery').at(-1)?.payload).toMatchObject({
        text: 'That question is no longer open.',
        show_alert: true,
      });
    }
    expect(chat.botMessages.at(-1)?.text).toContain('question 2 of 5');
  });

  it('does nothing for forged buttons', async () => {
    const { say, mod, ann, telegram, saved } = await begin();
    await say('/note add');
    const topic = await say('What is NATO?');
    const said = telegram.callsOf('sendMessage').length;
    const [mark, dialogue] = (topic.buttons[0]?.[0]?.data ?? '').split('.');
    for (const data of [
      '~',
      '~1.2.3.4',
      `${mark}.${dialogue}.9.k`,
      `${mark}.00000000.1.k`,
      `${mark}.${dialogue}.1.z`,
      `${mark}.${dialogue}.1.v.cheese`,
      `${mark}.${dialogue}.1.s`,
      `~${ann.id.toString(36)}.${dialogue}.1.v.nato`,
    ]) {
      telegram.push({ callback_query: { id: data, from: mod, chat_instance: '1', data, message: topic.message } });
      await telegram.settled();
      expect(telegram.callsOf('answerCallbackQuery').at(-1)?.payload, data).toMatchObject({ show_alert: true });
    }
    expect(saved).toEqual([]);
    expect(telegram.callsOf('sendMessage')).toHaveLength(said);
  });
});
