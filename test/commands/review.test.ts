import { describe, expect, it } from 'vitest';
import { reviewAnswer } from '../../src/core/views/review.ts';
import { testCaller } from '../builders/callers.ts';
import { idleUpdates } from '../builders/idle-updates.ts';
import { elsewhere, guild, newsroom, nextTalks } from '../editing/newsroom.ts';

/** A community in which another moderator has to agree, and a draft of Anna’s that waits for one. */
async function waiting() {
  const room = await newsroom();
  await room.settle(guild, { approvals: 1, logChat: { platform: 'discord', id: 'log' } });
  const anna = room.moderator('anna');
  const boris = room.moderator('boris');
  await anna.say('/entry add');
  await anna.fillIn(nextTalks);
  const { id } = await room.store.communities.of(guild, 0);
  return { ...room, anna, boris, community: id };
}

async function sent() {
  const room = await waiting();
  await room.anna.press('📨 Send for review');
  await room.boris.say('/review');
  return room;
}

describe('review', () => {
  it('publishes nothing before another moderator has agreed, and tells the author', async () => {
    const { anna, boris, meet, told, posted } = await waiting();
    const mia = meet('mia', guild);
    expect(anna.labels).toEqual(['📨 Send for review', '✏️ Edit', 'Details', '🗑 Discard']);
    expect(await anna.press('📨 Send for review')).toContain('waits for another moderator now');
    expect(await mia.say('/faq when are the next talks')).not.toContain('Istanbul');

    expect(await boris.say('/review')).toContain('To be approved\nWhen are the next talks?');
    const said = await boris.press('When are the next talks?');
    expect(said).toContain('For review: When are the next talks?');
    expect(said).toContain('Written by Anna');
    expect(said).toContain('In Istanbul, in April.');
    expect(boris.labels).toEqual(['✅ Approve and publish', '↩ Return with a comment', '✖ Reject']);
    expect(boris.answer.confidential).toBe(true);
    expect(await boris.press('✅ Approve and publish')).toContain('is published');

    expect(await mia.say('/faq when are the next talks')).toContain('Istanbul');
    expect(told.map(({ person, text }) => [person.id, text])).toEqual([
      ['anna', 'Your text “When are the next talks?” was approved and published in Peace talk.'],
    ]);
    expect(posted.map(({ text }) => text)).toEqual([
      expect.stringContaining('Anna — sent “When are the next talks?” for review'),
      expect.stringContaining('Boris — approved and published “When are the next talks?”'),
    ]);
  });

  it('shows what changes, word by word', async () => {
    const { anna, boris } = await waiting();
    await anna.say('/entry edit nato-membership');
    await anna.fillIn({ answer: '**Hardly.** The allies have never agreed on it.' });
    await anna.press('📨 Send for review');
    await boris.say('/review');
    const said = await boris.press('Can Ukraine join NATO during the war?');
    expect(said).toContain('**Hardly.** The allies have not never agreed on it.');
    expect(JSON.stringify(boris.answer.document)).toContain(
      '{"kind":"strike","spans":[{"kind":"text","text":"not"}]},{"kind":"text","text":" "},{"kind":"strong","spans":[{"kind":"text","text":"never"}]}',
    );
  });

  it('is never one’s own', async () => {
    const { anna, store, community, meet } = await sent();
    const [draft] = await store.drafts.list(community);
    const args = { id: draft?.id ?? '', version: String(draft?.version) };
    for (const act of ['approve', 'reject', 'return'])
      expect(await anna.send({ command: 'draft', args: { ...args, act } })).toBe(
        'That is your own text: another moderator has to decide on it.',
      );
    expect(await anna.send({ command: 'draft', args: { ...args, act: 'publish' } })).toContain(
      'another moderator has to agree',
    );
    expect(await meet('mia', guild).say('/faq when are the next talks')).not.toContain('Istanbul');
  });

  it('takes everybody who writes in a chat’s name for one person, and says nothing of a draft in that chat', async () => {
    const { dispatcher, moderator, reception, settle, told } = await newsroom();
    await settle(guild, { approvals: 1 });
    const chat = { platform: guild.platform, id: guild.id };
    const anonymous = () =>
      reception({ person: { ...chat, name: guild.title }, place: 'shared', chat: guild, moderates: async () => true });
    const begin = { command: 'draft begin', args: { language: 'en' } };
    const { buttons } = await dispatcher.submit(begin, nextTalks, await anonymous());
    const send = buttons?.[0] && 'call' in buttons[0] ? buttons[0].call : begin;
    await dispatcher.answer(send, await anonymous());
    const approve = { command: 'draft', args: { ...send.args, act: 'approve', version: '2' } };
    expect(JSON.stringify(await dispatcher.answer(approve, await anonymous()))).toContain('your own text');
    const boris = moderator('boris');
    await boris.say('/review');
    await boris.press('When are the next talks?');
    await boris.press('↩ Return with a comment');
    expect(await boris.fillIn({ comment: 'Which talks?' })).toContain('can’t be reached in private');
    expect(told).toEqual([]);
  });

  it('returns a draft with a comment, which its author mends and sends again', async () => {
    const { anna, boris, told } = await sent();
    await boris.press('When are the next talks?');
    await boris.press('↩ Return with a comment');
    expect(await boris.fillIn({ comment: 'Which April?\nSay the year.' })).toContain('The author has been told.');
    expect(told[0]?.text).toContain('Which April?\nSay the year.');
    expect(await boris.say('/review')).toContain('Nothing waits.');

    expect(await anna.say('/review')).toContain('Returned to you\nWhen are the next talks?');
    expect(await anna.press('When are the next talks?')).toContain('Returned to you:\nWhich April?\nSay the year.');
    await anna.press('✏️ Edit');
    await anna.fillIn({ answer: 'In Istanbul, in April 2026.' });
    await anna.press('📨 Send for review');
    await boris.say('/review');
    await boris.press('When are the next talks?');
    expect(await boris.press('✅ Approve and publish')).toContain('is published');
  });

  it('rejects a draft with a reason, and gives its author the text back', async () => {
    const { boris, told, store, community } = await sent();
    await boris.press('When are the next talks?');
    await boris.press('✖ Reject');
    await boris.fillIn({ comment: 'There is an entry for that.' });
    expect(told[0]?.text).toContain('There is an entry for that.');
    expect(told[0]?.text).toContain('In **Istanbul**, in April.');
    expect(await store.drafts.list(community)).toEqual([]);
  });

  it('approves what was shown, and nothing else', async () => {
    const { anna, boris, meet } = await sent();
    await boris.press('When are the next talks?');
    await anna.say('/review');
    await anna.press('When are the next talks?');
    await anna.press('✏️ Edit');
    await anna.fillIn({ answer: 'Something else altogether.' });
    expect(await boris.press('✅ Approve and publish')).toContain('There is no such draft here any more');
    await anna.press('📨 Send for review');
    await boris.say('/review');
    await boris.press('When are the next talks?');
    await anna.press('Review');
    await anna.press('When are the next talks?');
    await anna.press('✏️ Edit');
    await anna.fillIn({ answer: 'Nobody knows.' });
    await anna.press('📨 Send for review');
    expect(await boris.press('✅ Approve and publish')).toContain('the draft has changed since that button was shown');
    expect(await meet('mia', guild).say('/faq when are the next talks')).not.toContain('Something else');
  });

  it('does not approve what was made from an older text', async () => {
    const { anna, boris, settle } = await waiting();
    await anna.say('/entry edit nato-membership');
    await anna.fillIn({ answer: 'No.' });
    await anna.press('📨 Send for review');
    await settle(guild, { approvals: 0 });
    await boris.say('/entry edit nato-membership');
    await boris.fillIn({ answer: 'Not now.' });
    await boris.press('✅ Publish');
    await boris.say('/review');
    const said = await boris.press('Can Ukraine join NATO during the war?');
    expect(said).toContain('The draft was made from an older text.');
    expect(boris.labels).toEqual(['↩ Return with a comment', '✖ Reject']);
  });

  it('stands before retiring and restoring as well', async () => {
    const { anna, boris, meet } = await waiting();
    const mia = meet('mia', guild);
    const retire = { command: 'entry retire', args: { entry: 'land-for-peace', reason: 'Outdated' } };
    expect(await anna.send(retire)).toContain('waits for another moderator');
    expect(await anna.send(retire)).toContain('waits for another moderator');
    expect(await mia.say('/faq land for peace')).toContain('would not');
    await boris.say('/review');
    expect(boris.labels.filter((label) => label.startsWith('Retire:'))).toHaveLength(1);
    expect(await boris.press('Retire: Would Ukraine give up land for peace?')).toContain('Outdated');
    await boris.press('✅ Approve and publish');
    expect(await mia.say('/faq land for peace')).not.toContain('would not');

    await boris.send({ command: 'entry restore', args: { entry: 'land-for-peace' } });
    expect(await mia.say('/faq land for peace')).not.toContain('would not');
    await anna.say('/review');
    await anna.press('Restore: Would Ukraine give up land for peace?');
    await anna.press('✅ Approve and publish');
    expect(await mia.say('/faq land for peace')).toContain('would not');
  });

  it('lists what is past its review date: a community its own, the operators what all share', async () => {
    const { anna, meet, clock, settle } = await waiting();
    await settle(guild, { approvals: 0 });
    await anna.say('/review');
    await anna.press('My drafts');
    await anna.press('When are the next talks?');
    await anna.press('✅ Publish');
    expect(await anna.say('/review')).toContain('Nothing waits.');
    clock.now = Date.parse('2026-09-01T12:00:00Z');
    expect(await anna.say('/review')).toContain('Past their review date\nWhen are the next talks? — 30 May 2026');
    await anna.press('When are the next talks? — 30 May 2026');
    await anna.fillIn({});
    await anna.press('✅ Publish');
    expect(await anna.say('/review')).toContain('Nothing waits.');
    expect(await meet('operator', undefined).say('/review')).toContain(
      'Would Ukraine give up land for peace? — 1 March 2025',
    );
  });
});

it('the queue of reports is one press away from /review', async () => {
  const nothing = { waiting: [], returned: [], overdue: [], behind: [] };
  const ofUpdates = await idleUpdates.queue(testCaller());
  const answer = reviewAnswer(nothing, ofUpdates, { reports: 2, imports: [] }, testCaller());
  expect(answer.buttons?.[0]).toEqual({ label: 'Reports: 2', call: { command: 'reports', args: {} } });
});

describe('a draft', () => {
  it('is seen by its author alone until it is sent for review', async () => {
    const { boris, store, community, anna } = await waiting();
    const [draft] = await store.drafts.list(community);
    expect(await boris.send({ command: 'draft', args: { id: draft?.id ?? '' } })).toContain('no such draft');
    expect(await boris.say('/review')).toContain('Nothing waits.');
    await anna.press('📨 Send for review');
    expect(await boris.send({ command: 'draft', args: { id: draft?.id ?? '' } })).toContain('Istanbul');
    expect(await boris.send({ command: 'draft', args: { id: draft?.id ?? '', act: 'text' } })).toContain(
      'no such draft',
    );
  });

  it('is out of reach of every other community', async () => {
    const { moderator, store, community, meet, anna } = await sent();
    const [draft] = await store.drafts.list(community);
    const eve = moderator('eve', elsewhere);
    const operator = meet('operator', undefined);
    for (const act of [
      '',
      'text',
      'details',
      'publish',
      'submit',
      'approve',
      'return',
      'reject',
      'rebase',
      'discard',
      'drop',
      'wording',
    ])
      for (const somebody of [eve, operator])
        expect(await somebody.send({ command: 'draft', args: { id: draft?.id ?? '', act, version: '2' } })).toContain(
          'no such draft',
        );
    for (const somebody of [meet('mia', guild), meet('anna', undefined)])
      expect(await somebody.send({ command: 'draft', args: { id: draft?.id ?? '' } })).toContain(
        'Only this community’s moderators',
      );
    expect(await store.drafts.list(community)).toHaveLength(1);
    expect(anna.person.id).toBe('anna');
  });

  it('is not saved by who has lost the right since its form was opened', async () => {
    const { moderator, rights, store } = await newsroom();
    const anna = moderator('anna');
    await anna.say('/entry add');
    rights.set('anna', []);
    expect(await anna.fillIn(nextTalks)).toBe('Only this community’s moderators can do that.');
    rights.set('anna', [guild.id]);
    await anna.say('/entry add');
    await anna.fillIn(nextTalks);
    rights.set('anna', []);
    expect(await anna.press('✅ Publish')).toBe('Only this community’s moderators can do that.');
    const { id } = await store.communities.of(guild, 0);
    expect((await store.entries.all(id)).items).toEqual([]);
  });

  it('is one of at most 20', async () => {
    const { moderator } = await newsroom();
    const anna = moderator('anna');
    for (let number = 1; number <= 20; number++) {
      await anna.say('/entry add');
      await anna.fillIn({ ...nextTalks, question: `Question ${number}?` });
    }
    expect(await anna.say('/entry list drafts')).toContain('Question 20?');
    expect(await anna.say('/entry add')).toContain('You have 20 drafts');
    expect(anna.answer.form).toBeUndefined();
  });
});
