import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { paragraph, strong } from '../../src/core/document.ts';
import {
  borders,
  bordersInUkrainian,
  changed,
  complaints,
  contentFolder,
  front,
  plan,
  position,
  served,
  update,
} from './content-folder.ts';

describe('good content', () => {
  it('has nothing to complain of', async () => {
    expect(await complaints()).toEqual([]);
  });

  it('becomes records', async () => {
    const records = await served();
    expect(records.parties[0]).toEqual({
      id: 'russia',
      code: 'ru',
      name: { en: 'Russia', uk: 'Росія', ru: 'Россия' },
      aliases: { en: ['Moscow', 'the Kremlin'] },
    });
    expect(records.topics[1]).toMatchObject({
      id: 'nato',
      emoji: '🧭',
      description: { en: 'Membership and neutrality' },
    });
    expect(records.sources[0]).toMatchObject({ id: 'speech', published: '2022', collected: '2026-01-02' });
    expect(records.entries[0]).toEqual({
      id: 'borders',
      revision: 2,
      topics: ['territory'],
      parties: ['russia'],
      sources: ['speech'],
      related: ['front'],
      asOf: '2025-02',
      reviewBy: '2027-01-31',
      text: {
        en: {
          question: 'Where is the border?',
          aliases: ['border line', '1991'],
          lead: [paragraph('It is where the treaty put it.')],
          detail: [paragraph('The treaty is ', strong('old'), '.')],
        },
      },
    });
    expect(records.positions[0]).toMatchObject({
      party: 'ukraine',
      topic: 'nato',
      text: {
        en: { stance: 'Membership', wants: [paragraph('To join.')], reasons: [], redLines: [paragraph('A veto.')] },
      },
    });
    expect(records.plans[0]?.text.en).toEqual({
      name: 'The freeze',
      aliases: ['frozen line'],
      summary: [paragraph('All stop where they are.')],
      terms: new Map([['territory', [paragraph('The line stays.')]]]),
      backedBy: [{ party: 'russia', why: 'It said so.' }],
      rejectedBy: [],
    });
  });

  it('keeps numbers, “no” and dates as they were typed', async () => {
    const records = await served(changed('faq/borders.md', '[border line, "1991"]', '[1991, no, 1.50, 2025-02-03]'));
    expect(records.entries[0]?.text.en?.aliases).toEqual(['1991', 'no', '1.50', '2025-02-03']);
  });

  it('may be written on Windows', async () => {
    const windows = `\uFEFF${borders.replaceAll('\n', '\r\n')}`;
    expect(await complaints({ 'faq/borders.md': windows })).toEqual([]);
    expect((await served({ 'faq/borders.md': windows })).entries).toEqual((await served()).entries);
  });

  it('may fold a text over several lines', async () => {
    const records = await served(changed('plans/freeze.md', 'why: It said so.', 'why: >-\n      It said\n      so.'));
    expect(records.plans[0]?.text.en.backedBy).toEqual([{ party: 'russia', why: 'It said so.' }]);
  });

  it('is served also with a warning', async () => {
    const noted = changed('faq/front.md', 'Where is the front?', 'Where is the front # now?');
    expect(await complaints(noted)).toEqual([expect.stringMatching(/front\.md:4 {2}warning {2}What follows “#”/u)]);
    expect((await served(noted)).entries[1]?.text.en?.question).toBe('Where is the front');
  });

  it('comes in the order of the lists and of the file names', async () => {
    const files = ['zebra', 'apple', 'mango'].map((id) => [
      `faq/${id}.md`,
      front.replace('id: front', `id: ${id}`).replace('the front?', `the ${id}?`),
    ]);
    const records = await served(Object.fromEntries(files));
    expect(records.entries.map(({ id }) => id)).toEqual(['apple', 'borders', 'front', 'mango', 'zebra']);
    expect(records.topics.map(({ id }) => id)).toEqual(['territory', 'nato']);
  });
});

describe('a translation', () => {
  it('adds its texts and inherits all else', async () => {
    const [entry] = (await served({ 'faq/borders.uk.md': bordersInUkrainian })).entries;
    expect(entry?.text.uk).toEqual({
      question: 'Де кордон?',
      aliases: ['лінія кордону'],
      lead: [paragraph('Він там, де його провів договір.')],
      detail: [],
    });
    expect(entry).toMatchObject({
      revision: 2,
      sources: ['speech'],
      text: { en: { question: 'Where is the border?' } },
    });
  });

  it('works for positions and plans too', async () => {
    const records = await served({
      'positions/ukraine/nato.ru.md':
        '---\ntranslates: 1\nstance: Членство\n---\n## wants\nВступить.\n\n## red-lines\nВето.\n',
      'plans/freeze.uk.md':
        '---\ntranslates: 1\nname: Замороження\naliases: []\nbacked-by: [{ party: russia, why: Так сказала. }]\n' +
        'rejected-by: []\n---\nУсі зупиняються.\n\n## territory\nЛінія лишається.\n',
    });
    expect(records.positions[0]?.text.ru?.wants).toEqual([paragraph('Вступить.')]);
    expect(records.plans[0]?.text.uk).toMatchObject({ name: 'Замороження', backedBy: [{ why: 'Так сказала.' }] });
  });

  it('of an older revision is not served: the English is', async () => {
    const stale = bordersInUkrainian.replace('translates: 2', 'translates: 1');
    expect((await served({ 'faq/borders.uk.md': stale })).entries[0]?.text.uk).toBeUndefined();
  });

  it('that is broken leaves its original served', async () => {
    const broken = bordersInUkrainian.replace('question:', 'qestion:');
    expect((await served({ 'faq/borders.uk.md': broken })).entries.map(({ text }) => Object.keys(text))).toEqual([
      ['en'],
      ['en'],
    ]);
  });
});

describe('broken content', () => {
  it('is left out, and so are references to it', async () => {
    const records = await served(changed('faq/front.md', 'revision: 1', 'revision: one'));
    expect(records.entries.map(({ id, related }) => ({ id, related }))).toEqual([{ id: 'borders', related: [] }]);
  });

  it('leaves out one item of a list, not the list', async () => {
    const records = await served(changed('parties.yaml', 'code: ru', 'code: rus'));
    expect(records.parties.map(({ id }) => id)).toEqual(['ukraine']);
    expect(records.entries[0]?.parties).toEqual([]);
    expect(records.plans[0]?.text.en.backedBy).toEqual([]);
  });

  it('takes with it what rests on no other source', async () => {
    const records = await served({
      ...changed('sources.yaml', 'kind: official', 'kind: gossip'),
      'faq/front.md': front.replace('[speech]', '[speech, map]'),
    });
    expect(records).toMatchObject({ sources: [], entries: [], positions: [], plans: [] });
  });

  it('takes with it positions of a party or on a topic that is gone, and terms on it', async () => {
    const records = await served({ 'topics.yaml': '[]' });
    expect(records).toMatchObject({ topics: [], positions: [], entries: [{ topics: [] }, { topics: [] }] });
    expect(records.plans[0]?.text.en.terms.size).toBe(0);
  });

  it('loses single references that lead nowhere or to itself', async () => {
    const entry = borders.replace('[front]', '[front, borders, back]').replace('[speech]', '[speech, leak]');
    const unknown = plan.replace('rejected-by: []', 'rejected-by: [{ party: un, why: No. }]');
    const records = await served({ 'faq/borders.md': entry, 'plans/freeze.md': unknown });
    expect(records.entries[0]).toMatchObject({ related: ['front'], sources: ['speech'] });
    expect(records.plans[0]?.text.en.rejectedBy).toEqual([]);
  });

  it('serves the first of two with one id', async () => {
    const twice = changed('parties.yaml', '- id: ukraine\n  code: ua', '- id: russia\n  code: ua');
    expect((await served(twice)).parties).toMatchObject([{ code: 'ru' }]);
  });

  it('is said to be there where a reference misses it', async () => {
    expect(await complaints(changed('faq/front.md', 'revision: 1', 'revision: one'))).toEqual([
      'content/faq/borders.md:11  error  The entry “front” has errors of its own. Mend it first.',
      'content/faq/front.md:3  error  “revision” is “one”, which is not a revision. Write a whole number: 1 for a new text.',
    ]);
  });

  it('is reported once, not by everything that refers to a list that cannot be read', async () => {
    expect(await complaints({ 'topics.yaml': '- id: [' })).toEqual([
      'content/topics.yaml:1  error  The “[” is not closed. Close it with “]”.',
    ]);
    expect(await complaints({ 'parties.yaml': undefined })).toEqual([
      'content/parties.yaml:1  error  The file is missing. Add the list of parties.',
    ]);
    expect(await complaints({ 'sources.yaml': '# nothing yet\nid: x' })).toEqual([
      'content/sources.yaml:2  error  The file is not a list. Begin each item with “- id: …”.',
    ]);
  });

  it('in a folder that is not there is a problem, not an exception', async () => {
    const loaded = await loadContent(join(contentFolder(), 'nowhere', 'content'));
    expect(loaded.records.entries).toEqual([]);
    expect(loaded.problems).toMatchObject([
      { severity: 'error', file: 'content', line: 1, mend: 'Check where it is.' },
    ]);
  });

  it('never makes the loader or the check throw', async () => {
    const folder = contentFolder({ 'updates/moved.md': update });
    const texts = {
      'faq/borders.md': borders,
      'positions/ukraine/nato.md': position,
      'plans/freeze.md': plan,
      'updates/moved.md': update,
    };
    const scraps = [
      '---\n',
      '## ',
      '\t',
      '[',
      '{',
      '"',
      "'",
      ': ',
      '- ',
      '&a ',
      '*a',
      '!',
      '|\n',
      '#',
      '\r',
      '\0',
      '> ',
      '🗺️',
      '<b>',
    ];
    const edit = fc.record({
      file: fc.constantFrom(...(Object.keys(texts) as (keyof typeof texts)[])),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.nat(20),
      put: fc.oneof(fc.constantFrom(...scraps), fc.string()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const now: Record<string, string> = { ...texts };
        for (const { file, at, drop, put } of edits) {
          const text = now[file] as string;
          const start = Math.floor(at * text.length);
          now[file] = text.slice(0, start) + put + text.slice(start + drop);
        }
        for (const [file, text] of Object.entries(now)) writeFileSync(join(folder, file), text);
        const { records, problems } = await loadContent(folder);
        const ids = new Set(records.entries.map(({ id }) => id));
        expect(records.entries.flatMap(({ related }) => related).filter((id) => !ids.has(id))).toEqual([]);
        for (const { file, line } of problems) {
          const lines = (now[file.replace('content/', '')] ?? front).split(/\r\n?|\n/u).length;
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines + 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
