import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { nearest } from '../../src/content/nearest.ts';
import { errorAt, warningAt } from '../../src/content/problem.ts';
import { countContent, describeProblems } from '../../src/content/report.ts';
import { bordersInUkrainian, contentFolder, update } from './content-folder.ts';

const counts = { entries: 2, positions: 1, plans: 0, updates: 1, sources: 3, untranslated: { uk: 0, ru: 0 } };

describe('the report', () => {
  it('goes by file and line, and sums up', () => {
    const at = (file: string, line: number) => ({ file: `content/faq/${file}.md`, line });
    const problems = [
      warningAt(at('b', 2), 'It is late.', 'Hurry.'),
      errorAt(at('a', 10), 'The topic “teritory” does not exist.', 'Did you mean territory?'),
      errorAt(at('a', 9), 'It is odd.', 'Even it.'),
    ];
    expect(describeProblems(problems, { ...counts, untranslated: { uk: 1, ru: 3 } })).toBe(
      [
        'content/faq/a.md:9  error  It is odd. Even it.',
        'content/faq/a.md:10  error  The topic “teritory” does not exist. Did you mean territory?',
        'content/faq/b.md:2  warning  It is late. Hurry.',
        '2 entries, 1 position, 0 plans, 1 update, 3 sources. To translate: 1 into uk, 3 into ru. 2 errors, 1 warning.',
      ].join('\n'),
    );
  });

  it('says that all is well', () => {
    expect(describeProblems([], counts)).toBe('2 entries, 1 position, 0 plans, 1 update, 3 sources. No problems.');
  });

  it('counts what is served and what is yet to be translated', async () => {
    const folder = contentFolder({ 'faq/borders.uk.md': bordersInUkrainian, 'updates/moved.md': update });
    expect(countContent(await loadContent(folder))).toEqual({
      entries: 2,
      positions: 1,
      plans: 1,
      updates: 1,
      sources: 1,
      untranslated: { uk: 4, ru: 5 },
    });
  });
});

describe('the nearest word', () => {
  it.each([
    ['teritory', 'territory'],
    ['NATO', 'nato'],
    ['naot', 'nato'],
    ['security guarantees', 'security-guarantees'],
    ['weather', undefined],
    ['', undefined],
  ])('to %j is %j', (typed, expected) => {
    expect(nearest(typed, ['territory', 'nato', 'security-guarantees'])).toBe(expected);
  });
});
