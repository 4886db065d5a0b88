import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { documentText } from '../../src/core/document.ts';
import { complaints, contentFolder, update, updateInUkrainian } from './content-folder.ts';
import { correctedUpdate as corrected, error, updateFile as file, platforms, warning } from './update-files.ts';

/** What the check says of the update with one of its texts replaced, which must be there. */
const saying = (from: string, to: string, settings = {}) => {
  if (!update.includes(from)) throw new Error(`“${from}” is not in the update.`);
  return complaints(file(update.replace(from, () => to)), settings);
};

describe('the check of an update names file, line and the way to mend', () => {
  it.each([
    ['sources: [speech]\n', '', 2, 'The key “sources” is missing. Add a line “sources: …”.'],
    ['sources: [speech]', 'sources: []', 9, '“sources” names no source. Name at least one from sources.yaml.'],
    ['sources: [speech]', 'sources: [spech]', 9, 'The source “spech” does not exist. Did you mean speech?'],
    ['topics: [territory]', 'topics: [teritory]', 7, 'The topic “teritory” does not exist. Did you mean territory?'],
    ['[russia, ukraine]', '[rusia, ukraine]', 8, 'The party “rusia” does not exist. Did you mean russia?'],
    ['[front, ukraine/nato]', '[frnt]', 10, 'The entry “frnt” does not exist. Did you mean front?'],
    [
      '[front, ukraine/nato]',
      '[front, ukraine/nto]',
      10,
      'The position “ukraine/nto” does not exist. Did you mean ukraine/nato?',
    ],
    ['importance: routine', 'importance: urgent', 6, '“importance” is “urgent”. Choose from: routine, breaking.'],
    ['date: 2026-11-20\n', '', 2, 'The key “date” is missing. Add a line “date: …”.'],
    [
      'date: 2026-11-20',
      'date: 2026-02-30',
      4,
      '“date” is “2026-02-30”, which is not a day. Write it as year, month and day: 2027-02-28.',
    ],
    [
      'id: moved',
      'id: borders',
      2,
      '“id” is “borders”, but the file is content/updates/moved.md. Write “id: moved”, or move or rename the file.',
    ],
    ['outdates:', 'outdate:', 10, 'There is no key “outdate”. Did you mean outdates?'],
    [
      'revision: 1',
      'revision: 1\nretracted:',
      4,
      '“retracted” is empty. Write it, or take the key away where it may be absent.',
    ],
  ])('for %j as %j', async (from, to, line, text) => {
    expect(await saying(from, to)).toEqual([error(line, text)]);
  });

  it('for a revision that nothing explains, and a correction that would not be sent', async () => {
    expect(await saying('revision: 1', 'revision: 2')).toEqual([
      error(
        3,
        'This is revision 2, but nothing says why it was changed. ' +
          'Add a line “corrected: …” which tells readers in one sentence what was wrong.',
      ),
    ]);
    expect(await saying('revision: 1', 'revision: 1\ncorrected: A slip.')).toEqual([
      error(
        4,
        'The text is corrected, but its revision is still 1. ' +
          'Write “revision: 2” so that the correction is sent, or take “corrected” away.',
      ),
    ]);
  });

  it('for a date further ahead than somebody’s tomorrow, without keeping it back', async () => {
    expect(await saying('2026-11-20', '2026-11-24', { today: '2026-11-23' })).toEqual([]);
    expect(await saying('2026-11-20', '2026-12-01', { today: '2026-11-30' })).toEqual([]);
    expect(await saying('2026-11-20', '2026-11-25', { today: '2026-11-23' })).toEqual([
      warning(
        4,
        'The date is 2026-11-25, which is still to come; today is 2026-11-23. ' +
          'Check that this is the day on which it is to be published.',
      ),
    ]);
    const { updates } = await loadContent(contentFolder(file(update.replace('2026-11-20', '2099-01-01'))));
    expect(updates).toHaveLength(1);
  });

  it('for a text that is missing or that Parley does not take', async () => {
    const mend = 'Use paragraphs, headings, flat lists, quotations, tables, bold, italic, code and links.';
    expect(await complaints(file(update.replace(/The ministry says.*/su, '')))).toEqual([
      error(11, 'There is no text. Write it below the second line “---”.'),
    ]);
    expect(await saying('**no map**', '<b>no map</b>')).toContain(error(15, `Parley does not take HTML. ${mend}`));
    expect(await saying('**no map**', '[no map](maps/1)')).toEqual([
      error(15, `Parley does not take the link maps/1 (links start with https://). ${mend}`),
    ]);
  });

  it.each(['https://', 'https://example', 'https://exa%00mple.org', 'https://gov.example@example.org/'])(
    'for the link %s, wherever it stands',
    async (url) => {
      const mend = 'Write the whole address, as the browser shows it: https://example.org/page.';
      const complaint = (line: number) => error(line, `The link “${url}” leads nowhere. ${mend}`);
      expect(await saying('**no map**', `**no [map](${url})**`)).toEqual([complaint(15)]);
      expect(await saying('- It gave', `> [Map](${url})\n\n- It gave`)).toEqual([complaint(15)]);
      expect(await saying('- It gave', `| Map |\n|---|\n| [1](${url}) |\n\n- It gave`)).toEqual([complaint(17)]);
    },
  );

  it('but not for links that lead somewhere', async () => {
    const links = ['https://example.org/a?b=c#d', 'http://мвс.укр/', 'https://192.0.2.1/'].map((url) => `[x](${url})`);
    expect(await saying('**no map**', links.join(' '))).toEqual([]);
  });

  it('for a title, text or reason that is too long, in translations too', async () => {
    const words = (length: number) => 'word '.repeat(length / 5 - 1).concat('word.');
    expect(await saying('The front has moved\n', `${words(205)}\n`)).toEqual([
      error(5, 'The title has 205 characters; 200 are the most. Make it 5 shorter.'),
    ]);
    expect(await complaints(file(update.replace(/The ministry says.*/su, words(3000))))).toEqual([]);
    expect(await complaints(file(update.replace(/The ministry says.*/su, words(3005))))).toEqual([
      error(13, 'The text has 3005 characters; 3000 are the most. Make it 5 shorter.'),
    ]);
    expect(
      await complaints(file(corrected.replace('The first version named the wrong ministry.', words(205)))),
    ).toEqual([error(4, 'The reason has 205 characters; 200 are the most. Make it 5 shorter.')]);
    const translation = updateInUkrainian.replace('Лінія фронту змістилася\n---', `${'я'.repeat(201)}\n---`);
    expect(await complaints({ ...file(update), 'updates/moved.uk.md': translation })).toEqual([
      'content/updates/moved.uk.md:3  error  The title has 201 characters; 200 are the most. Make it 1 shorter.',
    ]);
  });

  it('for one that a platform cannot show in one message with all that belongs to it', async () => {
    const seen: string[] = [];
    const fits = (document: Parameters<typeof documentText>[0]) => !seen.push(documentText(document));
    const measurers = [{ platform: 'Telegraph', fits }];
    const files = { ...file(corrected), 'updates/moved.uk.md': updateInUkrainian };
    const found = (await complaints(files, { measurers })).filter((line) => line.includes('/updates/'));
    const problem = 'Telegraph cannot show this text: it is too long. Shorten or simplify it.';
    expect(found).toContain(error(14, problem));
    expect(found).toContain(`content/updates/moved.uk.md:5  error  ${problem}`);
    expect(seen.slice(-2)).toEqual([
      'The front has moved\nCorrected on 2026-11-20: The first version named the wrong ministry.\n' +
        'The ministry says that the front has moved.\nIt gave no map.\n' +
        '2026-11-20\nSources\nA speech — unknown · A ministry · official · 2022',
      expect.stringMatching(/^Лінія фронту змістилася\n.*\n2026-11-20\nSources\nA speech/su),
    ]);
  });

  it('for as many formatted stretches as no message takes', async () => {
    const bold = Array.from({ length: 300 }, () => '**a** *b*').join(' ');
    expect(await saying('**no map**', bold, { measurers: platforms })).toEqual([
      error(13, 'Telegram cannot show this text: it is too long. Shorten or simplify it.'),
    ]);
  });
});
