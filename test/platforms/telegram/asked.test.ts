import type { Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { command, optional, text } from '../../../src/core/command.ts';
import { callOf } from '../../../src/platforms/telegram/asked.ts';
import { testDispatcher } from '../../builders/dispatcher.ts';

const run = () => ({ document: [] });
const more = [
  command({ name: 'note list', options: {}, run }),
  command({
    name: 'note add',
    audience: 'moderators',
    messageMenu: 'text',
    options: { text: optional(text({ maxLength: 10 })) },
    run,
  }),
  command({ name: 'note drop', unlisted: true, options: {}, run }),
];
const { commands } = testDispatcher({ more }).dispatcher;
const self = { id: 42, username: 'parley_bot' };
const ann = { id: 1, is_bot: false, first_name: 'Ann' };
const ourselves = { id: 42, is_bot: true, first_name: 'Parley' };
const group = { id: -1, type: 'supergroup', title: 'Talks' };

const heard = (chat: object, fields: object) =>
  callOf({ message_id: 1, date: 1, from: ann, chat, ...fields } as Message, self, commands);
const inGroup = (text: string, fields = {}) => heard(group, { text, ...fields });
const inPrivate = (text: string, fields = {}) =>
  heard({ id: 1, type: 'private', first_name: 'Ann' }, { text, ...fields });
const inChannel = (text: string) => heard({ id: -2, type: 'channel', title: 'News' }, { text, from: undefined });

const faq = (question: string) => ({ command: 'faq', args: { question } });
const everything = { command: 'faq', args: {} };
const help = { command: 'help', args: {} };

describe('in a group', () => {
  it.each([
    ['/faq can Ukraine join?', faq('can Ukraine join?')],
    ['/faq@parley_bot nato', faq('nato')],
    ['/FAQ@Parley_Bot\nnato', faq('nato')],
    ['/faq', everything],
    ['/position russia nato', { command: 'position', args: { party: 'russia', topic: 'nato' } }],
    ['@parley_bot can Ukraine join', faq('can Ukraine join')],
    ['@Parley_bot, nato?', faq('nato?')],
    ['@parley_bot', everything],
    ['@parley_bot /faq nato', faq('nato')],
    ['/nonsense@parley_bot', { command: 'nonsense', args: {} }],
    ['/start@parley_bot', help],
  ])('%j is for us', (text, call) => expect(inGroup(text)).toEqual(call));

  it.each([
    '/faq@other_bot nato',
    '/nonsense',
    '/start',
    'can Ukraine join?',
    'ask @parley_bot',
    '@parley_bots nato',
    '/',
    '// comment',
    '   ',
  ])('%j is not', (text) => expect(inGroup(text)).toBeUndefined());

  it('a reply to us is a question if it ends with a question mark', () => {
    const reply_to_message = { from: ourselves };
    expect(inGroup('and the borders? ', { reply_to_message })).toEqual(faq('and the borders?'));
    expect(inGroup('thank you', { reply_to_message })).toBeUndefined();
    expect(inGroup('really?', { reply_to_message: { from: ann } })).toBeUndefined();
  });
});

describe('a command of two words', () => {
  const note = { command: 'note', args: {} };
  it.each([
    ['/note list', { command: 'note list', args: {} }],
    ['/note@parley_bot  LIST', { command: 'note list', args: {} }],
    ['/note add a plan', { command: 'note add', args: { text: 'a plan' } }],
    ['/note', note],
    ['/note nonsense', note],
    ['/note drop', note],
    ['/note addition', note],
  ])('%j', (text, call) => expect(inGroup(text)).toEqual(call));

  it('in links has two hyphens', () => {
    expect(inPrivate('/start note--add_plan')).toEqual({ command: 'note add', args: { text: 'plan' } });
    expect(inPrivate('/start note--drop')).toEqual({ command: 'note drop', args: {} });
  });
});

describe('a command in reply to a message', () => {
  const reply = (reply_to_message: object, text = '/note add', fields = {}) =>
    inGroup(text, { reply_to_message: { from: ann, ...reply_to_message }, ...fields })?.args;

  it('is about its text, as much of it as the option takes', () => {
    expect(reply({ text: 'NATO?' })).toEqual({ text: 'NATO?' });
    expect(reply({ caption: 'NATO?', photo: [] })).toEqual({ text: 'NATO?' });
    expect(reply({ text: '😀'.repeat(11) })).toEqual({ text: '😀'.repeat(10) });
    expect(reply({ text: 'Is it NATO?' }, '/note add', { quote: { text: 'NATO?' } })).toEqual({ text: 'NATO?' });
    expect(reply({ text: 'can Ukraine join?' }, '/faq')).toEqual({ question: 'can Ukraine join?' });
  });

  it('says itself what it is about where it does', () => {
    expect(reply({ text: 'NATO?' }, '/note add peace')).toEqual({ text: 'peace' });
  });

  it('is not about what we said, nor about the post under which people comment', () => {
    expect(reply({ text: 'Hardly.', from: ourselves })).toEqual({});
    expect(reply({ text: 'News', is_automatic_forward: true }, '/faq')).toEqual({});
    expect(reply({ forum_topic_created: {} })).toEqual({});
  });
});

describe('what somebody else wrote', () => {
  const forward_origin = { type: 'user', date: 1, sender_user: ann };

  it('is no command when it is forwarded, and in private a question', () => {
    expect(inGroup('/note add plan', { forward_origin })).toBeUndefined();
    expect(inPrivate('/note add plan', { forward_origin })).toBeUndefined();
    expect(inPrivate('can Ukraine join', { forward_origin })).toEqual(faq('can Ukraine join'));
  });

  it('is nothing where a channel’s post is copied into its group', () => {
    const sender_chat = { id: -5, type: 'channel', title: 'News' };
    expect(inGroup('/faq nato', { sender_chat, is_automatic_forward: true })).toBeUndefined();
  });
});

describe('in a private chat', () => {
  it.each([
    ['can Ukraine join', faq('can Ukraine join')],
    ['@parley_bot nato', faq('nato')],
    ['/faq nato', faq('nato')],
    ['/start', help],
    ['/start faq_nato-membership', faq('nato-membership')],
    ['/start faq-2', { ...everything, page: 2 }],
    ['/start no_such', help],
    ['/start faq_%', help],
    ['/nonsense', { command: 'nonsense', args: {} }],
  ])('%j is for us', (text, call) => expect(inPrivate(text)).toEqual(call));
});

describe('in a channel', () => {
  it('commands are for us, and nothing else is', () => {
    expect(inChannel('/faq nato')).toEqual(faq('nato'));
    expect(inChannel('@parley_bot nato?')).toBeUndefined();
    expect(inChannel('What about NATO?')).toBeUndefined();
  });
});

describe('whoever writes', () => {
  it('other bots are not answered, nor what came out of an inline mode', () => {
    expect(inGroup('/faq nato', { from: { ...ann, is_bot: true } })).toBeUndefined();
    expect(inGroup('/faq nato', { via_bot: ourselves })).toBeUndefined();
    expect(inPrivate('Can Ukraine join?', { via_bot: ourselves })).toBeUndefined();
  });

  it('people who write in the name of the group or a channel are', () => {
    const anonymous = { from: { id: 1087968824, is_bot: true, first_name: 'Group' }, sender_chat: group };
    expect(inGroup('/faq nato', anonymous)).toEqual(faq('nato'));
  });

  it('captions are read with a file alone, and only for commands', () => {
    expect(heard(group, { caption: '/faq nato', photo: [] })).toBeUndefined();
    expect(heard(group, { caption: '/faq nato', document: {} })).toEqual(faq('nato'));
    expect(heard({ id: 1, type: 'private' }, { caption: 'nato?', document: {} })).toBeUndefined();
  });
});
