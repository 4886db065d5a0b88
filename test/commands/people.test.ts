import { describe, expect, it } from 'vitest';
import { testSubscription } from '../builders/subscription.ts';
import { otherGroup, telegramGroup, testTown } from '../community/town.ts';

describe('/language', () => {
  it('is a person’s own, kept, everywhere, whatever the community’s is', async () => {
    const { at, moderator, registry } = await testTown();
    await moderator(telegramGroup).say('/settings language ru');
    expect(await at(telegramGroup, 'ann').say('/language українська')).toBe(
      'Відтепер вам усюди відповідають українською.',
    );
    registry.forgetPerson({ platform: 'telegram', id: 'ann' });
    for (const chat of [telegramGroup, otherGroup, undefined])
      expect(await at(chat, 'ann').say('/faq zebra pancakes')).toContain('Відповіді на це тут поки що немає');
    expect(await at(telegramGroup, 'bob').say('/faq zebra pancakes')).toContain('Ответа на это здесь пока нет');
  });

  it('goes back to the app’s', async () => {
    const { at } = await testTown();
    const ann = at(undefined, 'ann', { languageTag: 'ru' });
    await ann.say('/language en');
    expect(await ann.say('/faq zebra pancakes')).toContain('There is no answer');
    await ann.say('/language own');
    expect(await ann.say('/faq zebra pancakes')).toContain('Ответа на это здесь пока нет');
  });

  it('is chosen by buttons, too', async () => {
    const { at } = await testTown();
    const ann = at(telegramGroup, 'ann');
    expect(await ann.say('/language')).toContain('In which language');
    expect(ann.answer.private).toBe(true);
    expect(await ann.press('Русский')).toBe('Теперь вам везде отвечают по-русски.');
  });
});

describe('/privacy', () => {
  it('says what is kept about whoever asks, and erases it once that is confirmed', async () => {
    const { at, moderator, registry } = await testTown();
    const olena = moderator(telegramGroup);
    expect(await olena.say('/privacy')).toContain('Nothing is kept under your account’s id.');
    expect(olena.labels).toEqual([]);
    await olena.say('/language uk');
    await olena.say('/language en');
    await olena.say('/settings cooldown 5');
    await at(telegramGroup, 'olena').say('/faq nato accession');
    await at(telegramGroup, 'olena').send({ command: 'helpful', args: { entry: 'nato-membership', vote: 'y' } });
    const said = await olena.say('/privacy');
    expect(said).toContain('your choices, such as the language');
    expect(said).toContain('1 vote on an answer');
    expect(said).toContain('1 line in moderators’ logs');
    expect(olena.answer.confidential).toBe(true);

    expect(await olena.press('Erase my data')).toContain('This cannot be undone.');
    expect(await olena.press('Erase')).toContain('nothing is kept under your account’s id');
    expect(await olena.say('/privacy')).toContain('Nothing is kept');
    expect(await registry.choicesOf(olena.person)).toEqual({});
    expect(await moderator(telegramGroup, 'petro').say('/audit')).toContain(
      'somebody who had their name erased — changed the settings',
    );
  });

  it('counts who gets updates, and ends those to a private chat', async () => {
    const { at, bare } = await testTown();
    const ann = at(undefined, 'ann');
    const [own, elsewhere] = ['ann', '-1001'].map((chat, i) =>
      testSubscription(`sub0000${i}`, {
        place: { platform: 'telegram', chat, channel: chat },
        isPrivate: chat === 'ann',
        by: ann.person,
      }),
    );
    if (own) await bare.subscriptions.put(own);
    if (elsewhere) await bare.subscriptions.put(elsewhere);
    expect(await ann.say('/privacy')).toContain('2 subscriptions to updates');
    await ann.press('Erase my data');
    await ann.press('Erase');
    expect(await ann.say('/privacy')).toContain('Nothing is kept');
    expect(await bare.subscriptions.get('sub00000')).toBeUndefined();
    expect(await bare.subscriptions.get('sub00001')).toMatchObject({ state: 'active', by: undefined });
  });

  it('erases nobody else', async () => {
    const { at } = await testTown();
    await at(undefined, 'ann').say('/language uk');
    const bob = at(undefined, 'bob');
    await bob.say('/language uk');
    await bob.send({ command: 'erase', args: { sure: 'yes' } });
    expect(await at(undefined, 'ann').say('/privacy')).toContain('ваш вибір');
  });

  it('says the same in every language', async () => {
    const { at } = await testTown();
    for (const [languageTag, said] of [
      ['en', 'kept for 90 days'],
      ['uk', 'зберігаються 90 днів'],
      ['ru', 'хранятся 90 дней'],
    ] as const)
      expect(await at(undefined, 'ann', { languageTag }).say('/privacy')).toContain(said);
  });
});
