import { describe, expect, it } from 'vitest';
import { telegramFolk } from './folk.ts';
import { createNewsroom, eventually, hourMs, minuteMs } from './newsroom.ts';
import { discordPlace, show, telegramPlace } from './places.ts';
import { createServer, post, postForAll } from './posting.ts';
import { createStory } from './story.ts';

const paused = /Updates can no longer be sent to “[^”]+”, so they are paused\. /u;
const stillOut = 'Updates can’t be sent there yet. Parley is no longer a member there: add it again.';
const lost = 'Once that is mended they go on, by themselves or with the button';

describe('a bot that may not write any more', () => {
  it('pauses what it can’t send, says so in the log channel, and goes on when the right returns', {
    timeout: 60_000,
  }, async () => {
    const story = createStory('A permission lost and given back');
    const room = await createNewsroom();
    const { guild, channel, max } = createServer(room, story);
    const log = guild.channel('log');
    const logged = discordPlace(room, '#log', log);
    const news = discordPlace(room, '#news', channel);
    await room.start();
    await max.call('settings', { setting: 'log', value: log.mention });
    await max.call('subscribe');
    channel.permissions(room.discord.bot, { deny: ['SendMessages'] });
    await post(max, 'The first');
    room.clock.pass(minuteMs);
    await eventually(() => expect(logged.texts().at(-1)).toMatch(paused));
    expect(logged.texts().at(-1)).toContain('Parley lacks the permission “Send Messages” there.');
    expect(logged.copies().at(-1)?.buttons).toEqual(['▶ Resume']);
    expect(await max.call('update status')).toContain(
      '1 × on hold: Parley lacks the permission “Send Messages” there.',
    );
    expect(await max.call('subscriptions')).toContain('⏸ #news');
    await post(max, 'The second');
    room.clock.pass(minuteMs);
    await eventually(() => expect(room.log().filter(({ msg }) => msg === 'An update is published')).toHaveLength(2));
    expect(news.texts()).toEqual([]);

    channel.permissions(room.discord.bot, {});
    await eventually(() => expect(logged.texts().at(-1)).toBe('Updates are sent to “#news” again.'));
    await eventually(() =>
      expect(news.texts()).toEqual([expect.stringContaining('The first'), expect.stringContaining('The second')]),
    );
    expect(logged.texts().filter((text) => paused.test(text))).toHaveLength(1);
    show(story, [logged, news]);
    story.write('right-lost');
    expect(room.errors()).toEqual([]);
  });

  it('that was thrown out tells who subscribed in private, and sends what is owed when it is back', {
    timeout: 90_000,
  }, async () => {
    const story = createStory('Thrown out and let in again, on both platforms');
    const room = await createNewsroom();
    const { discord, telegram } = room;
    const { guild, channel, max } = createServer(room, story);
    const group = telegram.supergroup({ title: 'Talks' });
    const olha = telegramFolk(telegram, group, 'Olha', story, true);
    const petro = telegramFolk(telegram, group, 'Petro', story, false);
    const news = telegram.channel({ title: 'Peace news', admins: [olha.user] });
    const places = [
      discordPlace(room, '#news', channel),
      telegramPlace('Talks', group),
      telegramPlace('Peace news', news),
    ];
    const dm = discordPlace(room, 'to Max, in private', discord.dm(max.one));
    const chat = telegramPlace('to Olha, in private', olha.chat);
    const orest = telegramFolk(telegram, telegram.group({ title: 'Operators' }), 'Orest', story, false);
    room.appoint('telegram', orest.user);
    await room.start();
    await max.call('subscribe');
    await olha.call('subscribe');
    news.post(undefined, '/subscribe ru');
    await telegram.until('an answer in the channel', () => news.botMessages[0]);
    await news.botMessages[0]?.press(olha.user, 'Continue in private');
    expect(await olha.told()).toMatch(/^✅ Subscribed\. .*Updates: Peace news.*русский/su);
    for (const place of [...places, dm, chat]) place.clear();

    await postForAll(orest, 'The talks go on');
    guild.kickBot();
    group.kickBot(petro.user);
    news.demoteBot(petro.user);
    room.clock.pass(minuteMs);
    await eventually(() => expect(dm.texts()).toEqual([expect.stringMatching(paused)]));
    await eventually(() =>
      expect(chat.texts().toSorted()).toEqual([
        expect.stringMatching(/“Peace news”.*channel/su),
        expect.stringMatching(/“Talks”.*no longer a member/su),
      ]),
    );
    for (const { copies } of [dm, chat])
      for (const { text, buttons } of copies())
        expect([text, buttons]).toEqual([expect.stringContaining(lost), ['▶ Resume']]);
    // They can't be asked who moderates there, and yet tell what is missing.
    const [told] = olha.chat.botMessages.filter(({ text }) => text.includes('“Talks”'));
    expect((await told?.press(olha.user, '▶ Resume'))?.toast.text).toBe(stillOut);
    const [letter] = discord
      .dm(max.one)
      .messages()
      .filter(({ text }) => paused.test(text));
    if (letter) expect((await max.one.press(letter, '▶ Resume')).text).toBe(stillOut);

    guild.addBot();
    group.addBot(petro.user);
    news.promoteBot(petro.user);
    await eventually(() => {
      for (const { name, texts } of places)
        expect([name, texts()]).toEqual([name, [expect.stringContaining('The talks go on')]]);
    });
    await eventually(() => expect(dm.texts().at(-1)).toBe('Updates are sent to “#news” again.'));
    for (const title of ['Talks', 'Peace news'])
      await eventually(() => expect(chat.texts()).toContain(`Updates are sent to “${title}” again.`));
    story.begin('Thrown out and let in again, on both platforms');
    show(story, [dm, chat, ...places]);
    story.write('thrown-out');
    expect(room.errors()).toEqual([]);
  });

  it('goes on with a press of the button where no platform tells that it may', { timeout: 90_000 }, async () => {
    const story = createStory('Resumed by a button');
    const room = await createNewsroom();
    const { discord, telegram } = room;
    const { channel, max } = createServer(room, story);
    const group = telegram.supergroup({ title: 'Talks' });
    const olha = telegramFolk(telegram, group, 'Olha', story, true);
    const places = [discordPlace(room, '#news', channel), telegramPlace('Talks', group)];
    const orest = telegramFolk(telegram, telegram.group({ title: 'Operators' }), 'Orest', story, false);
    room.appoint('telegram', orest.user);
    await room.start();
    await max.call('subscribe');
    await olha.call('subscribe');
    for (const place of places) place.clear();
    await postForAll(orest, 'The talks go on');
    channel.permissions(discord.bot, { deny: ['ViewChannel'] });
    group.allowWriting(false);
    room.clock.pass(minuteMs);
    expect(await max.told()).toContain('Parley lacks the permission “View Channel” there.');
    await eventually(() => expect(olha.chat.botMessages.at(-1)?.text).toMatch(paused));

    await room.stop();
    channel.permissions(discord.bot, {});
    group.allowWriting(true);
    room.clock.pass(hourMs);
    await room.start();
    const letter = discord.dm(max.one).messages().at(-1);
    expect(letter && (await max.one.press(letter, '▶ Resume')).text).toContain('Updates are sent there again.');
    const pressed = await olha.chat.botMessages.at(-1)?.press(olha.user, '▶ Resume');
    expect(pressed?.text).toContain('Updates are sent there again.');
    await eventually(() => {
      for (const { name, texts } of places)
        expect([name, texts()]).toEqual([name, [expect.stringContaining('The talks go on')]]);
    });
    expect(room.errors()).toEqual([]);
  });
});
