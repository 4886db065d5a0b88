import { describe, expect, it } from 'vitest';
import { otherGroup, telegramGroup, testTown } from '../community/town.ts';

describe('/audit', () => {
  it('says who did what and when, in the community’s time zone, latest first', async () => {
    const { moderator, clock } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings timezone Europe/Kyiv');
    clock.now += 3600_000;
    await moderator(telegramGroup, 'petro').say('/link');
    const lines = (await olena.say('/audit')).split('\n');
    expect(lines).toEqual([
      'What the moderators did (Europe/Kyiv)',
      '1 Mar 2026, 15:00 — Petro — made a code for joining another chat',
      '1 Mar 2026, 14:00 — Olena — changed the settings: Time zone (Time zone: Europe/Kyiv)',
    ]);
    expect(olena.answer.confidential).toBe(true);
  });

  it('is told in each reader’s language', async () => {
    const { moderator } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings cooldown 5');
    await olena.say('/language uk');
    expect(await olena.say('/audit')).toMatch(/1 бер\. 2026 р\., 12:00 — Olena — змінено налаштування: Пауза/u);
    await olena.say('/language ru');
    expect(await olena.say('/audit')).toMatch(/1 мар\. 2026 г\., 12:00 — Olena — изменены настройки: Пауза/u);
  });

  it('goes back as far as there is anything', async () => {
    const { moderator, bare, registry } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings');
    const { id: community } = await registry.communityOf(telegramGroup);
    const by = { platform: 'telegram' as const, id: 'petro', name: 'Petro' };
    for (let i = 0; i < 120; i++)
      await bare.audit.add({ community, by, at: i, act: 'some.act', subject: `thing-${i}` });
    const seen = [await olena.say('/audit')];
    while (olena.labels.includes('Earlier')) seen.push(await olena.press('Earlier'));
    const things = seen.join('\n').match(/some\.act: thing-\d+/gu) ?? [];
    expect(things).toHaveLength(120);
    expect(things[0]).toBe('some.act: thing-119');
    expect(new Set(things).size).toBe(120);
  });

  it('shows the acts on one entry, by any of its names', async () => {
    const { moderator, bare, registry } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings cooldown 5');
    const { id: community } = await registry.communityOf(telegramGroup);
    const by = { platform: 'telegram' as const, id: 'petro', name: 'Petro' };
    await bare.audit.add({ community, by, at: 1, act: 'some.act', subject: 'nato-membership' });
    const said = await olena.say('/audit NATO accession');
    expect(said).toContain('some.act: nato-membership');
    expect(said).not.toContain('settings');
    expect(await olena.say('/audit gone-long-ago')).toContain('Nothing yet.');
  });

  it('is seen by the community’s own moderators alone', async () => {
    const { moderator, at } = await testTown({ operators: [{ platform: 'telegram', id: 'oleh' }] });
    await moderator(telegramGroup).say('/settings cooldown 5');
    for (const one of [at(telegramGroup, 'ann'), at(telegramGroup, 'oleh'), at(undefined, 'ann')]) {
      expect(await one.say('/audit')).toContain('Only this community’s moderators');
      expect(await one.send({ command: 'deeds', args: { before: '999' } })).toContain(
        'Only this community’s moderators',
      );
    }
    expect(await moderator(otherGroup, 'mallory').say('/audit')).toContain('Nothing yet.');
  });
});
