import { Api } from 'grammy';
import { expect, onTestFinished, test } from 'vitest';
import { createTelegramFake, type TelegramOptions } from '../../../src/loopback/telegram/index.ts';

async function start(options: TelegramOptions = {}) {
  const telegram = await createTelegramFake(options);
  onTestFinished(() => telegram.close());
  return { telegram, api: new Api(telegram.token, { apiRoot: telegram.apiRoot }), ann: telegram.user() };
}

const refused = (call: Promise<unknown>, description: string) =>
  expect(call).rejects.toMatchObject({ error_code: 400, description });

test('a message shows whether it came without a sound', async () => {
  const { telegram, api } = await start();
  const group = telegram.group();
  await api.sendMessage(group.id, 'loud');
  await api.sendMessage(group.id, 'quiet', { disable_notification: true });
  expect(group.botMessages.map(({ isSilent }) => isSilent)).toEqual([false, true]);
});

test('a message that is too old is not changed', async () => {
  let now = Date.parse('2026-03-01T12:00:00Z');
  const { telegram, api } = await start({ editableSeconds: 60, now: () => now });
  const group = telegram.group();
  const { message_id } = await api.sendMessage(group.id, 'one');
  now += 60_000;
  await api.editMessageText(group.id, message_id, 'two');
  now += 1000;
  await refused(api.editMessageText(group.id, message_id, 'three'), "Bad Request: message can't be edited");
});

test('a closed topic takes messages from administrators only, a deleted one from nobody', async () => {
  const { telegram, api, ann } = await start();
  const forum = telegram.supergroup({ isForum: true, topics: ['News'] });
  const [topic = 0] = forum.state.topics.keys();
  forum.closeTopic(topic);
  const say = () => api.sendMessage(forum.id, 'x', { message_thread_id: topic });
  await refused(say(), 'Bad Request: TOPIC_CLOSED');
  forum.promoteBot(ann);
  expect(await say()).toMatchObject({ message_thread_id: topic });
  forum.deleteTopic(topic);
  await refused(say(), 'Bad Request: message thread not found');
});

test('a restricted bot is told before and after what it may do', async () => {
  const { telegram, ann } = await start();
  const group = telegram.group();
  group.restrictBot(ann, false);
  const { update } = group.restrictBot(ann, true);
  expect(update).toMatchObject({
    my_chat_member: {
      old_chat_member: { status: 'restricted', can_send_messages: false },
      new_chat_member: { status: 'restricted', can_send_messages: true },
    },
  });
});

test('who blocks the bot is still known to it', async () => {
  const { telegram, api, ann } = await start();
  telegram.privateChat(ann).block(ann);
  expect(await api.getChat(ann.id)).toMatchObject({ id: ann.id });
  await expect(api.sendChatAction(ann.id, 'typing')).rejects.toMatchObject({ error_code: 403 });
});
