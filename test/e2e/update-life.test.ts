import { describe, expect, it } from 'vitest';
import { hasPostgres } from '../store/databases.ts';
import { createAudience } from './audience.ts';
import { createNewsroom, eventually, hourMs, minuteMs } from './newsroom.ts';
import { type Place, show } from './places.ts';
import { createStory } from './story.ts';

const databases: ('SQLite' | 'PostgreSQL')[] = (await hasPostgres()) ? ['SQLite', 'PostgreSQL'] : ['SQLite'];

const title = 'Talks resume in Istanbul';
const typed = {
  Title: title,
  Text: 'The mediators say that talks resume on **3 March**.',
  Sources: 'https://example.org/talks | Talks to resume | Example Times | 2026-11-22',
};
const corrected = {
  Text: 'The mediators say that talks resume on **4 March**.',
  'What was corrected': 'The talks begin a day later.',
};
const translated = {
  Title: 'Переговори відновлюються у Стамбулі',
  Text: 'Посередники кажуть, що переговори відновляться **3 березня**.',
};

/** Each of the places has one copy, and it says that. */
const allSay = (places: readonly Place[], expected: RegExp) =>
  eventually(() => {
    for (const { name, texts } of places) expect([name, texts()]).toEqual([name, [expect.stringMatching(expected)]]);
  });

describe('an update', () => {
  it.each(databases)('for everybody, on both platforms at once, kept in %s', { timeout: 180_000 }, async (database) => {
    const story = createStory('An update’s life on both platforms');
    const room = await createNewsroom({ database });
    const { people, places, all, subscribe } = createAudience(room, story);
    const { max, orest, ivan } = people;
    await room.start();

    story.scene('Whoever wants updates says so');
    await subscribe();

    story.scene('An operator writes one, and takes it back');
    await orest.ask('update post');
    expect(await orest.fill({ ...typed, Topics: 'Diplomacy' })).toContain('9 places get it.');
    expect(await orest.press('✅ Publish')).toContain('It is sent in 60 seconds.');
    expect(await ivan.ask('latest')).not.toContain(title);
    expect(await orest.press('↩ Undo')).toContain('Preview');
    room.clock.pass(2 * minuteMs);

    story.scene('It is published after all');
    expect(await orest.ask('update list')).toContain(title);
    await orest.press(title);
    expect(all.flatMap(({ texts }) => texts())).toEqual([]);
    expect(await orest.press('✅ Publish')).toContain('It is sent in 60 seconds.');
    room.clock.pass(minuteMs);
    await allSay(all, /Talks resume in Istanbul.*3 March.*(Published|Опубліковано|Опубликовано)/su);
    for (const place of [places.news, places.eve, places.elsewhere])
      expect(place.texts()[0]).toMatch(/Published .*Sources/su);
    for (const place of [places.thread, places.topic, places.petro])
      expect(place.texts()[0]).toMatch(/Ще не перекладено.*Опубліковано.*Джерела/su);
    for (const place of [places.family, places.channel])
      expect(place.texts()[0]).toMatch(/Ещё не переведено.*Опубликовано.*Источники/su);
    await eventually(() => expect(places.announcements.copies()[0]?.isCrossposted).toBe(true));
    show(story, all);
    expect(await ivan.ask('latest')).toContain(title);

    story.scene('It is translated');
    await orest.ask('update edit', { update: title, language: 'uk' });
    expect(await orest.fill(translated)).toMatch(/Стамбулі.*Опубліковано: 23 лист.*Джерела/su);
    await orest.press('✅ Publish');
    const ukrainian = [places.thread, places.topic, places.petro];
    await allSay(ukrainian, /Стамбулі\n.*3 березня/su);
    expect(ukrainian.flatMap(({ texts }) => texts()).join()).not.toMatch(/Ще не перекладено|Виправлено/u);
    show(story, ukrainian);

    story.scene('It was wrong, and is corrected');
    await orest.ask('update edit', { update: title });
    const preview = await orest.fill(corrected);
    expect(preview).toContain('these are not shown: українська');
    expect(await orest.press('✅ Publish')).toContain('Done: every copy is being changed.');
    await allSay(all, /(Corrected|Виправлено|Исправлено)[^\n]*The talks begin a day later\..*4 March/su);
    expect(all.flatMap(({ texts }) => texts()).join()).not.toMatch(/3 March|3 березня/u);
    show(story, all);
    await eventually(() => expect(orest.sees()).toMatch(/revision 3\)\.\n.*Discord \| 5 \| 0\nTelegram \| 4 \| 0/su));

    story.scene('It was wrong altogether, and is retracted');
    await orest.ask('update retract', { update: title });
    expect(await orest.fill({ Reason: 'The mediators deny it.' })).toContain('Every copy is being replaced');
    await allSay(all, /(Retracted|Відкликано|Отозвано)[^\n]*: The mediators deny it\.$/u);
    for (const { name, copies } of all)
      expect([name, JSON.stringify(copies())]).toEqual([name, expect.not.stringMatching(/March|Times|Diplomacy/u)]);
    show(story, all);
    await eventually(() => expect(orest.sees()).toMatch(/Discord \| 5 \| 0\nTelegram \| 4 \| 0/u));
    expect(await ivan.ask('latest')).toContain(`✖ Retracted: ${title}`);
    expect(await max.call('update list')).not.toContain(title);
    expect(room.errors()).toEqual([]);
    if (database === 'SQLite') story.write('update-life');
  });

  it('of one community goes to its chats on both platforms and nowhere else, and is corrected there', {
    timeout: 120_000,
  }, async () => {
    const story = createStory('A community’s own update');
    const room = await createNewsroom();
    const { people, places, all, subscribe, link } = createAudience(room, story);
    const { max, olha, eve, bo, petro } = people;
    await room.start();
    await link();
    await subscribe('en', 'en');
    const own = [places.news, places.announcements, places.thread, places.topic, places.family];
    const others = all.filter((place) => !own.includes(place));

    await max.call('update post');
    expect(await max.fill({ ...typed, Importance: 'breaking' })).toContain('5 places get it.');
    await max.press('✅ Publish');
    room.clock.pass(minuteMs);
    await allSay(own, /🔴 Breaking: Talks resume in Istanbul.*3 March/su);

    room.clock.pass(2 * hourMs);
    story.begin('Correction on Discord and Telegram');
    story.scene('As it was sent');
    show(story, [places.news, places.topic]);
    story.scene('A moderator on Telegram corrects what another one posted on Discord');
    await olha.call('update edit', { update: title });
    expect(await olha.fill(corrected)).toContain('What changes');
    expect(await olha.press('✅ Publish')).toContain('Done: every copy is being changed.');
    await allSay(own, /✏️ Corrected 23 Nov 2026, 14:01: The talks begin a day later\..*4 March/su);
    story.scene('As everybody reads it from then on');
    show(story, [places.news, places.topic]);
    story.scene('What became of it');
    await eventually(() => expect(olha.sees()).toMatch(/Discord \| 3 \| 0\nTelegram \| 2 \| 0/u));
    expect(await max.call('update status')).toMatch(/\(revision 2\)\.\*\*.*delivered: 3\n.*delivered: 2\n/su);
    story.write('correction');

    expect(others.flatMap(({ texts }) => texts())).toEqual([]);
    for (const reader of [bo, eve]) expect(await reader.ask('latest')).not.toContain(title);
    expect(await bo.call('update list')).not.toContain(title);
    expect(await petro.ask('latest')).not.toContain(title);
    expect(await petro.call('latest')).toContain(title);
    expect(room.errors()).toEqual([]);
  });
});
