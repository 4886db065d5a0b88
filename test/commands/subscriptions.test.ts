import { describe, expect, it } from 'vitest';
import {
  announcements,
  closed,
  foreign,
  group,
  guild,
  news,
  otherGroup,
  square,
} from '../updates/subscriptions/square.ts';

describe('/subscribe', () => {
  it('subscribes the channel in which a moderator asks, and shows everything that can be set', async () => {
    const { moderator, store } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    const said = await olena.say('/subscribe');
    expect(said).toContain('✅ Subscribed.');
    expect(said).toContain('Updates: #news');
    expect(said).toContain('When: at once (UTC)');
    expect(said).toContain('Topics: all');
    expect(olena.labels).toEqual([
      'Change when',
      'Change what',
      'Quiet & sound',
      '⏸ Pause',
      'Test',
      'Preview',
      'Unsubscribe',
      'All subscriptions',
    ]);
    expect(olena.answer.confidential).toBe(true);
    expect(await store.subscriptions.at(news)).toMatchObject({ state: 'active', title: '#news', by: { id: 'olena' } });
  });

  it('takes all choices at once, as slash options', async () => {
    const { moderator, store } = await square();
    const said = await moderator(guild, 'olena', { here: news }).send({
      command: 'subscribe',
      args: {
        where: `<#${announcements.channel}>`,
        topics: 'nato, territory',
        parties: 'Ukraine',
        importance: 'breaking',
        when: 'weekly',
        day: 'friday',
        time: '9 pm',
        zone: 'warsaw',
        language: 'uk',
        quiet: '22:00 – 7:00',
        silent: 'on',
        crosspost: 'on',
      },
    });
    expect(said).toContain('When: on Fridays at 21:00 (Europe/Warsaw)');
    expect(said).toContain('Quiet hours: from 22:00 to 07:00');
    expect(said).toContain('Next: 6 Mar 2026, 21:00');
    expect(await store.subscriptions.at(announcements)).toMatchObject({
      topics: ['nato', 'territory'],
      parties: ['ukraine'],
      importance: 'breaking',
      language: 'uk',
      timeZone: 'Europe/Warsaw',
      digest: '0 21 * * 5',
      quiet: { from: '22:00', to: '07:00', breakingPasses: false },
      silent: true,
      crosspost: true,
    });
  });

  it('takes them in one line, as on Telegram', async () => {
    const { moderator, store } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe nato breaking daily 9:00 Kyiv 22-7');
    expect(await store.subscriptions.inChat(group)).toMatchObject([
      {
        topics: ['nato'],
        parties: [],
        importance: 'breaking',
        digest: '0 9 * * *',
        timeZone: 'Europe/Kyiv',
        quiet: { from: '22:00', to: '07:00' },
      },
    ]);
    expect(await olena.say('/subscribe 30 18 * * 1,3')).toContain('by the rule 30 18 * * 1,3');
    expect(await olena.say('/subscribe одразу')).toContain('When: at once (Europe/Kyiv)');
  });

  it('knows its moderators’ channels by mention, id and link, and Telegram’s by name', async () => {
    const { moderator, store, named } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    const link = `https://discord.com/channels/${guild.id}/${announcements.channel}`;
    for (const where of [`<#${announcements.channel}>`, announcements.channel, link, 'here', 'тут'])
      expect(await olena.send({ command: 'subscribe', args: { where } }), where).toContain('Updates: #');
    const inGroup = moderator(group);
    for (const where of ['@peace_talks', 'https://t.me/peace_talks', 't.me/c/1234567', group.id])
      expect(await inGroup.say(`/subscribe ${where}`), where).toContain('Updates: Peace talks');
    expect(await inGroup.say('/subscribe t.me/c/1234567/45/900')).toContain('Updates: Peace talks #45');
    expect(named).toEqual(['@peace_talks', '@peace_talks']);
    expect((await store.subscriptions.inChat(group)).map(({ place }) => place.thread)).toEqual([undefined, '45']);
  });

  it('is refused alike for places of others and for such as there are none', async () => {
    const { moderator, telegram, store } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    const none = await olena.send({ command: 'subscribe', args: { where: '200000000000000777' } });
    expect(none).toContain('in none of this community’s chats that you moderate');
    for (const where of [`<#${foreign.channel}>`, `https://discord.com/channels/998877665544332211/${foreign.channel}`])
      expect(await olena.send({ command: 'subscribe', args: { where } })).toBe(none);
    const inGroup = moderator(group);
    for (const where of [otherGroup.id, '@another_group', '-1009999999999', '@nobody_here'])
      expect(await inGroup.say(`/subscribe ${where}`)).toBe(none);
    expect(telegram.inspected).toEqual([]);
    expect(await store.subscriptions.count()).toBe(0);
    expect(await olena.send({ command: 'subscribe', args: { where: '#news' } })).toContain('names no place');
  });

  it('is refused to members, who can have updates in private with one press, without telling them of any channel', async () => {
    const { at, store, discord } = await square();
    const ann = at(guild, 'ann', { here: news });
    expect(await ann.say('/subscribe')).toBe('What is sent here is chosen by the moderators of this chat.');
    for (const { channel } of [news, foreign, { channel: '200000000000000777' }])
      expect(await ann.send({ command: 'subscribe', args: { where: channel } })).toContain('chosen by the moderators');
    expect(discord.inspected).toEqual([]);
    const said = await ann.press('🔔 For me, in private');
    expect(said).toContain('Updates: your private chat');
    expect(await store.subscriptions.inChat({ platform: 'discord', id: 'ann' })).toMatchObject([
      { community: 'shared', isPrivate: true, place: { chat: 'ann', channel: 'dm-ann' } },
    ]);
  });

  it('subscribes a private chat to what is shared, in the language and zone of whose it is', async () => {
    const { at, store } = await square();
    const olena = at('telegram', '77', { languageTag: 'uk' });
    expect(await olena.say('/subscribe щодня 21:30')).toContain('щодня о 21:30 (Europe/Kyiv)');
    expect(await store.subscriptions.inChat({ platform: 'telegram', id: '77' })).toMatchObject([
      { community: 'shared', isPrivate: true, language: 'uk', digest: '30 21 * * *' },
    ]);
  });

  it('shows who has not yet opened their private chat the way there', async () => {
    const { at } = await square();
    const bob = at(group, 'bob');
    const said = await bob.say('/subscribe me');
    expect(said).toContain('Parley can’t write to you in private yet.');
    expect(bob.answer).toMatchObject({ confidential: true, call: { command: 'subscribe', args: { where: 'me' } } });
  });

  it('has nothing to send to on the console', async () => {
    const { at } = await square();
    expect(await at('console', 'you').say('/subscribe')).toContain('they go to Discord and Telegram');
  });

  it('has no private chat for who writes in a chat’s name', async () => {
    const { moderator } = await square();
    expect(await moderator(group, group.id).say('/subscribe me')).toContain('has no private chat');
  });

  it('takes the language and zone of the community', async () => {
    const { moderator, settle, store } = await square();
    await settle(guild, { language: 'uk', timeZone: 'Europe/Kyiv' });
    await moderator(guild, 'olena', { here: news }).say('/subscribe');
    expect(await store.subscriptions.at(news)).toMatchObject({ language: 'uk', timeZone: 'Europe/Kyiv' });
  });

  it('names every permission that is missing, and subscribes once it is there, with what was chosen', async () => {
    const { moderator, discord, store } = await square();
    const olena = moderator(guild, 'olena', { here: closed });
    const said = await olena.send({ command: 'subscribe', args: { importance: 'breaking' } });
    expect(said).toContain('the permission “View Channel”');
    expect(said).toContain('the permission “Send Messages”');
    expect(await store.subscriptions.count()).toBe(0);
    for (const spot of discord.spots) spot.missing = [];
    expect(await olena.press('🔄 Try again')).toContain('Which updates: breaking news only');
    expect(await store.subscriptions.at(closed)).toMatchObject({ importance: 'breaking' });
  });

  it('says that the platform does not answer', async () => {
    const { moderator, discord } = await square();
    discord.state.isSilent = true;
    const said = await moderator(guild, 'olena', { here: news }).say('/subscribe');
    expect(said).toContain('does not answer just now');
  });

  it('publishes to followers only where there can be any', async () => {
    const { moderator } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    expect(await olena.send({ command: 'subscribe', args: { crosspost: 'on' } })).toContain(
      'Only Discord’s announcement',
    );
  });

  it('changes what is named of a subscription that is there, and nothing else', async () => {
    const { moderator, store } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe nato daily 9:00');
    expect(await olena.say('/subscribe')).toContain('That is subscribed already.');
    expect(await olena.say('/subscribe weekdays')).toContain('Changed.');
    expect(await store.subscriptions.inChat(group)).toMatchObject([{ topics: ['nato'], digest: '0 9 * * 1-5' }]);
  });

  it('of one that was paused takes it up again', async () => {
    const { moderator } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe');
    await olena.press('⏸ Pause');
    expect(await olena.say('/subscribe')).not.toContain('Paused');
  });
});

describe('what can’t be understood', () => {
  it('of the times keeps everything else, sends nothing yet, and is mended with one press', async () => {
    const { moderator, store } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    const said = await olena.send({
      command: 'subscribe',
      args: { topics: 'nato', when: 'daily', time: '25:99', zone: 'Europe/Kyiv' },
    });
    expect(said).toContain('nothing is sent yet');
    expect(said).toContain('“25:99” is not a time of day');
    expect(await store.subscriptions.at(news)).toMatchObject({ state: 'paused', topics: ['nato'] });
    expect(await olena.press('18:00')).toContain('When: every day at 18:00 (Europe/Kyiv)');
    expect(await store.subscriptions.at(news)).toMatchObject({
      state: 'active',
      topics: ['nato'],
      digest: '0 18 * * *',
    });
  });

  it('comes back into the form as it was typed', async () => {
    const { moderator } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    await olena.send({ command: 'subscribe', args: { when: 'daily', time: '25:99', zone: 'Kviv' } });
    await olena.press('✏️ Correct the times');
    const values = Object.fromEntries((olena.answer.form?.fields ?? []).map(({ name, value }) => [name, value]));
    expect(values).toEqual({ when: 'daily', day: '', time: '25:99', zone: 'Kviv' });
    const again = await olena.fill({ ...values, time: '9' });
    expect(again).toContain('No time zone is called “Kviv”');
    expect(olena.answer.failed).toBe(true);
    await olena.press('✏️ Correct the times');
    expect(olena.answer.form?.fields.find(({ name }) => name === 'time')?.value).toBe('9');
    expect(await olena.fill({ when: 'daily', day: '', time: '9', zone: 'Kyiv' })).toContain(
      'every day at 09:00 (Europe/Kyiv)',
    );
  });

  it('of a zone is met with those that are like it', async () => {
    const { moderator } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    await olena.send({ command: 'subscribe', args: { when: 'daily', time: '9', zone: 'argentina' } });
    const offered = olena.labels.filter((label) => label.startsWith('America/Argentina/'));
    expect(offered.length).toBeGreaterThan(0);
    expect(await olena.press(offered[0] as string)).toContain(`every day at 09:00 (${offered[0]})`);
  });

  it('of a digest without a time is asked for', async () => {
    const { moderator, store } = await square();
    const olena = moderator(group);
    expect(await olena.say('/subscribe daily')).toContain('say at what time of day');
    expect(await olena.press('08:00')).toContain('every day at 08:00');
    expect(await store.subscriptions.inChat(group)).toMatchObject([{ state: 'active' }]);
  });

  it('of quiet hours leaves the rest', async () => {
    const { moderator, store } = await square();
    const olena = moderator(group);
    const said = await olena.send({ command: 'subscribe', args: { importance: 'breaking', quiet: 'at night' } });
    expect(said).toContain('Subscribed, except for');
    expect(said).toContain('“at night” is not understood');
    expect(await store.subscriptions.inChat(group)).toMatchObject([{ state: 'active', importance: 'breaking' }]);
    await olena.press('✏️ Correct the quiet hours');
    expect(olena.answer.form?.fields[0]).toMatchObject({ name: 'quiet', value: 'at night' });
  });

  it.each([
    ['*/5 * * * *', 'more than once an hour'],
    ['0 9 31 2 *', 'never run'],
    ['0 25 * * *', 'the hour (0–23)'],
  ])('of the rule %s says why it won’t do', async (rule, why) => {
    const { moderator } = await square();
    const olena = moderator(group);
    const said = await olena.send({ command: 'subscribe', args: { when: 'custom', time: rule } });
    expect(said).toContain(why);
    expect(said).toContain(rule);
  });

  it('leaves a subscription that is there as it was', async () => {
    const { moderator, store } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe daily 9:00');
    const said = await olena.send({ command: 'subscribe', args: { when: 'weekly', time: 'noonish' } });
    expect(said).toContain('stays as it was');
    expect(await store.subscriptions.inChat(group)).toMatchObject([{ state: 'active', digest: '0 9 * * *' }]);
  });
});

describe('a subscription’s buttons', () => {
  it('change what comes', async () => {
    const { moderator, store } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe');
    await olena.press('Change what');
    expect(olena.answer.form?.fields.map(({ name }) => name)).toEqual(['topics', 'parties', 'importance', 'language']);
    const said = await olena.fill({
      topics: 'territory',
      parties: 'russia,ukraine',
      importance: 'all',
      language: 'ru',
    });
    expect(said).toContain('Topics: Territory');
    expect(said).toContain('Parties: Russia, Ukraine');
    await olena.press('Change what');
    await olena.fill({ topics: '', parties: '', importance: 'all', language: 'ru' });
    expect(await store.subscriptions.inChat(group)).toMatchObject([{ topics: [], parties: [], language: 'ru' }]);
  });

  it('change when it comes, with what is wrong told field by field', async () => {
    const { moderator } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe');
    await olena.press('Change when');
    const fields = olena.answer.form?.fields ?? [];
    const check = (name: string, value: string) => {
      const field = fields.find((one) => one.name === name);
      return field?.kind === 'text' ? field.check?.(value) : undefined;
    };
    expect(check('time', '9:30')).toBeUndefined();
    expect(check('time', '0 9 * * 1-5')).toBeUndefined();
    expect(check('time', '0,30 9 * * *')).toContain('more than once an hour');
    expect(check('time', 'noonish')).toContain('not a time of day');
    expect(check('zone', 'Kviv')).toContain('No time zone');
    expect(await olena.fill({ when: 'custom', day: '', time: '15 6 * * sat,sun', zone: 'UTC' })).toContain(
      'by the rule 15 6 * * SAT,SUN',
    );
    await olena.press('Change when');
    expect(await olena.fill({ when: 'instant', day: '', time: '', zone: 'UTC' })).toContain('When: at once');
  });

  it('set quiet hours and sound; followers only on Discord', async () => {
    const { moderator } = await square();
    const inGroup = moderator(group);
    await inGroup.say('/subscribe');
    await inGroup.press('Quiet & sound');
    expect(inGroup.answer.form?.fields.map(({ name }) => name)).toEqual(['quiet', 'passes', 'silent']);
    const said = await inGroup.fill({ quiet: '23-8', passes: 'on', silent: 'on' });
    expect(said).toContain('from 23:00 to 08:00, except for breaking news');
    expect(said).toContain('Sound: off');
    const olena = moderator(guild, 'olena', { here: news });
    await olena.say('/subscribe');
    await olena.press('Quiet & sound');
    expect(olena.answer.form?.fields.map(({ name }) => name)).toContain('crosspost');
    expect(await olena.fill({ quiet: '', passes: 'off', silent: 'off', crosspost: 'on' })).toContain(
      'Only Discord’s announcement channels',
    );
  });

  it('pause and resume, after a look whether the bot may post', async () => {
    const { moderator, discord } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    await olena.say('/subscribe');
    expect(await olena.press('⏸ Pause')).toContain('Paused: nothing is sent until you resume it.');
    expect(olena.labels).not.toContain('⏸ Pause');
    const [spot] = discord.spots;
    if (spot) spot.missing = ['right-send-messages'];
    expect(await olena.press('▶ Resume')).toContain('the permission “Send Messages”');
    if (spot) spot.missing = [];
    expect(await olena.press('▶ Resume')).toContain('Updates are sent there again.');
  });

  it('send a test, and say what came of it', async () => {
    const { moderator, telegram, store } = await square();
    const olena = moderator(group);
    await olena.send({ command: 'subscribe', args: { language: 'uk', silent: 'on' } });
    expect(await olena.press('Test')).toContain('The test is sent.');
    expect(telegram.posts).toMatchObject([{ place: { chat: group.id }, options: { silent: true } }]);
    expect(telegram.posts[0]?.text).toContain('Так сюди надходять оновлення');
    telegram.answers.push({ kind: 'wait', forMs: 3_600_000, everywhere: false });
    expect(await olena.press('Test')).toContain('in 60 minutes');
    telegram.answers.push({ kind: 'transient', reason: 'reset', isUnknown: true });
    expect(await olena.press('Test')).toContain('may have been sent or not');
    telegram.answers.push({ kind: 'content', reason: 'Telegram 400' });
    expect(await olena.press('Test')).toContain('refused the test: Telegram 400');
    telegram.answers.push({ kind: 'gone', reason: 'place-left' });
    const said = await olena.press('Test');
    expect(said).toContain('so the updates are paused. Parley is no longer a member there');
    expect(said).toContain('⏸ Paused.');
    expect(await store.subscriptions.inChat(group)).toMatchObject([
      { state: 'paused', pause: { by: 'platform', reason: 'place-left' } },
    ]);
  });

  it('show what the next digest would be, as the place will read it', async () => {
    const { moderator, publish, clock } = await square();
    const olena = moderator(group);
    await publish('Before anybody subscribed');
    clock.now += 1000;
    await olena.say('/subscribe nato daily 9:00');
    expect(await olena.press('Preview')).toContain('There is nothing new');
    clock.now += 1000;
    await publish('Talks resume');
    await publish('About something else', { topics: ['territory'] });
    await olena.press('Back to the subscription');
    const said = await olena.press('Preview');
    expect(said).toContain('If the next digest came now (Peace talks)');
    expect(said).toContain('Next: 2 Mar 2026, 09:00');
    expect(said).toContain('Talks resume');
    expect(said).not.toContain('Before anybody subscribed');
    expect(said).not.toContain('About something else');
  });

  it('show the latest update where they come at once', async () => {
    const { moderator, publish, clock } = await square();
    await publish('An older one');
    clock.now += 1000;
    await publish('The latest one');
    const olena = moderator(group);
    await olena.say('/subscribe');
    const said = await olena.press('Preview');
    expect(said).toContain('The latest one has happened.');
    expect(said).not.toContain('An older one has happened.');
  });

  it('end it after asking once, and bring it back as it was', async () => {
    const { moderator, store } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe nato daily 9:00');
    expect(await olena.press('Unsubscribe')).toContain('Send no more updates there?');
    await olena.press('Keep it');
    await olena.press('Unsubscribe');
    expect(await olena.press('Yes, unsubscribe')).toContain('No more updates: Peace talks');
    expect(await store.subscriptions.inChat(group)).toEqual([]);
    expect(await olena.press('🔔 Subscribe again')).toContain('every day at 09:00');
  });

  it('do not overwrite what somebody else has changed since the form was opened', async () => {
    const { moderator, store } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe');
    await olena.press('Change when');
    const petro = moderator(group, 'petro');
    await petro.say('/subscribe weekdays 7:30');
    const said = await olena.fill({ when: 'daily', day: '', time: '9:45', zone: 'UTC' });
    expect(said).toContain('Somebody has changed this in the meantime');
    expect(said).toContain('9:45');
    expect(said).toContain('Monday to Friday at 07:30');
    expect(await store.subscriptions.inChat(group)).toMatchObject([{ digest: '30 7 * * 1-5' }]);
  });

  it('work for the moderators of exactly that chat alone, as it is when they are pressed', async () => {
    const { moderator, moderators, at, store } = await square();
    const olena = moderator(group);
    await olena.say('/subscribe');
    const [{ id } = { id: '' }] = await store.subscriptions.inChat(group);
    const mallory = moderator(otherGroup, 'mallory');
    const none = await mallory.send({ command: 'subscription', args: { id: 'nothing0' } });
    expect(none).toContain('There is no such subscription that you may change');
    for (const act of ['', 'what', 'when', 'quiet', 'set', 'pause', 'resume', 'test', 'preview', 'end', 'ended'])
      for (const one of [mallory, at(group, 'ann'), at('telegram', 'mallory')])
        expect(await one.send({ command: 'subscription', args: { id, act, time: '9' } }), act).toBe(none);
    await olena.press('Change when');
    moderators.clear();
    expect(await olena.fill({ when: 'daily', day: '', time: '9', zone: 'UTC' })).toBe(none);
    expect(await store.subscriptions.inChat(group)).toMatchObject([{ state: 'active', digest: undefined }]);
  });
});

describe('/subscriptions', () => {
  it('lists those that the caller may change, with the ways to new ones', async () => {
    const { moderator, at } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    expect(await olena.say('/subscriptions')).toContain('There are none that you may change.');
    expect(olena.labels).toEqual(['🔔 Send them here', '🔔 For me, in private']);
    await olena.press('🔔 Send them here');
    await olena.say('/subscribe me daily 8:00');
    await olena.say('/subscriptions');
    expect(olena.labels).toEqual(['your private chat — every day at 08:00', '#news — at once']);
    await olena.press('#news — at once');
    await olena.press('⏸ Pause');
    await olena.press('All subscriptions');
    expect(olena.labels).toContain('⏸ #news — at once');
    const ann = at(guild, 'ann', { here: news });
    expect(await ann.say('/subscriptions')).toContain('There are none that you may change.');
    expect(ann.labels).toEqual(['🔔 For me, in private']);
  });

  it('says of one why it is paused, since when, and what was last sent', async () => {
    const { moderator, store, clock } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    expect(await olena.say('/subscribe')).toContain('Nothing has been sent yet.');
    const { id = '' } = (await store.subscriptions.at(news)) ?? {};
    await store.subscriptions.pause(id, { by: 'platform', reason: 'right-view-channel', at: clock.now });
    const said = await olena.send({ command: 'subscription', args: { id } });
    expect(said).toContain('⏸ Paused. Parley lacks the permission “View Channel” there.');
    expect(said).toContain('Since 1 Mar 2026, 12:00');
  });
});

describe('/unsubscribe', () => {
  it('ends what is sent to the place in which it is asked', async () => {
    const { moderator, at, store } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    await olena.say('/subscribe');
    expect(await at(guild, 'ann', { here: news }).say('/unsubscribe')).toContain('chosen by the moderators');
    expect(await olena.say('/unsubscribe')).toContain('No more updates: #news');
    expect(await store.subscriptions.at(news)).toMatchObject({ state: 'ended' });
    expect(await olena.say('/unsubscribe')).toContain('No updates are sent there.');
  });

  it('ends those of places that are gone, and of one’s own private chat', async () => {
    const { moderator, discord, store } = await square();
    const olena = moderator(guild, 'olena', { here: news });
    await olena.send({ command: 'subscribe', args: { where: announcements.channel } });
    await olena.say('/subscribe me');
    discord.spots.length = 0;
    for (const where of [`<#${announcements.channel}>`, 'me'])
      expect(await olena.send({ command: 'unsubscribe', args: { where } })).toContain('No more updates');
    expect(await store.subscriptions.count()).toBe(0);
  });

  it('ends nothing of others', async () => {
    const { moderator, store } = await square();
    await moderator(group).say('/subscribe');
    const [{ id } = { id: '' }] = await store.subscriptions.inChat(group);
    const mallory = moderator(otherGroup, 'mallory');
    for (const where of [group.id, '@peace_talks', id])
      expect(await mallory.send({ command: 'unsubscribe', args: { where } })).not.toContain('No more updates');
    expect(await store.subscriptions.count()).toBe(1);
  });
});
