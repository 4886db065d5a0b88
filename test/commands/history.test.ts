import { describe, expect, it } from 'vitest';
import { elsewhere, guild, newsroom, nextTalks } from '../editing/newsroom.ts';

/** An entry in three revisions, by two moderators. */
async function withHistory() {
  const room = await newsroom();
  const anna = room.moderator('anna');
  const boris = room.moderator('boris');
  await anna.say('/entry add');
  await anna.fillIn(nextTalks);
  await anna.press('✅ Publish');
  for (const [who, answer, reason] of [
    [boris, 'In **Geneva**, in April.', 'The place has changed'],
    [anna, 'In **Geneva**, in May.', 'Put off'],
  ] as const) {
    room.clock.now += 86_400_000;
    await who.say('/entry edit when are the next talks');
    await who.fillIn({ answer });
    await who.press('Details');
    await who.fillIn({ reason });
    await who.press('✅ Publish');
  }
  return { ...room, anna, boris };
}

describe('/history', () => {
  it('tells members when and why an entry last changed, not who changed it', async () => {
    const { meet } = await withHistory();
    const mia = meet('mia', guild);
    const said = await mia.say('/history when are the next talks');
    expect(said).toBe(
      'History: When are the next talks?\nLast changed on 3 Mar 2026, 12:00: Put off\nThere are 3 revisions.',
    );
    expect(mia.labels).toEqual(['Show it']);
    expect(JSON.stringify(mia.answer)).not.toMatch(/Anna|Boris/u);
    expect(await mia.send({ command: 'history', args: { entry: 'when-are-the-next-talks', revision: '2' } })).toBe(
      'Only this community’s moderators can do that.',
    );
  });

  it('tells moderators who changed what, and compares any two revisions', async () => {
    const { anna } = await withHistory();
    expect(await anna.say('/history when are the next talks')).toContain(
      [
        '3 · 3 Mar 2026, 12:00 — written — Anna — Put off',
        '2 · 2 Mar 2026, 12:00 — written — Boris — The place has changed',
        '1 · 1 Mar 2026, 12:00 — written — Anna',
      ].join('\n'),
    );
    expect(anna.answer.confidential).toBe(true);
    expect(await anna.press('2 · 2 Mar 2026, 12:00 — written — Boris — The place has changed')).toContain(
      'What changed from revision 1 to revision 2',
    );
    const said = await anna.press('Compare with the latest');
    expect(said).toContain('What changed from revision 2 to revision 3');
    expect(said).toContain('In **Geneva**, in April May.');
    expect(
      await anna.send({
        command: 'history',
        args: { entry: 'when-are-the-next-talks', revision: '3', against: '1' },
      }),
    ).toContain('In **Istanbul Geneva**, in April May.');
    for (const revision of ['4', '-1', 'x', '1e3', '0.5'])
      expect(await anna.send({ command: 'history', args: { entry: 'when-are-the-next-talks', revision } })).toMatch(
        /There is no revision/u,
      );
  });

  it('brings any earlier text back with one button, as a new revision', async () => {
    const { anna, meet } = await withHistory();
    await anna.send({ command: 'history', args: { entry: 'when-are-the-next-talks', revision: '1' } });
    expect(await anna.press('↩ Restore revision 1')).toContain('is back');
    expect(await meet('mia', guild).say('/faq when are the next talks')).toContain('In Istanbul, in April.');
    expect(await anna.say('/history when are the next talks')).toContain(
      '4 · 3 Mar 2026, 12:00 — restored — Anna — Restored from revision 1',
    );
    expect(await anna.say('/entry restore when are the next talks 2')).toContain('is back');
    expect(await meet('mia', guild).say('/faq when are the next talks')).toContain('In Geneva, in April.');
    expect(await anna.say('/entry restore when-are-the-next-talks 1')).toContain('is back');
    expect(
      await anna.send({ command: 'entry restore', args: { entry: 'when-are-the-next-talks', revision: '1' } }),
    ).toBe('That is the text as it is now.');
    for (const revision of ['9', '0', '-1', 'x'])
      expect(
        await anna.send({ command: 'entry restore', args: { entry: 'when-are-the-next-talks', revision } }),
      ).toContain('There is no revision');
    expect(await anna.say('/entry restore when are the next talks')).toContain('That is shown already.');
  });

  it('of a shared text says the revision of its content', async () => {
    const { meet, moderator } = await newsroom();
    expect(await meet('mia', guild).say('/history nato membership')).toBe(
      'History: Can Ukraine join NATO during the war?\nThis is the shared text, in revision 1 of its content.',
    );
    const anna = moderator('anna');
    await anna.say('/entry edit nato-membership');
    await anna.fillIn({ answer: 'No.' });
    await anna.press('✅ Publish');
    expect(await anna.press('History')).toContain('It takes the place of the shared text');
    await anna.press('Use the shared text again');
    expect(await meet('mia', guild).say('/faq nato accession')).toContain('Hardly.');
  });

  it('of what the operators wrote names nobody to other communities', async () => {
    const { meet, moderator, editing, caller } = await newsroom();
    const operator = meet('operator', undefined);
    await operator.say('/entry edit border-history');
    await operator.fillIn({ answer: 'Those of 24 August 1991.' });
    await operator.press('✅ Publish');
    const anna = moderator('anna');
    const said = await anna.say('/history border-history');
    expect(said).toContain('Last changed on');
    expect(said).not.toContain('Operator');
    const known = await editing.history(await caller('anna'), { kind: 'entry', key: 'border-history' }, true);
    expect(JSON.stringify(known)).not.toContain('Operator');
    expect(await operator.say('/history border-history')).toContain('written — Operator');
  });

  it('of another community’s entry is not there', async () => {
    const { moderator } = await withHistory();
    const eve = moderator('eve', elsewhere);
    const entry = 'when-are-the-next-talks';
    for (const command of ['history', 'entry edit', 'entry restore'])
      expect(await eve.send({ command, args: { entry } })).toContain('No entry is called');
    expect(await eve.send({ command: 'entry retire', args: { entry, reason: 'x' } })).toContain('No entry is called');
    expect(await eve.send({ command: 'history', args: { entry, revision: '1' } })).toContain('No entry is called');
  });

  it('goes on without the name of who had it erased', async () => {
    const { anna, store } = await withHistory();
    await store.people.erase({ platform: 'discord', id: 'boris' });
    const said = await anna.say('/history when are the next talks');
    expect(said).not.toContain('Boris');
    expect(said).toContain('2 · 2 Mar 2026, 12:00 — written — ');
  });
});
