import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, emphasis, heading, link, note, paragraph, spans, strong } from '../../../src/core/document.ts';
import { withDetected } from '../../../src/loopback/telegram/text.ts';
import { parseTextHtml } from '../../../src/loopback/telegram/text-html.ts';
import { plainHtml } from '../../../src/platforms/telegram/html.ts';
import { measure } from '../../../src/platforms/telegram/measure.ts';
import { md } from '../../builders/knowledge.ts';
import { anyDocument } from './documents.ts';

const commands = new Set(['faq', 'help']);
const html = (...blocks: Parameters<typeof plainHtml>[0]) => plainHtml(blocks, commands);
/** What Telegram makes of a paragraph that holds this text: type and words of every entity. */
const recognised = (text: string) => {
  const read = withDetected(parseTextHtml(html(paragraph(text))));
  return read.entities.map(({ type, offset, length }) => `${type} ${read.text.slice(offset, offset + length)}`);
};

describe('plain HTML', () => {
  it('is read on a phone from top to bottom', () => {
    expect(
      html(
        heading(2, 'Can Ukraine join NATO?'),
        note('⚠ Due for review.'),
        ...md('**Hardly.** See *below*.\n\n- one\n- two\n\n3. three\n4. four\n\n> No foreign troops.'),
        { kind: 'divider' },
        note('As of 20 February 2025'),
        { kind: 'sources', label: 'Sources', items: [spans(link('https://example.org/', 'Remarks'), ' — Lavrov')] },
      ),
    ).toBe(`<b>Can Ukraine join NATO?</b>

<i>⚠ Due for review.</i>

<b>Hardly.</b> See <i>below</i>.

• one
• two

3. three
4. four

<blockquote>No foreign troops.</blockquote>

<i>As of 20 February 2025</i>
<i>Sources:</i> <a href="https://example.org/">Remarks</a> — Lavrov`);
  });

  it('writes a table row as a line, and says which cell is which where there are several', () => {
    expect(html(...md('| Party | Stance |\n|-|-|\n| **Russia** | Neutrality |\n| Ukraine | |'))).toBe(
      '<b>Russia</b> — Neutrality\n<b>Ukraine</b>',
    );
    expect(html(...md('| Question | Russia | Ukraine |\n|-|-|-|\n| Border? | Annexed | 1991 |'))).toBe(
      '<b>Border?</b> — Russia: Annexed · Ukraine: 1991',
    );
  });

  it('folds a section away, and spreads out one that is long or holds a quotation', () => {
    const section = (text: string) => html({ kind: 'details', summary: spans(strong('Russia')), blocks: md(text) });
    expect(section('It demands neutrality.')).toBe(
      '<blockquote expandable><b>Russia</b>\nIt demands neutrality.</blockquote>',
    );
    expect(section('> Never.')).toBe('<b>Russia</b>\n<blockquote>Never.</blockquote>');
    expect(section('word '.repeat(400))).not.toContain('expandable');
  });

  it('keeps the numbers of a menu that goes on from another page', () => {
    const call = { command: 'faq', args: {} };
    expect(
      html({
        kind: 'menu',
        start: 11,
        items: [
          { label: 'Eleven <b>', call },
          { label: 'Twelve', call },
        ],
      }),
    ).toBe('11. Eleven &lt;b&gt;\n12. Twelve');
  });

  it('escapes once, in text and in addresses', () => {
    expect(html(paragraph('a < "b" & c', code('<x>'), link('https://example.org/?a="&b', 'here')))).toBe(
      'a &lt; &quot;b&quot; &amp; c<code>&lt;x&gt;</code><a href="https://example.org/?a=%22&amp;b">here</a>',
    );
  });

  it.each(['tg://user?id=1', 'javascript:alert(1)', 'http://localhost/', 'https://me:secret@example.org/', 'nowhere'])(
    'shows the words of a link to %s without the link',
    (url) => expect(html(paragraph(link(url, 'here')))).toBe('here'),
  );

  it('leaves commands that exist tappable, except in headings, and no other', () => {
    expect(recognised('/faq or /help, but not /start or /faqs')).toEqual(['bot_command /faq', 'bot_command /help']);
    expect(html(heading(2, '/faq'))).toBe('<b>/\u2060faq</b>');
  });

  it.each([
    ['@durov', []],
    ['#ceasefire $USD', []],
    ['see example.org or https://example.org/a?b#c', []],
    ['write to ann.lee@example.org', []],
    ['tg://resolve?domain=durov', []],
    ['call +1 212 555 0123', []],
    ['and/or, 1.5 %, U.S., 9:30, C#, $5, 24/7', []],
  ])('makes nothing of %s', (text, entities) => expect(recognised(text)).toEqual(entities));

  it('leaves ordinary text without joiners', () => {
    const text = 'Kyiv and/or Moscow. About 1.5 % (24/7), version 1.2.3; a + b = $5 at 9:30. №7.';
    expect(html(paragraph(text))).toBe(text);
  });

  it('leaves code and the words of links clean for copying', () => {
    expect(html(paragraph(code('/start @durov'), link('https://example.org/', 'https://example.org/')))).toBe(
      '<code>/start @durov</code><a href="https://example.org/">https://example.org/</a>',
    );
  });

  it('makes no mention out of two spans that only together are one', () => {
    expect(html(paragraph(strong('@'), 'durov', emphasis('/'), 'start'))).toBe('<b>@\u2060</b>durov<i>/</i>start');
    expect(withDetected(parseTextHtml(html(paragraph('x ', strong('@'), 'durov')))).entities).toHaveLength(1);
  });

  it('shows half an emoji as an unknown sign rather than failing', () => {
    expect(html(paragraph('cut \ud83d'))).toBe('cut \uFFFD');
  });

  const ours = ['bold', 'italic', 'strikethrough', 'code', 'text_link', 'blockquote', 'expandable_blockquote'];

  it('never lets a text become markup or an entity', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text, entities } = withDetected(parseTextHtml(plainHtml(document, commands)));
        for (const { type, offset, length, url } of entities) {
          if (type === 'bot_command') expect(['/faq']).toContain(text.slice(offset, offset + length));
          else expect(ours).toContain(type);
          if (url !== undefined) expect(url).toMatch(/^https?:/u);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is measured as Telegram counts it', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const written = plainHtml(document, commands);
        const { text, entities } = withDetected(parseTextHtml(written));
        expect(measure(written).characters).toBe(text.length);
        expect(measure(written).entities).toBeGreaterThanOrEqual(entities.length);
      }),
    );
  });
});
