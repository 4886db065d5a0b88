import { describe, expect, it } from 'vitest';
import { startEditing } from './editing.ts';

const drafts = 'The secret drafts of Talks';

describe('a confidential answer in a group', () => {
  it('is seen by the asker alone, and so is what its buttons bring', async () => {
    const { group, mod, ann, telegram } = await startEditing();
    const heard = await group.say(mod, '/note drafts');
    expect(heard).toMatchObject({ text: drafts, isEphemeral: true });
    const next = await heard.press(mod, 'Publish');
    expect(next).toMatchObject({ text: 'Published for Talks.', isEphemeral: true });
    expect(telegram.callsOf('sendRichMessage').at(-1)?.payload.ephemeral_message_parameters).toMatchObject({
      replace_callback_query_message: true,
    });
    expect(group.seenBy(ann).map(({ text }) => text)).toEqual(['/note drafts']);
  });

  it.each([false, 'unknown'] as const)(
    'goes to their private chat where the server can’t keep it from the others (%s)',
    async (ephemeral) => {
      const { group, telegram, mod, working } = await startEditing({ server: { ephemeral } });
      const chat = telegram.privateChat(mod);
      const told = await group.say(mod, '/note drafts');
      expect(told.text).toBe('I have written to you in private.');
      const heard = await chat.hear();
      expect(heard.text).toBe(drafts);
      expect(working.get(String(mod.id))).toBe(String(group.id));
      expect((await heard.press(mod, 'Publish')).text).toBe('Published for Talks.');
      expect(JSON.stringify(group.messages)).not.toContain('secret');
    },
  );

  it('is only pointed to where the private chat was not started', async () => {
    const { group, telegram, mod, working } = await startEditing({ server: { ephemeral: false } });
    const told = await group.say(mod, '/note drafts');
    expect(told.text).toBe('This is for you alone. Press the button, then Start: I will go on there.');
    expect(told.buttons.flat()).toMatchObject([{ url: 'https://t.me/parley_bot?start=note--drafts' }]);
    expect(working.get(String(mod.id))).toBe(String(group.id));
    expect((await telegram.privateChat(mod).say(mod, '/start note--drafts')).text).toBe(drafts);
  });

  it('is pointed to by opening the private chat for who pressed', async () => {
    const { group, telegram, mod } = await startEditing({ server: { ephemeral: false } });
    const menu = await group.say(mod, '/note');
    const pressed = await menu.press(mod, '3');
    expect(pressed.toast.url).toBe('https://t.me/parley_bot?start=note--drafts');
    telegram.privateChat(mod);
    expect((await menu.press(mod, '3')).toast).toEqual({ text: 'I have written to you in private.', isAlert: false });
  });

  it('is not shown to everybody where a blocked bot can’t write in private', async () => {
    const { group, telegram, mod } = await startEditing({ server: { ephemeral: false } });
    telegram.privateChat(mod).block(mod);
    expect((await group.say(mod, '/note drafts')).text).toContain('This is for you alone.');
    expect(JSON.stringify(telegram.callsOf('sendMessage'))).not.toContain('secret');
  });

  it('is not shown to everybody when the network fails halfway', async () => {
    const { group, telegram, mod, logged } = await startEditing();
    telegram.fail({ kind: 'reset', when: 'before' }, { method: 'sendRichMessage', times: 2 });
    group.post(mod, '/note drafts');
    await telegram.settled();
    expect(group.botMessages).toEqual([]);
    expect(logged.some(({ level }) => level >= 50)).toBe(true);
  });
});

describe('a confidential answer in private', () => {
  it('takes the place of the one whose button was pressed', async () => {
    const { group, telegram, mod, working } = await startEditing();
    await group.say(mod, '/note list');
    working.set(String(mod.id), String(group.id));
    const first = await telegram.privateChat(mod).say(mod, '/note drafts');
    const second = await first.press(mod, 'Publish');
    expect(second.text).toBe('Published for Talks.');
    expect(second.message.message_id).toBe(first.message.message_id);
    telegram.fail({ kind: 'error', code: 400, description: "Bad Request: message can't be edited" });
    const third = await first.press(mod, 'Again').catch(() => second.press(mod, 'Again'));
    expect(third.text).toBe('Published for Talks.');
  });

  it('leaves a message alone that others may have asked for', async () => {
    const { group, telegram, mod, working } = await startEditing();
    await group.say(mod, '/note list');
    working.set(String(mod.id), String(group.id));
    const menu = await telegram.privateChat(mod).say(mod, '/note');
    const answer = await menu.press(mod, '3');
    expect(answer.message.message_id).not.toBe(menu.message.message_id);
  });
});

describe('a community whose answers are private', () => {
  it('answers the asker alone, where the group can do that', async () => {
    const { group, ann } = await startEditing({ settings: { answers: 'private' } });
    expect(await group.say(ann, '/faq nato-membership')).toMatchObject({ isEphemeral: true });
  });
});

describe('files in an answer', () => {
  it('go to the private chat, with the answer', async () => {
    const { group, telegram, mod } = await startEditing();
    const chat = telegram.privateChat(mod);
    expect((await group.say(mod, '/note export')).text).toBe('I have written to you in private.');
    expect((await chat.hear()).text).toBe('Here it is.');
    const { document } = (await chat.hear()).message as unknown as { document: { file_id: string; file_name: string } };
    expect(document.file_name).toBe('notes.json');
    expect(telegram.contentOf(document.file_id)?.toString()).toBe('[]');
    expect(group.botMessages.some(({ message }) => message.document)).toBe(false);
  });
});

describe('a file sent to the bot', () => {
  const content = Buffer.from('a note');

  it('is read where it is sent with the command', async () => {
    const { group, mod } = await startEditing();
    group.sendFile(mod, { name: 'notes.txt', content, caption: '/note import' });
    expect((await group.hear(mod)).text).toBe('notes.txt: a note');
  });

  it('is read where the command is a reply to it', async () => {
    const { group, mod, ann } = await startEditing();
    const { message } = group.sendFile(ann, { name: 'notes.txt', content });
    expect((await group.say(mod, '/note import', { replyTo: message })).text).toBe('notes.txt: a note');
  });

  it('is asked for where there is none', async () => {
    const { mod, group } = await startEditing();
    await expect(group.say(mod, '/note import').then(({ text }) => text)).resolves.toContain('Please add');
  });

  it('is refused where it is too large, whatever Telegram says of its size', async () => {
    const { group, mod, telegram } = await startEditing();
    const large = Buffer.alloc(1024 * 1024 + 1);
    const tooLarge = 'That file is too large: 1 MB at most.';
    group.sendFile(mod, { name: 'large.zip', content: large, caption: '/note import' });
    expect((await group.hear(mod)).text).toBe(tooLarge);
    expect(telegram.callsOf('getFile')).toEqual([]);
    group.sendFile(mod, { name: 'large.zip', content: large, size: 10, caption: '/note import' });
    expect((await group.hear(mod)).text).toBe(tooLarge);
  });

  it('that can’t be had is told to the person, and the token to nobody', async () => {
    const { group, mod, telegram, logged, faults } = await startEditing();
    for (const fault of [{ kind: 'bad-gateway' }, { kind: 'reset', when: 'before' }] as const) {
      telegram.fail(fault, { method: 'file' });
      group.sendFile(mod, { name: 'notes.txt', content, caption: '/note import' });
      expect((await group.hear(mod)).text).toBe('That file could not be read. Please send it again.');
    }
    expect(faults).toEqual([]);
    expect(JSON.stringify(logged)).not.toContain(telegram.token.split(':')[1]);
  });

  it('is nothing to a command that takes none', async () => {
    const { group, ann } = await startEditing();
    group.sendFile(ann, { name: 'notes.txt', content });
    await group.silence();
    group.sendFile(ann, { name: 'notes.txt', content, caption: '/note list' });
    expect((await group.hear(ann)).text).toBe('0 kept');
  });
});
