import { describe, expect, it } from 'vitest';
import { discordServer, telegramGroup, testTown } from '../community/town.ts';

describe('/settings', () => {
  it('shows a moderator all settings and what they mean', async () => {
    const { moderator } = await testTown();
    const olena = moderator(telegramGroup);
    const said = await olena.say('/settings');
    expect(said).toContain('Settings: Peace talks');
    expect(said).toContain('Approvals: Not needed — whether another moderator must agree');
    expect(olena.labels).toHaveLength(10);
    expect(olena.answer.confidential).toBe(true);
  });

  it('changes one by buttons alone', async () => {
    const { moderator } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings');
    await olena.press('Approvals');
    expect(olena.labels).toEqual(['Not needed', 'One needed', 'All settings']);
    expect(await olena.press('One needed')).toContain('Saved.');
    expect(await olena.press('All settings')).toContain('Approvals: One needed');
  });

  it('takes a typed value, says what is wrong with it, and keeps it for another try', async () => {
    const { moderator } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings timezone');
    await olena.press('Type a value…');
    expect(olena.answer.form?.fields[0]).toMatchObject({ name: 'value', required: true, value: '' });
    expect(await olena.fill({ value: 'Europe/Kviv' })).toContain('No time zone is called “Europe/Kviv”');
    expect(olena.answer.failed).toBe(true);
    await olena.press('Type a value…');
    expect(olena.answer.form?.fields[0]?.value).toBe('Europe/Kviv');
    expect(await olena.fill({ value: 'Kyiv' })).toContain('Now: Europe/Kyiv');
    expect(await olena.say('/settings timezone atlantis')).toContain('No time zone');
  });

  it('takes half of a letter for what can’t be shown, wherever it is typed', async () => {
    const { moderator } = await testTown();
    const olena = moderator(telegramGroup);
    expect(await olena.say('/settings timezone Ky\ud83div')).toContain('No time zone is called “Ky\ufffdiv”');
    await olena.press('Type a value…');
    expect(await olena.fill({ value: 'Ky\ud83div' })).toContain('No time zone is called “Ky\ufffdiv”');
  });

  it('sets how long an update can be taken back, and what becomes of uncertain ones', async () => {
    const { moderator, at, bare, registry, told, settled } = await testTown({
      operators: [{ platform: 'telegram', id: 'oleh' }],
    });
    const olena = moderator(telegramGroup);
    expect(await olena.say('/settings')).toContain('Undo window: 60 seconds');
    await olena.press('Undo window');
    expect(olena.labels).toEqual([
      'None',
      ...['30 seconds', '60 seconds', '120 seconds', '300 seconds'],
      'Type a value…',
      'All settings',
    ]);
    expect(await olena.press('None')).toContain('Now: None');
    expect(await olena.say('/settings undo 601')).toContain('from 0 to 600');
    await olena.press('Type a value…');
    expect(olena.answer.form?.fields[0]).toMatchObject({ value: '601', hint: 'In seconds, from 0 to 600' });
    expect(await olena.fill({ value: '600' })).toContain('Now: 600 seconds');
    await olena.say('/settings log here');
    expect(await olena.say('/settings uncertain')).toContain('Now: Left to moderators');
    expect(await olena.press('Sent again')).toContain('Now: Sent again');
    await settled();
    expect(told.at(-1)?.text).toContain('changed the settings: Uncertain messages (Uncertain messages: on)');
    const { id } = await registry.communityOf(telegramGroup);
    expect((await bare.communities.byId(id))?.settings).toMatchObject({ undoSeconds: 600, resendsUncertain: true });
    expect(await at(undefined, 'oleh').say('/settings undo 0')).toContain('Now: None');
  });

  it('changes what members are answered in, at once', async () => {
    const { moderator, at } = await testTown();
    expect(await at(telegramGroup, 'ann').say('/faq zebra pancakes')).toContain('There is no answer');
    await moderator(telegramGroup).say('/settings language uk');
    expect(await at(telegramGroup, 'ann').say('/faq zebra pancakes')).toContain('Відповіді на це тут поки що немає');
  });

  it('says that turning the question log off removes what it holds, and then does', async () => {
    const { moderator, at, bare, registry, settled } = await testTown();
    const olena = moderator(telegramGroup);
    await at(telegramGroup, 'ann').say('/faq zebra pancakes forever');
    await settled();
    const { id } = await registry.communityOf(telegramGroup);
    expect(await olena.say('/settings questions off')).toContain('also removes the questions');
    expect(await bare.gaps.list(id)).toHaveLength(1);
    expect(await olena.press('Turn off and remove them')).toContain('Now: Off');
    expect(await bare.gaps.list(id)).toEqual([]);
    await at(telegramGroup, 'bob').say('/faq giraffe waffles forever');
    await settled();
    expect(await bare.gaps.list(id)).toEqual([]);
  });

  it('is refused to members, to moderators of other communities, and in private to all but operators', async () => {
    const { moderator, at } = await testTown({ operators: [{ platform: 'telegram', id: 'oleh' }] });
    const elsewhere = { ...telegramGroup, id: '-1009', title: 'Elsewhere' };
    moderator(elsewhere, 'mallory');
    for (const one of [
      at(telegramGroup, 'ann'),
      at(telegramGroup, 'mallory'),
      at(telegramGroup, 'oleh'),
      at(undefined, 'mallory'),
    ]) {
      expect(await one.say('/settings approvals 1')).toBe('Only this community’s moderators can do that.');
    }
    expect(await moderator(telegramGroup).say('/settings')).toContain('Approvals: Not needed');
    expect(await at(undefined, 'oleh').say('/settings')).toContain('Settings: Shared knowledge');
  });

  it('is refused through a button that was shown before the right was lost', async () => {
    const { moderator, moderators } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings cooldown');
    moderators.clear();
    expect(await olena.press('300 seconds')).toBe('Only this community’s moderators can do that.');
  });

  it('is refused through a form that was opened before the right was lost', async () => {
    const { moderator, moderators } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings cooldown');
    await olena.press('Type a value…');
    moderators.clear();
    expect(await olena.fill({ value: '300' })).toBe('Only this community’s moderators can do that.');
  });

  it('of what is shared says which settings mean nothing there', async () => {
    const { at } = await testTown({ operators: [{ platform: 'telegram', id: 'oleh' }] });
    const oleh = at(undefined, 'oleh');
    await oleh.say('/settings');
    expect(oleh.labels).toEqual([
      'Time zone',
      'Approvals',
      'Question log',
      'Cooldown',
      'Undo window',
      'Uncertain messages',
    ]);
    expect(await oleh.say('/settings roles none')).toContain('means nothing for the shared knowledge');
    expect(await oleh.say('/settings answers')).toContain('means nothing for the shared knowledge');
    await oleh.say('/settings approvals 1');
    expect(await oleh.say('/settings')).toContain('Approvals: One needed');
  });

  it('shows how things are where another moderator was faster', async () => {
    let armed = false;
    const { moderator } = await testTown({
      wrap: (store) => {
        let isFirst = true;
        return {
          ...store,
          communities: {
            ...store.communities,
            async byId(id) {
              const found = await store.communities.byId(id);
              // Between what the first of them reads and writes, the other one changes it.
              if (found && isFirst && found.settings.cooldownSeconds === 0 && armed) {
                isFirst = false;
                const by = { platform: 'telegram' as const, id: 'petro', name: 'Petro' };
                await store.communities.change(
                  id,
                  found.settings,
                  { ...found.settings, cooldownSeconds: 60 },
                  {
                    community: id,
                    by,
                    at: 1,
                    act: 'settings.change',
                    subject: 'cooldown',
                  },
                );
              }
              return found;
            },
          },
        };
      },
    });
    const olena = moderator(telegramGroup);
    await olena.say('/settings');
    armed = true;
    const said = await olena.say('/settings approvals 1');
    expect(said).toContain('Another moderator changed the settings at the same moment');
    expect(said).toContain('Cooldown: 60 seconds');
    expect(said).toContain('Approvals: Not needed');
    await olena.say('/settings approvals 1');
    const after = await olena.say('/settings');
    expect(after).toContain('Cooldown: 60 seconds');
    expect(after).toContain('Approvals: One needed');
  });
});

describe('the log channel', () => {
  it('in a group is the group itself, and hears what moderators do', async () => {
    const { moderator, told, settled } = await testTown();
    const olena = moderator(telegramGroup);
    expect(await olena.say('/settings log here')).toContain('Now: Telegram -1001');
    await settled();
    expect(told.map(({ to }) => to)).toEqual(['-1001', '-1001']);
    expect(told[0]?.text).toContain('From now on, what the moderators do');
    expect(told[1]?.text).toMatch(/1 Mar 2026, 12:00 — Olena — changed the settings: Log channel/u);
    await olena.say('/settings cooldown 30');
    await settled();
    expect(told.at(-1)?.text).toContain('changed the settings: Cooldown (Cooldown: 30)');
  });

  it('can’t be a channel of anybody else', async () => {
    const { moderator, channels, told } = await testTown();
    const olena = moderator(discordServer);
    channels.add('998877665544332211 112233445566778899');
    expect(await olena.say('/settings log <#998877665544332212>')).toContain(
      'belongs to none of this community’s chats',
    );
    expect(told).toEqual([]);
    expect(await olena.say('/settings log <#998877665544332211>')).toContain('Now: Discord 998877665544332211');
  });

  it('must be one where the bot may write', async () => {
    const { moderator, unreachable } = await testTown();
    unreachable.add(telegramGroup.id);
    const olena = moderator(telegramGroup);
    expect(await olena.say('/settings log here')).toContain('Parley may not write there');
    expect(await olena.say('/settings log')).toContain('Now: Nowhere');
  });
});
