import { describe, expect, it } from 'vitest';
import { elsewhere, guild, newsroom, nextTalks, talksResume } from '../editing/newsroom.ts';

/** A newsroom in which Anna has written an update, without publishing it. */
async function withDraft(values: Record<string, string> = {}) {
  const room = await newsroom();
  const anna = room.moderator('anna');
  await anna.say('/update post');
  const said = await anna.fillIn({ ...talksResume, ...values });
  return { ...room, anna, said };
}

/** One in which it was published, and its undo window is over. */
async function withUpdate(values: Record<string, string> = {}) {
  const room = await withDraft(values);
  await room.anna.press('✅ Publish');
  await room.pass(60);
  const { id: community } = await room.store.communities.of(guild, 0);
  const [update] = await room.store.updates.list([community], { states: ['published'], most: 1 });
  return { ...room, community, id: update?.id ?? '' };
}

const seen = [
  'Talks resume in Istanbul',
  'The mediators say that talks resume on 3 March.',
  'Ukraine has confirmed it.',
  'Published 1 Mar 2026, 12:01.',
  'Sources',
  'Talks to resume — Example Times · reporting · 27 February 2026',
].join('\n');

describe('a new update', () => {
  it('is written in one form, seen as readers will see it, published with one press, and shown after its undo window', async () => {
    const { moderator, meet, pass, faults, wakings } = await newsroom();
    const anna = moderator('anna');
    expect(await anna.say('/update post Talks resume in Istanbul')).toContain('New update');
    expect(anna.answer.form?.fields.map(({ name, kind, value }) => [name, kind, value])).toEqual([
      ['title', 'text', 'Talks resume in Istanbul'],
      ['text', 'text', ''],
      ['sources', 'text', ''],
      ['topics', 'choices', ''],
      ['importance', 'choice', 'routine'],
    ]);
    const preview = await anna.fillIn(talksResume);
    expect(preview).toContain(seen.replace('12:01', '12:00'));
    expect(preview).toContain('After “Publish” you can take it back for 60 seconds.');
    expect(anna.labels).toEqual(['✅ Publish', '✏️ Edit', 'Details', '🗑 Discard']);
    expect(anna.answer.confidential).toBe(true);
    expect(await anna.press('✅ Publish')).toContain('It is sent in 60 seconds. Until then you can take it back.');
    expect(anna.labels).toEqual(['↩ Undo', 'Updates']);
    expect(wakings()).toBe(1);

    const mia = meet('mia', guild);
    expect(await mia.say('/latest')).toContain('There are no updates yet.');
    const id = anna.answer.call?.args.update ?? '';
    expect(await mia.send({ command: 'news', args: { id } })).toBe(
      `There is no update “${id}” here. /latest shows all of them.`,
    );
    await pass(60);
    expect(await mia.say('/latest')).toBe('Latest updates\nTalks resume in Istanbul — 1 Mar 2026, 12:01');
    expect(await mia.press('Talks resume in Istanbul — 1 Mar 2026, 12:01')).toBe(seen);
    expect(mia.labels).toEqual(['🗺️ Territory', 'All updates']);
    expect(faults).toEqual([]);
  });

  it('begins with a message: its first line is the title, the rest the text', async () => {
    const { moderator } = await newsroom();
    const anna = moderator('anna');
    await anna.send({ command: 'update post', args: { title: 'Talks resume\nIn Istanbul.\n\nOn 3 March.' } });
    expect(anna.answer.form?.fields.slice(0, 2).map(({ value }) => value)).toEqual([
      'Talks resume',
      'In Istanbul.\n\nOn 3 March.',
    ]);
  });

  it('is kept as typed with every problem named, and goes on from there', async () => {
    const { anna, said } = await withDraft({
      title: ' ',
      text: '```\nx\n```',
      sources: '',
      topics: 'weather',
      importance: 'huge',
    });
    expect(said.split('\n')).toEqual([
      'Not ready yet',
      'Title — it is empty. Please fill it in.',
      expect.stringContaining('Text — markup that Parley does not take: “```”.'),
      expect.stringContaining('Sources — every text needs a source'),
      'Topics — “weather” is not one of the choices.',
      'Importance — “huge” is not one of the choices.',
      'What you have typed is kept as a draft.',
    ]);
    expect(anna.labels).toEqual(['✏️ Edit', 'Details', '🗑 Discard']);
    await anna.press('✏️ Edit');
    expect(anna.answer.form?.fields[1]?.value).toBe('```\nx\n```');
    await anna.fillIn(talksResume);
    expect(anna.labels).toContain('✅ Publish');
  });

  it('is never published without a source, whatever button is pressed', async () => {
    const { anna, store, community, pass } = await (async () => {
      const room = await withDraft({ sources: '' });
      return { ...room, community: (await room.store.communities.of(guild, 0)).id };
    })();
    const [draft] = await store.updateDrafts.list(community);
    const args = { id: draft?.id ?? '', version: String(draft?.version) };
    for (const act of ['publish', 'submit'])
      expect(await anna.send({ command: 'update draft', args: { ...args, act } })).toContain('Not ready yet');
    await pass(1000);
    expect(await store.updates.list([community, 'shared'], { states: ['pending', 'published'], most: 9 })).toEqual([]);
  });

  it('goes into one message, sources and a later correction included', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i) => `https://example.org/${i}/${'x'.repeat(300)} | Talks ${i} | Times`);
    const { anna, said } = await withDraft({ text: 'word '.repeat(590), sources: lines(9).join('\n') });
    expect(said).toContain('Text — together with its sources this is too long for one message');
    await anna.press('✏️ Edit');
    await anna.fillIn({ sources: lines(1).join('\n') });
    expect(anna.labels).toContain('✅ Publish');
    await anna.press('✏️ Edit');
    expect(await anna.fillIn({ text: 'word '.repeat(700) })).toContain('Text — 3,499 characters; 3,000 are the most');
  });

  it('is checked answer by answer, in the moderator’s language', async () => {
    const { moderator } = await newsroom();
    const olha = moderator('olha', guild, 'uk');
    await olha.say('/update post');
    const check = (name: string, value: string) => {
      const field = olha.answer.form?.fields.find((one) => one.name === name);
      return field?.kind === 'text' ? field.check?.(value) : undefined;
    };
    expect(check('sources', '')).toContain('кожному тексту потрібне джерело');
    expect(check('title', '')).toContain('порожньо');
    expect(check('title', 'Переговори')).toBeUndefined();
  });

  it('is written in the moderator’s language, and shown in it, with a note, to those for whom there is no other', async () => {
    const { moderator, meet, pass } = await newsroom();
    const olha = moderator('olha', guild, 'uk');
    await olha.say('/update post');
    await olha.fillIn({
      ...talksResume,
      title: 'Переговори відновлюються',
      text: 'У березні.',
      importance: 'breaking',
    });
    await olha.press('✅ Опублікувати');
    await pass(60);
    const ivan = meet('ivan', guild, 'ru');
    await ivan.say('/latest');
    expect(ivan.labels).toEqual(['🔴 Срочно: Переговори відновлюються — 1 мар. 2026 г., 12:01']);
    const said = await ivan.press(ivan.labels[0] ?? '');
    expect(said).toContain('🔴 Срочно: Переговори відновлюються');
    expect(said).toContain('показано на языке оригинала (українська)');
  });

  it('belongs to its community: others never see it, and everybody sees what is shared', async () => {
    const { meet, pass, id } = await withUpdate();
    const operator = meet('operator', undefined);
    await operator.say('/update post');
    await operator.fillIn({ ...talksResume, title: 'For everybody' });
    await operator.press('✅ Publish');
    await pass(60);
    const [mia, eve] = [meet('mia', guild), meet('eve', elsewhere)];
    await mia.say('/latest');
    expect(mia.labels.map((label) => label.split(' — ')[0])).toEqual(['For everybody', 'Talks resume in Istanbul']);
    await eve.say('/latest');
    expect(eve.labels.map((label) => label.split(' — ')[0])).toEqual(['For everybody']);
    expect(await eve.send({ command: 'news', args: { id } })).toContain('There is no update');
  });

  it('is listed by topic', async () => {
    const { meet } = await withUpdate();
    const mia = meet('mia', guild);
    expect(await mia.say('/latest territory')).toContain('Latest updates: Territory\nTalks resume in Istanbul');
    expect(await mia.say('/latest nato')).toBe('Latest updates: NATO\nThere are no updates yet.');
    expect(mia.labels).toEqual(['All updates']);
  });

  it('can be thrown away, but not with one press', async () => {
    const { anna, store } = await withDraft();
    expect(await anna.press('🗑 Discard')).toBe(
      'Discard the draft “Talks resume in Istanbul”? It can’t be brought back.',
    );
    await anna.press('Keep it');
    await anna.press('🗑 Discard');
    expect(await anna.press('Yes, discard it')).toBe('The draft is discarded.');
    expect(await store.updateDrafts.list((await store.communities.of(guild, 0)).id)).toEqual([]);
  });

  it('published by a double press is published once', async () => {
    const { anna, store, dispatcher, caller } = await withDraft();
    const button = anna.answer.buttons?.find((one) => one.label === '✅ Publish');
    const call = button && 'call' in button ? button.call : { command: '', args: {} };
    const who = await caller('anna');
    await Promise.all([dispatcher.answer(call, who), dispatcher.answer(call, who)]);
    const states = ['pending', 'published', 'retracted'] as const;
    expect(await store.updates.list([who.community.id], { states, most: 9 })).toHaveLength(1);
  });
});

describe('the undo window', () => {
  it('gives the update back as a draft to whoever presses, also another moderator', async () => {
    const { anna, moderator, meet, pass, clock } = await withDraft();
    await anna.press('✅ Publish');
    clock.now += 20_000;
    const boris = moderator('boris');
    expect(await boris.say('/update status')).toContain('It is sent in 40 seconds.');
    expect(await boris.press('↩ Undo')).toContain('Preview');
    await boris.press('✏️ Edit');
    expect(boris.answer.form?.fields.map(({ value }) => value)).toEqual([
      talksResume.title,
      talksResume.text,
      talksResume.sources,
      'territory',
      'routine',
    ]);
    await pass(1000);
    expect(await meet('mia', guild).say('/latest')).toContain('There are no updates yet.');
    expect(await anna.press('↩ Undo')).toBe(
      'It has been sent, or was taken back already. Correct or retract it: /update status',
    );
    await boris.fillIn({ title: 'Talks resume in Geneva' });
    await boris.press('✅ Publish');
    await pass(60);
    expect(await meet('mia', guild).say('/latest')).toContain('Talks resume in Geneva');
  });

  it('is over once the update is due, though nobody has sent it yet', async () => {
    const { anna, clock } = await withDraft();
    await anna.press('✅ Publish');
    clock.now += 60_000;
    expect(await anna.press('↩ Undo')).toContain('It has been sent');
    expect(await anna.say('/update status')).toContain('It is being sent.');
    expect(anna.labels).not.toContain('↩ Undo');
    expect(anna.answer.refreshAfterMs).toBe(5000);
  });

  it('is as long as the community has it now, or there is none', async () => {
    const { anna, settle, pass, meet } = await withDraft();
    await settle(guild, { undoSeconds: 0 });
    expect(await anna.press('✅ Publish')).toContain('It is being sent.');
    await pass(0);
    expect(await meet('mia', guild).say('/latest')).toContain('Talks resume');
  });

  it('is no way for members or moderators elsewhere', async () => {
    const { anna, meet, moderator, store } = await withDraft();
    await anna.press('✅ Publish');
    const { id: community } = await store.communities.of(guild, 0);
    const [update] = await store.updates.list([community], { states: ['pending'], most: 1 });
    const call = { command: 'update undo', args: { id: update?.id ?? '' } };
    expect(await meet('mia', guild).send(call)).toBe('Only this community’s moderators can do that.');
    expect(await moderator('eve', elsewhere).send(call)).toContain('It has been sent, or was taken back already.');
    expect(await store.updates.get(update?.id ?? '')).toMatchObject({ state: 'pending' });
  });
});

describe('a correction', () => {
  it('opens on what was sent, says what was corrected, and marks it', async () => {
    const { anna, meet, id, store } = await withUpdate();
    await anna.say('/update edit talks resume');
    expect(anna.answer.form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['title', talksResume.title],
      ['text', talksResume.text],
      ['sources', talksResume.sources],
      ['topics', 'territory'],
      ['correction', ''],
    ]);
    expect(await anna.fillIn({ text: 'On 4 March.' })).toContain('What was corrected — say in a few words');
    await anna.press('✏️ Edit');
    const preview = await anna.fillIn({ correction: 'It is the  fourth.' });
    expect(preview).toContain('✏️ Corrected 1 Mar 2026, 12:01: It is the fourth.\nOn 4 March.');
    expect(preview).toContain('What changes\nText (English):');
    expect(await anna.press('✅ Publish')).toContain('Done: every copy is being changed.\nCorrected 1 Mar 2026, 12:01');
    expect(await meet('mia', guild).send({ command: 'news', args: { id } })).toContain(
      'It is the fourth.\nOn 4 March.',
    );
    expect((await store.updates.revisions(id)).map(({ number, intent, reason }) => [number, intent, reason])).toEqual([
      [2, 'edit', 'It is the fourth.'],
      [1, 'post', ''],
    ]);
  });

  it('of the wording alone is told to nobody', async () => {
    const { anna, meet, id } = await withUpdate();
    await anna.say('/update edit talks resume');
    await anna.fillIn({ text: 'The mediators say that talks will resume on 3 March.' });
    expect(await anna.press('Only the wording changes')).toContain('Preview');
    await anna.press('✅ Publish');
    const said = await meet('mia', guild).send({ command: 'news', args: { id } });
    expect(said).toContain('will resume');
    expect(said).not.toContain('Corrected');
  });

  it('made at the same time as another one is not saved over it, and nothing typed is lost', async () => {
    const { anna, moderator, meet, id } = await withUpdate();
    const boris = moderator('boris');
    await anna.say('/update edit talks resume');
    await boris.say('/update edit talks resume');
    await boris.fillIn({ title: 'Talks resume in Geneva', correction: 'Geneva, not Istanbul.' });
    await anna.fillIn({ text: 'On 4 March.', correction: 'It is the fourth.' });
    await boris.press('✅ Publish');
    const said = await anna.press('✅ Publish');
    expect(said).toContain('Somebody else has changed this text');
    expect(said).toContain('What they changed\nTitle (English):\nTalks resume in Istanbul Geneva');
    expect(anna.labels).toEqual(['✏️ Edit again on the current text', '🗑 Discard']);
    expect(await anna.press('✏️ Edit again on the current text')).toContain('Talks resume in Geneva');
    await anna.press('✅ Publish');
    const shown = await meet('mia', guild).send({ command: 'news', args: { id } });
    expect(shown).toContain('Talks resume in Geneva\n✏️ Corrected 1 Mar 2026, 12:01: It is the fourth.\nOn 4 March.');
  });

  it('of the original’s meaning leaves its translations behind, until they are translated again', async () => {
    const { anna, meet, id } = await withUpdate();
    const ivan = meet('ivan', guild, 'uk');
    const news = { command: 'news', args: { id } };
    await anna.say('/update edit talks resume uk');
    expect(anna.answer.form?.title).toBe('Translate: українська');
    expect(anna.answer.form?.fields.map(({ name }) => name)).toEqual(['title', 'text']);
    expect(await anna.fillIn({})).toContain('Text — this is still the text of the original. Please translate it.');
    await anna.press('✏️ Edit');
    await anna.fillIn({ title: 'Переговори', text: 'Третього березня.' });
    expect(anna.labels).toEqual(['✅ Publish', '✏️ Edit', '🗑 Discard']);
    await anna.press('✅ Publish');
    const translated = await ivan.send(news);
    expect(translated).toContain('Переговори\nТретього березня.');
    expect(translated).not.toContain('Виправлено');

    await anna.say('/update edit talks resume');
    const said = await anna.fillIn({ text: 'On 4 March.', correction: 'It is the fourth.' });
    expect(said).toContain('until they are translated again these are not shown: українська');
    await anna.press('✅ Publish');
    expect(await ivan.send(news)).toContain('показано мовою оригіналу (English).\nOn 4 March.');
  });

  it('is not made of what is not there, not sent yet, retracted, or comes from a file', async () => {
    const { anna, pass, id, store, meet } = await withUpdate();
    expect(await anna.say('/update edit nothing like it')).toBe(
      'There is no update “nothing like it” here. /latest shows all of them.',
    );
    await anna.say('/update post');
    await anna.fillIn({ ...talksResume, title: 'Another one' });
    await anna.press('✅ Publish');
    expect(await anna.say('/update edit Another one')).toContain('That update has not been sent yet.');
    await anna.send({ command: 'update retract', args: { update: id, reason: 'A hoax' } });
    expect(await anna.send({ command: 'update edit', args: { update: id } })).toContain('That update is retracted.');
    await pass(60);
    const { writing } = (await store.updates.get(id)) as NonNullable<Awaited<ReturnType<typeof store.updates.get>>>;
    const file = { id: 'fffffff1', community: 'shared', contentId: 'first-answers', writing, author: undefined };
    await store.updates.keep({ ...file, at: 0, publishAt: 0 });
    expect(await meet('operator', undefined).say('/update edit fffffff1')).toContain(
      'content/updates/first-answers.md',
    );
  });

  it('that was begun before the retraction is kept, but can’t be published', async () => {
    const { anna, id } = await withUpdate();
    await anna.say('/update edit talks resume');
    await anna.fillIn({ text: 'On 4 March.', correction: 'It is the fourth.' });
    const { answer } = anna;
    await anna.send({ command: 'update retract', args: { update: id, reason: 'A hoax' } });
    const publish = answer.buttons?.find(({ label }) => label === '✅ Publish');
    const said = await anna.send(publish && 'call' in publish ? publish.call : { command: '', args: {} });
    expect(said).toContain('this update was retracted meanwhile');
  });

  it('asks which one where several are meant, and for one where none is named', async () => {
    const { anna, pass } = await withUpdate();
    await anna.say('/update post');
    await anna.fillIn({ ...talksResume, title: 'Talks resume in Geneva' });
    await anna.press('✅ Publish');
    await pass(60);
    expect(await anna.say('/update edit talks resume')).toContain('Which one?');
    expect(await anna.say('/update edit')).toContain('Which one?');
    await anna.press('Talks resume in Istanbul — 1 Mar 2026, 12:01');
    expect(anna.answer.form?.fields[0]?.value).toBe('Talks resume in Istanbul');
    await anna.say('/update edit TALKS resume in geneva');
    expect(anna.answer.form?.fields[0]?.value).toBe('Talks resume in Geneva');
  });

  it('is found while its title is typed, by moderators alone', async () => {
    const { dispatcher, caller } = await withUpdate();
    const suggest = async (who: string, typed: string) =>
      (await dispatcher.suggest('update edit', 'update', typed, await caller(who))).map(({ name }) => name);
    expect(await suggest('anna', 'istan')).toEqual(['Talks resume in Istanbul']);
    expect(await suggest('anna', 'oslo')).toEqual([]);
    expect(await suggest('mia', 'istan')).toEqual([]);
  });
});

describe('a retraction', () => {
  it('leaves nothing but that it was retracted, when and why', async () => {
    const { anna, meet, id, wakings } = await withUpdate();
    const before = wakings();
    await anna.say('/update retract Talks resume in Istanbul');
    expect(await anna.fillIn({ reason: 'The mediators deny it.' })).toContain(
      'Every copy is being replaced by a notice.',
    );
    expect(wakings()).toBe(before + 1);
    const mia = meet('mia', guild);
    expect(await mia.say('/latest')).toContain('✖ Retracted: Talks resume in Istanbul');
    expect(await mia.send({ command: 'news', args: { id } })).toBe(
      'Retracted\nTalks resume in Istanbul\nRetracted 1 Mar 2026, 12:01: The mediators deny it.',
    );
    expect(JSON.stringify(mia.answer)).not.toMatch(/mediators say|Ukraine has confirmed|Example Times/u);
    expect(mia.answer.document[1]).toMatchObject({ spans: [{ kind: 'strike' }] });
  });

  it('is made at once, where texts otherwise wait for another moderator', async () => {
    const { anna, settle, id, store } = await withUpdate();
    await settle(guild, { approvals: 1 });
    await anna.send({ command: 'update retract', args: { update: id, reason: 'A hoax' } });
    expect(await store.updates.get(id)).toMatchObject({ state: 'retracted', reason: 'A hoax' });
  });

  it('needs a reason, and guesses nothing', async () => {
    const { anna, id, store } = await withUpdate();
    await anna.send({ command: 'update retract', args: { update: id } });
    expect(await anna.fillIn({ reason: ' ' })).toBe('Please say why: every reader is told.');
    await anna.send({ command: 'update retract', args: { update: id } });
    expect(await anna.fillIn({ reason: 'w'.repeat(201) })).toContain('200 characters at most');
    expect(await anna.send({ command: 'update retract', args: { update: 'talks', reason: 'A hoax' } })).toBe(
      'Which one?\nTalks resume in Istanbul — 1 Mar 2026, 12:01',
    );
    expect(await anna.say('/update retract nothing like it')).toContain('There is no update');
    expect(await store.updates.get(id)).toMatchObject({ state: 'published' });
  });

  it('is made once', async () => {
    const { anna, id } = await withUpdate();
    const call = { command: 'update retract', args: { update: id, reason: 'A hoax' } };
    await anna.send(call);
    expect(await anna.send(call)).toContain('That update is retracted.');
  });

  it('of what has not been sent yet is offered as an undo', async () => {
    const { anna } = await withDraft();
    await anna.press('✅ Publish');
    await anna.say('/update retract');
    const said = await anna.press('⏳ Talks resume in Istanbul — not sent yet');
    expect(said).toContain('That update has not been sent yet. Take it back with “Undo”.');
    expect(anna.labels).toContain('↩ Undo');
  });

  it('is out of reach of other communities', async () => {
    const { moderator, id, store, meet } = await withUpdate();
    const eve = moderator('eve', elsewhere);
    const call = { command: 'update retract', args: { update: id, reason: 'A hoax' } };
    expect(await eve.send(call)).toContain('There is no update');
    expect(await meet('operator', undefined).send(call)).toContain('There is no update');
    for (const command of ['update edit', 'update status'])
      expect(await eve.send({ command, args: { update: id } })).toContain('There is no update');
    expect(await eve.send({ command: 'update resend', args: { id, which: 'failed' } })).toContain('There is no update');
    expect(await store.updates.get(id)).toMatchObject({ state: 'published' });
  });
});

describe('where another moderator has to agree', () => {
  async function waiting() {
    const room = await withDraft();
    await room.settle(guild, { approvals: 1 });
    const { anna, moderator } = room;
    await anna.say('/update list');
    await anna.press('Update: Talks resume in Istanbul');
    expect(anna.labels).toContain('📨 Send for review');
    await anna.press('📨 Send for review');
    const boris = moderator('boris');
    await boris.say('/review');
    return { ...room, boris };
  }

  it('an update is published when they do, and its author is told', async () => {
    const { boris, anna, meet, pass, told } = await waiting();
    expect(await anna.say('/review')).toContain(
      'Yours, waiting for another moderator\nUpdate: Talks resume in Istanbul',
    );
    await anna.press('Update: Talks resume in Istanbul');
    expect(anna.labels).toEqual(['✏️ Edit', 'Details', '🗑 Discard']);
    expect(await boris.press('Update: Talks resume in Istanbul')).toContain('For review: Talks resume in Istanbul');
    expect(boris.labels).toEqual(['✅ Approve and publish', '↩ Return with a comment', '✖ Reject']);
    expect(await boris.press('✅ Approve and publish')).toContain('It is sent in 60 seconds.');
    expect(told.map(({ person, text }) => [person.id, text])).toEqual([
      ['anna', 'Your text “Talks resume in Istanbul” was approved and published in Peace talk.'],
    ]);
    await pass(60);
    expect(await meet('mia', guild).say('/latest')).toContain('Talks resume in Istanbul');
  });

  it('it is returned with a comment, mended and sent again, or rejected with what was written', async () => {
    const { boris, anna, told, store } = await waiting();
    await boris.press('Update: Talks resume in Istanbul');
    await boris.press('↩ Return with a comment');
    await boris.fill({ comment: 'Who says so?' });
    expect(told[0]?.text).toContain('was returned with a comment:\nWho says so?');
    await anna.say('/review');
    expect(await anna.press('Update: Talks resume in Istanbul')).toContain('Returned to you:\nWho says so?');
    await anna.press('📨 Send for review');
    await boris.say('/review');
    await boris.press('Update: Talks resume in Istanbul');
    await boris.press('✖ Reject');
    await boris.fill({ comment: 'Not true.' });
    expect(told[1]?.text).toContain('was rejected:\nNot true.');
    expect(told[1]?.text).toContain(talksResume.text.split('\n')[0]);
    expect(await store.updateDrafts.list((await store.communities.of(guild, 0)).id)).toEqual([]);
  });

  it('it is never one’s own, and never another text than was shown', async () => {
    const { anna, boris, store } = await waiting();
    const [draft] = await store.updateDrafts.list((await store.communities.of(guild, 0)).id);
    const args = { id: draft?.id ?? '', version: String(draft?.version) };
    expect(await anna.send({ command: 'update draft', args: { ...args, act: 'approve' } })).toContain(
      'another moderator has to decide',
    );
    expect(await anna.send({ command: 'update draft', args: { ...args, act: 'publish' } })).toContain(
      'another moderator has to agree',
    );
    await boris.press('Update: Talks resume in Istanbul');
    await anna.send({ command: 'update draft', args: { id: args.id, act: 'text' } });
    await anna.fillIn({ text: 'Something else.' });
    await anna.press('📨 Send for review');
    expect(await boris.press('✅ Approve and publish')).toContain('Nothing was done: the draft has changed');
  });

  it('a correction waits as well', async () => {
    const { anna, settle, moderator, id, store } = await withUpdate();
    await settle(guild, { approvals: 1 });
    await anna.say('/update edit talks resume');
    await anna.fillIn({ text: 'On 4 March.', correction: 'It is the fourth.' });
    await anna.press('📨 Send for review');
    const boris = moderator('boris');
    await boris.say('/review');
    const said = await boris.press('Update: Talks resume in Istanbul');
    expect(said).toContain('Written by Anna: It is the fourth.\nWhat changes');
    await boris.press('✅ Approve and publish');
    const [latest] = await store.updates.revisions(id);
    expect([latest?.author?.id, latest?.approvedBy?.id]).toEqual(['anna', 'boris']);
  });

  it('a draft is seen by its author alone until then, and by nobody elsewhere', async () => {
    const { moderator, store } = await withDraft();
    const [draft] = await store.updateDrafts.list((await store.communities.of(guild, 0)).id);
    const call = { command: 'update draft', args: { id: draft?.id ?? '' } };
    expect(await moderator('boris').send(call)).toContain('no such draft');
    const eve = moderator('eve', elsewhere);
    expect(await eve.send(call)).toContain('no such draft');
    expect(await eve.say('/update list')).not.toContain('Talks');
  });
});

describe('what an update makes outdated', () => {
  async function outdating() {
    const room = await withDraft();
    const { anna } = room;
    await anna.press('Details');
    expect(anna.answer.form?.fields.map(({ name }) => name)).toEqual(['parties', 'outdates']);
    expect(await anna.fillIn({ outdates: 'the weather' })).toContain('there is no entry or position “the weather”');
    await anna.press('Details');
    await anna.fillIn({ parties: 'ukraine', outdates: 'NATO accession\nRussia: NATO\nnato-membership' });
    await anna.press('✅ Publish');
    return room;
  }

  it('waits in /review once it is published, until somebody has looked', async () => {
    const { anna, pass, posted, settle } = await outdating();
    await settle(guild, { logChat: { platform: 'discord', id: 'log' } });
    expect(await anna.say('/review')).toContain('Nothing waits.');
    await pass(60);
    expect(await anna.say('/review')).toContain(
      [
        'Outdated by an update',
        'Can Ukraine join NATO during the war? — Talks resume in Istanbul',
        'Russia: NATO — Talks resume in Istanbul',
      ].join('\n'),
    );
    await anna.press('Can Ukraine join NATO during the war? — Talks resume in Istanbul');
    expect(anna.labels).toEqual(['✏️ Edit this', '✅ Still right', 'Show the update']);
    expect(await anna.press('✅ Still right')).toBe('“Can Ukraine join NATO during the war?” still holds.');
    expect(posted[0]?.text).toContain('found that “nato-membership” still holds after an update');
    expect(await anna.press('Review')).not.toContain('Can Ukraine join');
    expect(await anna.send({ command: 'outdated', args: { entry: 'nato-membership', act: 'fine' } })).toBe(
      'That is settled already. /review shows what still waits.',
    );
  });

  it('is settled by whoever changes it', async () => {
    const { anna, pass } = await outdating();
    await pass(60);
    await anna.say('/review');
    await anna.press('Can Ukraine join NATO during the war? — Talks resume in Istanbul');
    await anna.press('✏️ Edit this');
    await anna.fillIn({ answer: 'Not while it lasts.' });
    await anna.press('✅ Publish');
    expect(await anna.say('/review')).not.toContain('Can Ukraine join NATO during the war? — Talks');
  });
});

describe('a changed text', () => {
  it('may be announced with what was and what is now', async () => {
    const { moderator, meet, pass } = await newsroom();
    const anna = moderator('anna');
    await anna.say('/entry add');
    await anna.fillIn(nextTalks);
    await anna.press('✅ Publish');
    await anna.say('/entry edit when are the next talks');
    await anna.fillIn({ answer: 'In *Geneva*, in April.\n\nNo day has been named.' });
    await anna.press('Details');
    await anna.fillIn({ parties: 'ukraine' });
    await anna.press('✅ Publish');
    await anna.press('📢 Announce');
    expect(anna.answer.form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['title', 'Changed: When are the next talks?'],
      [
        'text',
        [
          'The text on “When are the next talks?” has changed.',
          '**Answer**',
          'Was: In Istanbul, in April. No day has been named.',
          'Now: In Geneva, in April. No day has been named.',
        ].join('\n\n'),
      ],
      ['sources', nextTalks.sources],
      ['topics', 'territory'],
      ['importance', 'routine'],
    ]);
    expect(await anna.fillIn({})).toContain('Preview');
    await anna.press('Details');
    expect(anna.answer.form?.fields[0]?.value).toBe('ukraine');
    await anna.fillIn({});
    await anna.press('✅ Publish');
    await pass(60);
    expect(await meet('mia', guild).say('/latest')).toContain('Changed: When are the next talks?');
  });

  it('that is new, or a position, is announced likewise, in the language in which it is written', async () => {
    const { moderator } = await newsroom();
    const anna = moderator('anna');
    await anna.say('/entry position russia nato');
    await anna.fillIn({ stance: 'Insists on neutrality' });
    await anna.press('✅ Publish');
    await anna.press('📢 Announce');
    expect(anna.answer.form?.fields[0]?.value).toBe('Changed: Russia: NATO');
    expect(anna.answer.form?.fields[1]?.value).toContain('Was: Demands neutrality\n\nNow: Insists on neutrality');
    const olha = moderator('olha', guild, 'uk');
    await olha.say('/entry add');
    await olha.fillIn({ ...nextTalks, question: 'Коли переговори?', answer: 'У квітні.' });
    await olha.press('✅ Опублікувати');
    await anna.send({ command: 'announce', args: { entry: 'koli-peregovori' } });
    expect(anna.answer.form?.fields.slice(0, 2).map(({ value }) => value)).toEqual([
      'Нове: Коли переговори?',
      'З’явився новий текст: «Коли переговори?».\n\nУ квітні.',
    ]);
  });

  it('of another’s is not there to be announced', async () => {
    const { moderator } = await newsroom();
    const anna = moderator('anna');
    expect(await anna.send({ command: 'announce', args: { entry: 'nato-membership' } })).toBe(
      'There is no change of this community’s own to announce.',
    );
    expect(await anna.send({ command: 'announce', args: { entry: '?' } })).toContain('No entry is called “?”');
  });
});

describe('members', () => {
  it.each([
    ['update post', {}],
    ['update edit', { update: 'x' }],
    ['update retract', { update: 'x', reason: 'y' }],
    ['update list', {}],
    ['update status', {}],
    ['update draft', { id: 'x' }],
    ['update undo', { id: 'x' }],
    ['update resend', { id: 'x', which: 'failed' }],
    ['announce', { entry: 'nato-membership' }],
    ['outdated', { entry: 'nato-membership' }],
  ])('can’t /%s', async (command, args) => {
    const { meet } = await newsroom();
    expect(await meet('mia', guild).send({ command, args: args as Record<string, string> })).toBe(
      'Only this community’s moderators can do that.',
    );
  });
});
