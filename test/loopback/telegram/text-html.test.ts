import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/loopback/telegram/text.ts';

const read = (text: string) => readText({ text, parse_mode: 'HTML' });
const pieces = (text: string) => {
  const { text: plain, entities } = read(text);
  return entities.map(({ type, offset, length }) => `${type}:${plain.slice(offset, offset + length)}`);
};

describe('the HTML parse mode', () => {
  test.each([
    ['<b>a</b><strong>b</strong>', ['bold:a', 'bold:b']],
    ['<i>a</i> <em>b</em>', ['italic:a', 'italic:b']],
    ['<u>a</u> <ins>b</ins>', ['underline:a', 'underline:b']],
    ['<s>a</s> <strike>b</strike> <del>c</del>', ['strikethrough:a', 'strikethrough:b', 'strikethrough:c']],
    ['<span class="tg-spoiler">a</span> <tg-spoiler>b</tg-spoiler>', ['spoiler:a', 'spoiler:b']],
    ['<code>x</code>', ['code:x']],
    ['<pre><code class="language-ts">x</code></pre>', ['pre:x']],
    ['<blockquote>q</blockquote>', ['blockquote:q']],
    ['<blockquote expandable>q</blockquote>', ['expandable_blockquote:q']],
    ['<b>bold <i>both</i></b>', ['bold:bold both', 'italic:both']],
    ['🕊 <b>мир</b>', ['bold:мир']],
    ['<a href="https://un.org/?a=1&amp;b=2">UN</a>', ['text_link:UN']],
    ['<a href="tg://user?id=7">Ann</a>', ['text_mention:Ann']],
    ['<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', ['custom_emoji:👍']],
    ['<B >x</b >', ['bold:x']],
    ['<b></b>text', []],
    ['<a href="nonsense">text</a>', []],
  ])('takes %s', (html, expected) => {
    expect(pieces(html)).toEqual(expected);
  });

  test.each([
    ['<p>x</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['мир <h1>x</h1>', 'Unsupported start tag "h1" at byte offset 7'],
    ['a<br/>', 'Unsupported start tag "br/" at byte offset 1'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a href=ht/tp>x</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
  ])('refuses %s', (html, reason) => {
    expect(() => read(html)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });

  test('knows four named entities and every number; any other name stays text', () => {
    expect(read('&lt;&gt;&amp;&quot; &#1084;&#x438; &nbsp; &copy; & &;').text).toBe('<>&" ми &nbsp; &copy; & &;');
  });

  test('counts offsets in UTF-16 units and keeps the link and the language', () => {
    expect(read('🕊<a href="https://un.org">x</a><pre><code class="language-ts">y</code></pre>').entities).toEqual([
      { type: 'text_link', offset: 2, length: 1, url: 'https://un.org' },
      { type: 'pre', offset: 3, length: 1, language: 'ts' },
    ]);
  });

  test('shows any escaped text as it was', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (text) => {
        const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
        expect(read(`<i>.</i>${escaped}<i>.</i>`).text).toBe(`.${text}.`);
      }),
    );
  });
});

describe('a text', () => {
  test('is measured in UTF-16 units after its markup is parsed', () => {
    expect(read(`<b>${'&amp;'.repeat(4096)}</b>`).text).toHaveLength(4096);
    expect(() => read('x'.repeat(4097))).toThrow('Bad Request: message is too long');
    expect(() => read('🕊'.repeat(2049))).toThrow('Bad Request: message is too long');
  });

  test.each(['', '  \n ', '<b> </b>'])('is refused when nothing is left of %j', (text) => {
    expect(() => read(text)).toThrow('Bad Request: message text is empty');
  });

  test('is refused in a parse mode that is not HTML', () => {
    expect(() => readText({ text: '*x*', parse_mode: 'MarkdownV2' })).toThrow('Bad Request: unsupported parse_mode');
  });

  test.each([
    ['see https://un.org/a_(b), now', ['url:https://un.org/a_(b']],
    ['see un.org.', ['url:un.org']],
    ['ask @ann_b or @a', ['mention:@ann_b']],
    ['/faq@parley_bot and /help, not a/b nor //x', ['bot_command:/faq@parley_bot', 'bot_command:/help']],
    ['#мир #2024 $USD', ['hashtag:#мир', 'cashtag:$USD']],
    ['write a.b@un.org', ['email:a.b@un.org']],
    ['<code>/x @ann un.org</code>', ['code:/x @ann un.org']],
    ['<a href="https://un.org">@everyone</a>', ['text_link:@everyone']],
    ['<b>@everyone</b>', ['bold:@everyone', 'mention:@everyone']],
  ])('shows what Telegram recognises by itself in %s', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });
});
