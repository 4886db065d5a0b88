import { Api } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChatHandle, createTelegramFake, type TelegramFake } from '../../../src/loopback/telegram/index.ts';

let telegram: TelegramFake;
let api: Api;
let group: ChatHandle;
const ann = { id: 1, is_bot: false, first_name: 'Ann' };
const bob = { id: 2, is_bot: false, first_name: 'Bob' };

beforeEach(async () => {
  telegram = await createTelegramFake();
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  group = telegram.group({ members: [ann, bob] });
  group.post(ann, '/secret');
});
afterEach(() => telegram.close());

const whisper = (receiver: number, chat = group.id, more = {}) =>
  api.sendMessage(chat, 'for you', { ephemeral_message_parameters: { receiver_user_id: receiver, ...more } });

test('an ephemeral message is seen by its receiver alone', async () => {
  const sent = await whisper(ann.id);
  expect(sent).toMatchObject({ message_id: 0, ephemeral_message_id: 1, receiver_user: { id: ann.id } });
  expect(group.seenBy(ann).at(-1)).toMatchObject({ text: 'for you', isEphemeral: true });
  expect(group.seenBy(bob).map(({ text }) => text)).toEqual(['/secret']);
  expect(group.messages.map(({ text }) => text)).toEqual(['/secret']);
});

test('an ephemeral message is edited and deleted under its own number', async () => {
  const { ephemeral_message_id = 0 } = await whisper(ann.id);
  const target = { chat_id: group.id, receiver_user_id: ann.id, ephemeral_message_id };
  expect(await api.raw.editEphemeralMessageText({ ...target, text: 'changed' })).toBe(true);
  expect(group.seenBy(ann).at(-1)?.text).toBe('changed');
  expect(await api.raw.deleteEphemeralMessage(target)).toBe(true);
  expect(group.seenBy(ann).map(({ text }) => text)).toEqual(['/secret']);
  await expect(api.raw.deleteEphemeralMessage(target)).rejects.toMatchObject({ error_code: 400 });
});

test('a stranger, a silent member, a private chat and a channel are refused', async () => {
  await expect(whisper(99)).rejects.toMatchObject({ description: 'Bad Request: user not found' });
  await expect(whisper(bob.id)).rejects.toMatchObject({ description: 'Bad Request: EPHEMERAL_RECEIVER_INVALID' });
  for (const chat of [telegram.privateChat(ann), telegram.channel()]) {
    await expect(whisper(ann.id, chat.id)).rejects.toMatchObject({
      error_code: 400,
      description: "Bad Request: ephemeral messages can't be sent to the chat",
    });
  }
  await expect(whisper(ann.id, group.id, { callback_query_id: 'unknown' })).rejects.toMatchObject({ error_code: 400 });
});

test('a server without ephemeral messages refuses them', async () => {
  const older = await createTelegramFake({ ephemeral: false });
  const olderGroup = older.group({ members: [ann] });
  olderGroup.post(ann, 'hi');
  const refused = new Api(older.token, { apiRoot: older.apiRoot }).sendMessage(olderGroup.id, 'x', {
    ephemeral_message_parameters: { receiver_user_id: ann.id },
  });
  await expect(refused).rejects.toMatchObject({ error_code: 400 });
  await older.close();
});
