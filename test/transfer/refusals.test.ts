import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mostImportedItems } from '../../src/core/transfer.ts';
import { archiveLimits } from '../../src/transfer/archive.ts';
import { guild } from '../editing/newsroom.ts';
import { entryFile, place, received, send, sound, sourcesYaml, written, zip } from './files.ts';

describe('an import', () => {
  it('is all or nothing: with one bad file of three, every problem is told and nothing is kept', async () => {
    const { anna, items, store, community } = await place();
    const bad = entryFile('who-talks', 'Who talks?', {
      front: { sources: '[nowhere]', topics: '[weather]' },
      body: '',
    });
    const said = await send(anna, zip({ ...sound(), 'faq/who-talks.md': bad, 'faq/notes.txt': 'x' }));
    expect(said).toContain('Nothing was imported: 4 problems');
    expect(said).toContain('faq/notes.txt:1 — Parley does not read this file.');
    expect(said).toContain('faq/who-talks.md — Answer (English): it is empty.');
    expect(said).toContain('faq/who-talks.md — Sources: “nowhere” is not a source known here.');
    expect(said).toContain('faq/who-talks.md — Topics: “weather” is not one of the choices.');
    expect(anna.answer).toMatchObject({ failed: true, confidential: true });
    expect(await items()).toEqual([]);
    expect(await store.imports.list(community)).toEqual([]);
  });

  it('tells the problems in the person’s language, and all of them in a file where they are many', async () => {
    const { moderator } = await place();
    const olha = moderator('olha', guild, 'uk');
    const files = Array.from({ length: 60 }, (_, i) => [
      `faq/q-${i}.md`,
      entryFile(`q-${i}`, `Question ${i}?`, { front: { related: '[nothing-there]', 'review-by': '2026-06-01' } }),
    ]);
    const said = await send(olha, zip({ ...Object.fromEntries(files), 'sources.yaml': sourcesYaml }));
    expect(said).toContain('Нічого не імпортовано: 60 проблем');
    expect(said).toContain('faq/q-0.md — Пов’язані статті: статті «nothing-there» немає.');
    expect(said).toMatch(/Ще \d+ — у файлі нижче/u);
    expect(strFromU8(received(olha).bytes).trim().split('\n')).toHaveLength(60);
  });

  it.each([
    [
      'a position of nobody',
      {
        'positions/atlantis/nato.md': sound()
          ['positions/russia/territory.md'].replace('russia', 'atlantis')
          .replace('topic: territory', 'topic: nato'),
      },
      'Parties: “atlantis” is not one of the choices',
    ],
    [
      'an entry without a source',
      { 'faq/a.md': entryFile('a', 'A?', { front: { sources: '[]' } }) },
      'names no source',
    ],
    [
      'a date in the future',
      { 'faq/a.md': entryFile('a', 'A?', { front: { 'as-of': '2026-12-01' } }) },
      'is in the future',
    ],
    [
      'markup that no form takes',
      { 'faq/a.md': entryFile('a', 'A?', { body: 'One.\n\n<script>x</script>' }) },
      'markup that Parley does not take',
    ],
    ['stacked marks', { 'faq/a.md': entryFile('a', `A${'\u0301'.repeat(500)}?`) }, 'carry a stack of marks'],
    [
      'a text that is too long',
      { 'faq/a.md': entryFile('a', 'A?', { body: 'x'.repeat(4001) }) },
      '4,001 characters; 4,000 are the most',
    ],
    [
      'one that is too long for any form',
      { 'faq/a.md': entryFile('a', 'A?', { body: `x${'\u200b'.repeat(9000)}` }) },
      '9,001 characters; 4,000 are the most',
    ],
    [
      'a path that leads out',
      { '../../etc/cron.md': 'x', 'faq/../../a.md': entryFile('a', 'A?') },
      'Parley does not read this file.',
    ],
    [
      'a translation of nothing',
      { 'faq/a.uk.md': '---\ntranslates: 1\nquestion: А?\naliases: []\n---\nТак.\n' },
      'Its original is missing.',
    ],
    [
      'a translation ahead of its original',
      {
        'faq/a.md': entryFile('a', 'A?'),
        'faq/a.uk.md': '---\ntranslates: 2\nquestion: Інше?\naliases: []\n---\nТак.\n',
      },
      'faq/a.uk.md:1 — The original is at revision 1, not 2.',
    ],
    [
      'a translation that is none',
      {
        'faq/a.md': entryFile('a', 'A?'),
        'faq/a.uk.md': '---\ntranslates: 1\nquestion: A?\naliases: []\n---\nIn **Istanbul**.\n',
      },
      'faq/a.uk.md — Answer (українська): this is still the text of the original',
    ],
    [
      'a source that is another one here',
      {
        'faq/a.md': entryFile('a', 'A?', { front: { sources: '[lavrov-speech]' } }),
        'sources.yaml': sourcesYaml.replace('example-talks', 'lavrov-speech'),
      },
      '“lavrov-speech” stands for another source already',
    ],
    [
      'a source that nobody can open',
      { 'faq/a.md': entryFile('a', 'A?'), 'sources.yaml': sourcesYaml.replace('https://', 'https://me:secret@') },
      'is not a link that anybody can open',
    ],
    [
      'the name of a shared entry',
      { 'faq/a.md': entryFile('a', 'A?', { front: { aliases: '[NATO accession]' } }) },
      'Other ways to ask (English): “NATO accession” already leads to “NATO accession”',
    ],
    [
      'a name in letters that look the same',
      { 'faq/a.md': entryFile('a', 'A?', { front: { aliases: '[NАТО accession]' } }) },
      'looks just like “NATO accession”',
    ],
    [
      'the id of nothing, but the name of another',
      { 'faq/nato-accession.md': entryFile('nato-accession', 'A?') },
      'faq/nato-accession.md — “nato-accession” already leads',
    ],
  ])('refuses %s', async (_, files: Record<string, string>, problem) => {
    const { anna, store, community } = await place();
    expect(await send(anna, zip({ 'sources.yaml': sourcesYaml, ...files }))).toContain(problem);
    expect(await store.imports.list(community)).toEqual([]);
  });

  it('refuses names that two of its entries want, however they are spelt', async () => {
    const { anna } = await place();
    const said = await send(
      anna,
      zip({
        'sources.yaml': sourcesYaml,
        'faq/a.md': entryFile('a', 'Who talks?'),
        'faq/b.md': entryFile('b', 'B?', { front: { aliases: '["Whо tаlks"]' } }),
      }),
    );
    expect(said).toContain('faq/a.md — Question (English): “Who talks?” looks just like “Whо tаlks”');
    expect(said).toContain('faq/b.md — ');
    expect(said).toContain('2 problems');
  });

  it('takes JSON for no more than it is', async () => {
    const { anna, items } = await written();
    await anna.say('/entry export json own');
    const json = strFromU8(received(anna).bytes);
    expect(await send(anna, json.replace('"kind"', '"__proto__": {"isAdmin": true}, "kind"'), 'a.json')).toContain(
      'Nothing was imported',
    );
    expect(await send(anna, json.replace('"en": {', '"__proto__": {'), 'a.json')).toContain('Nothing was imported');
    expect(await send(anna, json.replace('"key": "nato-membership"', '"key": "constructor"'), 'a.json')).toContain(
      'leads to',
    );
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    const { items: all } = JSON.parse(json) as { items: unknown[] };
    const twice = JSON.stringify({ parley: 1, items: [...all, { ...(all[0] as object), asOf: '2026-01' }] });
    expect(await send(anna, twice, 'a.json')).toContain('it is in the file twice');
    expect(await send(anna, '{"parley": 1, "items": [', 'a.json')).toContain('a.json:1 — ');
    expect((await items()).every(({ revision }) => revision <= 2)).toBe(true);
  });

  it.each([
    [
      'more texts than are read at once',
      () =>
        zip(
          Object.fromEntries([
            ['sources.yaml', sourcesYaml],
            ...Array.from({ length: mostImportedItems + 1 }, (_, i) => [
              `faq/q-${i}.md`,
              entryFile(`q-${i}`, `Question ${i}?`),
            ]),
          ]),
        ),
      'There are 501 texts in that file; 500 at a time are the most.',
    ],
    [
      'an archive that would fill the memory',
      () => zipSync({ 'faq/a.md': new Uint8Array(archiveLimits.file + 1) }),
      'more than Parley reads at once: 2,000 files, 100 KB each and 20 MB together',
    ],
    ['half an archive', () => zip(sound()).subarray(0, 300), 'That archive is damaged'],
    ['an archive with nothing in it', () => zip({}), 'That is no file that Parley reads'],
    ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff), '“entries.zip” is not UTF-8 text'],
    ['a letter', () => strToU8('Dear Parley,'), 'That is no file that Parley reads'],
  ])('refuses %s', async (_, bytes, said) => {
    const { anna, faults } = await place();
    expect(await send(anna, bytes())).toContain(said);
    expect(faults).toEqual([]);
  });

  it('takes as many texts as it says that it does', async () => {
    const { anna, items } = await place();
    const files = Array.from({ length: mostImportedItems }, (_, i) => [
      `faq/q-${i}.md`,
      entryFile(`q-${i}`, `Question ${i}?`),
    ]);
    expect(await send(anna, zip(Object.fromEntries([['sources.yaml', sourcesYaml], ...files])))).toContain('New (500)');
    await anna.press('✅ Import all of it');
    expect(await items()).toHaveLength(mostImportedItems);
  });

  it('refuses two files in one place', async () => {
    const { anna } = await place();
    const bytes = Buffer.from(zip({ 'faq/a.md': entryFile('a', 'A?'), 'faq/b.md': entryFile('a', 'A?') }));
    for (let at = bytes.indexOf('faq/b.md'); at >= 0; at = bytes.indexOf('faq/b.md')) bytes.write('faq/a.md', at);
    expect(await send(anna, bytes)).toContain('names one file twice');
  });
});
