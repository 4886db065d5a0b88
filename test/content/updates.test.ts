import { resolve } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { checkFolder, openLibrary } from '../../src/served-content.ts';
import { allComplaints, changed, complaints, contentFolder, update, updateInUkrainian } from './content-folder.ts';
import { correctedUpdate as corrected, updateFile as file, platforms, warning } from './update-files.ts';

const loaded = async (files: Parameters<typeof contentFolder>[0]) => (await loadContent(contentFolder(files))).updates;

describe('an update in a file', () => {
  it('has nothing to complain of when it is good, and becomes what is published', async () => {
    const files = { ...file(update), 'updates/moved.uk.md': updateInUkrainian };
    expect(await complaints(files, { measurers: platforms })).toEqual([]);
    expect(await loaded(files)).toEqual([
      {
        id: 'moved',
        revision: 1,
        date: '2026-11-20',
        corrected: '',
        retracted: undefined,
        writing: {
          original: 'en',
          importance: 'routine',
          sources: ['speech'],
          cites: [],
          topics: ['territory'],
          parties: ['russia', 'ukraine'],
          outdates: ['front', 'ukraine/nato'],
          text: {
            en: {
              title: 'The front has moved',
              body: 'The ministry says that the front has moved.\n\n- It gave **no map**.',
              follows: 1,
            },
            uk: {
              title: 'Лінія фронту змістилася',
              body: 'Міністерство повідомляє, що лінія фронту змістилася.',
              follows: 1,
            },
          },
        },
      },
    ]);
  });

  it('comes in the order of the ids, and may make nothing outdated', async () => {
    const earlier = update.replace('id: moved', 'id: agreed').replace(/outdates.*\n/u, '');
    const all = await loaded({ ...file(update), 'updates/agreed.md': earlier });
    expect(all.map(({ id, writing }) => [id, writing.outdates])).toEqual([
      ['agreed', []],
      ['moved', ['front', 'ukraine/nato']],
    ]);
  });

  it('names each thing once in what is published', async () => {
    const [twice] = await loaded(file(update.replace('topics: [territory]', 'topics: [territory, nato, territory]')));
    expect(twice?.writing.topics).toEqual(['territory', 'nato']);
  });

  it('that was corrected says why, and so does one that was retracted', async () => {
    expect(await complaints(file(corrected))).toEqual([]);
    expect(await loaded(file(corrected))).toMatchObject([
      { revision: 2, corrected: 'The first version named the wrong ministry.', retracted: undefined },
    ]);
    const retracted = update.replace('revision: 1', 'revision: 1\nretracted: The ministry took it back.');
    expect(await loaded(file(retracted))).toMatchObject([{ revision: 1, retracted: 'The ministry took it back.' }]);
    expect(await complaints(file(retracted.replace('revision: 1', 'revision: 2')))).toEqual([]);
  });

  it('is published without a translation that follows an older revision', async () => {
    const files = { ...file(corrected), 'updates/moved.uk.md': updateInUkrainian };
    expect(Object.keys((await loaded(files))[0]?.writing.text ?? {})).toEqual(['en']);
    expect(await complaints(files)).toEqual([
      'content/updates/moved.uk.md:2  warning  The original has changed: it is at revision 2. ' +
        'Readers see it instead of this. Bring the text up to date, then write “translates: 2”.',
    ]);
  });

  it('is told to be translated, and its translation to have an original', async () => {
    expect(await allComplaints(file(update))).toContain(
      warning(
        1,
        'There is no translation into uk. Add content/updates/moved.uk.md; until then readers get the English text.',
      ),
    );
    expect(await complaints({ 'updates/moved.uk.md': updateInUkrainian })).toEqual([
      'content/updates/moved.uk.md:2  error  There is no original content/updates/moved.md. Add it, or take the translation away.',
    ]);
  });

  it('counts as what a source is for', async () => {
    const rumour = changed(
      'sources.yaml',
      '- id: speech',
      '- id: map\n  title: A map\n  publisher: B\n  author: B\n  kind: official\n  published: undated\n  collected: 2026-01-02\n- id: speech',
    );
    expect(await complaints({ ...rumour, ...file(update.replace('[speech]', '[map]')) })).toEqual([]);
    expect(await complaints({ ...rumour, ...file('') })).not.toContainEqual(expect.stringContaining('“map”'));
  });
});

describe('an update with an error', () => {
  const log = pino({ level: 'silent' });

  it.each([
    ['sources: [speech]', 'sources: [speech, leak]'],
    ['topics: [territory]', 'topics: [territory, weather]'],
    ['[russia, ukraine]', '[russia, un]'],
    ['[front, ukraine/nato]', '[front, russia/nato]'],
    ['revision: 1', 'revision: 2'],
    ['revision: 1', 'revision: 1\ncorrected: A slip.'],
    ['[front, ukraine/nato]', '[front'],
  ])('is left out whole, for it could not be sent again: %s as %s', async (from, to) => {
    const other = update.replace('id: moved', 'id: agreed');
    const files = { ...file(update.replace(from, to)), 'updates/agreed.md': other };
    expect((await loaded(files)).map(({ id }) => id)).toEqual(['agreed']);
  });

  it('is not published even where it is read, nor while a translation of it is broken', async () => {
    const library = openLibrary(
      contentFolder({
        'updates/agreed.md': update.replace('id: moved', 'id: agreed'),
        'updates/long.md': update.replace('id: moved', 'id: long').replace('The front has moved', 'Long '.repeat(60)),
        ...file(update),
        'updates/moved.uk.md': updateInUkrainian.replace('title:', 'titel:'),
      }),
      () => '2026-11-23',
      log,
    );
    await library.reload();
    expect(library.current().updates.map(({ id }) => id)).toEqual(['agreed']);
  });
});

it('the updates that come with Parley are sound, in every language and fit to send', async () => {
  const folder = resolve(import.meta.dirname, '../../content');
  const { report, isSound } = await checkFolder(folder, '2026-11-23', platforms);
  expect(isSound, report).toBe(true);
  const { updates } = await loadContent(folder);
  expect(updates.map(({ id }) => id)).toContain('first-answers');
  for (const { id, writing } of updates) expect(Object.keys(writing.text).sort(), id).toEqual(['en', 'ru', 'uk']);
});
