import { AttachmentBuilder, type Client, type DiscordAPIError, type REST, Routes, type TextChannel } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectBot, restOf } from '../../../src/loopback/discord/bot.ts';
import {
  createDiscordFake,
  type DiscordFake,
  type GuildPlace,
  markupKinds,
} from '../../../src/loopback/discord/index.ts';

const v2 = 1 << 15;
const long = (length: number) => 'x'.repeat(length);
const text = (content: string) => ({ type: 10, content });
const row = (...components: object[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Press', custom_id: 'press', ...more });
const buttons = (count: number) => Array.from({ length: count }, (_, index) => button({ custom_id: `b${index}` }));
const menu = (count: number) => ({
  type: 3,
  custom_id: 'menu',
  options: Array.from({ length: count }, (_, index) => ({ label: `o${index}`, value: `v${index}` })),
});

describe('messages', () => {
  let discord: DiscordFake;
  let channel: GuildPlace;
  let guild: ReturnType<DiscordFake['guild']>;
  let rest: REST;
  let client: Client<true>;
  const post = (body: object, to: { id: string } = channel) =>
    rest.post(Routes.channelMessages(to.id), { body }) as Promise<{ id: string; flags: number }>;
  const live = () => client.channels.cache.get(channel.id) as TextChannel;

  beforeAll(async () => {
    discord = await createDiscordFake();
    guild = discord.guild();
    channel = guild.channel('general');
    rest = restOf(discord);
    client = await connectBot(discord);
  });
  afterAll(async () => {
    await client.destroy();
    await discord.close();
  });

  it.each<[string, object]>([
    ['2000 characters of content', { content: long(2000) }],
    [
      '4000 characters in text displays',
      { flags: v2, components: [text(long(2000)), { type: 17, components: [text(long(2000))] }] },
    ],
    ['40 components', { flags: v2, components: Array.from({ length: 40 }, () => text('a')) }],
    ['five buttons in a row', { content: 'a', components: [row(...buttons(5))] }],
    ['a select menu of 25 options', { content: 'a', components: [row(menu(25))] }],
    [
      'a link button',
      { content: 'a', components: [row(button({ style: 5, custom_id: undefined, url: 'https://example.org' }))] },
    ],
    ['a section with a button', { flags: v2, components: [{ type: 9, components: [text('a')], accessory: button() }] }],
    ['a nonce of 25 characters', { content: 'a', nonce: long(25) }],
    ['mentions of the named only', { content: 'a', allowed_mentions: { parse: ['roles'], users: ['1'] } }],
  ])('may have %s', async (_what, body) => {
    await expect(post(body)).resolves.toHaveProperty('id');
  });

  const inRow = 'components.0.components.0';
  it.each<[string, object, string]>([
    ['2001 characters of content', { content: long(2001) }, 'content'],
    [
      '4001 characters in text displays',
      { flags: v2, components: [text(long(2000)), { type: 17, components: [text(long(2001))] }] },
      'components',
    ],
    ['an empty text display', { flags: v2, components: [text('')] }, 'components.0.content'],
    [
      '41 components, nested ones counted',
      { flags: v2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('a')) }] },
      'components',
    ],
    ['text displays without the flag', { components: [text('a')] }, 'components.0.type'],
    ['content beside V2 components', { content: 'a', flags: v2, components: [text('a')] }, 'content'],
    ['embeds beside V2 components', { embeds: [{ title: 'a' }], flags: v2, components: [text('a')] }, 'embeds'],
    ['six buttons in a row', { content: 'a', components: [row(...buttons(6))] }, 'components.0.components'],
    ['a button beside a menu', { content: 'a', components: [row(button(), menu(1))] }, 'components.0.components'],
    ['six rows without the flag', { content: 'a', components: buttons(6).map((one) => row(one)) }, 'components'],
    ['an empty row', { content: 'a', components: [row()] }, 'components.0.components'],
    ['a label of 81 characters', { content: 'a', components: [row(button({ label: long(81) }))] }, `${inRow}.label`],
    [
      'a custom id of 101 characters',
      { content: 'a', components: [row(button({ custom_id: long(101) }))] },
      `${inRow}.custom_id`,
    ],
    [
      'the same custom id twice',
      { content: 'a', components: [row(button(), button())] },
      'components.0.components.1.custom_id',
    ],
    [
      'a url on a plain button',
      { content: 'a', components: [row(button({ url: 'https://example.org' }))] },
      `${inRow}.url`,
    ],
    [
      'a custom id on a link',
      { content: 'a', components: [row(button({ style: 5, url: 'https://example.org' }))] },
      `${inRow}.custom_id`,
    ],
    [
      'a button without custom id',
      { content: 'a', components: [row(button({ custom_id: undefined }))] },
      `${inRow}.custom_id`,
    ],
    ['a button without label', { content: 'a', components: [row(button({ label: undefined }))] }, `${inRow}.label`],
    ['a button outside of a row', { content: 'a', components: [button()] }, 'components.0.type'],
    ['a menu of 26 options', { content: 'a', components: [row(menu(26))] }, `${inRow}.options`],
    [
      'a section without accessory',
      { flags: v2, components: [{ type: 9, components: [text('a')] }] },
      'components.0.accessory',
    ],
    [
      'a container in a container',
      { flags: v2, components: [{ type: 17, components: [{ type: 17, components: [text('a')] }] }] },
      `${inRow}.type`,
    ],
    ['a nonce of 26 characters', { content: 'a', nonce: long(26) }, 'nonce'],
    [
      'parse and a list of the same kind',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions',
    ],
    [
      'an unknown kind of mention',
      { content: 'a', allowed_mentions: { parse: ['anyone'] } },
      'allowed_mentions.parse.0',
    ],
    ['the ephemeral flag in a channel', { content: 'a', flags: 64 }, 'flags'],
    ['an attachment without file', { content: 'a', attachments: [{ id: '0' }] }, 'attachments.0.id'],
    [
      'a picture that was not sent',
      { flags: v2, components: [{ type: 12, items: [{ media: { url: 'attachment://no.png' } }] }] },
      'components.0',
    ],
  ])('may not have %s', async (_what, body, path) => {
    const error = await post(body).then(
      () => undefined,
      (failure: DiscordAPIError) => failure,
    );
    expect(error).toMatchObject({ status: 400, code: 50035, rawError: { message: 'Invalid Form Body' } });
    const errors: unknown = (error?.rawError as { errors: unknown } | undefined)?.errors;
    expect(path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], errors)).toHaveProperty(
      ['_errors', 0, 'code'],
    );
  });

  it.each([[{}], [{ content: '' }], [{ content: '  \n' }], [{ flags: v2 }]])('may not be empty: %j', async (body) => {
    await expect(post(body)).rejects.toMatchObject({
      code: 50006,
      rawError: { message: 'Cannot send an empty message' },
    });
  });

  it('keep the V2 flag through edits', async () => {
    const { id } = await post({ flags: v2, components: [text('before')] });
    const route = Routes.channelMessage(channel.id, id);
    await expect(rest.patch(route, { body: { flags: 0 } })).rejects.toMatchObject({ code: 50035 });
    await expect(rest.patch(route, { body: { content: 'plain' } })).rejects.toMatchObject({ code: 50035 });
    expect(await rest.patch(route, { body: { components: [text('after')] } })).toMatchObject({ flags: v2 });
    expect(channel.messages().at(-1)).toMatchObject({ text: 'after', edited: true });
  });

  it('are sent once under an enforced nonce', async () => {
    const first = await post({ content: 'once', nonce: '7', enforce_nonce: true });
    const second = await post({ content: 'twice', nonce: '7', enforce_nonce: true });
    expect(second.id).toBe(first.id);
    expect(channel.messages().filter((message) => message.text === 'twice')).toEqual([]);
    expect((await post({ content: 'twice', nonce: '7' })).id).not.toBe(first.id);
  });

  it('carry files, which can be fetched', async () => {
    const file = new AttachmentBuilder(Buffer.from('a,b'), { name: 'table.csv', description: 'A table' });
    const sent = await live().send({ content: 'see', files: [file] });
    const url = sent.attachments.first()?.url ?? '';
    expect(await (await fetch(url)).text()).toBe('a,b');
    expect(channel.messages().at(-1)?.files).toMatchObject([{ filename: 'table.csv', description: 'A table' }]);
    expect(discord.requests.at(-1)).toMatchObject({
      route: '/channels/:channel/messages',
      files: [{ filename: 'table.csv' }],
    });
  });

  it('can be deleted and are then unknown', async () => {
    const sent = await live().send('gone');
    await sent.delete();
    await expect(sent.edit('back')).rejects.toMatchObject({ code: 10008 });
    expect(channel.messages().some((message) => message.text === 'gone')).toBe(false);
  });

  it('ping those whom the text and the allowed mentions name together', async () => {
    const ann = discord.user({ username: 'ann' });
    const content = `${ann.mention} @everyone and \`@here\``;
    await post({ content });
    expect(channel.messages().at(-1)?.pings).toEqual({ everyone: true, users: [ann.id], roles: [] });
    await post({ content, allowed_mentions: { parse: [] } });
    expect(channel.messages().at(-1)?.pings).toEqual({ everyone: false, users: [], roles: [] });
    await post({ content, allowed_mentions: { users: [ann.id] } });
    expect(channel.messages().at(-1)?.pings).toEqual({ everyone: false, users: [ann.id], roles: [] });
  });

  it('show which markup their text became', () => {
    expect(markupKinds('**bold** and `code`').sort()).toEqual(['inlineCode', 'strong']);
    expect(markupKinds('\\*\\*bold\\*\\*')).toEqual([]);
  });

  it.each([
    ['ViewChannel', 50001],
    ['SendMessages', 50013],
  ] as const)('need %s', async (permission, code) => {
    const closed = guild.channel('closed');
    closed.permissions(discord.bot, { deny: [permission] });
    await expect(post({ content: 'a' }, closed)).rejects.toMatchObject({ status: 403, code });
  });

  it('need a channel that exists and takes messages', async () => {
    await expect(post({ content: 'a' }, { id: '1' })).rejects.toMatchObject({ status: 404, code: 10003 });
    await expect(post({ content: 'a' }, guild.forum('ideas'))).rejects.toMatchObject({ code: 50008 });
    const thread = channel.thread('old');
    thread.archive(true);
    await expect(post({ content: 'a' }, thread)).rejects.toMatchObject({ code: 50083 });
    const shy = discord.user({ username: 'shy', acceptsMessages: false });
    await expect(post({ content: 'a' }, discord.dm(shy))).rejects.toMatchObject({ code: 50007 });
  });

  it('are crossposted once, from announcement channels', async () => {
    const news = guild.announcement('news');
    const { id } = await post({ content: 'news' }, news);
    const route = `/channels/${news.id}/messages/${id}/crosspost` as const;
    expect(await rest.post(route)).toMatchObject({ flags: 1 });
    await expect(rest.post(route)).rejects.toMatchObject({ code: 40033 });
    const plain = await post({ content: 'a' });
    await expect(rest.post(Routes.channelMessageCrosspost(channel.id, plain.id))).rejects.toMatchObject({
      code: 50024,
    });
  });

  it('reach people directly', async () => {
    const ann = discord.user({ username: 'ann2' });
    await (await client.users.fetch(ann.id)).send('hello');
    expect(ann.sees(discord.dm(ann)).map((message) => message.text)).toEqual(['hello']);
  });
});
