import { describe, expect, it } from 'vitest';
import { documentText } from '../../src/core/document.ts';
import { bordersInUkrainian, changed, complaints, plan } from './content-folder.ts';

const long = (length: number) => `${'long '.repeat(length / 5 - 1)}text.`;

describe('a text', () => {
  it.each([
    [
      'faq/borders.md',
      'Where is the border?',
      long(125),
      4,
      'The question has 125 characters; 120 are the most. Make it 5 shorter.',
    ],
    [
      'faq/borders.md',
      'It is where the treaty put it.',
      long(305),
      13,
      'The first paragraph has 305 characters; 300 are the most. Make it 5 shorter.',
    ],
    [
      'positions/ukraine/nato.md',
      'stance: Membership',
      `stance: ${long(45)}`,
      5,
      'The stance has 45 characters; 40 are the most. Make it 5 shorter.',
    ],
    [
      'plans/freeze.md',
      'name: The freeze',
      `name: ${long(105)}`,
      4,
      'The name has 105 characters; 100 are the most. Make it 5 shorter.',
    ],
    [
      'plans/freeze.md',
      'All stop where they are.',
      long(305),
      14,
      'The first paragraph has 305 characters; 300 are the most. Make it 5 shorter.',
    ],
    [
      'topics.yaml',
      'Membership and neutrality',
      long(95),
      11,
      'The description has 95 characters; 90 are the most. Make it 5 shorter.',
    ],
    [
      'parties.yaml',
      'en: Ukraine',
      `en: ${long(105)}`,
      7,
      'The name has 105 characters; 100 are the most. Make it 5 shorter.',
    ],
  ])('in %s has a limit', async (file, from, to, line, problem) => {
    expect(await complaints(changed(file, from, to))).toEqual([`content/${file}:${line}  error  ${problem}`]);
  });

  it('is measured in a translation too, and in another language of a list', async () => {
    const wordy = bordersInUkrainian.replace('Він там', long(300));
    expect(await complaints({ 'faq/borders.uk.md': wordy })).toEqual([
      expect.stringMatching(/^content\/faq\/borders\.uk\.md:6 {2}error {2}The first paragraph has \d+ characters/u),
    ]);
    expect(await complaints(changed('topics.yaml', 'neutrality }', `neutrality, ru: ${long(95)} }`))).toEqual([
      'content/topics.yaml:11  error  The description has 95 characters; 90 are the most. Make it 5 shorter.',
    ]);
  });

  it('is measured as readers see it: without markup, and a letter is a letter', async () => {
    const marked = long(300).replaceAll('long', '**long**').replace('text.', '[text](https://example.org/).');
    expect(await complaints(changed('faq/borders.md', 'It is where the treaty put it.', marked))).toEqual([]);
    expect(await complaints(changed('positions/ukraine/nato.md', 'Membership', '🕊'.repeat(40)))).toEqual([]);
  });
});

describe('a list', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
  const codes = numbers(26).map((i) => `x${String.fromCharCode(97 + i)}`);
  const morePlans = (count: number) =>
    Object.fromEntries(
      numbers(count).map((i) => {
        const text = plan
          .replace('id: freeze', `id: p${i}`)
          .replace('The freeze', `Plan ${i}`)
          .replace('frozen line', `ice ${i}`);
        return [`plans/p${i}.md`, text];
      }),
    );

  it('of plans is no longer than Discord can offer', async () => {
    expect(await complaints(morePlans(24))).toEqual([]);
    expect(await complaints(morePlans(26))).toEqual([
      'content/plans/p8.md:2  error  There are 27 plans; Discord offers 25 at most. Join or remove some until 25 are left.',
    ]);
  });

  it('of parties or topics is not either', async () => {
    const more = codes
      .slice(0, 24)
      .map((code) => `- { id: ${code}${code}, code: ${code}, name: { en: ${code}x }, aliases: { en: [] } }\n`);
    expect(await complaints(changed('parties.yaml', '- id: russia', `${more.join('')}- id: russia`))).toEqual([
      'content/parties.yaml:29  error  There are 26 parties; Discord offers 25 at most. Join or remove some until 25 are left.',
    ]);
  });
});

describe('a platform', () => {
  const measurer = (limit: number, says: boolean | string) => ({
    platform: 'Telegraph',
    fits: (document: Parameters<typeof documentText>[0]) => documentText(document).length <= limit || says,
  });

  it('says which texts it cannot show, and why', async () => {
    expect(await complaints({}, { measurers: [measurer(50, '50 words are the most'), measurer(1000, false)] })).toEqual(
      [
        'content/faq/borders.md:13  error  Telegraph cannot show this text: 50 words are the most. Shorten or simplify it.',
        'content/plans/freeze.md:14  error  Telegraph cannot show this text: 50 words are the most. Shorten or simplify it.',
      ],
    );
    expect(await complaints({}, { measurers: [measurer(60, false)] })).toEqual([
      'content/faq/borders.md:13  error  Telegraph cannot show this text: it is too long. Shorten or simplify it.',
      'content/plans/freeze.md:14  error  Telegraph cannot show this text: it is too long. Shorten or simplify it.',
    ]);
  });

  it('sees the whole text, in every language', async () => {
    const seen: string[] = [];
    const spy = {
      platform: 'Telegraph',
      fits: (document: Parameters<typeof documentText>[0]) => seen.push(documentText(document)) > 0,
    };
    expect(await complaints({ 'faq/borders.uk.md': bordersInUkrainian }, { measurers: [spy] })).toEqual([]);
    expect(seen).toEqual([
      'Where is the border?\nIt is where the treaty put it.\nThe treaty is old.',
      'Where is the front?\nIt moves.',
      'Де кордон?\nВін там, де його провів договір.',
      'Membership\nTo join.\nA veto.',
      'The freeze\nAll stop where they are.\nterritory\nThe line stays.\nrussia — It said so.',
    ]);
  });
});
