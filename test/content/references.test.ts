import { describe, expect, it } from 'vitest';
import { changed, complaints } from './content-folder.ts';

describe('a reference', () => {
  it.each([
    ['topics: [territory]', 'topics: [teritory]', 6, 'The topic “teritory” does not exist. Did you mean territory?'],
    ['topics: [territory]', 'topics: [Territory]', 6, 'The topic “Territory” does not exist. Did you mean territory?'],
    [
      'topics: [territory]',
      'topics: [weather]',
      6,
      'The topic “weather” does not exist. Choose from: territory, nato.',
    ],
    [
      'parties: [russia]',
      'parties:\n  - russia\n  - rusia',
      9,
      'The party “rusia” does not exist. Did you mean russia?',
    ],
    ['sources: [speech]', 'sources: [speech, spech]', 8, 'The source “spech” does not exist. Did you mean speech?'],
    ['related: [front]', 'related: [frnot]', 11, 'The entry “frnot” does not exist. Did you mean front?'],
    ['related: [front]', 'related: [front, borders]', 11, 'The entry “borders” refers to itself. Take it away.'],
  ])('of an entry leads somewhere: %s as %s', async (from, to, line, problem) => {
    expect(await complaints(changed('faq/borders.md', from, to))).toEqual([
      `content/faq/borders.md:${line}  error  ${problem}`,
    ]);
  });

  it('of a position leads somewhere', async () => {
    const astray = changed('positions/ukraine/nato.md', 'sources: [speech]', 'sources: [speech, leak]');
    expect(await complaints(astray)).toEqual([
      'content/positions/ukraine/nato.md:6  error  The source “leak” does not exist. Choose from: speech.',
    ]);
    const text = Object.values(changed('positions/ukraine/nato.md', 'party: ukraine', 'party: ukrain'));
    expect(await complaints({ 'positions/ukrain/nato.md': text[0] })).toEqual([
      'content/positions/ukrain/nato.md:2  error  The party “ukrain” does not exist. Did you mean ukraine?',
    ]);
  });

  it('of a plan leads somewhere', async () => {
    expect(await complaints(changed('plans/freeze.md', 'party: russia', 'party: rusia'))).toEqual([
      'content/plans/freeze.md:7  error  The party “rusia” does not exist. Did you mean russia?',
    ]);
    const rejected = 'rejected-by:\n  - { party: ukraine, why: No. }\n  - { party: un, why: No. }';
    expect(await complaints(changed('plans/freeze.md', 'rejected-by: []', rejected))).toEqual([
      'content/plans/freeze.md:11  error  The party “un” does not exist. Choose from: russia, ukraine.',
    ]);
  });

  it('is pointed out where it is there twice', async () => {
    expect(
      await complaints(changed('faq/borders.md', 'topics: [territory]', 'topics: [territory, nato, territory]')),
    ).toEqual(['content/faq/borders.md:6  warning  The topic “territory” is there twice. Take one of them away.']);
    const twice = 'rejected-by:\n  - { party: ukraine, why: No. }\n  - { party: ukraine, why: Never. }';
    expect(await complaints(changed('plans/freeze.md', 'rejected-by: []', twice))).toEqual([
      'content/plans/freeze.md:11  warning  The party “ukraine” is there twice. Take one of them away.',
    ]);
  });
});

describe('a source', () => {
  const unused = changed(
    'sources.yaml',
    '- id: speech',
    '- id: rumour\n  title: B\n  publisher: B\n  author: B\n  kind: book\n  published: undated\n  collected: 2026-01-02\n- id: speech',
  );

  it('that nothing rests on is pointed out', async () => {
    expect(await complaints(unused)).toEqual([
      'content/sources.yaml:1  warning  Nothing rests on the source “rumour”. Cite it where it belongs, or take it away.',
    ]);
  });

  it('is left in peace while what may cite it cannot be read', async () => {
    expect(await complaints({ ...unused, 'faq/front.md': '' })).not.toContainEqual(expect.stringContaining('rumour'));
    expect(await complaints({ ...unused, 'faq/front.uk.md': '' })).toContainEqual(expect.stringContaining('rumour'));
  });
});
