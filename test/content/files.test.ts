import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { borders, bordersInUkrainian, changed, complaints, contentFolder, front } from './content-folder.ts';

describe('a file', () => {
  it('is UTF-8, or the line that is not is named', async () => {
    const latin1 = Buffer.from(borders.replace('**old**', 'agé'), 'latin1');
    expect(await complaints({ 'faq/borders.md': latin1 })).toEqual([
      'content/faq/borders.md:15  error  The file is not UTF-8 text. ' +
        'Save the file as UTF-8; most editors offer this under “Save as” or “Encoding”.',
    ]);
    const utf16 = Buffer.from(`\uFEFF${borders}`, 'utf16le');
    expect(await complaints({ 'faq/borders.md': utf16 })).toEqual([
      expect.stringMatching(/borders\.md:1 {2}error {2}The file is not UTF-8/u),
    ]);
    expect(await complaints({ 'faq/borders.md': Buffer.from(borders, 'utf16le') })).toEqual([
      expect.stringMatching(/borders\.md:1 {2}error {2}The file is not UTF-8/u),
    ]);
  });

  it.each([
    ['', 1, 'The file is empty.'],
    [' \n\n', 1, 'The file is empty.'],
    [borders.replace('---\n', ''), 1, 'The file does not begin with a line “---”.'],
    [
      borders.replace('related: [front]\n---', 'related: [front]'),
      1,
      'The second line “---” is missing, which parts the keys from the text.',
    ],
  ])('begins with keys between two lines “---”', async (text, line, message) => {
    expect(await complaints({ 'faq/borders.md': text })).toEqual([
      `content/faq/borders.md:${line}  error  ${message} ` +
        'Begin the file with a line “---”, then the keys, then another line “---”, then the text.',
    ]);
  });

  it('is called as its id says', async () => {
    expect(
      await complaints({
        'faq/front.md': undefined,
        'faq/frontline.md': front,
        ...changed('faq/borders.md', '[front]', '[]'),
      }),
    ).toEqual([
      'content/faq/frontline.md:2  error  “id” is “front”, but the file is content/faq/frontline.md. ' +
        'Write “id: frontline”, or move or rename the file.',
    ]);
  });

  it('in capitals is an entry with a wrong name, not one to pass over', async () => {
    expect(await complaints({ 'faq/NATO.md': front.replace('id: front', 'id: NATO') })).toContainEqual(
      expect.stringMatching(/NATO\.md:2 {2}error {2}“id” is “NATO”, which is not an id/u),
    );
  });

  it('lies where its party and topic say', async () => {
    expect(
      await complaints(
        changed('positions/ukraine/nato.md', 'party: ukraine\ntopic: nato', 'party: russia\ntopic: territory'),
      ),
    ).toEqual([
      'content/positions/ukraine/nato.md:2  error  “party” is “russia”, but the file is content/positions/ukraine/nato.md. ' +
        'Write “party: ukraine”, or move or rename the file.',
      'content/positions/ukraine/nato.md:3  error  “topic” is “territory”, but the file is content/positions/ukraine/nato.md. ' +
        'Write “topic: nato”, or move or rename the file.',
    ]);
  });

  it.each([
    ['faq/extra.txt', 'Let its name end in .md, or take it away.'],
    ['faq/borders.yaml', 'Let its name end in .md, or take it away.'],
    ['faq/borders.de.md', 'Call the English original borders.md and translations borders.uk.md or borders.ru.md.'],
    ['faq/borders.en.md', 'Call the English original borders.md and translations borders.uk.md or borders.ru.md.'],
    ['faq/parties.yaml', 'Let its name end in .md, or take it away.'],
    ['lists/parties.yaml', 'Move it to the top of the content folder.'],
    [
      'faq/more/borders.md',
      'Move it to where its kind belongs (faq/<id>.md, positions/<party>/<topic>.md, plans/<id>.md and updates/<id>.md), or take it away.',
    ],
    [
      'positions/nato.md',
      'Move it to where its kind belongs (faq/<id>.md, positions/<party>/<topic>.md, plans/<id>.md and updates/<id>.md), or take it away.',
    ],
    [
      'constructor',
      'Move it to where its kind belongs (faq/<id>.md, positions/<party>/<topic>.md, plans/<id>.md and updates/<id>.md), or take it away.',
    ],
  ])('that nobody expects is pointed out: %s', async (name, mend) => {
    expect(await complaints({ [name]: borders })).toEqual([
      `content/${name}:1  warning  Parley does not read this file. ${mend}`,
    ]);
  });

  it('may be hidden, a note to people or a phrasing, which are none of the check’s', async () => {
    const files = {
      '.DS_Store': 'x',
      'faq/.borders.md.swp': 'x',
      'README.md': 'x',
      'LICENSE.md': 'x',
      'faq/README.md': 'x',
      'phrasings/x.yaml': 'x',
      'updates/README.md': 'x',
    };
    expect(await complaints(files)).toEqual([]);
  });

  it('may be a link to a file; a link to nothing is reported', async () => {
    const folder = contentFolder({ 'faq/front.md': undefined, '.data/front.md': front });
    symlinkSync('../.data/front.md', join(folder, 'faq/front.md'));
    expect((await loadContent(folder)).records.entries).toHaveLength(2);
    symlinkSync('../.data/nothing.md', join(folder, 'faq/nothing.md'));
    mkdirSync(join(folder, 'faq/folder.md'));
    expect((await loadContent(folder)).problems).toMatchObject([
      { file: 'content/faq/nothing.md', line: 1, message: expect.stringMatching(/^The file cannot be read: ENOENT/u) },
    ]);
  });

  it('that translates has a place of its own', async () => {
    expect(await complaints({ 'faq/borders.uk.md': bordersInUkrainian })).toEqual([]);
  });
});
