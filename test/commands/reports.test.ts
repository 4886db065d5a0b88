import { describe, expect, it } from 'vitest';
import { discordServer, otherGroup, telegramGroup, testTown } from '../community/town.ts';

const question = 'Can Ukraine join NATO during the war?';

describe('/report', () => {
  it('goes from the button under an answer, through a form, to the moderators, and back', async () => {
    const { at, moderator, told } = await testTown();
    const ann = at(telegramGroup, 'ann');
    await ann.say('/faq nato accession');
    expect(await ann.press('⚑ Report')).toBe(`What is wrong with “${question}”?`);
    expect(ann.answer.form?.fields).toHaveLength(1);
    expect(await ann.fill({ what: 'The summit\nwas in 2024.' })).toContain('Thank you. The moderators now see');
    expect(ann.answer.private).toBe(true);

    const olena = moderator(telegramGroup);
    await olena.send({ command: 'reports', args: {} });
    expect(olena.labels).toEqual([`${question} — The summit was in 2024.`]);
    const shown = await olena.press(olena.labels[0] as string);
    expect(shown).toContain('The summit\nwas in 2024.');
    expect(shown).toContain('Reported on 1 Mar 2026, 12:00');
    expect(JSON.stringify(olena.answer)).not.toMatch(/ann/iu);
    expect(olena.labels).toEqual(['Show it', 'Mended', 'Nothing wrong', 'Answer with a word…', 'All reports']);

    expect(await olena.press('Mended')).toContain('Whoever reported it has been told.');
    expect(told).toEqual([
      { to: 'ann', text: expect.stringContaining(`You reported “${question}”: it has been mended.`) },
    ]);
    expect(await olena.press('All reports')).toBe('There are no open reports.');
  });

  it('comes back with a moderator’s words, where they add some', async () => {
    const { at, moderator, told } = await testTown();
    await at(telegramGroup, 'ann').say('/report nato-membership');
    await at(telegramGroup, 'ann').send({ command: 'report', args: { entry: 'russia/nato', what: 'Too old' } });
    const olena = moderator(telegramGroup);
    await olena.send({ command: 'reports', args: {} });
    await olena.press('Russia: NATO — Too old');
    await olena.press('Answer with a word…');
    await olena.fill({ outcome: 'fine', comment: 'It is from last week.' });
    expect(told[0]?.text).toContain('found nothing wrong');
    expect(told[0]?.text).toContain('It is from last week.');
  });

  it('is taken once from a member about an entry, until it is settled', async () => {
    const { at, moderator } = await testTown();
    const ann = at(telegramGroup, 'ann');
    await ann.send({ command: 'report', args: { entry: 'nato-membership', what: 'Wrong' } });
    expect(await ann.send({ command: 'report', args: { entry: 'nato-membership', what: 'Wrong!' } })).toBe(
      'You have reported this already. The moderators will look into it.',
    );
    expect(await at(telegramGroup, 'bob').say('/report nato-membership')).toContain('What is wrong');
    const olena = moderator(telegramGroup);
    await olena.send({ command: 'reports', args: {} });
    await olena.press(olena.labels[0] as string);
    await olena.press('Nothing wrong');
    expect(await ann.send({ command: 'report', args: { entry: 'nato-membership', what: 'Still' } })).toContain(
      'Thank you',
    );
  });

  it('is taken once, however fast the same member sends it', async () => {
    const { at, bare, registry } = await testTown();
    const send = () =>
      at(telegramGroup, 'ann').send({ command: 'report', args: { entry: 'nato-membership', what: 'Wrong' } });
    await Promise.all(Array.from({ length: 10 }, send));
    const { id } = await registry.communityOf(telegramGroup);
    expect(await bare.reports.open(id)).toHaveLength(1);
  });

  it('has at most five of a member open', async () => {
    const { at } = await testTown();
    const ann = at(telegramGroup, 'ann');
    const all = [
      'nato-membership',
      'land-for-peace',
      'border-history',
      'russia/nato',
      'ukraine/nato',
      'russia/territory',
    ];
    const said: string[] = [];
    for (const entry of all) said.push(await ann.send({ command: 'report', args: { entry, what: 'Wrong' } }));
    expect(said.filter((one) => one.startsWith('Thank you'))).toHaveLength(5);
    expect(said.at(-1)).toContain('You have 5 open reports here.');
  });

  it('has at most five open of a member who sends them all at once', async () => {
    const { at, bare, registry } = await testTown();
    const all = [
      ...['nato-membership', 'land-for-peace', 'border-history'],
      ...['russia/nato', 'ukraine/nato', 'russia/territory', 'ukraine/territory'],
    ];
    await Promise.all(
      all.map((entry) => at(telegramGroup, 'ann').send({ command: 'report', args: { entry, what: 'Wrong' } })),
    );
    expect(await bare.reports.open((await registry.communityOf(telegramGroup)).id)).toHaveLength(5);
  });

  it('is refused where nothing is said, too much, or of nothing that is here', async () => {
    const { at } = await testTown();
    const ann = at(telegramGroup, 'ann');
    await ann.say('/report nato-membership');
    expect(await ann.fill({ what: ' \u200b \n' })).toBe('Please say what is wrong.');
    await ann.say('/report nato-membership');
    expect(await ann.fill({ what: 'x'.repeat(501) })).toBe('At most 500 characters, please.');
    expect(ann.answer.failed).toBe(true);
    expect(await ann.say('/report zebra pancakes')).toContain('No entry is called');
    expect(await ann.say('/report narnia/nato')).toContain('No entry is called');
  });

  it('keeps no signs that hide what is said', async () => {
    const { at, bare, registry } = await testTown();
    await at(telegramGroup, 'ann').send({
      command: 'report',
      args: { entry: 'nato-membership', what: `a\u202eb\u0000c e${'\u0301'.repeat(300)}` },
    });
    const { id } = await registry.communityOf(telegramGroup);
    expect((await bare.reports.open(id))[0]?.text).toBe('abc e\u0301'.normalize('NFC') + '\u0301'.repeat(4));
  });

  it('is seen and settled by the community’s own moderators alone', async () => {
    const { at, moderator, bare, registry } = await testTown({ operators: [{ platform: 'telegram', id: 'oleh' }] });
    await at(telegramGroup, 'ann').send({ command: 'report', args: { entry: 'nato-membership', what: 'Wrong' } });
    const { id } = await registry.communityOf(telegramGroup);
    const [report] = await bare.reports.open(id);
    const settle = { command: 'settle', args: { report: report?.id ?? '', outcome: 'mended' } };

    for (const one of [at(telegramGroup, 'bob'), at(telegramGroup, 'oleh')]) {
      expect(await one.send({ command: 'reports', args: {} })).toContain('Only this community’s moderators');
      expect(await one.send(settle)).toContain('Only this community’s moderators');
    }
    for (const one of [moderator(otherGroup, 'mallory'), moderator(discordServer, 'dmytro'), at(undefined, 'oleh')]) {
      expect(await one.send({ command: 'reports', args: {} })).toBe('There are no open reports.');
      expect(await one.send(settle)).toContain('settled already');
    }
    expect(await bare.reports.open(id)).toHaveLength(1);
  });

  it('is settled once, and its author told once', async () => {
    const { at, moderator, told, bare, registry } = await testTown();
    await at(telegramGroup, 'ann').send({ command: 'report', args: { entry: 'nato-membership', what: 'Wrong' } });
    const [report] = await bare.reports.open((await registry.communityOf(telegramGroup)).id);
    const settle = { command: 'settle', args: { report: report?.id ?? '', outcome: 'mended' } };
    const said = await Promise.all(['olena', 'petro', 'ivan'].map((id) => moderator(telegramGroup, id).send(settle)));
    expect(said.filter((one) => one.startsWith('Settled.'))).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  it('says to the moderator where its author can’t be reached', async () => {
    const { at, moderator, unreachable } = await testTown();
    await at(telegramGroup, 'ann').send({ command: 'report', args: { entry: 'nato-membership', what: 'Wrong' } });
    unreachable.add('ann');
    const olena = moderator(telegramGroup);
    await olena.send({ command: 'reports', args: {} });
    await olena.press(olena.labels[0] as string);
    expect(await olena.press('Mended')).toContain('could not be reached');
  });

  it('of an anonymous administrator, who writes in the group’s name, is not answered before the group', async () => {
    const { at, moderator, told } = await testTown();
    await at(telegramGroup, telegramGroup.id).send({
      command: 'report',
      args: { entry: 'nato-membership', what: 'Wrong' },
    });
    const olena = moderator(telegramGroup);
    await olena.send({ command: 'reports', args: {} });
    await olena.press(olena.labels[0] as string);
    expect(await olena.press('Mended')).toContain('could not be reached');
    expect(told).toEqual([]);
  });

  it('is announced in the log channel without what was said', async () => {
    const { at, moderator, told, settled } = await testTown();
    await moderator(telegramGroup).say('/settings log here');
    await settled();
    await at(telegramGroup, 'ann').send({
      command: 'report',
      args: { entry: 'nato-membership', what: 'Secret words' },
    });
    expect(told.at(-1)).toEqual({ to: '-1001', text: expect.stringContaining(`A member has reported “${question}”`) });
    expect(JSON.stringify(told)).not.toContain('Secret words');
  });
});
