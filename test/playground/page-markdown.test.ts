import { describe, expect, it } from 'vitest';
import { linkTarget } from '../../src/playground/page/discord/links.ts';
import { type MarkdownBlock, markdownBlocks } from '../../src/playground/page/discord/markdown-blocks.ts';

/** Blocks as they would be read: `h1(…)`, `quote(…)`, `ol3(…|…)`; text is left as it is. */
const read = (blocks: readonly MarkdownBlock[]): string => blocks.map(readBlock).join(' ');

function readBlock(block: MarkdownBlock): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level}(${block.text})`;
    case 'subtext':
      return `small(${block.text})`;
    case 'quote':
      return `quote(${read(block.blocks)})`;
    case 'list':
      return `${block.ordered ? `ol${block.start}` : 'ul'}(${block.items.map(read).join('|')})`;
    case 'text':
      return block.text;
  }
}

const readText = (...lines: string[]): string => read(markdownBlocks(lines.join('\n')));

describe('Discord’s Markdown', () => {
  it('has headings of three levels, and a space after their signs', () => {
    expect(readText('# One', '## Two', '### Three')).toBe('h1(One) h2(Two) h3(Three)');
    for (const text of ['#One', '#### Four', 'not # a heading', '#']) expect(readText(text)).toBe(text);
  });

  it('has subtext', () => {
    expect(readText('Answer', '-# As of 20 November')).toBe('Answer small(As of 20 November)');
    for (const text of ['-#none', '-# ']) expect(readText(text)).toBe(text);
  });

  it('has lists of both kinds, which begin with the number that they say', () => {
    expect(readText('- one', '* two')).toBe('ul(one|two)');
    expect(readText('3. three', '4. four')).toBe('ol3(three|four)');
    expect(readText('- one', '1. first')).toBe('ul(one) ol1(first)');
    for (const text of ['-none', '1.none', '2026 was a year']) expect(readText(text)).toBe(text);
  });

  it('keeps what is indented inside its item', () => {
    expect(readText('- one', '  - inner', '  more', '- two', 'after')).toBe('ul(one ul(inner) more|two) after');
  });

  it('has quotes of lines and of all that follows, with blocks in them', () => {
    expect(readText('> said', '> - one', 'after')).toBe('quote(said ul(one)) after');
    expect(readText('before', '>>> # Title', 'to', 'the end')).toBe('before quote(h1(Title) to\nthe end)');
    expect(readText('>none')).toBe('>none');
  });

  it('sees no blocks in code', () => {
    const code = ['```', '# no heading', '- no item', '```'];
    expect(readText(...code)).toBe(code.join('\n'));
    expect(readText('```', '# never closed')).toBe('``` h1(never closed)');
  });

  it('leaves markup of any other kind as the text that it is', () => {
    for (const text of [
      '<img src=x onerror="alert(1)">',
      '<script>alert(1)</script>',
      '</div><h1>Title</h1>',
      '&lt;b&gt; {{x}} %s',
      '[link](javascript:alert(1))',
    ]) {
      expect(markdownBlocks(text)).toEqual([{ kind: 'text', text }]);
      expect(readText(`# ${text}`, `> ${text}`, `- ${text}`, `-# ${text}`)).toBe(
        `h1(${text}) quote(${text}) ul(${text}) small(${text})`,
      );
    }
  });

  it('ends with every text, however deep or odd', () => {
    for (const text of ['> '.repeat(500), '- '.repeat(500), '>>> '.repeat(500), '```'.repeat(301), '\n'.repeat(500)])
      expect(() => markdownBlocks(text)).not.toThrow();
  });
});

describe('a link on Discord', () => {
  it('leads to the web or to mail', () => {
    for (const url of ['https://example.org/a?b=c', 'http://example.org/', 'mailto:ann@example.org'])
      expect(linkTarget(url)).toBe(url);
  });

  it('leads nowhere else', () => {
    for (const url of [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://example.org/x',
      '//example.org',
      '/api/act',
      '',
    ])
      expect([url, linkTarget(url)]).toEqual([url, undefined]);
  });
});
