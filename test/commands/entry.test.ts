import { describe, expect, it } from 'vitest';
import { elsewhere, guild, newsroom, nextTalks } from '../editing/newsroom.ts';

/** A newsroom in which Anna has published when the next talks are. */
async function withEntry() {
  const room = await newsroom();
  const anna = room.moderator('anna');
  await anna.say('/entry add');
  await anna.fillIn(nextTalks);
  await anna.press('✅ Publish');
  return { ...room, anna };
}

describe('a new entry', () => {
  it('is written in one form, seen as members will see it, published with one press, and found at once', async () => {
    const { moderator, meet, faults } = await newsroom();
    const anna = moderator('anna');
    expect(await anna.say('/entry add When are the next talks?')).toContain('New entry');
    expect(anna.answer.form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['question', 'When are the next talks?'],
      ['answer', ''],
      ['sources', ''],
      ['asof', ''],
      ['topics', ''],
    ]);
    const preview = await anna.fillIn(nextTalks);
    expect(anna.labels).toEqual(['✅ Publish', '✏️ Edit', 'Details', '🗑 Discard']);
    expect(anna.answer.confidential).toBe(true);
    expect(await anna.press('✅ Publish')).toBe('“When are the next talks?” is published. Members find it now.');

    const seen = await meet('mia', guild).say('/faq when are the next talks');
    expect(seen).toBe(
      [
        'When are the next talks?',
        'In Istanbul, in April.',
        'No day has been named.',
        'As of 27 February 2026',
        'Sources',
        'Talks to resume — Example Times · reporting · 27 February 2026',
      ].join('\n'),
    );
    expect(preview).toContain(seen);
    expect(faults).toEqual([]);
  });

  it('begins with a message: its first line is the question, the rest the answer', async () => {
    const { moderator } = await newsroom();
    const anna = moderator('anna');
    await anna.send({ command: 'entry add', args: { question: 'Who mediates?\nTürkiye does.\n\nAnd others.' } });
    expect(anna.answer.form?.fields.slice(0, 2).map(({ value }) => value)).toEqual([
      'Who mediates?',
      'Türkiye does.\n\nAnd others.',
    ]);
    await anna.send({ command: 'entry add', args: { question: 'So it goes on. '.repeat(50) } });
    expect(anna.answer.form?.fields[0]?.value).toBe('');
    expect(anna.answer.form?.fields[1]?.value).toContain('So it goes on.');
  });

  it('is kept as typed with every problem named, and goes on from there', async () => {
    const { moderator } = await newsroom();
    const anna = moderator('anna');
    await anna.say('/entry add');
    const said = await anna.fillIn({
      question: 'Can Ukraine join NATO during the war?',
      answer: '# Yes\n\n```\nx\n```',
      asof: '2027-01-01',
      topics: 'weather',
    });
    expect(said.split('\n')).toEqual([
      'Not ready yet',
      'Question — “Can Ukraine join NATO during the war?” already leads to “Can Ukraine join NATO during the war?”. Word it differently, or edit that entry.',
      expect.stringContaining('Answer — markup that Parley does not take: “```”.'),
      expect.stringContaining('Sources — every text needs a source'),
      expect.stringContaining('As of (date) — 2027-01-01 is in the future.'),
      'Topics — “weather” is not one of the choices.',
      'What you have typed is kept as a draft.',
    ]);
    expect(anna.labels).toEqual(['✏️ Edit', 'Details', '🗑 Discard']);
    await anna.press('✏️ Edit');
    expect(anna.answer.form?.fields[1]?.value).toBe('# Yes\n\n```\nx\n```');
    await anna.fillIn(nextTalks);
    expect(anna.labels).toContain('✅ Publish');
  });

  it('is checked answer by answer, in the moderator’s language', async () => {
    const { moderator } = await newsroom();
    const olha = moderator('olha', guild, 'uk');
    await olha.say('/entry add');
    const check = (name: string, value: string) => {
      const field = olha.answer.form?.fields.find((one) => one.name === name);
      return field?.kind === 'text' ? field.check?.(value) : undefined;
    };
    expect(check('sources', '')).toContain('кожному тексту потрібне джерело');
    expect(check('asof', 'учора')).toContain('«учора» — не дата');
    expect(check('question', 'land for peace')).toContain('вже веде до');
    expect(check('question', 'Коли?')).toBeUndefined();
    expect(check('answer', 'Скоро.')).toBeUndefined();
  });

  it('has details that are filled in apart', async () => {
    const { anna, meet } = await withEntry();
    await anna.say('/entry edit when are the next talks');
    await anna.fillIn({});
    await anna.press('Details');
    expect(anna.answer.form?.fields.find(({ name }) => name === 'reviewby')?.value).toBe('2026-05-30');
    const said = await anna.fillIn({
      aliases: 'next round\nthe next round\nnext  Round',
      parties: 'Russia, ukraine',
      related: 'land for peace\nnato-membership',
      reviewby: '2026-04-01',
      reason: 'Easier to find',
    });
    expect(said).toContain('Other ways to ask');
    await anna.press('✅ Publish');
    const mia = meet('mia', guild);
    expect(await mia.say('/faq next round')).toContain('In Istanbul');
    expect(mia.labels).toContain('Would Ukraine give up land for peace?');
    expect(await mia.say('/history next round')).toContain('Easier to find');
  });

  it('can be thrown away, but not with one press', async () => {
    const { moderator, store } = await newsroom();
    const anna = moderator('anna');
    await anna.say('/entry add');
    await anna.fillIn(nextTalks);
    expect(await anna.press('🗑 Discard')).toBe(
      'Discard the draft “When are the next talks?”? It can’t be brought back.',
    );
    await anna.press('Keep it');
    await anna.press('🗑 Discard');
    expect(await anna.press('Yes, discard it')).toBe('The draft is discarded.');
    const { id } = await store.communities.of(guild, 0);
    expect(await store.drafts.list(id)).toEqual([]);
  });

  it('gets an id out of its question, and never another entry’s', async () => {
    const { store, moderator } = await newsroom();
    const anna = moderator('anna');
    for (const question of ['Чи буде щось із перемир’ям?', 'Что будет с перемирием?', '你好吗', '你好吗 2 ?']) {
      await anna.say('/entry add');
      await anna.fillIn({ ...nextTalks, question });
      await anna.press('✅ Publish');
    }
    await anna.send({ command: 'entry retire', args: { entry: 'chto-budet-s-peremiriem', reason: 'Over' } });
    await anna.say('/entry add');
    await anna.fillIn({ ...nextTalks, question: 'Что будет с перемирием?' });
    await anna.press('✅ Publish');
    const { items } = await store.entries.all((await store.communities.of(guild, 0)).id);
    expect(items.map(({ key }) => key).sort()).toEqual([
      '2',
      'chto-budet-s-peremiriem',
      'chto-budet-s-peremiriem-2',
      'chy-bude-shchos-iz-peremyryam',
      'entry',
    ]);
  });

  it('is written in the moderator’s language, and shown in it to those for whom there is no other', async () => {
    const { moderator, meet } = await newsroom();
    const olha = moderator('olha', guild, 'uk');
    await olha.say('/entry add');
    await olha.fillIn({ ...nextTalks, question: 'Коли наступні переговори?', answer: 'У квітні.' });
    await olha.press('✅ Опублікувати');
    expect(await meet('ivan', guild, 'ru').say('/faq Коли наступні переговори?')).toContain('У квітні.');
  });
});

describe('an edit', () => {
  it('opens on what is there, and is nothing but the next revision', async () => {
    const { anna, meet } = await withEntry();
    await anna.say('/entry edit next talks');
    expect(anna.answer.form?.fields.map(({ value }) => value)).toEqual([
      nextTalks.question,
      nextTalks.answer,
      nextTalks.sources,
      nextTalks.asof,
      nextTalks.topics,
    ]);
    const preview = await anna.fillIn({ answer: 'In **Geneva**, in April.' });
    expect(preview).toContain('What changes\nAnswer (English):\nIn **Istanbul Geneva**, in April.');
    await anna.press('✅ Publish');
    expect(await meet('mia', guild).say('/faq when are the next talks')).toContain('In Geneva, in April.');
  });

  it('of a shared entry makes it this community’s own, and no other community’s', async () => {
    const { moderator, meet } = await newsroom();
    const anna = moderator('anna');
    await anna.say('/entry edit nato-membership');
    expect(anna.answer.form?.fields[1]?.value).toBe(
      '**Hardly.** The allies have not agreed on it.\n\nRussia insists on neutrality.\n\n> No foreign troops.',
    );
    expect(anna.answer.form?.fields[2]?.value).toBe('lavrov-speech');
    await anna.fillIn({ answer: 'Not while it lasts.' });
    await anna.press('✅ Publish');
    expect(await meet('mia', guild).say('/faq nato accession')).toContain('Not while it lasts.');
    expect(await meet('eve', elsewhere).say('/faq nato accession')).toContain('Hardly.');
  });

  it('of a shared entry by an operator is for everybody', async () => {
    const { meet } = await newsroom();
    const operator = meet('operator', undefined);
    await operator.say('/entry edit border-history');
    await operator.fillIn({ answer: 'Those of 24 August 1991.' });
    await operator.press('✅ Publish');
    for (const chat of [guild, elsewhere])
      expect(await meet('mia', chat).say('/faq borders of 1991')).toContain('Those of 24 August 1991.');
    expect(await meet('operator', guild).say('/entry edit border-history')).toBe(
      'Only this community’s moderators can do that.',
    );
  });

  it('is refused when somebody else was faster, with both differences, and goes on from the current text', async () => {
    const { anna, moderator, meet } = await withEntry();
    const boris = moderator('boris');
    await anna.say('/entry edit next talks');
    await boris.say('/entry edit next talks');
    await boris.fillIn({ answer: 'In **Istanbul**, in May.\n\nNo day has been named.' });
    await boris.press('✅ Publish');
    await anna.fillIn({ sources: `${nextTalks.sources}\nlavrov-speech` });
    const text = () => anna.answer.document.length;
    const stale = await anna.say('/review');
    expect(stale).toContain('What waits for you');
    await anna.press('My drafts');
    const said = await anna.press('When are the next talks?');
    expect(said).toContain('Somebody else has changed this text');
    expect(said).toContain('What they changed\nAnswer (English):\nIn **Istanbul**, in April May.');
    expect(text()).toBeGreaterThan(3);
    expect(anna.labels).toEqual(['✏️ Edit again on the current text', '🗑 Discard']);

    const rebased = await anna.press('✏️ Edit again on the current text');
    expect(rebased).toContain('In Istanbul, in May.');
    expect(rebased).toContain('Sources:');
    expect(rebased).not.toContain('April');
    await anna.press('✅ Publish');
    const seen = await meet('mia', guild).say('/faq when are the next talks');
    expect(seen).toContain('in May');
    expect(seen).toContain('Remarks to the press');
  });

  it('of what was retired meanwhile is kept, and brings it back when it is published all the same', async () => {
    const { anna, moderator, meet } = await withEntry();
    const boris = moderator('boris');
    const entry = 'when-are-the-next-talks';
    await anna.send({ command: 'entry edit', args: { entry } });
    await boris.send({ command: 'entry retire', args: { entry, reason: 'Over' } });
    const said = await anna.fillIn({ answer: 'In Vienna.' });
    expect(said).toContain('This is retired: members don’t see it.');
    expect(said).toContain('In **Istanbul**, in April Vienna.');
    expect(await boris.send({ command: 'entry edit', args: { entry } })).toContain('Bring it back first');
    await anna.press('✏️ Edit again on the current text');
    await anna.press('✅ Publish');
    expect(await meet('mia', guild).say('/faq when are the next talks')).toContain('In Vienna.');
  });

  it('that is stale only when it is published is not published', async () => {
    const { anna, moderator, meet } = await withEntry();
    const boris = moderator('boris');
    await anna.say('/entry edit next talks');
    await anna.fillIn({ answer: 'In Vienna.' });
    await boris.say('/entry edit next talks');
    await boris.fillIn({ answer: 'In Oslo.' });
    await boris.press('✅ Publish');
    const said = await anna.press('✅ Publish');
    expect(said).toContain('It was not saved, and nothing that you typed is lost.');
    expect(said).toContain('What yours would change now\nAnswer (English):\nIn Oslo Vienna.');
    expect(await meet('mia', guild).say('/faq when are the next talks')).toContain('In Oslo.');
    await anna.press('✏️ Edit again on the current text');
    await anna.press('✅ Publish');
    expect(await meet('mia', guild).say('/faq when are the next talks')).toContain('In Vienna.');
  });

  it('published by a double press is published once', async () => {
    const { anna, editing, reception, store, faults } = await withEntry();
    await anna.say('/entry edit next talks');
    await anna.fillIn({ answer: 'In Vienna.' });
    const [draft] = await store.drafts.list((await store.communities.of(guild, 0)).id);
    const caller = await reception({ person: anna.person, place: 'shared', chat: guild, moderates: async () => true });
    const both = await Promise.allSettled([1, 2].map(() => editing.publish(caller, draft?.id ?? '', 1)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await anna.press('✅ Publish')).toContain('There is no such draft here any more');
    expect(
      await store.entries.revisions(caller.community.id, { kind: 'entry', key: 'when-are-the-next-talks' }),
    ).toHaveLength(2);
    expect(faults).toEqual([]);
  });
});

describe('a translation', () => {
  async function translated() {
    const room = await withEntry();
    await room.anna.say('/entry edit when are the next talks uk');
    return room;
  }

  it('begins with the original’s text, which is not taken for one', async () => {
    const { anna } = await translated();
    expect(anna.answer.form?.title).toBe('Translate: українська');
    expect(anna.answer.form?.fields.map(({ name }) => name)).toEqual(['question', 'answer']);
    expect(anna.answer.form?.fields[0]?.value).toBe('When are the next talks?');
    expect(await anna.fillIn({})).toContain('this is still the text of the original');
  });

  it('is served in its language until the original changes in meaning, and then waits in /review', async () => {
    const { anna, meet } = await translated();
    await anna.fillIn({ question: 'Коли наступні переговори?', answer: 'У Стамбулі, у квітні.' });
    await anna.press('✅ Publish');
    const olena = meet('olena', guild, 'uk');
    expect(await olena.say('/faq коли наступні переговори')).toContain('У Стамбулі');

    await anna.say('/entry edit next talks');
    const wording = await anna.fillIn({ answer: 'In **Istanbul**, this April.\n\nNo day has been named.' });
    expect(wording).toContain('until they are translated again these are not shown: українська');
    expect(await anna.press('Only the wording changes')).toContain('the translations stay');
    await anna.press('✅ Publish');
    expect(await olena.say('/faq коли наступні переговори')).toContain('У Стамбулі');

    await anna.say('/entry edit next talks');
    await anna.fillIn({ answer: 'In Geneva.' });
    await anna.press('✅ Publish');
    expect(await olena.say('/faq when are the next talks')).toContain('In Geneva.');
    expect(await anna.say('/review')).toContain('When are the next talks? — українська');
    await anna.press('When are the next talks? — українська');
    await anna.fillIn({ answer: 'У Женеві.' });
    await anna.press('✅ Publish');
    expect(await olena.say('/faq коли наступні переговори')).toContain('У Женеві.');
    expect(await anna.say('/review')).toContain('Nothing waits.');
  });
});

describe('retiring', () => {
  it('takes an own entry away with a reason, frees its names, and brings it back', async () => {
    const { anna, meet } = await withEntry();
    const mia = meet('mia', guild);
    expect(await anna.send({ command: 'entry retire', args: { entry: 'when-are-the-next-talks' } })).toContain(
      'Why should',
    );
    expect(await anna.fillIn({ reason: ' ' })).toContain('Please say why');
    await anna.send({ command: 'entry retire', args: { entry: 'when-are-the-next-talks' } });
    expect(await anna.fillIn({ reason: 'The talks are over' })).toContain('is retired. Members no longer see it.');
    expect(await mia.say('/faq when are the next talks')).not.toContain('Istanbul');
    expect(await mia.send({ command: 'history', args: { entry: 'when-are-the-next-talks' } })).toContain(
      'No entry is called',
    );
    expect(await anna.send({ command: 'entry retire', args: { entry: 'when-are-the-next-talks', reason: 'x' } })).toBe(
      'That is retired already.',
    );

    expect(await anna.say('/entry list retired')).toContain('When are the next talks?');
    await anna.press('When are the next talks?');
    expect(await mia.say('/faq when are the next talks')).toContain('Istanbul');
  });

  it('hides a shared entry for this community alone', async () => {
    const { moderator, meet } = await newsroom();
    const anna = moderator('anna');
    await anna.send({ command: 'entry retire', args: { entry: 'land for peace', reason: 'Not ours to answer' } });
    expect(await meet('mia', guild).say('/faq would ukraine give up land for peace')).not.toContain('would not');
    expect(await meet('eve', elsewhere).say('/faq would ukraine give up land for peace')).toContain('would not');
    const mia = meet('mia', guild);
    await mia.say('/topics territory');
    expect(mia.labels).not.toContain('Would Ukraine give up land for peace?');

    expect(await anna.say('/entry restore')).toContain('Would Ukraine give up land for peace?');
    await anna.press('Would Ukraine give up land for peace?');
    expect(await meet('mia', guild).say('/faq would ukraine give up land for peace')).toContain('would not');
  });

  it('never guesses what is meant', async () => {
    const { anna, meet } = await withEntry();
    expect(await anna.send({ command: 'entry retire', args: { entry: 'next talks when', reason: 'x' } })).toContain(
      'Is it one of these?',
    );
    expect(await meet('mia', guild).say('/faq when are the next talks')).toContain('Istanbul');
  });

  it('does not bring back what has lost its name meanwhile', async () => {
    const { anna } = await withEntry();
    await anna.send({ command: 'entry retire', args: { entry: 'when-are-the-next-talks', reason: 'Over' } });
    await anna.say('/entry add');
    await anna.fillIn({ ...nextTalks, answer: 'Another one.' });
    await anna.press('✅ Publish');
    expect(await anna.send({ command: 'entry restore', args: { entry: 'when-are-the-next-talks' } })).toContain(
      'leads to another entry by now',
    );
  });
});

describe('a position', () => {
  it('is written where there was none, changed, and retired', async () => {
    const { moderator, meet } = await newsroom();
    const anna = moderator('anna');
    const mia = meet('mia', guild);
    await anna.say('/entry position united-states territory');
    expect(anna.answer.form?.fields.map(({ name }) => name)).toEqual([
      'stance',
      'wants',
      'reasons',
      'redlines',
      'sources',
    ]);
    expect(
      await anna.fillIn({ stance: 'Land for peace', wants: 'It says so.', sources: 'Remarks to the press' }),
    ).toContain('As of (date) — say when it was true');
    await anna.press('Details');
    await anna.fillIn({ asof: '20.02.2026' });
    await anna.press('✅ Publish');
    const seen = await mia.say('/position united-states territory');
    expect(seen).toContain('Land for peace');
    expect(seen).toContain('As of 20 February 2026');
    expect(await mia.say('/compare territory')).toContain('Land for peace');

    await anna.say('/entry position russia nato');
    await anna.fillIn({ stance: 'Rules it out' });
    await anna.press('✅ Publish');
    expect(await mia.say('/position russia nato')).toContain('Rules it out');
    expect(await meet('eve', elsewhere).say('/position russia nato')).toContain('Demands neutrality');

    await anna.send({ command: 'entry retire', args: { entry: 'ru/na', reason: 'Outdated' } });
    expect(await mia.say('/position russia nato')).toContain('no sourced position');
    expect(await anna.say('/entry restore')).toContain('Russia: NATO');
    await anna.press('Russia: NATO');
    expect(await mia.say('/position russia nato')).toContain('Rules it out');
    await anna.say('/history russia/nato');
    expect(anna.labels).toContain('Use the shared text again');
    await anna.press('Use the shared text again');
    expect(await mia.say('/position russia nato')).toContain('Demands neutrality');
  });
});
