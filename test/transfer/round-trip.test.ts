import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/core/knowledge.ts';
import type { Writing, WritingKey } from '../../src/core/writing.ts';
import { archiveLimits, packed, unpacked } from '../../src/transfer/archive.ts';
import type { CarriedItem } from '../../src/transfer/item.ts';
import { fromJson, toJson } from '../../src/transfer/json.ts';
import { planImport, type There } from '../../src/transfer/plan.ts';
import { readFiles } from '../../src/transfer/read-files.ts';
import { filesOf } from '../../src/transfer/written-files.ts';

const own: Source = {
  id: 'example-org-1a2b',
  title: 'Talks: “what next?” # not a comment',
  publisher: 'example.org',
  author: 'unknown',
  kind: 'reporting',
  url: 'https://example.org/talks?a=1&b=2',
  published: '2026-02',
  collected: '2026-03-01',
  note: 'no',
};

const sourced = { cites: [own], asOf: '2026-02-01', reviewBy: '2026-06-01' };

const entry: Writing = {
  kind: 'entry',
  original: 'uk',
  ...sourced,
  sources: [own.id, 'shared-source'],
  topics: ['nato'],
  parties: [],
  related: ['land-for-peace'],
  text: {
    uk: {
      question: 'Чи буде: «так» чи ні?',
      aliases: ['2022', 'no', '- так', 'a: b'],
      body: 'Перший абзац.\n\n> Цитата.\n\n- один\n- два',
      follows: 3,
    },
    en: { question: 'Will it be "yes"?', aliases: [], body: 'In **short**: `no`.', follows: 2 },
  },
};

const position: Writing = {
  kind: 'position',
  original: 'en',
  ...sourced,
  sources: [own.id],
  text: {
    en: { stance: 'No: never', wants: 'It *wants* this.', reasons: '', redLines: '1. one\n2. two', follows: 1 },
    ru: {
      stance: 'Нет',
      wants: '## wants\n\nХочет этого.\n\n##  red-lines\n\nЕщё.',
      reasons: '',
      redLines: '1. раз',
      follows: 1,
    },
  },
};

const items: CarriedItem[] = [
  { kind: 'entry', key: 'will-it-be', writing: entry },
  { kind: 'position', key: 'russia/nato', writing: position },
];

const there = (writing: Writing): There => ({ revision: 3, state: 'live', writing });

/** The key of the text that a call refuses with. */
function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was refused';
}

describe('what is exported', () => {
  it('comes back from the archive as it was', async () => {
    expect(await readFiles(unpacked(packed(filesOf(items))))).toEqual({ items, problems: [] });
  });

  it('comes back with as many sources as many texts have', async () => {
    const many = Array.from({ length: 500 }, (_, i): CarriedItem => {
      const cites = [1, 2, 3].map((n) => ({ ...own, id: `source-${i}-${n}` }));
      return { kind: 'entry', key: `entry-${i}`, writing: { ...entry, cites, sources: cites.map(({ id }) => id) } };
    });
    expect((await readFiles(unpacked(packed(filesOf(many))))).items).toEqual(many);
  });

  it('comes back from JSON as it was', () => {
    expect(fromJson(toJson(items))).toEqual({ items });
  });

  it('is the same archive for the same items', () => {
    expect(packed(filesOf(items))).toEqual(packed(filesOf(items)));
  });

  it('changes nothing where it is imported again', () => {
    const thereOf = ({ key }: WritingKey) => there(key === 'will-it-be' ? entry : position);
    expect(planImport(items, thereOf)).toEqual({ changes: [], unchanged: 2 });
  });
});

describe('an import', () => {
  it('says what would be added, changed and restored, and from which revision', () => {
    const [first, second] = items as [CarriedItem, CarriedItem];
    const nothing: There = { revision: 0, state: 'none', writing: undefined };
    const changed: Writing = { ...entry, asOf: '2026-03-01' };
    const does = (carried: CarriedItem[], state: There['state']) =>
      planImport(carried, ({ kind }) => (kind === 'entry' ? { ...there(entry), state } : nothing)).changes.map(
        ({ key, does: act, base }) => [key, act, base],
      );
    expect(does([{ ...first, writing: changed }, second], 'live')).toEqual([
      ['will-it-be', 'change', 3],
      ['russia/nato', 'add', 0],
    ]);
    expect(does([first], 'retired')).toEqual([['will-it-be', 'restore', 3]]);
  });

  it('takes an archive whose files stand in one folder, and what file managers add to it', async () => {
    const files = filesOf(items).map(({ path, text }) => ({ path: `export/${path}`, text }));
    const junk = [
      { path: '__MACOSX/export/._x', text: 'x' },
      { path: 'export/.DS_Store', text: 'x' },
    ];
    expect((await readFiles(unpacked(packed([...files, ...junk])))).items).toEqual(items);
  });

  it.each([
    ['faq/../../etc/passwd.md', 'x'],
    ['/faq/absolute.md', 'x'],
    ['plans/some.md', 'x'],
    ['faq/Wrong Name.md', 'x'],
    ['faq/a.de.md', 'x'],
    ['positions/nato.md', 'x'],
  ])('does not read %s, and says so', async (path, text) => {
    expect((await readFiles([...filesOf(items), { path, text }])).problems).toMatchObject([{ file: path, line: 1 }]);
  });

  it('names the file and the line of what is wrong', async () => {
    const broken = filesOf(items).map((file) =>
      file.path === 'faq/will-it-be.md'
        ? { ...file, text: file.text.replace('as-of: 2026-02-01', 'as-of: soon') }
        : file,
    );
    const { problems } = await readFiles(broken);
    expect(problems.map(({ file, message }) => [file, message])).toContainEqual([
      'faq/will-it-be.md',
      '“as-of” is “soon”, which is not a date.',
    ]);
  });

  it('refuses a text without a source, as everywhere', async () => {
    const unsourced = filesOf(items).map((file) => ({
      ...file,
      text: file.text.replace(/sources:\n( {2}- .*\n)+/u, 'sources: []\n'),
    }));
    expect((await readFiles(unsourced)).problems.map(({ message }) => message)).toContain('“sources” names no source.');
    const json = toJson(items).replaceAll(/"sources": \[[^\]]*\]/gu, '"sources": []');
    expect(fromJson(json)).toHaveProperty('problem');
  });

  it.each([
    ['not an archive', Buffer.from('hello')],
    ['half an archive', packed(filesOf(items)).subarray(0, 200)],
  ])('refuses %s', (_, bytes) => {
    expect(refusal(() => unpacked(bytes))).toBe('import-broken');
  });

  it('refuses what would fill the memory before it is unpacked', () => {
    const bomb = zipSync({ 'faq/a.md': new Uint8Array(archiveLimits.file + 1) });
    expect(bomb.length).toBeLessThan(1000);
    expect(refusal(() => unpacked(bomb))).toBe('import-too-large');
    const many = Object.fromEntries(
      Array.from({ length: archiveLimits.files + 1 }, (_, i) => [`faq/${i}.md`, new Uint8Array(1)]),
    );
    expect(refusal(() => unpacked(zipSync(many, { level: 0 })))).toBe('import-too-large');
  });

  it('unpacks no more than an archive says of itself', () => {
    const bomb = Buffer.from(zipSync({ 'faq/a.md': new Uint8Array(50_000_000) }));
    // The size as the directory and the file's own header give it, made to lie.
    for (let at = 0; at + 4 <= bomb.length; at++) {
      if (bomb.readUInt32LE(at) === 50_000_000) bomb.writeUInt32LE(10, at);
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(['import-broken', 'import-too-large', 'import-not-text']).toContain(refusal(() => unpacked(bomb)));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  it('refuses bytes that are no text', () => {
    expect(refusal(() => unpacked(zipSync({ 'faq/a.md': new Uint8Array([0xff, 0xfe, 0]) })))).toBe('import-not-text');
  });
});
