import { describe, expect, it } from 'vitest';
import { startEditing } from './editing.ts';

const labels = (seen: { buttons: { text: string }[][] }) => seen.buttons.flat().map(({ text }) => text);

describe('a form in a group', () => {
  it('is asked in replies to the questions, of that person alone', async () => {
    const { group, ann, mod, saved } = await startEditing();
    const first = await group.say(ann, '/tell');
    expect(first.text).toBe(
      'Ann\nWhat is wrong · question 1 of 2\n\nWhat is wrong\n\nPlease reply to this message. These words do something else: Cancel',
    );
    expect(group.state.posted.at(-1)?.otherMarkup).toEqual({
      force_reply: true,
      selective: true,
      input_field_placeholder: 'What is wrong',
    });
    expect(first.message.reply_to_message?.text).toBe('/tell');

    group.post(mod, 'It is all wrong', { replyTo: first });
    await group.silence();
    group.post(ann, 'Hello everybody');
    await group.silence();
    group.post(ann, 'as the group', { replyTo: first, anonymous: true });
    await group.silence();

    const second = await group.say(ann, 'The date', { replyTo: first });
    expect(labels(second)).toEqual(['NATO', 'Territory', 'Skip', 'Back', 'Cancel']);
    const foreign = await second.press(mod, 'NATO');
    expect(foreign.toast).toEqual({ text: 'This form is somebody else’s.', isAlert: true });
    const back = await group.say(ann, 'Back', { replyTo: second });
    expect(back.text).toContain('Now:\nThe date');
    const again = await group.say(ann, 'keep', { replyTo: back });
    const answer = await again.press(ann, 'NATO');
    expect(answer).toMatchObject({ text: 'Kept: The date', isEphemeral: true });
    expect(saved).toEqual([{ values: { what: 'The date', topic: 'nato' }, by: String(ann.id), community: 'Talks' }]);
  });

  it('takes no reply to a question that was answered', async () => {
    const { group, ann } = await startEditing();
    const first = await group.say(ann, '/tell');
    await group.say(ann, 'The date', { replyTo: first });
    group.post(ann, 'Or the author', { replyTo: first });
    await group.silence();
  });

  it('of two people are two', async () => {
    const { group, ann, mod, saved } = await startEditing();
    const anns = await group.say(ann, '/tell');
    const mods = await group.say(mod, '/tell');
    const annsNext = await group.say(ann, 'One', { replyTo: anns });
    const modsNext = await group.say(mod, 'Two', { replyTo: mods });
    await modsNext.press(mod, 'Skip');
    await annsNext.press(ann, 'Skip');
    expect(saved.map(({ values, by }) => [values.what, by])).toEqual([
      ['Two', String(mod.id)],
      ['One', String(ann.id)],
    ]);
  });

  it('stays in its topic', async () => {
    const { telegram, ann } = await startEditing();
    const forum = telegram.supergroup({ isForum: true, members: [ann] });
    const topic = forum.addTopic('Peace');
    const first = await forum.say(ann, '/tell', { topic });
    const second = await forum.say(ann, 'The date', { topic, replyTo: first });
    expect([first, second].map(({ message }) => message.message_thread_id)).toEqual([topic, topic]);
  });
});

describe('a form that others must not see', () => {
  it('goes on in private, for the community of the group', async () => {
    const { group, telegram, mod, working, saved } = await startEditing();
    const chat = telegram.privateChat(mod);
    const told = await group.say(mod, '/note add What is NATO?');
    expect(told).toMatchObject({ text: 'I have written to you in private.', isEphemeral: true });
    expect(told.buttons[0]?.[0]).toMatchObject({ text: 'Open the private chat', url: 'https://t.me/parley_bot' });
    expect(working.get(String(mod.id))).toBe(String(group.id));
    const first = await chat.hear();
    expect(first.html).toContain('<pre>What is NATO?</pre>');
    for (const text of ['keep', 'NATO', 'done', 'An alliance.', 'skip']) await chat.say(mod, text);
    expect(saved).toMatchObject([{ by: String(mod.id), community: 'Talks' }]);
    expect(group.messages.map(({ text }) => text)).toEqual(['/note add What is NATO?']);
  });

  it('takes the text of the message that it is asked in reply to', async () => {
    const { group, telegram, mod, ann } = await startEditing();
    const { message } = group.post(ann, 'Is Crimea in the plan?');
    const chat = telegram.privateChat(mod);
    group.post(mod, '/note add', { replyTo: message });
    expect((await chat.hear()).text).toContain('Now:\nIs Crimea in the plan?');
  });

  it('is offered by a link to who has not started the bot, and begins there', async () => {
    const { group, telegram, mod, saved } = await startEditing();
    const told = await group.say(mod, '/note add What is NATO?');
    expect(told.text).toBe('This is for you alone. Press the button, then Start: I will go on there.');
    expect(told.buttons[0]?.[0]?.url).toBe('https://t.me/parley_bot?start=continue');
    const first = await telegram.privateChat(mod).say(mod, '/start continue');
    expect(first.text).toContain('Now:\nWhat is NATO?');
    for (const text of ['keep', 'NATO', 'done', 'An alliance.', 'skip']) await telegram.privateChat(mod).say(mod, text);
    expect(saved).toMatchObject([{ community: 'Talks' }]);
  });

  it('keeps to its community whatever else the person works for, and to the right there', async () => {
    const { group, telegram, mod, pass, saved, working } = await startEditing();
    const chat = telegram.privateChat(mod);
    await group.say(mod, '/note add');
    await chat.hear();
    working.set(String(mod.id), 'another');
    expect((await chat.say(mod, 'What is NATO?')).text).toContain('question 2 of 5');
    await telegram.settled();
    group.setMember(mod, 'left');
    pass(60_001);
    expect((await chat.say(mod, 'NATO')).text).toContain('Only this community’s moderators can do that.');
    expect(saved).toEqual([]);
  });

  it('is refused to members', async () => {
    const { group, telegram, ann } = await startEditing();
    telegram.privateChat(ann);
    const heard = await group.say(ann, '/note add');
    expect(heard).toMatchObject({ text: 'Only this community’s moderators can do that.', isEphemeral: true });
    expect(telegram.privateChat(ann).botMessages).toEqual([]);
  });
});

describe('who writes in the name of a chat', () => {
  it('an anonymous administrator presses a button, and it goes on with the person in private', async () => {
    const { group, telegram, mod, ann, saved } = await startEditing();
    const chat = telegram.privateChat(mod);
    const offered = await group.say(mod, '/note add What is NATO?', { anonymous: true });
    expect(offered.text).toBe('This is not for everybody here. Press the button, and I will write to you in private.');
    expect((await offered.press(ann, 'Continue in private')).toast).toEqual({
      text: 'Only this community’s moderators can do that.',
      isAlert: true,
    });
    const pressed = await offered.press(mod, 'Continue in private');
    expect(pressed.toast).toEqual({ text: 'I have written to you in private.', isAlert: false });
    await telegram.settled();
    expect(chat.botMessages[0]?.text).toContain('Now:\nWhat is NATO?');
    for (const text of ['keep', 'NATO', 'done', 'An alliance.', 'skip']) await chat.say(mod, text);
    expect(saved).toMatchObject([{ by: String(mod.id), community: 'Talks' }]);
  });

  it('is not shown to the others by a form that they may all see', async () => {
    const { group, telegram, mod } = await startEditing();
    const chat = telegram.privateChat(mod);
    const offered = await group.say(mod, '/tell', { anonymous: true });
    await offered.press(mod, 'Continue in private');
    await telegram.settled();
    expect(chat.botMessages[0]?.text).toContain('What is wrong · question 1 of 2');
    expect(group.messages.map(({ text }) => text).join()).not.toContain('Mod');
  });

  it('is brought to the private chat where it was not started', async () => {
    const { group, mod } = await startEditing();
    const offered = await group.say(mod, '/note add', { anonymous: true });
    const pressed = await offered.press(mod, 'Continue in private');
    expect(pressed.toast.url).toBe('https://t.me/parley_bot?start=continue');
  });

  it('a long text comes along from the message that was replied to', async () => {
    const { group, telegram, mod, ann } = await startEditing();
    const { message } = group.post(ann, 'Чи входить Крим до мирного плану?');
    const chat = telegram.privateChat(mod);
    const offered = await group.say(mod, '/note add', { anonymous: true, replyTo: message });
    await offered.press(mod, 'Continue in private');
    await telegram.settled();
    expect(chat.botMessages[0]?.text).toContain('Now:\nЧи входить Крим до мирного плану?');
  });

  it('a channel’s post is answered with the same button', async () => {
    const { telegram, mod, ann } = await startEditing();
    const channel = telegram.channel({ title: 'News', admins: [mod] });
    const offered = await channel.say(undefined, '/note add');
    const chat = telegram.privateChat(mod);
    expect((await offered.press(ann, 'Continue in private')).toast.isAlert).toBe(true);
    await offered.press(mod, 'Continue in private');
    await telegram.settled();
    expect(chat.botMessages[0]?.text).toContain('question 1 of 5');
  });

  it('another chat’s name gives no right, nor does what a channel forwards to its group', async () => {
    const { group, telegram, mod } = await startEditing();
    const channel = telegram.channel({ admins: [mod] });
    const refused = await group.say(mod, '/note drafts', { asChannel: channel.chat });
    expect(refused.text).toBe('Only this community’s moderators can do that.');
    const fields = { is_automatic_forward: true, forward_origin: { type: 'channel', chat: channel.chat } };
    group.post(mod, '/note drafts', { asChannel: channel.chat, fields });
    await group.silence();
  });
});
