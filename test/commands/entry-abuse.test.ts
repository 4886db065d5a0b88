import { describe, expect, it } from 'vitest';
import { documentText } from '../../src/core/document.ts';
import { guild, newsroom, nextTalks } from '../editing/newsroom.ts';

/** What Anna is told about a new entry. */
async function told(values: Record<string, string>) {
  const room = await newsroom();
  const anna = room.moderator('anna');
  await anna.say('/entry add');
  const said = await anna.fillIn({ ...nextTalks, ...values });
  expect(room.faults).toEqual([]);
  return { ...room, anna, said };
}

describe('what is refused in an entry', () => {
  it('a name that looks like another entry’s in letters of another alphabet', async () => {
    const { said } = await told({ question: 'Would Ukrаine give up land for peаce?' });
    expect(said).toContain(
      'looks just like “Would Ukraine give up land for peace?” but has letters of another alphabet',
    );
  });

  it('an alias that leads to another entry, however it is spelt', async () => {
    const { anna } = await told({});
    await anna.press('Details');
    expect(await anna.fillIn({ aliases: 'the talks\nLAND — for\u200b peace' })).toContain(
      '“LAND — for peace” already leads to “land for peace”',
    );
  });

  it('letters under a hundred thousand marks', async () => {
    const { said } = await told({ question: `a${'\u0301'.repeat(100_000)}b?` });
    expect(said).toContain('Question — some letters carry a stack of marks');
  });

  it.each([
    ['stars', '*'.repeat(4000), 'begin with a paragraph'],
    ['strong beginnings', '**a '.repeat(1000), 'Preview'],
    ['quotations', '> '.repeat(2000), 'markup that Parley does not take'],
    ['brackets', '['.repeat(4000), 'Preview'],
    ['lists', '- '.repeat(2000), 'begin with a paragraph'],
    ['emphasis in emphasis', `${'*a '.repeat(660)}${' a*'.repeat(660)}`, 'nested too deeply'],
    ['a little emphasis in emphasis', `${'*a '.repeat(8)}${' a*'.repeat(8)}`, 'nested too deeply'],
    ['one in the other', '*a **b** c*', 'Preview'],
  ])('markup without end: %s', async (_, answer, said) => {
    expect((await told({ answer })).said).toContain(said);
  });

  it('more than a field takes', async () => {
    const { said, store } = await told({
      question: 'a'.repeat(1_000_000),
      answer: 'b'.repeat(1_000_000),
      asof: 'c'.repeat(1_000_000),
      sources: 'd\n'.repeat(500_000),
      topics: 'e '.repeat(500_000),
    });
    expect(said).toContain('Question — 6,000 characters; 200 are the most');
    expect(said).toContain('Answer — 6,000 characters; 4,000 are the most');
    expect(said).toContain('Sources — too many; 10 are the most');
    expect(said.length).toBeLessThan(3000);
    const [draft] = await store.drafts.list((await store.communities.of(guild, 0)).id);
    expect(JSON.stringify(draft).length).toBeLessThan(40_000);
  });

  it('aliases without end', async () => {
    const { anna } = await told({});
    await anna.press('Details');
    const said = await anna.fillIn({
      aliases: [...Array(31)].map((_, i) => `alias ${i}`).join('\n'),
      related: 'nobody knows',
      reviewby: '2026-03-01',
      reason: 'x'.repeat(201),
    });
    expect(said).toContain('Other ways to ask — too many; 30 are the most');
    expect(said).toContain('Related entries — there is no entry “nobody knows”');
    expect(said).toContain('Review on (date) — 2026-03-01 is not after today');
    expect(said).toContain('Reason — 201 characters; 200 are the most');
  });

  it('sources that nobody can open', async () => {
    for (const [line, problem] of [
      ['nobody', 'is not a source known here'],
      ['https://user:secret@example.org/x', 'is not a link that anybody can open'],
      ['https://intranet/x', 'is not a link that anybody can open'],
      ['javascript:alert(1)', 'is not a source known here'],
      [`https://example.org/${'x'.repeat(600)}`, 'is too long for a source'],
      ['https://example.org/x | 2027', '2027 is in the future'],
      ['', 'every text needs a source'],
    ] as const)
      expect((await told({ sources: line })).said).toContain(problem);
  });

  it('dates that are none, or not yet', async () => {
    for (const [asof, problem] of [
      ['yesterday', '“yesterday” is not a date'],
      ['2026-02-30', '“2026-02-30” is not a date'],
      ['2026-04', '2026-04 is in the future'],
      ['', 'say when it was true'],
    ] as const)
      expect((await told({ asof })).said).toContain(problem);
    for (const asof of ['2026-03', '2026', '01.03.2026', 'undated', 'без дати'])
      expect((await told({ asof })).said).toContain('Preview');
  });
});

describe('what is taken with care', () => {
  it('signs that turn the direction or are not seen do not get into the text, an emoji’s joiner does', async () => {
    const { anna, meet } = await told({
      question: 'Who \u202Eis\u202C there\u2066?\u2069',
      answer: 'A fam\u200bily\u0000: 👨‍👩‍👧. So it\u200d is\u2028.',
    });
    await anna.press('✅ Publish');
    const seen = await meet('mia', guild).say('/faq who is there');
    expect(seen).toContain('Who is there?\nA family: 👨‍👩‍👧. So it is');
    expect(seen).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/u);
  });

  it('a bare link is a source whose title is said to be missing', async () => {
    const { said, anna } = await told({ sources: 'https://www.example.org/a/talks.' });
    expect(said).toContain('⚠ Sources: no title is given for “https://www.example.org/a/talks.”');
    expect(documentText(anna.answer.document)).toContain('example.org/a/talks — example.org · reporting · undated');
  });

  it('a known source is known by its id, its title or its address', async () => {
    for (const line of [
      'lavrov-speech',
      'remarks  to the press',
      'https://example.org/remarks/',
      'Remarks to the press | Foreign Ministry',
    ])
      expect((await told({ sources: line })).said).toContain(
        'Remarks to the press — Sergey Lavrov, Foreign Ministry · official',
      );
  });

  it('the parts of a source may come in any order, also as a Markdown link', async () => {
    for (const line of [
      'Talks to resume | Example Times | https://example.org/talks | 27.02.2026',
      '2026-02-27 | https://example.org/talks | Talks to resume | Example Times',
      '[Talks to resume](https://example.org/talks) | Example Times | 2026-02-27',
    ])
      expect((await told({ sources: line })).said).toContain(
        'Talks to resume — Example Times · reporting · 27 February 2026',
      );
    expect((await told({ sources: 'A book | Mudlark | 2022' })).said).toContain('A book — Mudlark · reporting · 2022');
  });

  it('values of fields that there are not, and calls that nobody could make', async () => {
    const { anna, store, said, faults, dispatcher, caller } = await told({
      owner: 'me',
      language: 'ru',
      __proto__: 'x',
      wording: 'yes',
    });
    expect(said).toContain('Preview');
    const community = (await store.communities.of(guild, 0)).id;
    const [draft] = await store.drafts.list(community);
    expect(draft?.values).not.toHaveProperty('owner');
    expect(draft?.values.language).toBe('en');
    for (const args of [
      { language: 'en', base: '7', entry: 'nato-membership' },
      { language: 'en', base: '-1', entry: 'nato-membership' },
      { language: 'en', base: 'x' },
    ] as Record<string, string>[]) {
      expect(await anna.send({ command: 'draft begin', args })).toContain('older version');
      const { document } = await dispatcher.submit({ command: 'draft begin', args }, nextTalks, await caller('anna'));
      expect(documentText(document)).toContain('older version');
    }
    for (const call of [
      { command: 'draft', args: { id: draft?.id ?? '', act: 'publish' } },
      { command: 'draft', args: { id: draft?.id ?? '', act: 'explode' } },
      { command: 'entry add', args: {} },
    ] as { command: string; args: Record<string, string> }[]) {
      const { document } = await dispatcher.submit(call, { ...nextTalks, question: 'x' }, await caller('anna'));
      expect(documentText(document)).toContain('older version');
    }
    expect(faults).toEqual([]);
  });
});
