import { describe, expect, it } from 'vitest';
import type { Heard } from '../../src/loopback/discord/index.ts';
import { channelsOf, groupsOf, subscribeAll } from './crowd.ts';
import { createNewsroom, eventually, minuteMs } from './newsroom.ts';
import { discordPlace, telegramPlace } from './places.ts';
import { createServer, post, typedUpdate } from './posting.ts';
import { createStory } from './story.ts';

const title = 'Ceasefire holds';
const story = createStory('A hurried moderator');

/** A server with eight channels, and eight Telegram groups of the same community, that have all subscribed. */
async function busyRoom() {
  const room = await createNewsroom();
  const { discord, telegram } = room;
  const server = createServer(room, story);
  const { guild } = server;
  const [channels, groups] = [guild.channels(8), telegram.groups(8)];
  const ofGuild = channelsOf(guild, channels);
  await subscribeAll(room, [...ofGuild, ...groupsOf(groups, ofGuild[0]?.chat)]);
  await room.start();
  const places = [
    ...channels.map((channel) => discordPlace({ discord }, channel.state.name, channel)),
    ...groups.map((group) => telegramPlace(group.state.title, group)),
  ];
  return {
    ...room,
    ...server,
    groups,
    channels,
    texts: () => places.flatMap((place) => place.texts()),
    /** Each place has one message, and it says that. */
    allSay: (expected: RegExp) =>
      eventually(() => {
        for (const place of places)
          expect([place.name, place.texts()]).toEqual([place.name, [expect.stringMatching(expected)]]);
      }),
    /** What is written of an update, seen by the moderator before it is published. */
    async previewed(): Promise<Heard> {
      const { one } = server.max;
      const form = await one.slash(server.channel, '/update post');
      return await one.submit(form, typedUpdate(title));
    },
    published: () => room.log().filter(({ msg }) => msg === 'An update is published').length,
  };
}

const both = async (first: Promise<Heard>, second: Promise<Heard>) =>
  (await Promise.all([first, second])).map(({ text }) => text);

describe('a hurried moderator', { timeout: 90_000 }, () => {
  it('who presses Publish twice at once posts once', async () => {
    const { max, previewed, clock, allSay, published, errors } = await busyRoom();
    const preview = await previewed();
    const texts = await both(max.one.press(preview, '✅ Publish'), max.one.press(preview, '✅ Publish'));
    expect(texts.filter((text) => text.includes('It is sent in 60 seconds.'))).toHaveLength(1);
    expect(texts.join()).not.toContain('Something went wrong');
    clock.pass(minuteMs);
    await allSay(/Ceasefire holds/u);
    expect(published()).toBe(1);
    expect(errors()).toEqual([]);
  });

  it('who presses Undo twice at once, with another one, takes it back once', async () => {
    const { max, moderator, channel, previewed, clock, texts, errors, published } = await busyRoom();
    const nina = moderator('Nina');
    const pending = await max.one.press(await previewed(), '✅ Publish');
    const shown = await nina.one.slash(channel, '/update status');
    const said = await Promise.all([
      max.one.press(pending, '↩ Undo'),
      max.one.press(pending, '↩ Undo'),
      nina.one.press(shown, '↩ Undo'),
    ]);
    expect(said.filter(({ text }) => text.includes('Preview'))).toHaveLength(1);
    expect(said.filter(({ text }) => text.includes('It has been sent, or was taken back already.'))).toHaveLength(2);
    clock.pass(5 * minuteMs);
    await post(max, 'Another one');
    clock.pass(minuteMs);
    await eventually(() => expect(texts()).toHaveLength(16));
    expect(texts().join()).not.toContain(title);
    expect(published()).toBe(1);
    expect(errors()).toEqual([]);
  });

  it('who presses Undo too late is told so, and it is sent', async () => {
    const { max, previewed, clock, allSay, errors } = await busyRoom();
    const pending = await max.one.press(await previewed(), '✅ Publish');
    clock.pass(minuteMs);
    expect((await max.one.press(pending, '↩ Undo')).text).toContain('It has been sent, or was taken back already.');
    await allSay(/Ceasefire holds/u);
    expect(errors()).toEqual([]);
  });

  it('who wants it retracted before it is sent is offered Undo', async () => {
    const { max, clock, texts, errors } = await busyRoom();
    await post(max, title);
    expect(await max.call('update retract', { update: title, reason: 'Not so.' })).toContain(
      'Take it back with “Undo”.',
    );
    await max.press('↩ Undo');
    clock.pass(5 * minuteMs);
    await post(max, 'Another one');
    clock.pass(minuteMs);
    await eventually(() => expect(texts()).toHaveLength(16));
    expect(texts().join()).not.toContain(title);
    expect(errors()).toEqual([]);
  });

  it('and another one who retract at once retract it once', async () => {
    const { max, moderator, channel, clock, allSay, errors } = await busyRoom();
    const nina = moderator('Nina');
    await post(max, title);
    clock.pass(minuteMs);
    await allSay(/Ceasefire holds/u);
    const texts = await both(
      max.one.slash(channel, '/update retract', { update: title, reason: 'Not so.' }),
      nina.one.slash(channel, '/update retract', { update: title, reason: 'Nobody knows.' }),
    );
    expect(texts.filter((text) => text.includes('Every copy is being replaced'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('That update is retracted.'))).toHaveLength(1);
    await allSay(/^(## )?Retracted.*(Not so|Nobody knows)\.$/su);
    expect(errors()).toEqual([]);
  });

  it('who corrects it while it is being sent has it corrected everywhere, once', async () => {
    const { max, discord, telegram, groups, channels, clock, allSay, texts, errors } = await busyRoom();
    const slow = telegram.disrupt(({ chat }) =>
      groups.slice(0, 3).some(({ id }) => id === chat) ? { kind: 'hang' } : undefined,
    );
    const held = discord.disrupt(({ channel: id, method }) =>
      method === 'POST' && channels.slice(0, 3).some((one) => one.id === id) ? { hang: 'before' } : undefined,
    );
    await post(max, title);
    clock.pass(minuteMs);
    await eventually(() => expect(texts()).toHaveLength(10));
    await max.call('update edit', { update: title });
    await max.fill({ Text: 'It was broken.', 'What was corrected': 'It does not hold.' });
    expect(await max.press('✅ Publish')).toContain('Done: every copy is being changed.');
    held.clear();
    slow.release();
    await allSay(/Corrected .*: It does not hold\..*It was broken\./su);
    await eventually(() => expect(max.sees()).toMatch(/delivered: 8\n.*delivered: 8\n/su));
    expect(texts()).toHaveLength(16);
    expect(errors()).toEqual([]);
  });

  it('who retracts it while it is being sent leaves nobody with its text', async () => {
    const { max, telegram, groups, clock, texts, errors } = await busyRoom();
    const slow = telegram.disrupt(({ chat }) =>
      groups.slice(0, 3).some(({ id }) => id === chat) ? { kind: 'hang' } : undefined,
    );
    await post(max, title);
    clock.pass(minuteMs);
    await eventually(() => expect(texts()).toHaveLength(13));
    await max.call('update retract', { update: title, reason: 'Not so.' });
    slow.release();
    await eventually(() => expect(texts().filter((text) => text.includes('Not so.'))).toHaveLength(16));
    expect(texts().join()).not.toContain('The mediators say so');
    expect(texts()).toHaveLength(16);
    expect(errors()).toEqual([]);
  });

  it.each(['goes on', 'is over'])('loses nothing by a restart while the undo window %s', async (window) => {
    const { max, stop, start, clock, allSay, texts, published, errors } = await busyRoom();
    await post(max, title);
    await stop();
    if (window === 'is over') clock.pass(minuteMs);
    await start();
    if (window === 'goes on') {
      expect(await max.call('update status')).toMatch(/It is sent in \d+ seconds/u);
      expect(texts()).toEqual([]);
      clock.pass(minuteMs);
    }
    await allSay(/Ceasefire holds/u);
    expect(published()).toBe(1);
    expect(errors()).toEqual([]);
  });
});
