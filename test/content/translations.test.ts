import { describe, expect, it } from 'vitest';
import { bordersInUkrainian, changed, complaints } from './content-folder.ts';

const mend = 'Bring the text up to date, then write “translates: 2”.';

describe('a translation', () => {
  it('of an older revision is pointed out', async () => {
    expect(
      await complaints({ 'faq/borders.uk.md': bordersInUkrainian.replace('translates: 2', 'translates: 1') }),
    ).toEqual([
      `content/faq/borders.uk.md:2  warning  The original has changed: it is at revision 2. Readers see it instead of this. ${mend}`,
    ]);
  });

  it('cannot be of a revision yet to come', async () => {
    expect(
      await complaints({ 'faq/borders.uk.md': bordersInUkrainian.replace('translates: 2', 'translates: 3') }),
    ).toEqual([
      'content/faq/borders.uk.md:2  error  The original is at revision 2, not 3. Give the number of the revision that was translated.',
    ]);
  });

  it('has an original', async () => {
    expect(await complaints({ 'faq/lost.uk.md': bordersInUkrainian })).toEqual([
      'content/faq/lost.uk.md:2  error  There is no original content/faq/lost.md. Add it, or take the translation away.',
    ]);
  });

  it('is not blamed for an original that cannot be read', async () => {
    const files = {
      'faq/borders.uk.md': bordersInUkrainian,
      ...changed('faq/borders.md', 'revision: 2', 'revision: two'),
    };
    expect(await complaints(files)).toEqual([expect.stringMatching(/^content\/faq\/borders\.md:3 {2}error/u)]);
  });

  it('of a position has the sections of its original', async () => {
    const translation = '---\ntranslates: 1\nstance: Членство\n---\n## wants\nВступити.\n\n## reasons\nБо так.\n';
    expect(await complaints({ 'positions/ukraine/nato.uk.md': translation })).toEqual([
      'content/positions/ukraine/nato.uk.md:5  error  The original has “## red-lines”, this has not. Translate it.',
      'content/positions/ukraine/nato.uk.md:8  error  “## reasons” is not in the original. Take it away, or add it there.',
    ]);
  });

  it('of a plan has the parties and terms of its original', async () => {
    const translation =
      '---\ntranslates: 1\nname: Замороження\naliases: []\nbacked-by: []\n' +
      'rejected-by:\n  - { party: russia, why: Ні. }\n---\nУсі зупиняються.\n\n## nato\nНі.\n';
    expect(await complaints({ 'plans/freeze.uk.md': translation })).toEqual([
      'content/plans/freeze.uk.md:6  error  “rejected-by russia” is not in the original. Take it away, or add it there.',
      'content/plans/freeze.uk.md:9  error  The original has “## territory”, this has not. Translate it.',
      'content/plans/freeze.uk.md:9  error  The original has “backed-by russia”, this has not. Translate it.',
      'content/plans/freeze.uk.md:11  error  “## nato” is not in the original. Take it away, or add it there.',
    ]);
  });
});
