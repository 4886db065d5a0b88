import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/core/answer.ts';
import { mostImportedItems } from '../../src/core/transfer.ts';
import { archiveLimits } from '../../src/transfer/archive.ts';
import { elsewhere, guild, newsroom, nextTalks, type Writer } from '../editing/newsroom.ts';

/** Sends a file along with `/entry import`. */
function send(writer: Writer, bytes: Uint8Array | string, name = 'entries.zip'): Promise<string> {
  const content = typeof bytes === 'string' ? strToU8(bytes) : bytes;
  const file = { name, size: content.length, read: async () => content };
  return writer.send({ command: 'entry import', args: {}, files: { file } });
}

/** The file that the latest answer carries. */
function received({ answer }: Writer) {
  const [file] = answer.files ?? [];
  if (!file) throw new Error('There is no file.');
  return file;
}

/** What the first button of the latest answer does: kept, as on an old message. */
function firstCall({ answer }: Writer): Call {
  const [button] = answer.buttons ?? [];
  if (!button || !('call' in button)) throw new Error('There is no button.');
  return button.call;
}

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

const sourcesYaml = `- id: example-talks
  title: Talks to resume
  publisher: Example Times
  author: unknown
  kind: reporting
  url: https://example.org/talks
  published: 2026-02-27
  collected: 2026-03-01
`;

/** An entry as a file; lines of its front matter may be told otherwise. */
function entryFile(
  id: string,
  question: string,
  { front = {} as Record<string, string>, body = 'In **Istanbul**.' } = {},
) {
  const keys = {
    id,
    question,
    aliases: '[]',
    topics: '[territory]',
    parties: '[]',
    related: '[]',
    revision: '1',
    sources: '[example-talks]',
    'as-of': '2026-02-27',
    'review-by': '2026-06-01',
    ...front,
  };
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

/** Three sound entries, of which the first and second name each other. */
const sound = () => ({
  'sources.yaml': sourcesYaml,
  'faq/next-talks.md': entryFile('next-talks', 'When are the next talks?', { front: { related: '[who-talks]' } }),
  'faq/who-talks.md': entryFile('who-talks', 'Who talks?', { front: { related: '[next-talks, nato-membership]' } }),
  'positions/russia/territory.md': `---
party: russia
topic: territory
stance: Claims five regions
revision: 1
sources: [example-talks]
as-of: 2026-02-27
review-by: 2026-06-01
---
## wants
It *says* so.
`,
});

/** Two communities with a moderator each, and a member. */
async function place() {
  const room = await newsroom();
  const { store } = room;
  const community = (await store.communities.of(guild, 0)).id;
  const other = (await store.communities.of(elsewhere, 0)).id;
  const items = async (id = community) => (await store.entries.all(id)).items;
  return {
    ...room,
    community,
    other,
    items,
    anna: room.moderator('anna'),
    boris: room.moderator('boris'),
    olena: room.moderator('olena', elsewhere),
    mia: room.meet('mia', guild),
  };
}

/** A community with entries in two languages, a position, and a shared entry of its own wording. */
async function written() {
  const room = await place();
  const { anna } = room;
  await anna.say('/entry add');
  await anna.fillIn({ ...nextTalks, aliases: 'next round\nнаступні переговори' });
  await anna.press('✅ Publish');
  await anna.say('/entry edit when-are-the-next-talks українська');
  await anna.fillIn({ question: 'Коли наступні переговори?', answer: 'У **Стамбулі**, у квітні.' });
  await anna.press('✅ Publish');
  await anna.say('/entry edit nato-membership');
  await anna.fillIn({
    answer: '**No.**\n\n- one\n- two',
    sources: 'lavrov-speech\nhttps://example.org/a | A | B | 2026',
  });
  await anna.press('✅ Publish');
  await anna.say('/entry position russia nato');
  await anna.fillIn({ wants: 'It says:\n\n## reasons\n\nNone.', asof: '2026-02-27' });
  await anna.press('✅ Publish');
  return room;
}

describe('what a community exports', () => {
  it.each(['zip', 'json'])('comes into another community as it was, as %s', async (format) => {
    const { anna, olena, items, community, other } = await written();
    expect(await anna.say(`/entry export ${format}`)).toContain('3 texts of Peace talk');
    expect(anna.answer.confidential).toBe(true);
    const file = received(anna);
    expect(file.name).toBe(`parley-peace-talk-2026-03-01.${format}`);

    const said = await send(olena, file.bytes, file.name);
    expect(said).toContain('New (1)\nWhen are the next talks?');
    expect(said).toContain('Changed (2)\nCan Ukraine join NATO during the war? — Answer');
    expect(await olena.press('✅ Import all of it')).toBe(
      'Imported. Members find it now:\n1 new text\n2 changed texts',
    );
    const writings = async (id: string) => (await items(id)).map(({ kind, key, writing }) => ({ kind, key, writing }));
    expect(await writings(other)).toEqual(await writings(community));
    expect((await writings(other)).length).toBe(3);

    await olena.say(`/entry export ${format}`);
    const [before, after] = [file, received(olena)].map(({ bytes }) => bytes);
    expect(after).toEqual(before);
    expect(await send(olena, file.bytes)).toBe(
      'Nothing would change: all 3 texts in this file are here already, word for word.',
    );
    expect(await olena.say('/faq when are the next talks')).toContain('Istanbul');
  });

  it.each(['zip', 'json'])(
    'with all that it sees changes nothing where it is imported again, as %s',
    async (format) => {
      const { anna, olena } = await written();
      expect(await anna.say(`/entry export ${format} all`)).toContain('9 texts');
      const { bytes } = received(anna);
      expect(await send(anna, bytes)).toContain('all 9 texts in this file are here already');
      expect(await send(olena, bytes)).toContain('6 texts of the file are here already, word for word.');
    },
  );

  it('tells its sources, those that all share too where all is exported', async () => {
    const { anna } = await written();
    await anna.say('/entry export');
    expect(strFromU8(unzipSync(received(anna).bytes)['sources.yaml'] as Uint8Array)).not.toContain('lavrov-speech');
    await anna.say('/entry export zip all');
    const all = unzipSync(received(anna).bytes);
    expect(strFromU8(all['sources.yaml'] as Uint8Array)).toContain('id: lavrov-speech');
    expect(Object.keys(all)).toContain('faq/when-are-the-next-talks.uk.md');
  });

  it('says where there is nothing of its own, and offers all', async () => {
    const { anna } = await place();
    expect(await anna.say('/entry export')).toBe('Peace talk has no texts of its own yet.');
    expect(await anna.press('Export all that it sees')).toContain('8 texts');
  });
});

describe('an import', () => {
  it('shows what would change, field by field and word by word, and changes nothing before it is told to', async () => {
    const { anna, items, store, community } = await place();
    const said = await send(anna, zip(sound()));
    expect(said).toContain('Import: entries.zip');
    expect(said).toContain('New (2)\nWhen are the next talks?\nWho talks?');
    expect(said).toContain('Changed (1)\nRussia: Territory — ');
    expect(await items()).toEqual([]);
    expect(await anna.press('When are the next talks?')).toContain('This is new here.');
    await anna.press('Back to the import');
    const line = anna.labels.find((label) => label.startsWith('Russia: Territory')) ?? '';
    expect(await anna.press(line)).toContain('Claims four five annexed regions');
    await anna.press('Back to the import');
    await anna.press('✅ Import all of it');
    expect(await items()).toMatchObject([
      { kind: 'entry', key: 'next-talks', revision: 1, writing: { related: ['who-talks'] } },
      { kind: 'entry', key: 'who-talks' },
      { kind: 'position', key: 'russia/territory' },
    ]);
    expect(await store.audit.list(community, 9)).toMatchObject([
      { act: 'entry.import', subject: 'entries.zip', detail: { added: 2, changed: 1 } },
    ]);
    expect(await anna.say('/history next-talks')).toContain('Imported from a file');
  });

  it('brings back what was retired', async () => {
    const { anna, items } = await written();
    await anna.say('/entry export');
    const { bytes } = received(anna);
    await anna.send({ command: 'entry retire', args: { entry: 'when-are-the-next-talks', reason: 'over' } });
    expect(await send(anna, bytes)).toContain('Brought back (1)\nWhen are the next talks?');
    expect(await anna.press('✅ Import all of it')).toContain('1 text brought back');
    expect((await items()).find(({ key }) => key === 'when-are-the-next-talks')?.state).toBe('live');
  });

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

  it('lets two entries swap their names', async () => {
    const { anna, items } = await place();
    const named = (a: string, b: string) =>
      zip({ 'sources.yaml': sourcesYaml, 'faq/a.md': entryFile('a', a), 'faq/b.md': entryFile('b', b) });
    await send(anna, named('First?', 'Second?'));
    await anna.press('✅ Import all of it');
    await send(anna, named('Second?', 'First?'));
    expect(await anna.press('✅ Import all of it')).toContain('2 changed texts');
    expect((await items()).map(({ revision }) => revision)).toEqual([2, 2]);
  });

  it('takes invisible signs away, as the forms do', async () => {
    const { anna, items } = await place();
    await send(
      anna,
      zip({
        'sources.yaml': sourcesYaml,
        'faq/a.md': entryFile('a', 'Who\u202e talks\u200b?', { body: 'In\u2066 Istanbul.' }),
      }),
    );
    await anna.press('✅ Import all of it');
    expect((await items())[0]?.writing?.text.en).toMatchObject({ question: 'Who talks?', body: 'In Istanbul.' });
  });

  it('keeps a review date that has passed', async () => {
    const { anna, items } = await place();
    const files = {
      'sources.yaml': sourcesYaml,
      'faq/a.md': entryFile('a', 'A?', { front: { 'review-by': '2025-01-01' } }),
    };
    await send(anna, zip(files));
    await anna.press('✅ Import all of it');
    expect((await items())[0]?.writing?.reviewBy).toBe('2025-01-01');
  });

  it('takes one Markdown file, with Windows line ends and a byte order mark', async () => {
    const { anna, items } = await place();
    const text = entryFile('next-talks', 'When are the next talks?', { front: { sources: '[lavrov-speech]' } });
    expect(await send(anna, `\uFEFF${text.replaceAll('\n', '\r\n')}`, 'notes.md')).toContain('New (1)');
    await anna.press('✅ Import all of it');
    expect((await items())[0]).toMatchObject({
      key: 'next-talks',
      writing: { text: { en: { body: 'In **Istanbul**.' } } },
    });
    const bad = text.replace('2026-02-27', 'soon').replace('next-talks', 'x');
    expect(await send(anna, bad, 'notes.md')).toMatch(/notes\.md:\d+ — “as-of” is “soon”/u);
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

describe('an import that is applied', () => {
  it('is refused where somebody has changed one of its texts, and can be looked at again', async () => {
    const { anna, boris, items } = await place();
    await send(anna, zip(sound()));
    await anna.press('✅ Import all of it');
    const changed = { ...sound(), 'faq/who-talks.md': entryFile('who-talks', 'Who talks?', { body: 'Others.' }) };
    await send(anna, zip({ ...changed, 'faq/new.md': entryFile('new', 'New?') }));
    const apply = firstCall(anna);
    await boris.say('/entry edit who-talks');
    await boris.fillIn({ answer: 'Somebody.' });
    await boris.press('✅ Publish');

    const said = await anna.send(apply);
    expect(said).toContain('Nothing was imported: somebody else has changed these texts meanwhile.\nWho talks?');
    expect(await items()).toHaveLength(3);
    expect(anna.labels).toEqual(['🔍 Look again', '🗑 Discard']);
    expect(await anna.press('🔍 Look again')).toContain('Changed (1)\nWho talks? — ');
    expect(await anna.send(apply)).toContain('There is no such import here any more');
    await anna.say('/review');
    await anna.send(apply);
    expect(await items()).toHaveLength(3);
  });

  it('is not needed any more where somebody else has written the same', async () => {
    const { anna, boris, store, community } = await place();
    await send(anna, zip(sound()));
    const call = firstCall(anna);
    await send(boris, zip(sound()));
    await boris.press('✅ Import all of it');
    await anna.send(call);
    expect(await anna.press('🔍 Look again')).toContain('Nothing would change: all 3 texts');
    expect(await store.imports.list(community)).toEqual([]);
  });

  it('is done once, however often the button is pressed', async () => {
    const { anna, items, store, community } = await place();
    await send(anna, zip(sound()));
    const call = firstCall(anna);
    const [first, second] = [anna, anna].map((one) => one.send(call));
    expect([await first, await second].filter((said) => said?.startsWith('Imported.'))).toHaveLength(1);
    expect(await anna.send(call)).toContain('There is no such import here any more');
    expect((await items()).every(({ revision }) => revision === 1)).toBe(true);
    expect(await store.audit.list(community, 9)).toHaveLength(1);
  });

  it('is refused where a name has gone to another entry meanwhile', async () => {
    const { anna, boris, items } = await place();
    await send(anna, zip(sound()));
    const call = firstCall(anna);
    await boris.say('/entry add');
    await boris.fillIn({ ...nextTalks, question: 'Anything else?', aliases: 'Who talks' });
    await boris.press('✅ Publish');
    expect(await anna.send(call)).toContain(
      'who-talks — Question (English): “Who talks?” already leads to “Who talks”',
    );
    expect(anna.labels).toEqual(['🗑 Discard']);
    expect(await items()).toHaveLength(1);
  });

  it('is gone after a week, and when it is discarded', async () => {
    const { anna, clock, items } = await place();
    await send(anna, zip(sound()));
    const call = firstCall(anna);
    expect(await anna.press('🗑 Discard')).toBe('The import is discarded. Nothing was changed.');
    expect(await anna.send(call)).toContain('There is no such import here any more');
    await send(anna, zip(sound()));
    clock.now += 7 * 86_400_000 + 1;
    expect(await anna.press('✅ Import all of it')).toContain('There is no such import here any more');
    expect(await items()).toEqual([]);
  });
});

describe('an import where another moderator has to agree', () => {
  async function waiting() {
    const room = await place();
    await room.settle(guild, { approvals: 1, logChat: { platform: 'discord', id: 'log' } });
    await send(room.anna, zip(sound()));
    const id = (await room.store.imports.list(room.community))[0]?.id ?? '';
    const act = (writer: Writer, name?: string) =>
      writer.send({ command: 'imported', args: { id, ...(name && { act: name }) } });
    return { ...room, id, act };
  }

  it('is done by them, and whoever sent the file is told', async () => {
    const { anna, boris, act, items, told, posted, store, community, transfer, caller } = await waiting();
    expect(anna.labels.slice(-2)).toEqual(['📨 Send for review', '🗑 Discard']);
    expect(await act(boris)).toContain('There is no such import here any more');
    expect(await transfer.waiting(await caller('boris'))).toEqual([]);
    expect(await anna.press('📨 Send for review')).toContain('This waits for another moderator.');
    expect(await transfer.waiting(await caller('boris'))).toMatchObject([
      { file: 'entries.zip', isMine: false, count: 3 },
    ]);
    expect(await act(boris)).toContain('Sent by Anna');
    expect(boris.labels.slice(-2)).toEqual(['✅ Approve and import', '✖ Reject']);
    expect(await boris.press('✅ Approve and import')).toContain('2 new texts\n1 changed text');
    expect(await items()).toHaveLength(3);
    expect(told.map(({ person, text }) => [person.id, text])).toEqual([
      ['anna', 'Your import “entries.zip” was approved and imported in Peace talk.'],
    ]);
    expect(posted.map(({ text }) => text)).toEqual([
      expect.stringContaining('Anna — sent the import “entries.zip” for review (texts: 3)'),
      expect.stringContaining('Boris — imported “entries.zip” (new: 2, changed: 1, author: Anna)'),
    ]);
    const [revision] = await store.entries.revisions(community, { kind: 'entry', key: 'who-talks' });
    expect(revision).toMatchObject({ author: { id: 'anna' }, approvedBy: { id: 'boris' } });
  });

  it('is never one’s own, whatever the client sends', async () => {
    const { anna, act, items } = await waiting();
    expect(await act(anna, 'apply')).toContain('another moderator has to agree');
    await act(anna, 'submit');
    expect(await act(anna, 'apply')).toBe('That is your own import: another moderator has to decide on it.');
    await act(anna, 'again');
    expect(anna.labels.slice(-1)).toEqual(['🗑 Discard']);
    expect(await items()).toEqual([]);
  });

  it('is rejected with a word to whoever sent the file', async () => {
    const { anna, boris, act, items, told, store, community } = await waiting();
    await anna.press('📨 Send for review');
    await act(boris);
    expect(await boris.press('✖ Reject')).toContain('The author has been told.');
    expect(told[0]?.text).toContain('Your import “entries.zip” for Peace talk was rejected.');
    expect(await act(anna, 'apply')).toContain('There is no such import here any more');
    expect(await items()).toEqual([]);
    expect((await store.audit.list(community, 9)).map((one) => one.act)).toEqual([
      'import.reject',
      'import.submit',
      'settings.change',
    ]);
  });

  it('stays its sender’s, also when a reviewer compares it again', async () => {
    const { anna, boris, act, store, community } = await waiting();
    await anna.press('📨 Send for review');
    await act(boris, 'again');
    expect(await store.imports.list(community)).toMatchObject([{ by: { id: 'anna' }, state: 'review' }]);
    expect(boris.labels).toContain('✅ Approve and import');
  });

  it('is not seen, used or removed from another community, nor by members', async () => {
    const { anna, olena, mia, act, id, store, community } = await waiting();
    await anna.press('📨 Send for review');
    for (const name of [undefined, 'apply', 'submit', 'again', 'discard']) {
      expect(await act(olena, name)).toContain('There is no such import here any more');
      expect(await act(mia, name)).toContain('moderators');
    }
    expect(await olena.send({ command: 'imported', args: { id, item: '1' } })).toContain('no such import');
    expect(await send(mia, zip(sound()))).toContain('moderators');
    expect(await mia.say('/entry export')).toContain('moderators');
    expect(await store.imports.list(community)).toHaveLength(1);
  });
});

describe('an import by somebody who means harm', () => {
  it.each([
    ['brackets', `---\naliases: ${'['.repeat(90_000)}\n---\nx`],
    ['dashes', `---\n${'- '.repeat(45_000)}\n---\nx`],
    ['keys', `---\n${'a: {'.repeat(20_000)}\n---\nx`],
    ['front matter', `---\nid: a\nquestion: ${'x '.repeat(20_000)}\n---\nx`],
  ])('is not read where its %s have no end', async (_, text) => {
    const { anna } = await place();
    const began = performance.now();
    expect(await send(anna, text, 'a.md')).toContain('longer or more deeply nested than anything');
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('is read one at a time for a community, which keeps nobody else waiting', async () => {
    const { anna, boris, olena } = await place();
    const said = await Promise.all([anna, boris, olena].map((one) => send(one, zip(sound()))));
    expect(said.map((one) => one.slice(0, 20))).toEqual([
      'Import: entries.zip\n',
      'Another file is bein',
      'Import: entries.zip\n',
    ]);
    expect(await send(boris, zip(sound()))).toContain('New (2)');
  });

  it('finds no more than five of a community waiting', async () => {
    const { moderator, settle, store, community } = await place();
    await settle(guild, { approvals: 1 });
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const writer = moderator(name);
      await send(writer, zip(sound()));
      await writer.press('📨 Send for review');
    }
    expect(await send(moderator('f'), zip(sound()))).toContain('5 imports wait in this community, which is the most.');
    expect(await store.imports.list(community)).toHaveLength(5);
  });
});
