import { describe, expect, it } from 'vitest';
import { borders, changed, complaints, plan, position, served } from './content-folder.ts';

const of = (file: string) => (line: number, text: string) => `content/${file}:${line}  error  ${text}`;
const faq = of('faq/borders.md');
const nato = of('positions/ukraine/nato.md');
const freeze = of('plans/freeze.md');
const taken = 'Use paragraphs, headings, flat lists, quotations, tables, bold, italic, code and links.';

describe('an answer', () => {
  const saying = (body: string) => complaints({ 'faq/borders.md': borders.replace(/It is where.*/su, () => body) });

  it('is there', async () => {
    const problem = faq(12, 'There is no answer. Write it below the second line “---”.');
    expect(await saying('')).toEqual([problem]);
    expect(await saying('\n \n')).toEqual([problem]);
  });

  it('begins with a paragraph', async () => {
    expect(await saying('\n## Title\n\nText.\n')).toEqual([
      faq(14, 'The answer begins with a heading. Begin with a paragraph that answers in short.'),
    ]);
  });

  it('keeps to the Markdown that Parley takes, or the line is named', async () => {
    expect(await saying('Fine.\n\n<b>No</b>\n\n![No](https://x.org/y.png)\n\n- a\n  - b\n')).toEqual([
      faq(15, `Parley does not take HTML. ${taken}`),
      faq(17, `Parley does not take an image. ${taken}`),
      faq(20, `Parley does not take a list inside a list. ${taken}`),
    ]);
    expect(await saying('Fine.\n\n[No](javascript:x)\n')).toEqual([
      faq(15, `Parley does not take the link javascript:x (links start with https://). ${taken}`),
    ]);
  });

  it('does not turn into a heading by a line of hyphens', async () => {
    expect(await saying('Fine.\n---\nMore.\n')).toContain(
      faq(14, '“---” makes a heading of the line above. Put an empty line above it.'),
    );
    expect(await saying('Fine.\n\n---\n\n- a\n---\n\n1. a\n---\n\n| a |\n|---|\n| b |\n')).toEqual([]);
  });

  it('nested beyond all reading does not stop the rest from being read', async () => {
    const deep = borders.replace(/It is where.*/su, () => `${'*'.repeat(5000)}x${'*'.repeat(5000)}`);
    expect((await served({ 'faq/borders.md': deep })).entries.map(({ id }) => id)).toContain('front');
  });
});

describe('a position', () => {
  it('says what the party wants', async () => {
    expect(await complaints(changed('positions/ukraine/nato.md', '## wants\nTo join.\n', ''))).toEqual([
      nato(11, 'The section “wants” is missing. Add a line “## wants” with what the party wants.'),
    ]);
    expect(await complaints(changed('positions/ukraine/nato.md', 'To join.\n', ''))).toEqual([
      nato(10, 'The section “wants” is empty. Write it, or take its title away.'),
    ]);
  });

  it('has no other sections than its three', async () => {
    expect(await complaints(changed('positions/ukraine/nato.md', '## red-lines', '## red lines'))).toEqual([
      nato(13, 'There is no section “red lines”. Did you mean red-lines?'),
    ]);
    expect(await complaints(changed('positions/ukraine/nato.md', '## red-lines', '## history'))).toEqual([
      nato(13, 'There is no section “history”. Choose from: wants, reasons, red-lines.'),
    ]);
  });

  it('has each section once', async () => {
    expect(await complaints({ 'positions/ukraine/nato.md': `${position}\n## wants\nMore.\n` })).toEqual([
      nato(16, 'The section “wants” is there twice. Make one of the two.'),
    ]);
  });

  it('begins with a section', async () => {
    expect(
      await complaints(changed('positions/ukraine/nato.md', '## wants\nTo join.', 'Well.\n\n## wants\nTo join.')),
    ).toEqual([nato(10, 'The text begins before the first section. Put “## wants” above it.')]);
  });

  it.each(['# red-lines', '##red-lines', '#red-lines'])('has titles of one form only: %s', async (title) => {
    expect(await complaints(changed('positions/ukraine/nato.md', '## red-lines', title))).toEqual([
      nato(13, `“${title}” does not begin a section. Write it as “## red-lines”.`),
    ]);
  });

  it('may have smaller headings within, and titles closed by signs', async () => {
    expect(
      await complaints(changed('positions/ukraine/nato.md', '## wants\n', '## wants ##\n\n### First\n\n')),
    ).toEqual([]);
  });

  it('reports Markdown at its line in the file', async () => {
    expect(await complaints(changed('positions/ukraine/nato.md', 'A veto.', 'A veto.\n\n<i>No</i>'))).toEqual([
      nato(16, `Parley does not take HTML. ${taken}`),
    ]);
  });
});

describe('a plan', () => {
  const problem =
    'The plan does not begin with a single paragraph. Begin with one paragraph that sums the plan up, then the sections “## topic”.';

  it('begins with one paragraph', async () => {
    expect(await complaints(changed('plans/freeze.md', 'All stop where they are.\n', ''))).toEqual([
      freeze(15, problem),
    ]);
    expect(await complaints(changed('plans/freeze.md', 'All stop', 'Why.\n\nAll stop'))).toEqual([freeze(14, problem)]);
  });

  it('has terms on topics that there are', async () => {
    expect(await complaints(changed('plans/freeze.md', '## territory', '## teritory'))).toEqual([
      freeze(16, 'The topic “teritory” does not exist. Did you mean territory?'),
    ]);
    expect(await complaints({ 'plans/freeze.md': `${plan}\n## nato\n` })).toEqual([
      freeze(19, 'The section “nato” is empty. Write it, or take its title away.'),
    ]);
  });
});
