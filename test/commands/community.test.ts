import { describe, expect, it } from 'vitest';
import { discordServer, otherGroup, telegramGroup, testTown } from '../community/town.ts';

describe('/community', () => {
  it('says in a chat which community it is, to its moderators alone', async () => {
    const { moderator, at } = await testTown();
    const olena = moderator(telegramGroup);
    const said = await olena.say('/community');
    expect(said).toContain('This is Peace talks');
    expect(said).toContain('Telegram: Peace talks (this chat)');
    expect(olena.answer.confidential).toBe(true);
    moderator(otherGroup, 'mallory');
    for (const one of [at(telegramGroup, 'ann'), at(telegramGroup, 'mallory')])
      expect(await one.say('/community')).toBe('Only this community’s moderators can do that.');
  });

  it('leads into a private chat, where the moderator then works for it', async () => {
    const { moderator, at } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/community');
    expect(await olena.press('Work in private')).toContain('for Peace talks, for as long as you moderate it');
    const inPrivate = at(undefined, 'olena');
    expect(await inPrivate.say('/community')).toContain('What you write here is for Peace talks');
    expect(await inPrivate.say('/settings approvals 1')).toContain('Saved.');
    expect(await olena.say('/settings')).toContain('Approvals: One needed');
  });

  it('lets go of a moderator who has lost the right, at the next act', async () => {
    const { moderator, moderators, at } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings cooldown 5');
    await olena.say('/community');
    await olena.press('Work in private');
    moderators.clear();
    const inPrivate = at(undefined, 'olena');
    expect(await inPrivate.say('/settings cooldown 10')).toBe('Only this community’s moderators can do that.');
    expect(await inPrivate.say('/community')).toContain('You work for no community here');
    expect(inPrivate.labels).toEqual([]);
  });

  it('offers the communities that a moderator has acted for, and to stop', async () => {
    const { moderator, at, clock } = await testTown();
    for (const chat of [telegramGroup, otherGroup]) {
      await moderator(chat).say('/settings cooldown 10');
      clock.now += 1000;
    }
    await moderator(discordServer, 'dmytro').say('/settings cooldown 10');
    const olena = at(undefined, 'olena');
    expect(await olena.say('/community')).toContain('You work for no community here');
    expect(olena.labels).toEqual(['Another group', 'Peace talks']);
    expect(await olena.press('Peace talks')).toContain('is for Peace talks');
    await olena.press('Change');
    expect(olena.labels).toEqual(['Another group', 'Stop']);
    expect(await olena.press('Stop')).toBe('You no longer work for a community here.');
    expect(await olena.say('/settings')).toBe('Only this community’s moderators can do that.');
  });

  it('tells nobody whether an id that they guessed is a community', async () => {
    const { moderator, at, registry } = await testTown();
    moderator(telegramGroup);
    const { id } = await registry.communityOf(telegramGroup);
    const mallory = at(undefined, 'mallory');
    const refused = 'You do not moderate that community.';
    for (const guess of [id, 'no-such-id', 'shared', 'unreachable', "'; --"])
      expect(await mallory.send({ command: 'community', args: { id: guess } })).toBe(refused);
    expect(await mallory.say('/community')).toContain('You work for no community here');
  });

  it('lets operators go back to what is shared', async () => {
    const { moderator, at } = await testTown({ operators: [{ platform: 'telegram', id: 'oleh' }] });
    await moderator(telegramGroup, 'oleh').say('/settings cooldown 10');
    const oleh = at(undefined, 'oleh');
    expect(await oleh.say('/community')).toContain('is for the shared knowledge');
    await oleh.press('Peace talks');
    expect(await oleh.say('/settings')).toContain('Settings: Peace talks');
    await oleh.say('/community');
    expect(await oleh.press('Shared knowledge')).toContain('for the shared knowledge, which all communities see');
    expect(await oleh.say('/settings')).not.toContain('Peace talks');
  });
});
