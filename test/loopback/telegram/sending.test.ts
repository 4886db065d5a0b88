import { Api, InlineKeyboard, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChatHandle, createTelegramFake, type TelegramFake } from '../../../src/loopback/telegram/index.ts';

let telegram: TelegramFake;
let api: Api;
let group: ChatHandle;
const ann = { id: 1, is_bot: false, first_name: 'Ann' };

beforeEach(async () => {
  telegram = await createTelegramFake();
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  group = telegram.supergroup({ title: 'Peace talk', members: [ann], isForum: true, topics: ['News'] });
});
afterEach(() => telegram.close());

const refused = (call: Promise<unknown>, description: string, code = 400) =>
  expect(call).rejects.toMatchObject({ error_code: code, description });

describe('keyboards', () => {
  const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'Go', ...fields }]] } }) as never;
  const row = (length: number) => Array.from({ length }, () => ({ text: 'x', callback_data: 'x' }));

  test.each([
    [{ callback_data: 'я'.repeat(32) }],
    [{ url: 'https://un.org/?q=мир' }],
    [{ url: 'un.org' }],
    [{ url: 'tg://user?id=1' }],
    [{ switch_inline_query: '' }],
    [{ copy_text: { text: 'x' } }],
  ])('the button %j is taken', async (fields) => {
    expect(await api.sendMessage(group.id, 'x', button(fields))).toMatchObject({ reply_markup: {} });
  });

  test.each([
    [{ callback_data: '' }, 'BUTTON_DATA_INVALID'],
    [{ callback_data: `${'я'.repeat(32)}x` }, 'BUTTON_DATA_INVALID'],
    [{ text: ' ', callback_data: 'x' }, 'inline keyboard button text must be non-empty'],
    [{ text: undefined, url: 'un.org' }, 'can\'t parse inline keyboard button: Can\'t find field "text"'],
    [{ url: 'http://localhost:80' }, "inline keyboard button URL 'http://localhost:80' is invalid: Wrong HTTP URL"],
    [{ url: 'ftp://un.org' }, "inline keyboard button URL 'ftp://un.org' is invalid: Unsupported URL protocol"],
    [{}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
    [
      { url: 'un.org', callback_data: 'x' },
      "can't parse inline keyboard button: exactly one action expected, found url, callback_data",
    ],
  ])('the button %j is refused', async (fields, reason) => {
    await refused(api.sendMessage(group.id, 'x', button(fields)), `Bad Request: ${reason}`);
  });

  test('eight buttons in a row and a hundred in all are the most', async () => {
    const send = (rows: object[][]) =>
      api.sendMessage(group.id, 'x', { reply_markup: { inline_keyboard: rows as never } });
    await send(Array.from({ length: 12 }, () => row(8)));
    await refused(send([row(9)]), 'Bad Request: reply markup has too many buttons in a row');
    await refused(send(Array.from({ length: 13 }, () => row(8))), 'Bad Request: reply markup is too long');
  });
});

describe('edits and deletions', () => {
  test('everyone sees the newest text, and a deleted message no more', async () => {
    const { message_id } = await api.sendMessage(group.id, '<b>old</b>', { parse_mode: 'HTML' });
    await api.editMessageText(group.id, message_id, '<i>new</i>', { parse_mode: 'HTML' });
    expect(group.messages).toMatchObject([{ text: 'new', html: '<i>new</i>', entities: [{ type: 'italic' }] }]);
    await api.editMessageReplyMarkup(group.id, message_id, { reply_markup: new InlineKeyboard().text('Go', 'go') });
    expect(group.messages).toMatchObject([{ text: 'new', buttons: [[{ text: 'Go', data: 'go' }]] }]);
    await api.deleteMessage(group.id, message_id);
    expect(group.messages).toEqual([]);
    await refused(api.deleteMessage(group.id, message_id), 'Bad Request: message to delete not found');
  });

  test('an edit that changes nothing is refused, one that drops the keyboard is not', async () => {
    const reply_markup = new InlineKeyboard().text('Go', 'go');
    const { message_id } = await api.sendMessage(group.id, 'same', { reply_markup });
    await refused(
      api.editMessageText(group.id, message_id, 'same', { reply_markup }),
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
    await api.editMessageText(group.id, message_id, 'same');
    expect(group.messages[0]?.buttons).toEqual([]);
  });

  test("a person's message cannot be edited, and deleted only by an administrator", async () => {
    const { message } = group.post(ann, 'mine');
    await refused(api.editMessageText(group.id, message.message_id, 'x'), "Bad Request: message can't be edited");
    await refused(api.editMessageText(group.id, 999, 'x'), 'Bad Request: message to edit not found');
    await refused(api.deleteMessage(group.id, message.message_id), "Bad Request: message can't be deleted");
    group.promoteBot(ann);
    expect(await api.deleteMessage(group.id, message.message_id)).toBe(true);
  });
});

describe('replies and topics', () => {
  test('a reply shows the message it answers, and its topic', async () => {
    const topic = [...group.state.topics.keys()][0] as number;
    const { message } = group.post(ann, 'question', { topic });
    const reply_parameters = { message_id: message.message_id };
    expect(await api.sendMessage(group.id, 'answer', { reply_parameters })).toMatchObject({
      reply_to_message: { text: 'question' },
      message_thread_id: topic,
    });
  });

  test('a reply to what is not there is refused unless it may go without', async () => {
    await refused(
      api.sendMessage(group.id, 'x', { reply_parameters: { message_id: 99 } }),
      'Bad Request: message to be replied not found',
    );
    const reply_parameters = { message_id: 99, allow_sending_without_reply: true };
    expect(await api.sendMessage(group.id, 'x', { reply_parameters })).not.toHaveProperty('reply_to_message');
    await refused(api.sendMessage(group.id, 'x', { message_thread_id: 99 }), 'Bad Request: message thread not found');
  });
});

describe('places', () => {
  test('an unknown chat and a person who never wrote are told apart', async () => {
    const bob = telegram.user();
    await refused(api.sendMessage(424242, 'x'), 'Bad Request: chat not found');
    await refused(api.sendMessage(bob.id, 'x'), "Forbidden: bot can't initiate conversation with a user", 403);
  });

  test('where the bot was thrown out or blocked it may not write', async () => {
    const chat = telegram.privateChat(ann);
    const channel = telegram.channel({ username: 'peace_news' });
    expect(await api.sendMessage('@peace_news', 'x')).toMatchObject({ chat: { type: 'channel' } });
    chat.block(ann);
    group.kickBot(ann);
    await api.leaveChat(channel.id);
    await refused(api.sendMessage(chat.id, 'x'), 'Forbidden: bot was blocked by the user', 403);
    await refused(api.sendMessage(group.id, 'x'), 'Forbidden: bot was kicked from the supergroup chat', 403);
    await refused(api.sendMessage(channel.id, 'x'), 'Forbidden: bot is not a member of the channel chat', 403);
    chat.unblock(ann);
    expect(await api.sendMessage(chat.id, 'x')).toMatchObject({ text: 'x' });
    group.addBot(ann);
    group.allowWriting(false);
    await refused(api.sendMessage(group.id, 'x'), 'Bad Request: not enough rights to send text messages to the chat');
  });

  test('a group that became a supergroup says where it went', async () => {
    const old = telegram.group({ title: 'Old', members: [ann] });
    const upgraded = telegram.upgrade(old);
    await expect(api.sendMessage(old.id, 'x')).rejects.toMatchObject({
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: upgraded.id },
    });
    expect(await api.sendMessage(upgraded.id, 'x')).toMatchObject({ chat: { type: 'supergroup' } });
    expect(await api.getUpdates()).toMatchObject([
      { message: { migrate_to_chat_id: upgraded.id } },
      { message: { migrate_from_chat_id: old.id } },
    ]);
  });

  test('members, administrators and the bot itself are known', async () => {
    const owner = telegram.user();
    const talk = telegram.supergroup({ members: [ann], owner, isBotAdmin: true });
    expect(await api.getChatMember(talk.id, ann.id)).toMatchObject({ status: 'member' });
    expect(await api.getChatMember(talk.id, telegram.bot.id)).toMatchObject({ status: 'administrator' });
    expect(await api.getChatAdministrators(talk.id)).toHaveLength(2);
    expect(await api.getChatMemberCount(talk.id)).toBe(3);
    expect(await api.getChat(talk.id)).toMatchObject({ type: 'supergroup' });
  });
});

test('a photo is taken with its caption, its size read from the file, and can be had again', async () => {
  const photo = (bytes: Buffer) => api.sendPhoto(group.id, new InputFile(bytes, 'chart.png'), options);
  const options = { caption: '<b>Chart</b>', parse_mode: 'HTML' as const };
  const sent = await photo(pngHeader(1080, 2400));
  expect(sent).toMatchObject({ caption: 'Chart', caption_entities: [{ type: 'bold' }] });
  expect(sent.photo).toMatchObject([{ width: 1080, height: 2400, file_size: 24 }]);
  expect(await api.getFile(sent.photo[0]?.file_id ?? '')).toMatchObject({ file_size: 24 });
  await refused(photo(Buffer.alloc(321)), 'Bad Request: IMAGE_PROCESS_FAILED');
  await refused(photo(pngHeader(1080, 9000)), 'Bad Request: PHOTO_INVALID_DIMENSIONS');
  await refused(
    api.editMessageText(group.id, sent.message_id, 'Text'),
    'Bad Request: there is no text in the message to edit',
  );
});

/** The first bytes of a PNG of that size. */
function pngHeader(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.write('\x89PNG', 0, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

test('chat actions and pins are checked', async () => {
  expect(await api.sendChatAction(group.id, 'typing')).toBe(true);
  await refused(api.sendChatAction(group.id, 'pondering' as never), 'Bad Request: wrong parameter action in request');
  await refused(
    api.pinChatMessage(group.id, 1),
    'Bad Request: not enough rights to manage pinned messages in the chat',
  );
});

test('a rich message is kept with its blocks, and refused where it is not known', async () => {
  await api.sendRichMessage(group.id, { html: '<h2>Parties</h2><p>None</p>' });
  expect(group.messages).toMatchObject([
    { text: 'Parties\nNone', blocks: [{ type: 'heading' }, { type: 'paragraph' }] },
  ]);
  const { message_id } = await api.sendMessage(group.id, 'x');
  await api.raw.editMessageText({ chat_id: group.id, message_id, rich_message: { html: '<p>rich now</p>' } });
  expect(group.messages[1]).toMatchObject({ text: 'rich now', html: '<p>rich now</p>' });
  group.refuseRich(true);
  await refused(api.sendRichMessage(group.id, { html: 'x' }), 'Bad Request: RICH_MESSAGE_NOT_SUPPORTED');

  const older = await createTelegramFake({ rich: false });
  const olderApi = new Api(older.token, { apiRoot: older.apiRoot });
  await refused(olderApi.sendRichMessage(older.group().id, { html: 'x' }), 'Not Found', 404);
  await older.close();
});
