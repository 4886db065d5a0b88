import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import type { Document } from '../../src/core/document.ts';
import { parseMarkdown } from '../../src/core/markdown.ts';
import { markdownOf } from '../../src/core/markdown-source.ts';

/** Neighbouring texts as one: how a text was cut up can't be seen. */
function joined(value: unknown): unknown {
  if (!Array.isArray(value))
    return value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, joined(one)]))
      : value;
  const parts: unknown[] = [];
  for (const one of value.map(joined)) {
    const last = parts.at(-1);
    if (isText(one) && isText(last)) last.text += one.text;
    else parts.push(one);
  }
  return parts;
}

const isText = (one: unknown): one is { kind: 'text'; text: string } => (one as { kind?: string })?.kind === 'text';

const again = (document: Document) => parseMarkdown(markdownOf(document));

const word = fc.constantFrom(
  'мир',
  'нато',
  "п'ять",
  '1.',
  '-',
  '#',
  '>',
  '|',
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  '~',
  '&amp;',
  '\\',
  '+',
  '=',
  'a_b',
  '<b>',
  'https://x.org',
  '!',
  '2)',
  '---',
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const inline = fc.oneof(
  words,
  words.map((one) => `**${one}**`),
  words.map((one) => `_${one}_`),
  words.map((one) => `\`${one}\``),
  words.map((one) => `[${one}](https://example.org/a_b?c=(d))`),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const block = fc.oneof(
  line,
  line.map((one) => `## ${one}`),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.map((one) => `- ${one}`).join('\n')),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.map((one, i) => `${i + 3}. ${one}`).join('\n')),
  fc.array(line, { minLength: 1, maxLength: 2 }).map((all) => all.map((one) => `> ${one}`).join('\n>\n')),
  fc
    .tuple(line, line)
    .map(([a, z]) => `| ${a.replaceAll('|', '')} | b |\n| --- | --- |\n| ${z.replaceAll('|', '\\|')} | d |`),
  fc.constant('---'),
);
const source = fc.array(block, { minLength: 1, maxLength: 5 }).map((all) => all.join('\n\n'));

describe('a document written as Markdown', () => {
  it('is read as the same document', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { document, problems } = parseMarkdown(text);
        fc.pre(problems.length === 0);
        expect(joined(again(document).document)).toEqual(joined(document));
      }),
      { numRuns: 200 },
    );
  });

  it('is read as the same document, whatever the content says', async () => {
    const { records } = await loadContent(resolve(import.meta.dirname, '../../content'));
    for (const { text } of records.entries) {
      for (const one of Object.values(text)) {
        if (!one) continue;
        const { document, problems } = again([...one.lead, ...one.detail]);
        expect(problems).toEqual([]);
        expect(document).toEqual([...one.lead, ...one.detail]);
      }
    }
  });
});
