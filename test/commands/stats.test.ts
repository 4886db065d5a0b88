import { describe, expect, it } from 'vitest';
import { sweepTallies } from '../../src/community/tallies.ts';
import type { Block } from '../../src/core/document.ts';
import type { Store } from '../../src/store/store.ts';
import { smallCatalogue, smallKnowledge } from '../builders/knowledge.ts';
import type { Somebody } from '../builders/people.ts';
import { discordServer, otherGroup, telegramGroup, testTown } from '../community/town.ts';

/** A town in which the group has asked, opened and voted. */
async function busyTown(options: Parameters<typeof testTown>[0] = {}) {
  const town = await testTown(options);
  const ann = town.at(telegramGroup, 'ann');
  await ann.say('/faq nato accession');
  await ann.press('👍');
  await town.at(telegramGroup, 'bob').say('/faq nato accession');
  await town.at(telegramGroup, 'bob').say('/faq best pizza recipe');
  await town.at(telegramGroup, 'bob').say('/faq something about Ukraine, peace and quiet');
  await town.at(telegramGroup, 'bob').send({ command: 'faq', args: { question: 'nato-membership' } });
  return town;
}

const table = (one: Somebody, after: string): string[][] => {
  const { document } = one.answer;
  const at = document.findIndex((block) => block.kind === 'heading' && JSON.stringify(block).includes(after));
  const block = document[at + 1] as Block & { kind: 'table' };
  return [block.header, ...block.rows].map((row) =>
    row.map((cell) => cell.map((span) => ('text' in span ? span.text : '')).join('')),
  );
};

const pictures = ({ answer }: Somebody) => answer.document.filter((block) => block.kind === 'picture');

const csv = ({ answer }: Somebody) => Buffer.from(answer.files?.[0]?.bytes ?? []).toString();

const counting = (deliveries: Awaited<ReturnType<Store['stats']['deliveries']>>) => ({
  wrap: (store: Store): Store => ({ ...store, stats: { ...store.stats, deliveries: async () => deliveries } }),
});

describe('/stats', () => {
  it('says in words how many questions found an answer, what was opened and what helped', async () => {
    const { moderator } = await busyTown();
    const olena = moderator(telegramGroup);
    const said = await olena.say('/stats 7');
    expect(said).toContain('In numbers: Peace talks');
    expect(said).toContain('4 questions: 2 answered (50 %), 1 “did you mean” (25 %), 1 without an answer (25 %).');
    expect(said).toContain('Entries opened by a button, from a list or a suggestion: 1.');
    expect(said).toContain('Did the answer help? Yes 1, no 0.');
    expect(said).toContain('23 February 2026 – 1 March 2026, days in UTC');
    expect(table(olena, 'Questions a day')).toEqual([
      ['', 'answered', '“did you mean”', 'no answer'],
      ...['23 Feb', '24 Feb', '25 Feb', '26 Feb', '27 Feb', '28 Feb'].map((day) => [day, '0', '0', '0']),
      ['1 Mar', '2', '1', '1'],
    ]);
    expect(table(olena, 'Entries shown most').slice(1)).toEqual([['Can Ukraine join NATO during the war?', '3']]);
    expect(olena.answer.confidential).toBe(true);
    expect(JSON.stringify(olena.answer)).not.toMatch(/ann|bob|pizza/iu);
  });

  it('covers 30 days unless told, a row for each seven days, and leads to 7 and 90', async () => {
    const { moderator, clock } = await busyTown();
    clock.now += 20 * 86_400_000;
    const olena = moderator(telegramGroup);
    await olena.say('/stats');
    const rows = table(olena, 'Questions a day');
    expect(rows.slice(1).map(([days, answered]) => [days, answered])).toEqual([
      ['20 Feb – 21 Feb', '0'],
      ['22 Feb – 28 Feb', '0'],
      ['1 Mar – 7 Mar', '2'],
      ['8 Mar – 14 Mar', '0'],
      ['15 Mar – 21 Mar', '0'],
    ]);
    expect(olena.labels).toEqual(['7 days', '90 days', 'CSV']);
    expect(await olena.press('7 days')).toContain('Nobody asked anything in these days.');
    expect(await olena.press('90 days')).toContain('4 questions');
  });

  it('begins a day where the community has midnight', async () => {
    const { moderator, at, registry, clock } = await testTown();
    const community = await registry.communityOf(telegramGroup);
    registry.keep({ ...community, settings: { ...community.settings, timeZone: 'Pacific/Auckland' } });
    await at(telegramGroup, 'ann').say('/faq nato accession');
    const olena = moderator(telegramGroup);
    await olena.say('/stats 7');
    // Noon in UTC on 1 March is one in the morning there.
    expect(table(olena, 'Questions a day').at(-1)).toEqual(['2 Mar', '1', '0', '0']);
    clock.now += 12 * 3600_000;
    await olena.say('/stats 7');
    expect(table(olena, 'Questions a day').slice(-1)).toEqual([['2 Mar', '1', '0', '0']]);
  });

  it('is refused to members, and shows a community its own numbers alone', async () => {
    const { moderator, at } = await busyTown();
    for (const call of ['stats', 'numbers'])
      for (const one of [at(telegramGroup, 'ann'), at(undefined, 'ann'), at(discordServer, 'olena')])
        expect(await one.send({ command: call, args: {} })).toContain('Only this community’s moderators');
    for (const chat of [otherGroup, discordServer]) {
      const mallory = moderator(chat, 'mallory');
      const said = await mallory.say('/stats');
      expect(said).toContain('Nobody asked anything in these days.');
      expect(said).not.toMatch(/NATO|answered|Yes 1/u);
      await mallory.press('CSV');
      expect(csv(mallory)).not.toMatch(/nato|,[1-9]\d*\r/u);
    }
  });

  it('works in private for the community that the moderator works for', async () => {
    const { moderator, at } = await busyTown();
    const there = moderator(telegramGroup);
    await there.say('/community');
    await there.press('Work in private');
    const olena = at(undefined, 'olena');
    expect(await olena.say('/stats 7')).toContain('In numbers: Peace talks');
    expect(await olena.say('/stats 7')).toContain('4 questions');
  });

  it('counts what is asked in private for the operators, without deliveries', async () => {
    const town = await busyTown({
      ...counting([{ at: Date.parse('2026-03-01'), state: 'sent', count: 1 }]),
      operators: [{ platform: 'discord', id: 'oleh' }],
    });
    await town.at(undefined, 'ann').say('/faq best pizza recipe');
    const oleh = town.at(undefined, 'oleh', { platform: 'discord' });
    const said = await oleh.say('/stats');
    expect(said).toContain('1 question: 0 answered (0 %)');
    expect(said).toContain('what was asked in private');
    expect(said).not.toContain('delivered');
  });

  it('counts a position that was asked for as an answer, and pages that are turned not at all', async () => {
    const { moderator, at } = await testTown();
    const ann = at(telegramGroup, 'ann');
    await ann.say('/faq what does moscow say on the borders');
    await ann.send({ command: 'faq', args: { question: 'nato-membership' }, page: 2 });
    await ann.say('/faq');
    const said = await moderator(telegramGroup).say('/stats');
    expect(said).toContain('1 question: 1 answered (100 %)');
    expect(said).not.toContain('opened');
  });

  it('counts deliveries to the community’s channels by their day', async () => {
    const at = Date.parse('2026-02-28T23:45:00Z');
    const { moderator } = await testTown(
      counting([
        { at: at - 30 * 86_400_000, state: 'sent', count: 50 },
        { at, state: 'sent', count: 12 },
        { at: at + 900_000, state: 'failed', count: 2 },
        { at: at + 900_000, state: 'held', count: 1 },
      ]),
    );
    const olena = moderator(telegramGroup);
    const said = await olena.say('/stats 7');
    expect(said).toContain('12 delivered, 1 on hold, 0 uncertain, 2 failed');
    expect(said).toContain('What members get in private is not counted.');
    expect(table(olena, 'Deliveries a day').slice(-2)).toEqual([
      ['28 Feb', '12', '0', '0', '0'],
      ['1 Mar', '0', '1', '0', '2'],
    ]);
  });

  it('still names an entry that is no longer there', async () => {
    const { moderator, served } = await busyTown();
    const records = smallKnowledge();
    served.catalogue = smallCatalogue({
      ...records,
      entries: records.entries.filter(({ id }) => id !== 'nato-membership'),
    });
    expect(await moderator(telegramGroup).say('/stats')).toContain('nato-membership (no longer there)');
  });

  it('counts on in memory while the database does not answer, says so once, and loses nothing', async () => {
    let isDown = true;
    const town = await testTown({
      wrap: (store) => ({
        ...store,
        stats: {
          ...store.stats,
          add: (some) => (isDown ? Promise.reject(new Error('The disk is full.')) : store.stats.add(some)),
        },
      }),
    });
    const olena = town.moderator(telegramGroup);
    for (const id of ['ann', 'bob']) {
      await town.at(telegramGroup, id).say('/faq nato accession');
      await olena.say('/stats');
    }
    expect(town.lost).toHaveLength(1);
    isDown = false;
    expect(await olena.say('/stats')).toContain('2 questions');
    expect(town.faults).toEqual([]);
  });

  it('is forgotten after 400 days', async () => {
    const { moderator, bare, clock } = await busyTown();
    await moderator(telegramGroup).say('/stats');
    clock.now += 400 * 86_400_000;
    expect(await sweepTallies(bare, clock.now)).toBe(0);
    clock.now += 86_400_000;
    expect(await sweepTallies(bare, clock.now)).toBe(4);
  });
});

describe('/stats in pictures', () => {
  it('come first on Discord, each with its sums in words', async () => {
    const { moderator } = await busyTown();
    const olena = moderator(telegramGroup, 'olena', { pictures: 'first' });
    await olena.say('/stats 7');
    expect(pictures(olena).map(({ picture }) => picture.name)).toEqual([
      'stats-questions.png',
      'stats-entries.png',
      'stats-votes.png',
    ]);
    expect(pictures(olena)[0]?.alt).toMatch(
      /^Questions a day\. answered 2, “did you mean” 1, no answer 1\n23 Feb: answered 0/u,
    );
    expect(olena.labels).toEqual(['☰ In words', '30 days', '90 days', 'CSV']);
    expect(await olena.press('☰ In words')).toContain('Questions a day');
    expect(pictures(olena)).toEqual([]);
    await olena.press('🖼 As a picture');
    expect(pictures(olena)).toHaveLength(3);
  });

  it('come one at a time, and when asked for, on Telegram', async () => {
    const { moderator } = await busyTown();
    const olena = moderator(telegramGroup, 'olena', { pictures: 'asked' });
    await olena.say('/stats 7');
    expect(pictures(olena)).toEqual([]);
    expect(olena.labels).toEqual([
      '🖼 Questions a day',
      '🖼 Entries shown most',
      '🖼 Did the answer help?',
      '30 days',
      '90 days',
      'CSV',
    ]);
    await olena.press('🖼 Entries shown most');
    expect(pictures(olena).map(({ picture }) => picture.name)).toEqual(['stats-entries.png']);
    expect(olena.labels).toContain('🖼 Questions a day');
    expect(olena.labels).not.toContain('🖼 Entries shown most');
    await olena.press('☰ In words');
    expect(pictures(olena)).toEqual([]);
  });
});

describe('the numbers as a file', () => {
  it('have a line for each number, in what a spreadsheet reads', async () => {
    const { moderator } = await busyTown();
    const olena = moderator(telegramGroup);
    await olena.say('/stats 7');
    expect(await olena.press('CSV')).toContain('A name that a spreadsheet would take for a formula');
    expect(olena.answer.files?.map(({ name }) => name)).toEqual(['stats-2026-02-23-2026-03-01.csv']);
    expect(olena.answer.confidential).toBe(true);
    const lines = csv(olena).split('\r\n');
    expect(lines[0]).toBe('\ufeffkind,date,entry,name,value');
    expect(lines).toContain('question,2026-03-01,,answered,2');
    expect(lines).toContain('question,2026-02-23,,none,0');
    expect(lines).toContain('opened,2026-03-01,,opened,1');
    expect(lines).toContain('shown,2026-02-23/2026-03-01,nato-membership,Can Ukraine join NATO during the war?,3');
    expect(lines).toContain('helpful,2026-02-23/2026-03-01,nato-membership,Can Ukraine join NATO during the war?,1');
    // A head, four lists of seven days, one entry, two votes, four lists of deliveries; and the last line has an end.
    expect(lines).toHaveLength(1 + 28 + 1 + 2 + 28 + 1);
  });

  it.each([
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+1 for peace?', "'+1 for peace?"],
    ['-2 is it?', "'-2 is it?"],
    ['@SUM(1), really?', `"'@SUM(1), really?"`],
    [' =1+1', "' =1+1"],
    ['＝1+1', "'＝1+1"],
    ['So = what?', 'So = what?'],
  ])('hold no formula: %s', async (question, cell) => {
    const { moderator, served } = await busyTown();
    const records = smallKnowledge();
    const text = records.entries.find(({ id }) => id === 'nato-membership')?.text.en;
    if (text) text.question = question;
    served.catalogue = smallCatalogue(records);
    const olena = moderator(telegramGroup);
    await olena.send({ command: 'numbers', args: {} });
    expect(csv(olena)).toContain(`nato-membership,${cell},3\r\n`);
  });
});
