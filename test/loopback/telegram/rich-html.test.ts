import { expect, test } from 'vitest';
import { readRichMessage } from '../../../src/loopback/telegram/rich-message.ts';

const read = (html: string) => readRichMessage({ html });
const nested = (depth: number) => `${'<b>'.repeat(depth)}x${'</b>'.repeat(depth)}`;

test.each([
  [
    '<h1>One</h1><p>two</p>',
    [
      { type: 'heading', text: 'One', size: 1 },
      { type: 'paragraph', text: 'two' },
    ],
  ],
  ['all on\n the   same line', [{ type: 'paragraph', text: 'all on the same line' }]],
  ['a<br>b', [{ type: 'paragraph', text: 'a\nb' }]],
  ['<p>a <b>b</b></p>', [{ type: 'paragraph', text: ['a ', { type: 'bold', text: 'b' }] }]],
  ['<pre><code class="language-ts">  x\n y</code></pre>', [{ type: 'pre', text: '  x\n y', language: 'ts' }]],
  ['x<hr/><footer>f</footer>', [{ type: 'paragraph', text: 'x' }, { type: 'divider' }, { type: 'footer', text: 'f' }]],
  [
    '<blockquote>a<cite>b</cite></blockquote>',
    [{ type: 'blockquote', blocks: [{ type: 'paragraph', text: 'a' }], credit: 'b' }],
  ],
  ['<blockquote expandable>a</blockquote>', [{ type: 'expandable_blockquote', text: 'a' }]],
  ['<aside>a<cite>b</cite></aside>', [{ type: 'pullquote', text: 'a', credit: 'b' }]],
  [
    '<details open><summary>s</summary><p>c</p></details>',
    [{ type: 'details', summary: 's', blocks: [{ type: 'paragraph', text: 'c' }], is_open: true }],
  ],
  [
    '<a name="top"></a><p>x</p>',
    [
      { type: 'anchor', name: 'top' },
      { type: 'paragraph', text: 'x' },
    ],
  ],
  ['<a href="#top">up</a>', [{ type: 'paragraph', text: { type: 'anchor_link', text: 'up', anchor_name: 'top' } }]],
  [
    '<a href="https://un.org">@un</a>',
    [{ type: 'paragraph', text: { type: 'url', text: '@un', url: 'https://un.org' } }],
  ],
  ['<tg-math-block>E = mc^2</tg-math-block>', [{ type: 'mathematical_expression', expression: 'E = mc^2' }]],
  ['&nbsp;&mdash;&hellip;&apos;&copy;', [{ type: 'paragraph', text: "\u00a0—…'&copy;" }]],
])('rich HTML takes %s', (html, blocks) => {
  expect(read(html).blocks).toEqual(blocks);
});

test('lists have labels, numbers and boxes', () => {
  const { plain } = read(
    '<ol start="3" type="a"><li>x</li><li value="7">y</li></ol><ul><li><input type="checkbox" checked>done</li>\n<li><p>two</p></li></ul>',
  );
  expect(plain).toBe('c. x\ng. y\n• ☑ done\n• two');
});

test('tables keep their cells, caption and looks', () => {
  const { blocks, plain } = read(
    '<table bordered><caption>Sides</caption><tr><th>Party</th><th align="right">Says</th></tr>\n<tr><td colspan="2"><b>both</b></td></tr></table>',
  );
  expect(plain).toBe('Sides\nParty | Says\nboth');
  expect(blocks).toMatchObject([
    {
      type: 'table',
      is_bordered: true,
      caption: 'Sides',
      cells: [[{ is_header: true }, { align: 'right' }], [{ colspan: 2 }]],
    },
  ]);
});

test('media, maps, figures and buttons are read', () => {
  const { blocks, buttons } = read(
    '<figure><img src="https://un.org/a.jpg"/><figcaption>c<cite>d</cite></figcaption></figure><tg-map lat="1" long="2" zoom="14"/>' +
      '<tg-button-row align="left"><tg-button type="callback_data" data="x">Go</tg-button></tg-button-row>',
  );
  expect(blocks).toMatchObject([
    { type: 'photo', caption: { text: 'c', credit: 'd' } },
    { type: 'map' },
    { type: 'buttons', align: 'left' },
  ]);
  expect(buttons).toEqual([{ text: 'Go', callback_data: 'x' }]);
});

test.each([
  ['<div>x</div>', 'Unsupported start tag "div" at byte offset 0'],
  ['<table><tbody><tr><td>x</td></tr></tbody></table>', 'Unsupported start tag "tbody" at byte offset 7'],
  ['<span class="tg-spoiler">x</span>', 'Unsupported start tag "span" at byte offset 0'],
  ['<p style="x">y</p>', 'Unsupported attribute "style" in the tag "p" at byte offset 0'],
  ['мир <b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
  ['x</p>', 'Unexpected end tag at byte offset 1'],
  ['1 < 2', 'Unclosed start tag at byte offset 2'],
  ['<b/>', 'Tag "b" can\'t be self-closing at byte offset 0'],
  ['<p><ul><li>x</li></ul></p>', 'Tag "ul" is not allowed inside "p" at byte offset 3'],
  ['<p>a<p>b</p></p>', 'Tag "p" is not allowed inside "p" at byte offset 4'],
  ['<li>x</li>', 'Tag "li" is not allowed inside "the message" at byte offset 0'],
  ['<ul>x</ul>', 'Text is not allowed inside "ul" at byte offset 4'],
  ['<ul><p>x</p></ul>', 'Tag "p" is not allowed inside "ul" at byte offset 4'],
  ['<table><tr><td><p>x</p></td></tr></table>', 'Tag "p" is not allowed inside "td" at byte offset 15'],
  ['<tr><td>x</td></tr>', 'Tag "tr" is not allowed inside "the message" at byte offset 0'],
  ['<summary>x</summary>', 'Tag "summary" is not allowed inside "the message" at byte offset 0'],
  ['<details>x</details>', 'Tag "details" must begin with "summary" at byte offset 0'],
  ['<blockquote expandable><p>x</p></blockquote>', 'Tag "p" is not allowed inside "blockquote" at byte offset 23'],
  ['<p>x<img src="https://un.org/a.jpg"></p>', 'Tag "img" is not allowed inside "p" at byte offset 4'],
  ['<a>x</a>', 'Tag "a" must have attribute "href" or "name" at byte offset 0'],
  ['<a href="javascript:x">x</a>', 'Invalid URL "javascript:x" at byte offset 0'],
  ['<p></p>', 'Tag "p" must not be empty at byte offset 0'],
  ['', 'rich message must be non-empty'],
  [nested(16), 'too many levels of nesting'],
  [`${'<hr/>'.repeat(500)}x`, 'too many blocks'],
  ['x'.repeat(32_769), 'rich message text is too long'],
  [`<table><tr>${'<td>x</td>'.repeat(21)}</tr></table>`, 'too many columns in a table'],
])('rich HTML refuses %.60s', (html, reason) => {
  expect(() => read(html)).toThrow(`Bad Request: can't parse rich message: ${reason}`);
});

test('what is just within the limits is taken', () => {
  expect(read(nested(15)).plain).toBe('x');
  expect(read(`${'<hr/>'.repeat(499)}x`).blocks).toHaveLength(500);
  expect(read('🕊'.repeat(32_768)).blocks).toHaveLength(1);
  expect(read(`<table><tr>${'<td>x</td>'.repeat(20)}</tr></table>`).blocks).toHaveLength(1);
});

test('entities are recognised in the text unless told not to', () => {
  expect(read('ask @ann').blocks).toEqual([
    { type: 'paragraph', text: ['ask ', { type: 'mention', text: '@ann', username: 'ann' }] },
  ]);
  expect(readRichMessage({ html: 'ask @ann', skip_entity_detection: true }).blocks).toEqual([
    { type: 'paragraph', text: 'ask @ann' },
  ]);
});

test('exactly one of html, markdown and blocks is taken', () => {
  expect(() => readRichMessage({})).toThrow('exactly one of');
  expect(() => readRichMessage({ html: 'x', blocks: [] })).toThrow('exactly one of');
  expect(() => readRichMessage({ markdown: 'x' })).toThrow('rich Markdown is not supported by this server');
});

test.each([
  [[{ type: 'paragraph' }], 'blocks.0.text'],
  [[{ type: 'thinking', text: 'x' }], 'blocks.0.type'],
  [[{ type: 'heading', text: 'x', size: 7 }], 'blocks.0.size'],
  [[{ type: 'list', items: [{ blocks: [{ type: 'divider', extra: 1 }] }] }], 'blocks.0.items.0.blocks.0'],
  [[{ type: 'paragraph', text: { type: 'blink', text: 'x' } }], 'blocks.0.text'],
])('blocks %j are refused', (blocks, where) => {
  expect(() => readRichMessage({ blocks })).toThrow(`Bad Request: can't parse rich message: ${where}`);
});

test('blocks are taken and give the same tree as HTML', () => {
  const blocks = [
    { type: 'list', items: [{ blocks: [{ type: 'paragraph', text: ['a ', { type: 'bold', text: 'b' }] }] }] },
  ];
  expect(readRichMessage({ blocks }).blocks).toEqual(read('<ul><li><p>a <b>b</b></p></li></ul>').blocks);
});
