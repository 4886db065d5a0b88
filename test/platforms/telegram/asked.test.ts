import type { Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { callOf } from '../../../src/platforms/telegram/asked.ts';
import { testDispatcher } from '../../builders/dispatcher.ts';

const { commands } = testDispatcher().dispatcher;
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

  it('captions are not read', () => {
    expect(heard(group, { caption: '/faq nato', photo: [] })).toBeUndefined();
  });
});
