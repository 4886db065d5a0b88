import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';
import { startBot } from './bot.ts';

let discord: DiscordFake;
let bot: Awaited<ReturnType<typeof startBot>>;

async function connect(options: Parameters<typeof startBot>[1] = {}) {
  bot = await startBot(discord, options);
  const guild = discord.guild({ name: 'Peace watchers' });
  const channel = guild.channel('general');
  const mia = discord.user({ username: 'mia' });
  guild.member(mia, { permissions: ['ManageGuild'] });
  return { guild, channel, mia, ann: discord.user({ username: 'ann' }) };
}

beforeEach(async () => {
  discord = await createDiscordFake();
});
afterEach(async () => {
  await bot.bot.stop();
  await discord.close();
});

describe('what is confidential on Discord', () => {
  it('is seen by the asker alone, whoever they are', async () => {
    const { channel, mia, ann } = await connect();
    expect((await mia.slash(channel, '/memo list')).ephemeral).toBe(true);
    expect((await ann.slash(channel, '/whisper')).ephemeral).toBe(true);
    expect((await ann.slash(discord.dm(ann), '/whisper')).ephemeral).toBe(true);
    expect(channel.messages()).toEqual([]);
  });

  it('goes on in the one message that it began in', async () => {
    const { channel, mia } = await connect();
    const list = await mia.slash(channel, '/memo list');
    const purged = await mia.press(list, 'Purge');
    expect(purged).toMatchObject({ text: 'Purged.', updated: true });
    expect(mia.sees(channel)).toHaveLength(1);
  });

  it('is not shown in a message that others see, but beside it', async () => {
    const { channel, mia } = await connect();
    const box = await mia.slash(channel, '/box look');
    const filled = await mia.press(box, 'Fill');
    expect(filled).toMatchObject({ text: 'The box is full.', ephemeral: true, updated: false });
    expect(channel.messages().map(({ text }) => text)).toEqual(['A box.']);
  });

  it('and a mistake too, though the page was to turn in place', async () => {
    const { channel, ann } = await connect();
    const scroll = await ann.slash(channel, '/scroll');
    const on = await ann.press(scroll, 'On');
    expect(on).toMatchObject({ text: 'There is no more.', ephemeral: true, updated: false });
    expect(channel.messages().map(({ text }) => text)).toEqual(['The beginning.']);
  });

  it('is acknowledged so that others see nothing of it, where it is for moderators', async () => {
    const { channel, mia } = await connect();
    const letGo = bot.memos.hold();
    await mia.slash(channel, '/memo add', {}, { until: 'ack' });
    expect(channel.messages()).toEqual([]);
    letGo();
    await expect.poll(() => mia.sees(channel).map(({ text }) => text)).toEqual(['Fill this in.']);
    expect(channel.messages()).toEqual([]);
  });

  it('takes the place of an acknowledgement that others saw', async () => {
    const { channel, ann } = await connect();
    const letGo = bot.memos.hold();
    const waiting = await ann.slash(channel, '/whisper', {}, { until: 'ack' });
    expect(waiting).toMatchObject({ deferred: true, ephemeral: false });
    letGo();
    await expect.poll(() => ann.sees(channel).map(({ text }) => text)).toEqual(['Between us.']);
    expect(channel.messages()).toEqual([]);
  });

  it('stays off the list of the options that make an answer private', async () => {
    await connect();
    const memo = discord.commands().find(({ name }) => name === 'memo');
    const optionNames = memo?.options?.flatMap(({ options }) => options?.map(({ name }) => name) ?? []);
    expect(optionNames).toContain('about');
    expect(optionNames).not.toContain('private');
  });
});

describe('a community that wants its answers private', () => {
  it('has every answer seen by its asker alone, also one that takes long', async () => {
    const { channel, ann } = await connect({ settings: { answers: 'private' } });
    expect((await ann.slash(channel, '/aloud')).ephemeral).toBe(true);
    const letGo = bot.memos.hold();
    await ann.slash(channel, '/aloud', {}, { until: 'ack' });
    expect(channel.messages()).toEqual([]);
    letGo();
    await expect.poll(() => ann.sees(channel)).toHaveLength(2);
    expect(channel.messages()).toEqual([]);
  });

  it('does not make them vanish from a moderator’s private chat', async () => {
    const { guild, channel, ann, mia } = await connect({ settings: { answers: 'private' }, worksFor: 'community-1' });
    guild.member(mia, { roles: [guild.role('Staff', ['ManageGuild'])] });
    await ann.slash(channel, '/aloud');
    const heard = await mia.slash(discord.dm(mia), '/aloud');
    expect(heard).toMatchObject({ text: 'Peace watchers: moderator', ephemeral: false });
  });
});
