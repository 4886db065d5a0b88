import { type Client, type REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectBot, restOf } from '../../../src/loopback/discord/bot.ts';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';

describe('messages in many places', () => {
  let discord: DiscordFake;
  let guild: ReturnType<DiscordFake['guild']>;
  let rest: REST;
  let client: Client<true>;
  const post = (to: { id: string }, body: object = { content: 'hello' }) =>
    rest.post(Routes.channelMessages(to.id), { body }) as Promise<{ id: string }>;
  const edit = (to: { id: string }, { id }: { id: string }) =>
    rest.patch(Routes.channelMessage(to.id, id), { body: { content: 'changed' } });

  beforeAll(async () => {
    discord = await createDiscordFake();
    guild = discord.guild();
    rest = restOf(discord);
    client = await connectBot(discord);
  });
  afterAll(async () => {
    await client.destroy();
    await discord.close();
  });

  it('show whether they came silently, reply to another and were published', async () => {
    const channel = guild.announcement('news');
    const { id } = await post(channel);
    await post(channel, { content: 'again', flags: 1 << 12, message_reference: { message_id: id } });
    await rest.post(Routes.channelMessageCrosspost(channel.id, id));
    expect(channel.messages().map(({ silent, repliesTo, crossposted }) => [silent, repliesTo, crossposted])).toEqual([
      [false, undefined, true],
      [true, id, false],
    ]);
  });

  it('reply to nothing that the bot can’t read', async () => {
    const channel = guild.channel('unread');
    const { id } = await post(channel);
    channel.permissions(discord.bot, { deny: ['ReadMessageHistory'] });
    await expect(post(channel, { content: 'again', message_reference: { message_id: id } })).rejects.toMatchObject({
      code: 160_002,
    });
  });

  it('can’t be changed in an archived thread until another one opens it', async () => {
    const thread = guild.channel('talk').thread('talks');
    const first = await post(thread);
    thread.archive();
    await expect(edit(thread, first)).rejects.toMatchObject({ code: 50_083 });
    await post(thread);
    expect(await edit(thread, first)).toMatchObject({ content: 'changed' });
  });

  it('come into a locked thread only from who manages threads', async () => {
    const channel = guild.channel('talk');
    const thread = channel.thread('talks');
    thread.archive(true);
    await expect(post(thread)).rejects.toMatchObject({ code: 50_083 });
    thread.reopen();
    await expect(post(thread)).rejects.toMatchObject({ code: 160_005 });
    channel.permissions(discord.bot, { allow: ['ManageThreads'] });
    expect(await post(thread)).toMatchObject({ content: 'hello' });
  });

  it('stand in threads that the gateway tells of only while they are not archived', async () => {
    const channel = guild.channel('talk');
    const [open, archived] = [channel.thread('open'), channel.thread('archived')];
    archived.archive();
    const another = await connectBot(discord);
    expect([open, archived].map(({ id }) => another.channels.cache.has(id))).toEqual([true, false]);
    await another.destroy();
  });
});

it('a bot is told what becomes of its own roles, and of nobody else’s without the intent', async () => {
  const discord = await createDiscordFake();
  const guild = discord.guild();
  const client = await connectBot(discord);
  const told: string[] = [];
  client.on('guildMemberUpdate', (_, { id }) => void told.push(id));
  guild.member(discord.user({ username: 'ann' }), { roles: [guild.role('Reader')] });
  guild.member(discord.bot, { roles: [guild.role('Herald')] });
  await expect.poll(() => told).toEqual([discord.bot.id]);
  await client.destroy();
  await discord.close();
});
