import { describe, expect, it } from 'vitest';
import { telegramGroup, testTown } from './town.ts';

describe('with limits on', () => {
  it('a member who is too fast is told in private how long to wait, every time, and a moderator works on', async () => {
    const { at, moderator, clock } = await testTown({ limited: true });
    const ann = at(telegramGroup, 'ann');
    for (let i = 0; i < 20; i++) await ann.say('/topics');
    for (let i = 0; i < 3; i++) {
      expect(await ann.say('/topics')).toBe('That was quick. Please wait 3 seconds.');
      expect(ann.answer.private).toBe(true);
    }
    clock.now += 3000;
    expect(await ann.say('/topics')).toContain('Topics');
    const olena = moderator(telegramGroup);
    for (let i = 0; i < 60; i++) expect(await olena.say('/settings')).toContain('Settings:');
  });

  it('the community’s cooldown holds from the moment that it is set', async () => {
    const { at, moderator, clock } = await testTown({ limited: true });
    const ann = at(telegramGroup, 'ann');
    await moderator(telegramGroup).say('/settings cooldown 60');
    expect(await ann.say('/faq something about Ukraine, peace and quiet')).toContain('I am not sure');
    expect(await ann.press('Would Ukraine give up land for peace?')).toContain('Its government says');
    clock.now += 1000;
    expect(await ann.say('/faq nato accession')).toBe('That was quick. Please wait 59 seconds.');
    clock.now += 59_000;
    expect(await ann.say('/faq nato accession')).toContain('Hardly.');
  });

  it('forms are counted like calls', async () => {
    const { at } = await testTown({ limited: true });
    const ann = at(telegramGroup, 'ann');
    await ann.say('/report nato-membership');
    const form = ann.answer;
    for (let i = 0; i < 19; i++) await ann.say('/topics');
    await ann.say('/topics');
    expect(form.form).toBeDefined();
    await at(telegramGroup, 'bob').say('/report nato-membership');
    expect(await ann.send({ command: 'report', args: { entry: 'nato-membership', what: 'x' } })).toContain(
      'That was quick',
    );
  });
});
