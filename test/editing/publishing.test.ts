import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { elsewhere, guild, newsroom, nextTalks } from './newsroom.ts';

const subject = { kind: 'entry', key: '', language: 'en' } as const;

describe('publishing', () => {
  it('does not give one name to two entries, also where the other one was published a moment ago elsewhere', async () => {
    const { editing, caller, moderator, store } = await newsroom();
    moderator('anna');
    moderator('boris');
    const [anna, boris] = [await caller('anna'), await caller('boris')];
    const hers = await editing.begin(anna, subject, 0, nextTalks);
    const his = await editing.begin(boris, subject, 0, { ...nextTalks, question: 'WHEN are the next tаlks' });
    await editing.publish(anna, hers.id, hers.version);
    await expect(editing.publish(boris, his.id, his.version)).rejects.toMatchObject({
      key: 'error-name-taken',
      values: { name: 'WHEN are the next tаlks', entry: 'when-are-the-next-talks' },
    });
    expect((await store.entries.all(anna.community.id)).items).toHaveLength(1);
    expect(await store.drafts.get(boris.community.id, his.id)).toBeDefined();
  });

  it('finds another id where a new entry of the same one was a moment faster', async () => {
    const { editing, caller, moderator, store } = await newsroom();
    moderator('anna');
    const anna = await caller('anna');
    const two = ['What about Крим?', 'What about Крім?'];
    const [first, second] = [
      await editing.begin(anna, subject, 0, { ...nextTalks, question: two[0] as string }),
      await editing.begin(anna, subject, 0, { ...nextTalks, question: two[1] as string }),
    ];
    const outcomes = await Promise.all(
      [first, second].map((draft) => editing.publish(anna, draft?.id ?? '', draft?.version ?? 0)),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    const { items } = await store.entries.all(anna.community.id);
    expect(items.map(({ key }) => key)).toEqual(['what-about-krim', 'what-about-krim-2']);
  });

  it('writes every act down', async () => {
    const { moderator, store, caller } = await newsroom();
    const anna = moderator('anna');
    await anna.say('/entry add');
    await anna.fillIn(nextTalks);
    await anna.press('✅ Publish');
    const entry = 'when-are-the-next-talks';
    await anna.send({ command: 'entry retire', args: { entry, reason: 'Over' } });
    await anna.send({ command: 'entry restore', args: { entry } });
    const acts = await store.audit.list((await caller('anna')).community.id, 10);
    expect(acts.map(({ act, subject, by, detail }) => [act, subject, by?.id, detail])).toEqual([
      ['entry.restore', entry, 'anna', { revision: 3 }],
      ['entry.retire', entry, 'anna', { revision: 2, reason: 'Over' }],
      ['entry.publish', entry, 'anna', { revision: 1 }],
    ]);
  });

  it('says “published” only when it is served', async () => {
    const { editing, caller, moderator, meet, served } = await newsroom();
    moderator('anna');
    const anna = await caller('anna');
    const draft = await editing.begin(anna, subject, 0, nextTalks);
    await editing.publish(anna, draft.id, draft.version);
    expect(served).toEqual([anna.community.id]);
    expect((await caller('anna')).catalogue.knowledge.entry('when-are-the-next-talks')).toBeDefined();
    expect(await meet('eve', elsewhere).say('/faq when are the next talks')).not.toContain('Istanbul');
  });

  it('keeps the draft where the database gives way', async () => {
    const { caller, moderator, store, dispatcher, faults } = await newsroom();
    const anna = moderator('anna');
    await anna.say('/entry add');
    await anna.fillIn(nextTalks);
    const change = store.entries.change;
    (store.entries as { change: Store['entries']['change'] }).change = async () => {
      throw new Error('The disk is full.');
    };
    expect(await anna.press('✅ Publish')).toContain('Something went wrong on our side');
    (store.entries as { change: Store['entries']['change'] }).change = change;
    expect(faults).toHaveLength(1);
    const [draft] = await store.drafts.list((await caller('anna')).community.id);
    const { document } = await dispatcher.answer(
      { command: 'draft', args: { id: draft?.id ?? '' } },
      await caller('anna'),
    );
    expect(JSON.stringify(document)).toContain('Istanbul');
  });

  it('asks for review as soon as the community wants it, whatever the button said', async () => {
    const { moderator, settle, meet } = await newsroom();
    const anna = moderator('anna');
    await anna.say('/entry add');
    await anna.fillIn(nextTalks);
    await settle(guild, { approvals: 1 });
    expect(await anna.press('✅ Publish')).toContain('another moderator has to agree');
    expect(await meet('mia', guild).say('/faq when are the next talks')).not.toContain('Istanbul');
  });
});
