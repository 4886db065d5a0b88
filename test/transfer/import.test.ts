import { describe, expect, it } from 'vitest';
import { entryFile, place, received, send, sound, sourcesYaml, written, zip } from './files.ts';

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
});
