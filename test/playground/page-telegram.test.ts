import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../src/playground/page/telegram/faces.ts';
import { linkTarget, startPayload } from '../../src/playground/page/telegram/links.ts';
import { askingOf } from '../../src/playground/page/telegram/standing.ts';
import { type TextNode, textTree } from '../../src/playground/page/telegram/text-tree.ts';
import type { TelegramMessage } from '../../src/playground/protocol.ts';

/** A tree as it would be read: `bold(…)`. */
const read = (nodes: readonly TextNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : `${node.entity.type}(${read(node.children)})`)).join('');
const tree = (text: string, ...entities: [type: string, offset: number, length: number][]) =>
  read(
    textTree(
      text,
      entities.map(([type, offset, length]) => ({ type, offset, length })),
    ),
  );

describe('a Telegram text', () => {
  it('is cut where entities say, counting as UTF-16 does', () => {
    expect(tree('🕊 мир now', ['bold', 3, 3])).toBe('🕊 bold(мир) now');
  });

  it('nests entities, whatever order they come in', () => {
    expect(tree('one two three', ['italic', 4, 3], ['bold', 0, 13])).toBe('bold(one italic(two) three)');
    expect(tree('word', ['bold', 0, 4], ['italic', 0, 4])).toBe('bold(italic(word))');
  });

  it('cuts entities that overlap, and loses no text', () => {
    expect(tree('abcdef', ['bold', 0, 4], ['italic', 2, 4])).toBe('bold(abitalic(cd))italic(ef)');
  });

  it('leaves out what lies beyond its end', () => {
    expect(tree('abc', ['bold', 1, 99], ['italic', 7, 2])).toBe('abold(bc)');
  });

  it('gives the line end after a quotation to the quotation', () => {
    expect(tree('said\nquote\n\nafter', ['blockquote', 5, 5])).toBe('said\nblockquote(quote)\nafter');
  });
});

describe('a link', () => {
  it('leads to http, https and tg alone', () => {
    expect(linkTarget('https://example.org/a')).toBe('https://example.org/a');
    expect(linkTarget('example.org')).toBe('https://example.org/');
    expect(linkTarget('tg://user?id=1')).toBe('tg://user?id=1');
    for (const url of [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc',
    ])
      expect([url, linkTarget(url)?.split(':')[0] ?? 'none']).toEqual([url, expect.stringMatching(/^(none|https)$/u)]);
  });

  it('to the bot is opened in its private chat, any other is not', () => {
    expect(startPayload('https://t.me/parley_bot?start=faq_nato', 'parley_bot')).toBe('faq_nato');
    expect(startPayload('https://t.me/Parley_Bot', 'parley_bot')).toBe('');
    expect(startPayload('tg://resolve?domain=parley_bot&start=x', 'parley_bot')).toBe('x');
    for (const url of [
      'https://t.me/other_bot?start=x',
      'https://example.org/parley_bot?start=x',
      'https://t.me/parley_bot?startgroup=x',
      'no link',
    ])
      expect([url, startPayload(url, 'parley_bot')]).toEqual([url, undefined]);
  });
});

describe('an avatar', () => {
  it('has the first letters of the first and the last word', () => {
    expect(['Olha Petrenko', 'Мир', 'The “Peace” news', '🕊', ''].map(initialsOf)).toEqual(['OP', 'М', 'TN', '', '']);
  });
});

describe('a message that asks for a reply', () => {
  const said = (id: number, more: Partial<TelegramMessage>, raw = {}): TelegramMessage => ({
    raw: { message_id: id, date: 0, chat: {}, ...raw },
    ...{ byBot: true, mine: false, ephemeral: false, silent: false },
    ...more,
  });
  const mine = (id: number) => said(id, { byBot: false, mine: true });
  const asking = (id: number, answered: number) =>
    said(id, { asksReply: 'Title' }, { reply_to_message: { message_id: answered, date: 0 } });

  it('asks whoever it answers until they have said something', () => {
    expect(askingOf([mine(1), asking(2, 1)])?.raw.message_id).toBe(2);
    expect(askingOf([mine(1), asking(2, 1), said(3, {})])?.raw.message_id).toBe(2);
    expect(askingOf([mine(1), asking(2, 1), mine(3)])).toBeUndefined();
  });

  it('asks nobody else', () => {
    expect(askingOf([mine(1), said(2, { byBot: false }), asking(3, 2)])).toBeUndefined();
  });
});
