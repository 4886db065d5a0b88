import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heading, link, note, paragraph, spans, strong } from '../../../src/core/document.ts';
import { readRichMessage } from '../../../src/loopback/telegram/rich-message.ts';
import { richMessage } from '../../../src/platforms/telegram/rich.ts';
import { md } from '../../builders/knowledge.ts';
import { anyDocument } from './documents.ts';

const commands = new Set(['faq']);
const rich = (...blocks: Parameters<typeof richMessage>[0]) => richMessage(blocks, commands);
const html = (...blocks: Parameters<typeof richMessage>[0]) => rich(...blocks).html;

/** Every `type` in what Telegram made of a rich message, and every address. */
function found(value: unknown, name: 'type' | 'url'): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => found(one, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && typeof inner === 'string' ? [inner] : found(inner, name),
  );
}

describe('a rich message', () => {
  it('has headings, lists, quotations, small print and a rule', () => {
    expect(
      html(
        heading(2, 'NATO'),
        heading(3, strong('Why')),
        ...md('**Hardly.**\n\n- one\n\n3. three\n\n> No *troops*.\n>\n> None.\n\n---'),
        note('As of 2025'),
        { kind: 'sources', label: 'Sources', items: [spans(link('https://example.org/', 'A')), spans('B')] },
      ),
    ).toBe(
      '<h2>NATO</h2><h3>Why</h3><p><b>Hardly.</b></p><ul><li>one</li></ul><ol start="3"><li>three</li></ol>' +
        '<blockquote>No <i>troops</i>.<br>None.</blockquote><hr/><footer>As of 2025</footer>' +
        '<footer><b>Sources:</b><br>• <a href="https://example.org/">A</a><br>• B</footer>',
    );
  });

  it('has real tables, and sections that open', () => {
    expect(html(...md('| Party | Stance |\n|-|-|\n| **Russia** | |'))).toBe(
      '<table bordered><tr><th>Party</th><th>Stance</th></tr><tr><td><b>Russia</b></td><td></td></tr></table>',
    );
    expect(html({ kind: 'details', summary: spans('Russia'), blocks: md('Neutrality.') })).toBe(
      '<details><summary>Russia</summary><p>Neutrality.</p></details>',
    );
  });

  it('is taken as it is, unless it names a command, which can then be tapped', () => {
    expect(rich(paragraph('@durov on example.org'))).toEqual({
      html: '<p>@durov on example.org</p>',
      skip_entity_detection: true,
    });
    const help = rich(heading(2, '/faq'), paragraph('Ask with /faq, not @durov.'));
    expect(help.skip_entity_detection).toBe(false);
    expect(found(readRichMessage({ ...help }).blocks, 'type')).toEqual(['heading', 'paragraph', 'bot_command']);
  });

  const ours = [
    ...['heading', 'paragraph', 'footer', 'list', 'blockquote', 'table', 'details', 'divider', '1'],
    ...['bold', 'italic', 'strikethrough', 'code', 'url', 'bot_command'],
  ];

  it('never lets a text become markup or an entity', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const message = richMessage(document, commands);
        const { blocks } = readRichMessage({ ...message });
        for (const type of found(blocks, 'type')) expect(ours).toContain(type);
        for (const url of found(blocks, 'url')) expect(url).toMatch(/^https?:/u);
        if (message.skip_entity_detection) expect(found(blocks, 'type')).not.toContain('bot_command');
      }),
      { numRuns: 2000 },
    );
  });
});
