import { Api, InputFile } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTelegramFake } from '../../../src/loopback/telegram/index.ts';

async function start() {
  const telegram = await createTelegramFake();
  onTestFinished(() => telegram.close());
  const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  const ann = telegram.user();
  return { telegram, api, ann, chat: telegram.privateChat(ann) };
}

describe('files', () => {
  it('go up whole, and come down for who knows the token', async () => {
    const { telegram, api, ann, chat } = await start();
    const { document } = await api.sendDocument(chat.id, new InputFile(Buffer.from('[1]'), 'a.json'), {
      caption: 'Here',
    });
    expect(document).toMatchObject({ file_name: 'a.json', file_size: 3 });
    expect(telegram.contentOf(document.file_id)?.toString()).toBe('[1]');
    const { message } = chat.sendFile(ann, { name: 'b.txt', content: Buffer.from('text'), caption: '/import' });
    expect(message).toMatchObject({ caption: '/import', document: { file_name: 'b.txt', file_size: 4 } });
    const { file_path } = await api.getFile((message.document as { file_id: string }).file_id);
    const get = (token: string) => fetch(`${telegram.apiRoot}/file/bot${token}/${file_path}`);
    expect(await (await get(telegram.token)).text()).toBe('text');
    expect((await get('1:wrong')).status).toBe(404);
  });

  it('that a bot can’t have are refused', async () => {
    const { api, ann, chat } = await start();
    const size = 20 * 1024 * 1024 + 1;
    const { message } = chat.sendFile(ann, { name: 'large.zip', content: Buffer.from('x'), size });
    const { file_id } = message.document as { file_id: string };
    await expect(api.getFile(file_id)).rejects.toThrow('file is too big');
    await expect(api.getFile('nothing')).rejects.toThrow('invalid file_id');
    await expect(api.sendDocument(chat.id, new InputFile(Buffer.alloc(0), 'a'))).rejects.toThrow('non-empty');
  });
});

describe('what Telegram tells of members', () => {
  it('it tells bots that are administrators and have asked, and of who leaves every bot', async () => {
    const { telegram, api, ann } = await start();
    const group = telegram.supergroup({ members: [ann] });
    const kinds = () => telegram.updates.map(({ update, state }) => `${Object.keys(update)[1]} ${state}`);
    group.changeMember(ann, 'administrator');
    expect(kinds()).toEqual([]);
    group.state.botStatus = 'administrator';
    group.changeMember(ann, 'member');
    await api.getUpdates({ allowed_updates: ['message', 'chat_member'], timeout: 0 });
    group.changeMember(ann, 'left');
    expect(kinds()).toEqual(['chat_member unwanted', 'chat_member waiting', 'message waiting']);
  });

  it('an administrator may have a title and no right', async () => {
    const { telegram, api, ann } = await start();
    const group = telegram.supergroup({});
    group.setMember(ann, 'administrator', { hasNoRights: true });
    expect(await api.getChatMember(group.id, ann.id)).toMatchObject({
      status: 'administrator',
      can_manage_chat: false,
    });
  });
});

describe('a server older than ephemeral messages', () => {
  it('shows them to everybody, and does not know their methods', async () => {
    const telegram = await createTelegramFake({ ephemeral: 'unknown' });
    onTestFinished(() => telegram.close());
    const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
    const ann = telegram.user();
    const group = telegram.supergroup({ members: [ann] });
    await api.sendMessage(group.id, 'psst', { ephemeral_message_parameters: { receiver_user_id: ann.id } });
    expect(group.botMessages).toMatchObject([{ text: 'psst', isEphemeral: false }]);
    const parameters = { chat_id: group.id, receiver_user_id: ann.id, ephemeral_message_id: 1 };
    await expect(api.raw.deleteEphemeralMessage(parameters)).rejects.toThrow('Not Found');
  });
});

describe('links and forced replies', () => {
  it('are taken as Telegram takes them', async () => {
    const { telegram, api, ann, chat } = await start();
    await expect(
      api.sendMessage(chat.id, '?', { reply_markup: { force_reply: true, input_field_placeholder: 'x'.repeat(65) } }),
    ).rejects.toThrow('placeholder');
    const sent = api.sendMessage(chat.id, '?', {
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'a' }]] },
    });
    await sent;
    void chat.botMessages[0]?.press(ann, 'Go').catch(() => {});
    const query = await telegram.until('the press', () => telegram.updates.find(({ update }) => update.callback_query));
    const id = query.update.callback_query?.id ?? '';
    for (const url of ['https://example.org', 'https://t.me/parley_bot', 'https://t.me/other_bot?start=a'])
      await expect(api.answerCallbackQuery(id, { url }), url).rejects.toThrow('URL_INVALID');
    await api.answerCallbackQuery(id, { url: 'https://t.me/parley_bot?start=a--b_c' });
  });
});
