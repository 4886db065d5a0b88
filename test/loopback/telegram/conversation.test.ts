import { type RunnerHandle, run } from '@grammyjs/runner';
import { Bot, InlineKeyboard } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTelegramFake, type TelegramFake } from '../../../src/loopback/telegram/index.ts';

let telegram: TelegramFake;
let bot: Bot;
let runner: RunnerHandle;

function answers(): Bot {
  const parley = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  parley.command('faq', (context) =>
    context.reply(`<b>${context.match}</b>`, {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard().text('Sources', 'src').url('UN', 'un.org'),
    }),
  );
  parley.command('two', async (context) => {
    await context.reply('one');
    await context.reply('two');
  });
  parley.command('search', async (context) => {
    const { message_id } = await context.reply('searching…');
    await context.reply('one moment');
    await context.api.editMessageText(context.chat.id, message_id, 'found');
  });
  parley.command('change', (context) => context.api.editMessageText(context.chat.id, Number(context.match), 'changed'));
  parley.command('start', (context) => context.reply(`started with ${context.match}`));
  parley.command('whisper', (context) =>
    context.reply('psst', {
      ephemeral_message_parameters: { receiver_user_id: context.msg.from?.id ?? 0 },
      reply_markup: new InlineKeyboard().text('More', 'more'),
    }),
  );
  parley.callbackQuery('src', async (context) => {
    await context.answerCallbackQuery({ text: 'here you are' });
    await context.editMessageText('the sources');
  });
  parley.callbackQuery('more', (context) => context.answerCallbackQuery({ text: 'no more', show_alert: true }));
  parley.on('inline_query', (context) =>
    context.answerInlineQuery(
      [
        {
          type: 'article',
          id: '1',
          title: 'NATO',
          input_message_content: { message_text: `about ${context.inlineQuery.query}` },
        },
      ],
      { cache_time: 5, button: { text: 'Ask', start_parameter: 'ask' } },
    ),
  );
  parley.on('channel_post', (context) => context.reply('seen'));
  parley.on('edited_message', (context) => context.reply(`edited to ${context.editedMessage.text}`));
  parley.on('my_chat_member', (context) =>
    context.api.sendMessage(context.chat.id, context.myChatMember.new_chat_member.status).catch(() => {}),
  );
  parley.hears(/echo/, (context) =>
    context.reply(
      `${context.senderChat?.title} ${context.msg.reply_to_message?.text} ${context.msg.message_thread_id}`,
    ),
  );
  parley.catch(() => {});
  return parley;
}

beforeEach(async () => {
  telegram = await createTelegramFake();
  bot = answers();
  runner = run(bot, { runner: { fetch: { allowed_updates: [] } } });
});
afterEach(async () => {
  const stopped = runner.isRunning() ? runner.stop() : undefined;
  await stopped;
  await telegram.close();
});

describe('a conversation', () => {
  test('reads question, answer, button, edit and toast', async () => {
    const ann = telegram.user({ first_name: 'Ann', language_code: 'uk' });
    const group = telegram.group({ title: 'Peace talk', members: [ann] });
    const heard = await group.say(ann, '/faq@parley_bot nato');
    expect(heard).toMatchObject({
      text: 'nato',
      html: '<b>nato</b>',
      entities: [{ type: 'bold', offset: 0, length: 4 }],
    });
    expect(heard.buttons).toMatchObject([
      [
        { text: 'Sources', data: 'src' },
        { text: 'UN', url: 'un.org' },
      ],
    ]);
    const after = await heard.press(ann, 'Sources');
    expect(after).toMatchObject({
      text: 'the sources',
      toast: { text: 'here you are', isAlert: false },
      isChanged: true,
    });
    expect(heard.now().text).toBe('the sources');
    await group.silence();
    expect(group.botMessages.map(({ text }) => text)).toEqual(['the sources']);
  });

  test('hears several messages one after another', async () => {
    const ann = telegram.user();
    const chat = telegram.privateChat(ann);
    expect((await chat.say(ann, '/two')).text).toBe('one');
    expect((await chat.hear()).text).toBe('two');
    await chat.silence();
  });

  test('misses nothing when an answer is edited before the next one is heard', async () => {
    const ann = telegram.user();
    const chat = telegram.privateChat(ann);
    const heard = await chat.say(ann, '/search');
    await telegram.settled();
    expect(heard.now().text).toBe('found');
    expect((await chat.hear()).text).toBe('one moment');
    await chat.silence();
    chat.post(ann, `/change ${heard.message.message_id}`);
    await expect(chat.silence()).rejects.toThrow('the bot said "changed"');
  });

  test('tells a silence from an answer', async () => {
    const ann = telegram.user();
    const group = telegram.group({ members: [ann] });
    group.post(ann, 'just talking');
    await group.silence();
    group.post(ann, '/faq@parley_bot x');
    await expect(group.silence()).rejects.toThrow('expected silence in Group');
    group.post(ann, '/faq@another_bot x');
    await group.silence();
  });

  test('hears a deep link, a channel post, an edit, a topic, a reply and an anonymous administrator', async () => {
    const ann = telegram.user();
    const chat = telegram.privateChat(ann);
    expect((await chat.say(ann, '/start topic_nato')).text).toBe('started with topic_nato');
    const { message } = chat.post(ann, 'echo');
    await chat.hear();
    chat.edit(message, 'other');
    expect((await chat.hear()).text).toBe('edited to other');
    expect((await telegram.channel().say(undefined, 'news')).text).toBe('seen');
    const forum = telegram.supergroup({ title: 'Forum', admins: [ann], isForum: true, topics: ['News'] });
    const topic = [...forum.state.topics.keys()][0] as number;
    const replyTo = forum.post(ann, 'before').message;
    expect((await forum.say(ann, 'echo', { anonymous: true, topic, replyTo })).text).toBe(`Forum before ${topic}`);
    expect(telegram.updates.at(-1)?.update.message?.from?.username).toBe('GroupAnonymousBot');
  });

  test('shows a whisper to its receiver, whose press is answered with an alert', async () => {
    const [ann, bob] = [telegram.user(), telegram.user()];
    const group = telegram.group({ members: [ann, bob] });
    const heard = await group.say(ann, '/whisper');
    expect(heard).toMatchObject({ text: 'psst', isEphemeral: true });
    expect(await heard.press(ann, /mor/i)).toMatchObject({
      toast: { text: 'no more', isAlert: true },
      isChanged: false,
    });
    await expect(heard.press(ann, 'Missing')).rejects.toThrow('no button Missing among "More"');
  });

  test('shows inline answers and the message that one of them sends', async () => {
    const ann = telegram.user();
    const group = telegram.group({ members: [ann] });
    const answer = await telegram.inline(ann, 'nato membership');
    expect(answer).toMatchObject({
      cacheTime: 5,
      button: { text: 'Ask', startParameter: 'ask' },
      results: [{ title: 'NATO' }],
    });
    expect(answer.results[0]?.preview.text).toBe('about nato membership');
    answer.choose('1', group);
    expect(group.messages).toMatchObject([
      { text: 'about nato membership', message: { via_bot: { username: 'parley_bot' } } },
    ]);
    await telegram.settled();
  });

  test('tells the bot of being added and thrown out', async () => {
    const ann = telegram.user();
    const group = telegram.group({ members: [ann] });
    group.state.botStatus = 'left';
    group.addBot(ann);
    expect((await group.hear()).text).toBe('member');
    group.kickBot(ann);
    await group.silence();
    expect(telegram.callsOf('sendMessage').at(-1)?.result).toMatchObject({ error_code: 403 });
  });

  test('a wait that fails says what was expected and what was recorded', async () => {
    await telegram.settled();
    telegram.push({ message: { text: 'nonsense' } });
    const failed = telegram.until('a miracle', () => undefined, 50);
    await expect(failed).rejects.toThrow(/nothing after 50 ms while waiting for a miracle[\s\S]*nonsense/);
  });
});

test('privacy mode keeps from the bot what is not meant for it', async () => {
  const shy = await createTelegramFake({ privacyMode: true });
  const ann = shy.user();
  const group = shy.group({ members: [ann] });
  const heard = ['hello', '/faq', '/faq@parley_bot', '/faq@other_bot', '@parley_bot hi'].map(
    (text) => group.post(ann, text).update.state,
  );
  expect(heard).toEqual(['unwanted', 'waiting', 'waiting', 'unwanted', 'waiting']);
  await shy.close();
});
