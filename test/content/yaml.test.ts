import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/content/problem.ts';
import { readYaml } from '../../src/content/yaml.ts';

/** What is said of YAML that begins on line 1. */
function said(text: string, firstLine = 1): string[] {
  const report = createReport('x');
  readYaml(text, firstLine, report);
  return report.problems.map(({ line, severity, message, mend }) => `${line} ${severity}: ${message} ${mend}`);
}

const quotes = 'Put the whole text in double quotes.';

describe('a mistake in YAML', () => {
  it.each([
    [
      'a colon in a text',
      'id: x\nquestion: War: why?',
      2,
      `A colon makes part of this text look like a key. Put the whole text in double quotes, or indent the next line as its neighbours are.`,
    ],
    [
      'a key without a space',
      'id: x\nrevision:1\nname: y',
      2,
      'This line is not of the form “key: value”. Put a space after the colon; begin a line that goes on with the text above with two spaces.',
    ],
    [
      'a lost line',
      'id: x\nlost\nname: y',
      2,
      'This line is not of the form “key: value”. Put a space after the colon; begin a line that goes on with the text above with two spaces.',
    ],
    ['a repeated key', 'id: x\nname: y\nid: z', 3, 'The key “id” is there twice. Keep one of them.'],
    ['a tab', 'id: x\n\tname: y', 2, 'There is a tab on this line. Use spaces instead of tabs.'],
    ['an open quotation', 'id: x\nname: "War\nlast: y', 2, 'The quotation mark is not closed. Close it with ".'],
    ['an open single quotation', "id: x\nname: 'War\nlast: y", 2, "The quotation mark is not closed. Close it with '."],
    ['an open list', 'id: x\naliases: [a, b\nlast: y', 2, 'The “[” is not closed. Close it with “]”.'],
    ['an open group', 'id: x\nname: { en: a\nlast: y', 2, 'The “{” is not closed. Close it with “}”.'],
    ['an open list at the end', 'id: x\naliases: [a, b', 2, 'The “[” is not closed. Close it with “]”.'],
    ['an at sign', 'name: @x', 1, `A text cannot begin with “@”. ${quotes}`],
    ['a backtick', 'name: `x`', 1, `A text cannot begin with “\`”. ${quotes}`],
    ['a percent sign', 'name: %x', 1, `A text cannot begin with “%”. ${quotes}`],
    ['an exclamation mark', 'name: !x y', 1, `A text cannot begin with “!”. ${quotes}`],
    ['an asterisk', 'a: 1\nname: *x', 2, `A text cannot begin with “*”. ${quotes}`],
    ['an ampersand', 'name: &x y', 1, `A text cannot begin with “&”. ${quotes}`],
    [
      'crooked indentation',
      'name:\n  en: a\n uk: b',
      3,
      'The line does not begin at the same column as its neighbours. Begin all keys of the same group, and all its “- ”, at the same column.',
    ],
    [
      'a backslash',
      'name: "\\q"',
      1,
      'A backslash in double quotes has a meaning of its own. Write two backslashes for one.',
    ],
    ['two documents', 'id: x\n---\nid: y', 2, 'A line “---” or “...” parts this in two. Take that line away.'],
    ['a key that is a list', '? [a]\n: b', 1, 'A key must be a plain word. Write it as “key: value”.'],
    [
      'anything else',
      'a: }',
      1,
      'This is not YAML. Put a text with signs such as quotes, brackets or a colon in double quotes, and compare with another file.',
    ],
  ])('is explained to people who don’t know YAML: %s', (_, text, line, explanation) => {
    expect(said(text)).toEqual([`${line} error: ${explanation}`]);
    expect(said(text, 10)).toEqual([`${line + 9} error: ${explanation}`]);
  });

  it('is not followed by its echoes, but every repeated key is named', () => {
    expect(said('- a\n- b\nc: d: e')).toHaveLength(1);
    expect(said('a: 1\na: 2\nb: 1\nb: 2').map((problem) => problem.slice(0, 22))).toEqual(
      ['2 error: The key “a” is', '4 error: The key “b” is'].map((one) => one.slice(0, 22)),
    );
  });
});

describe('a comment', () => {
  it('that may be part of a text is pointed out', () => {
    expect(said('id: x\nname: Is plan #1 dead?')).toEqual([
      '2 warning: What follows “#” is a comment, which readers do not see. Put the text in double quotes, or the comment on a line of its own.',
    ]);
  });

  it('on its own line or after quotes, or a # within quotes or a word, is nothing to speak of', () => {
    expect(said('# note\nid: x\n# note\nname: "Is plan #1 dead?" # note\nlast: C#\n# end')).toEqual([]);
  });
});

describe('a line number', () => {
  const yaml = readYaml('id: x\nname:\n  en: a\nlist:\n  - one\n  - id: two\n    why: because\n', 5, createReport('x'));

  it.each([
    [['id'], 5],
    [['name'], 6],
    [['name', 'en'], 7],
    [['name', 'uk'], 6],
    [['list', 0], 9],
    [['list', 1], 10],
    [['list', 1, 'why'], 11],
    [['list', 7], 8],
    [['nothing'], 5],
    [[], 5],
  ])('leads to %j, or to where it should be', (path, line) => {
    expect(yaml?.line(path)).toBe(line);
  });
});
