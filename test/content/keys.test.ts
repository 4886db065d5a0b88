import { describe, expect, it } from 'vitest';
import { bordersInUkrainian, changed, complaints } from './content-folder.ts';

const borders = (from: string, to: string) => complaints(changed('faq/borders.md', from, to));
const inBorders = (line: number, text: string) => [`content/faq/borders.md:${line}  error  ${text}`];

describe('a key', () => {
  it('that is misspelt is named with the one that is meant, which then is not missing too', async () => {
    expect(await borders('aliases:', 'aliasses:')).toEqual(
      inBorders(5, 'There is no key “aliasses”. Did you mean aliases?'),
    );
    expect(await borders('review-by:', 'review_by:')).toEqual(
      inBorders(10, 'There is no key “review_by”. Did you mean review-by?'),
    );
  });

  it('that nobody knows is refused with those that there are', async () => {
    expect(await borders('id: borders', 'id: borders\nmood: grim')).toEqual(
      inBorders(
        3,
        'There is no key “mood”. Choose from: id, question, aliases, topics, parties, related, revision, sources, as-of, review-by.',
      ),
    );
  });

  it('within a key is checked as well', async () => {
    expect(await complaints(changed('plans/freeze.md', 'why:', 'wy:'))).toEqual([
      'content/plans/freeze.md:8  error  There is no key “wy”. Did you mean why?',
    ]);
    expect(await complaints(changed('parties.yaml', '{ en: Ukraine }', '{ en: Ukraine, de: Ukraine }'))).toEqual([
      'content/parties.yaml:7  error  There is no key “de”. Choose from: en, uk, ru.',
      'content/positions/ukraine/nato.md:2  error  The party “ukraine” has errors of its own. Mend it first.',
    ]);
  });

  it('that is missing is asked for', async () => {
    expect(await borders('revision: 2\n', '')).toEqual(
      inBorders(2, 'The key “revision” is missing. Add a line “revision: …”.'),
    );
    const parties = await complaints(changed('parties.yaml', '  name: { en: Ukraine }\n', ''));
    expect(parties).toContain('content/parties.yaml:5  error  The key “name” is missing. Add a line “name: …”.');
    const topics = await complaints(changed('topics.yaml', '{ en: NATO }', '{ uk: НАТО }'));
    expect(topics).toContain('content/topics.yaml:10  error  The key “en” is missing. Add a line “en: …”.');
  });

  it('of a translation is one of its few', async () => {
    const translation = bordersInUkrainian.replace('translates: 2', 'translates: 2\nsources: [speech]');
    expect(await complaints({ 'faq/borders.uk.md': translation })).toEqual([
      'content/faq/borders.uk.md:3  error  There is no key “sources”. Choose from: translates, question, aliases.',
    ]);
  });

  it('is needed at all', async () => {
    expect(await complaints({ 'faq/borders.md': '---\n---\nText.\n' })).toEqual([
      expect.stringMatching(/borders\.md:\d {2}error {2}The front matter must have keys of its own\./u),
    ]);
  });
});

describe('a value', () => {
  const list = (key: string) =>
    `“${key}” must be a list. Write it as “${key}: [one, two]”, or each on a line after “- ”.`;
  const text = 'must be a text. Put the text in double quotes, without brackets or a dash before it.';
  const empty = 'is empty. Write it, or take the key away where it may be absent.';
  const id = 'Use small Latin letters, digits and single hyphens, at most 40 characters.';

  it.each([
    ['aliases: [border line, "1991"]', 'aliases: border line', 5, list('aliases')],
    ['aliases: [border line, "1991"]', 'aliases:', 5, list('aliases')],
    ['aliases: [border line, "1991"]', 'aliases: [a: b]', 5, `Item 1 of “aliases” ${text}`],
    ['aliases: [border line, "1991"]', 'aliases:\n  - fine\n  - ""', 7, `Item 2 of “aliases” ${empty}`],
    ['question: Where is the border?', 'question:', 4, `“question” ${empty}`],
    ['question: Where is the border?', 'question: "  "', 4, `“question” ${empty}`],
    ['question: Where is the border?', 'question: ~', 4, `“question” ${empty}`],
    ['question: Where is the border?', 'question: [Where?]', 4, `“question” ${text}`],
    ['id: borders', 'id: Borders', 2, `“id” is “Borders”, which is not an id. ${id}`],
    [
      'revision: 2',
      'revision: 0',
      3,
      '“revision” is “0”, which is not a revision. Write a whole number: 1 for a new text.',
    ],
    [
      'revision: 2',
      'revision: 1.5',
      3,
      '“revision” is “1.5”, which is not a revision. Write a whole number: 1 for a new text.',
    ],
    ['sources: [speech]', 'sources: []', 8, '“sources” names no source. Name at least one from sources.yaml.'],
    [
      'as-of: 2025-02',
      'as-of: February',
      9,
      '“as-of” is “February”, which is not a date. Write 2027-02-28, 2027-02, 2027 or undated.',
    ],
    [
      'as-of: 2025-02',
      'as-of: 2025-13',
      9,
      '“as-of” is “2025-13”, which is not a date. Write 2027-02-28, 2027-02, 2027 or undated.',
    ],
    [
      'review-by: 2027-01-31',
      'review-by: 2027-02-30',
      10,
      '“review-by” is “2027-02-30”, which is not a day. Write it as year, month and day: 2027-02-28.',
    ],
    [
      'review-by: 2027-01-31',
      'review-by: 2027-01',
      10,
      '“review-by” is “2027-01”, which is not a day. Write it as year, month and day: 2027-02-28.',
    ],
    [
      'review-by: 2027-01-31',
      'review-by: undated',
      10,
      '“review-by” is “undated”, which is not a day. Write it as year, month and day: 2027-02-28.',
    ],
  ])('%s is refused as %s', async (from, to, line, problem) => {
    expect(await borders(from, to)).toContain(inBorders(line, problem)[0]);
  });

  it.each(['undated', '2022', '2022-03', '2024-02-29'])('may be a date known as %s', async (date) => {
    expect(await borders('as-of: 2025-02', `as-of: ${date}`)).toEqual([]);
  });

  it.each([
    ['sources.yaml', 'kind: official', 'kind: offical', 5, '“kind” is “offical”. Did you mean official?'],
    [
      'sources.yaml',
      'kind: official',
      'kind: x',
      5,
      '“kind” is “x”. Choose from: official, reporting, analysis, poll, footage, book.',
    ],
    [
      'sources.yaml',
      'author: unknown',
      'author: unknown\n  url: speech.org',
      5,
      '“url” is “speech.org”, which is not a link. Write the whole address, beginning with https://.',
    ],
    ['parties.yaml', 'code: ua', 'code: UA', 6, '“code” is “UA”, which is not a code. Use two small Latin letters.'],
    ['topics.yaml', 'emoji: 🧭', 'emoji: N', 9, '“emoji” is “N”, which is not one emoji. Write a single emoji: 🕊️'],
    [
      'topics.yaml',
      'emoji: 🧭',
      'emoji: 🧭🧭',
      9,
      '“emoji” is “🧭🧭”, which is not one emoji. Write a single emoji: 🕊️',
    ],
    ['topics.yaml', 'id: nato', `id: ${'n'.repeat(41)}`, 7, `“id” is “${'n'.repeat(41)}”, which is not an id. ${id}`],
    [
      'parties.yaml',
      'name: { en: Ukraine }',
      'name: Ukraine',
      7,
      '“name” must have keys of its own. Write it as “name:” with the keys indented below.',
    ],
  ])('in %s is checked too: %s', async (file, from, to, line, problem) => {
    expect(await complaints(changed(file, from, to))).toContain(`content/${file}:${line}  error  ${problem}`);
  });

  it('of a list must be an item with keys', async () => {
    expect(await complaints({ 'parties.yaml': '- russia\n- ukraine\n' })).toContain(
      'content/parties.yaml:2  error  Item 2 must have keys of its own. Write them as “id: …”, each on a line.',
    );
  });
});
