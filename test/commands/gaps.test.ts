import { describe, expect, it } from 'vitest';
import { sweepQuestions } from '../../src/community/question-log.ts';
import { UserError } from '../../src/core/errors.ts';
import { smallCatalogue, smallKnowledge } from '../builders/knowledge.ts';
import { discordServer, otherGroup, telegramGroup, testTown } from '../community/town.ts';

/** A town in which several members of the group have asked in vain. */
async function askedInVain(options: Parameters<typeof testTown>[0] = {}) {
  const town = await testTown(options);
  const asked: [string, string][] = [
    ['ann', 'who pays for reconstruction?'],
    ['bob', 'Who pays for reconstruction'],
    ['eve', 'who is going to pay for the reconstruction, @olena?'],
    ['ann', 'best pizza recipe'],
  ];
  for (const [id, question] of asked) await town.at(telegramGroup, id).say(`/faq ${question}`);
  await town.settled();
  return town;
}

describe('/gaps', () => {
  it('shows what was asked in vain, grouped by meaning, most asked first, without who asked', async () => {
    const { moderator } = await askedInVain();
    const olena = moderator(telegramGroup);
    const said = await olena.say('/gaps');
    expect(said).toContain('Kept for 90 days, without who asked.');
    expect(olena.labels).toHaveLength(2);
    expect(olena.labels[0]).toMatch(/reconstruction.* · 3×$/u);
    expect(olena.labels[1]).toBe('best pizza recipe · 1×');
    const group = await olena.press(olena.labels[0] as string);
    expect(group).toContain('who pays for reconstruction? · 2× — no answer');
    expect(group).toContain('who is going to pay for the reconstruction, · 1×');
    expect(group).toContain('Last asked on 1 March 2026');
    expect(JSON.stringify(olena.answer)).not.toMatch(/ann|bob|eve\b|@olena/u);
    expect(olena.answer.confidential).toBe(true);
  });

  it('makes an entry of a group', async () => {
    const { moderator } = await askedInVain();
    const olena = moderator(telegramGroup);
    await olena.say('/gaps');
    await olena.press('best pizza recipe · 1×');
    expect(await olena.press('Make an entry')).toBe('A new entry: best pizza recipe');
  });

  it('makes another name of the nearest entry, and the question is off the list', async () => {
    const { at, moderator, aliases, settled } = await testTown();
    await at(telegramGroup, 'ann').say('/faq something about Ukraine, peace and quiet');
    await settled();
    const olena = moderator(telegramGroup);
    await olena.say('/gaps');
    await olena.press(olena.labels[0] as string);
    expect(await olena.press('Another name of: Would Ukraine give up land for peace?')).toContain('Another name');
    expect(aliases).toEqual(['land-for-peace: something about Ukraine, peace and quiet']);
    expect(await olena.say('/gaps')).toBe('Nobody has asked in vain lately.');
    expect(await olena.say('/audit')).toContain('Olena — made another name of the question “something about');
  });

  it.each([
    ['is refused', () => Promise.reject(new UserError('error-setting-approvals'))],
    ['waits in a draft to be mended', async () => ({ document: [], failed: true as const })],
  ])('keeps the question where the name %s', async (_, addAlias) => {
    const { at, moderator, settled } = await testTown({ filling: { addAlias } });
    await at(telegramGroup, 'ann').say('/faq something about Ukraine, peace and quiet');
    await settled();
    const olena = moderator(telegramGroup);
    await olena.say('/gaps');
    await olena.press(olena.labels[0] as string);
    await olena.press('Another name of: Would Ukraine give up land for peace?');
    await olena.say('/gaps');
    expect(olena.labels).toHaveLength(1);
  });

  it('no longer shows what has an answer by now', async () => {
    const { moderator, served } = await askedInVain();
    const records = smallKnowledge();
    records.entries[0]?.text.en?.aliases.push('best pizza recipe');
    served.catalogue = smallCatalogue(records);
    const olena = moderator(telegramGroup);
    await olena.say('/gaps');
    expect(olena.labels).toHaveLength(1);
    expect(olena.labels[0]).toMatch(/reconstruction/u);
  });

  it('dismisses a group', async () => {
    const { moderator } = await askedInVain();
    const olena = moderator(telegramGroup);
    await olena.say('/gaps');
    const [first] = olena.labels;
    await olena.press(first as string);
    expect(await olena.press('Dismiss')).toContain('Dismissed: “');
    await olena.press('All questions');
    expect(olena.labels).toEqual(['best pizza recipe · 1×']);
    expect(await olena.say('/audit')).toContain('Olena — dismissed the question');
  });

  it('is for the community’s own moderators, through buttons too', async () => {
    const { moderator, at } = await askedInVain();
    const olena = moderator(telegramGroup);
    await olena.say('/gaps');
    await olena.press('best pizza recipe · 1×');
    const dismiss = { command: 'gap', args: { group: '', act: 'dismiss' } };
    const button = olena.answer.buttons?.find(({ label }) => label === 'Dismiss');
    if (button && 'call' in button) dismiss.args.group = button.call.args.group ?? '';
    for (const one of [at(telegramGroup, 'ann'), at(undefined, 'ann')]) {
      expect(await one.say('/gaps')).toContain('Only this community’s moderators');
      expect(await one.send(dismiss)).toContain('Only this community’s moderators');
    }
    const mallory = moderator(otherGroup, 'mallory');
    expect(await mallory.say('/gaps')).toBe('Nobody has asked in vain lately.');
    expect(await mallory.send(dismiss)).toContain('no longer on the list');
    await olena.say('/gaps');
    expect(olena.labels).toHaveLength(2);
  });

  it('counts one person’s same question once a day', async () => {
    const { at, moderator, settled, clock } = await testTown();
    for (let i = 0; i < 5; i++) await at(telegramGroup, 'ann').say('/faq best pizza recipe');
    await settled();
    const olena = moderator(telegramGroup);
    await olena.say('/gaps');
    expect(olena.labels).toEqual(['best pizza recipe · 1×']);
    clock.now += 25 * 3600_000;
    await at(telegramGroup, 'ann').say('/faq best pizza recipe');
    await settled();
    await olena.say('/gaps');
    expect(olena.labels).toEqual(['best pizza recipe · 2×']);
  });

  it('keeps nothing of a question that has an answer, nor of what is no question', async () => {
    const { at, bare, registry, settled } = await testTown();
    const ann = at(telegramGroup, 'ann');
    for (const line of [
      '/faq nato accession',
      '/faq',
      '/faq hello',
      '/faq @bob 380441234567',
      '/faq what does moscow say on the borders',
    ])
      await ann.say(line);
    await settled();
    expect(await bare.gaps.list((await registry.communityOf(telegramGroup)).id)).toEqual([]);
  });

  it('keeps what is asked in private for the operators, without who asked', async () => {
    const { at, settled } = await testTown({ operators: [{ platform: 'discord', id: 'oleh' }] });
    await at(undefined, 'ann').say('/faq best pizza recipe');
    await settled();
    const oleh = at(undefined, 'oleh', { platform: 'discord' });
    await oleh.say('/gaps');
    expect(oleh.labels).toEqual(['best pizza recipe · 1×']);
  });

  it('forgets what was last asked more than 90 days ago', async () => {
    const { bare, clock, moderator } = await askedInVain();
    clock.now += 90 * 24 * 3600_000;
    expect(await sweepQuestions(bare, clock.now)).toBe(0);
    clock.now += 24 * 3600_000;
    expect(await sweepQuestions(bare, clock.now)).toBe(3);
    expect(await moderator(telegramGroup).say('/gaps')).toBe('Nobody has asked in vain lately.');
  });

  it('answers as ever where a question can’t be kept, and says so once in the log', async () => {
    const { at, lost, settled, faults } = await testTown({
      wrap: (store) => ({
        ...store,
        gaps: { ...store.gaps, add: () => Promise.reject(new Error('The disk is full.')) },
      }),
    });
    for (const id of ['ann', 'bob', 'eve'])
      expect(await at(discordServer, id).say('/faq best pizza recipe')).toContain(
        'There is no answer to that here yet.',
      );
    await settled();
    expect(lost).toHaveLength(1);
    expect(faults).toEqual([]);
  });
});

describe('a vote', () => {
  it('is cast under an answer, and may be changed', async () => {
    const { at, bare, registry } = await testTown();
    const ann = at(telegramGroup, 'ann');
    await ann.say('/faq nato accession');
    expect(ann.labels.slice(-3)).toEqual(['👍', '👎', '⚑ Report']);
    expect(ann.labels.length).toBeLessThanOrEqual(10);
    expect(await ann.press('👍')).toBe('Thank you. Noted as helpful.');
    expect(ann.answer.private).toBe(true);
    const { id } = await registry.communityOf(telegramGroup);
    expect(await bare.votes.counts(id)).toEqual([{ entry: 'nato-membership', helpful: 1, unhelpful: 0 }]);
    await ann.say('/faq nato accession');
    await ann.press('👎');
    await at(telegramGroup, 'bob').send({ command: 'helpful', args: { entry: 'nato-membership', vote: 'y' } });
    expect(await bare.votes.counts(id)).toEqual([{ entry: 'nato-membership', helpful: 1, unhelpful: 1 }]);
  });

  it('of “not helpful” asks what is wrong, and brings the question before the moderators once', async () => {
    const { at, moderator, settled } = await testTown();
    const ann = at(telegramGroup, 'ann');
    for (let i = 0; i < 3; i++) {
      await ann.say('/faq nato accession');
      expect(await ann.press('👎')).toContain('What is wrong with it?');
    }
    expect(ann.labels).toEqual(['⚑ Report']);
    await settled();
    const olena = moderator(telegramGroup);
    await olena.say('/gaps');
    expect(olena.labels).toEqual(['Can Ukraine join NATO during the war? · 1×']);
    expect(await olena.press(olena.labels[0] as string)).toContain('the answer did not help');
    expect(olena.labels).not.toContain('Make an entry');
    expect(olena.labels).toContain('Dismiss');
  });

  it('on nothing is an old button', async () => {
    const { at } = await testTown();
    for (const args of [{}, { entry: 'no-such-entry', vote: 'y' }, { entry: 'nato-membership', vote: 'x' }] as Record<
      string,
      string
    >[])
      expect(await at(telegramGroup, 'ann').send({ command: 'helpful', args })).toContain(
        'This button is from an older version',
      );
  });
});
