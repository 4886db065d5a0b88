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
  return { guild, channel, mia };
}

beforeEach(async () => {
  discord = await createDiscordFake();
});
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  await bot.bot.stop();
  await discord.close();
});

describe('a form on Discord', () => {
  it('opens at once, with its fields, hints and choices', async () => {
    const { channel, mia } = await connect();
    const { modal } = await mia.slash(channel, '/memo add');
    expect(modal).toMatchObject({ title: 'A memo', customId: 'memo.add' });
    expect(modal?.fields).toMatchObject([
      { label: 'Title', description: 'In a few words', type: 4, required: true, value: '' },
      { label: 'Text', type: 4, required: false },
      { label: 'Language', type: 3, required: true, options: [{ label: 'English' }, { label: 'Ukrainian' }] },
      { label: 'Moods', type: 3, required: false, value: '' },
    ]);
  });

  it('comes with what it holds, its choices chosen and in the person’s language', async () => {
    const { guild, channel } = await connect();
    const olha = discord.user({ username: 'olha', locale: 'uk' });
    guild.member(olha, { permissions: ['ManageGuild'] });
    const { modal } = await olha.slash(channel, '/memo add id: m1');
    expect(modal?.fields.map(({ value }) => value)).toEqual(['An old title', 'Two\nlines', 'uk', 'calm,grave']);
    expect(modal?.fields[2]?.options[1]?.label).toBe('українська');
  });

  it('hands over what was entered, several choices with commas between them', async () => {
    const { channel, mia } = await connect();
    const form = await mia.slash(channel, '/memo add');
    const heard = await mia.submit(form, {
      Title: 'A title',
      Text: '**bold** @everyone',
      Language: 'uk',
      Moods: ['brisk', 'grave'],
    });
    expect(bot.memos.submitted).toEqual([
      { id: undefined, values: { title: 'A title', body: '**bold** @everyone', language: 'uk', moods: 'brisk,grave' } },
    ]);
    expect(heard).toMatchObject({ text: 'Kept: A title', ephemeral: true, updated: false });
  });

  it('that is left as it is hands over what it held', async () => {
    const { channel, mia } = await connect();
    await mia.submit(await mia.slash(channel, '/memo add id: m1'), {});
    expect(bot.memos.submitted).toEqual([
      { id: 'm1', values: { title: 'An old title', body: 'Two\nlines', language: 'uk', moods: 'calm,grave' } },
    ]);
  });

  it('hands over nothing for a menu in which nothing is chosen', async () => {
    const { channel, mia } = await connect();
    await mia.submit(await mia.slash(channel, '/memo add'), { Title: 'A title', Language: 'en' });
    expect(bot.memos.submitted[0]?.values).toMatchObject({ body: '', moods: '' });
  });

  it('opens from a button and is answered in the one message that the work goes on in', async () => {
    const { channel, mia } = await connect();
    const list = await mia.slash(channel, '/memo list');
    expect(list.ephemeral).toBe(true);
    const first = await mia.submit(await mia.press(list, 'Write'), { Title: 'One', Language: 'en' });
    expect(first).toMatchObject({ text: 'Kept: One', updated: true });
    const second = await mia.submit(await mia.press(first, 'Edit'), { Title: 'Two' });
    expect(second).toMatchObject({ text: 'Kept: Two', updated: true });
    expect(mia.sees(channel).map(({ text }) => text)).toEqual(['Kept: Two']);
    expect(channel.messages()).toEqual([]);
  });

  it('that is not accepted comes back as a message whose button opens it again', async () => {
    const { channel, mia } = await connect();
    const heard = await mia.submit(await mia.slash(channel, '/memo add'), { Title: 'bad', Language: 'en' });
    expect(heard.text).toBe('That title will not do.');
    const again = await mia.press(heard, 'Fill in the form');
    expect(again.modal?.title).toBe('A memo');
  });

  it('is waited for longer than a message, since it cannot open any more once deferred', async () => {
    const { channel, mia } = await connect({ deferFormsAfterMs: 2500 });
    const letGo = bot.memos.hold();
    setTimeout(letGo, 150);
    const heard = await mia.slash(channel, '/memo add');
    expect(heard.modal?.title).toBe('A memo');
    expect(heard.deferred).toBe(false);
  });

  it('that comes too late to open is a button under the message', async () => {
    const { channel, mia } = await connect();
    const letGo = bot.memos.hold();
    const waiting = await mia.slash(channel, '/memo add', {}, { until: 'ack' });
    expect(waiting).toMatchObject({ deferred: true });
    letGo();
    await discord.until('the message', () => (mia.sees(channel)[0]?.text === 'Fill this in.' ? true : undefined));
    const [message] = mia.sees(channel);
    expect(message?.ephemeral).toBe(true);
    if (message) expect((await mia.press(message, 'Fill in the form')).modal?.title).toBe('A memo');
  });

  it('that is late after a press leaves a way to open it in the message', async () => {
    const { channel, mia } = await connect();
    const list = await mia.slash(channel, '/memo list');
    const letGo = bot.memos.hold();
    await mia.press(list, 'Edit', { until: 'ack' });
    letGo();
    await discord.until('the message', () => (mia.sees(channel)[0]?.text === 'Fill this in.' ? true : undefined));
    const [message] = mia.sees(channel);
    if (message) expect((await mia.press(message, 'Fill in the form')).modal?.fields[0]?.value).toBe('An old title');
  });

  it('whose answer is late is acknowledged, and answered where it belongs', async () => {
    const { channel, mia } = await connect();
    const list = await mia.slash(channel, '/memo list');
    const forms = [await mia.press(list, 'Write'), await mia.slash(channel, '/memo add')];
    const letGo = bot.memos.hold();
    for (const form of forms) {
      const waiting = await mia.submit(form, { Title: 'Late', Language: 'en' }, { until: 'ack' });
      expect(waiting.deferred).toBe(true);
    }
    letGo();
    await expect.poll(() => mia.sees(channel).map(({ text }) => text)).toEqual(['Kept: Late', 'Kept: Late']);
    expect(channel.messages()).toEqual([]);
  });

  it('takes a whole message’s text from its menu', async () => {
    const { channel, mia } = await connect();
    const said = await discord.user({ username: 'bob' }).say(channel, `Worth keeping ${'x'.repeat(500)}`);
    const { modal } = await mia.messageCommand(channel, 'Add as memo', said);
    expect(modal?.fields[1]?.value).toBe(`Worth keeping ${'x'.repeat(500)}`);
  });

  it('for everybody opens from an answer in public and is answered to its sender alone', async () => {
    const { channel } = await connect();
    const ann = discord.user({ username: 'ann' });
    const box = await ann.slash(channel, '/box look');
    const bob = discord.user({ username: 'bob' });
    const heard = await bob.submit(await bob.press(box, 'Say'), { Title: 'peace' });
    expect(heard).toMatchObject({ text: 'Wished: peace', ephemeral: true, updated: false });
    expect(channel.messages().map(({ text }) => text)).toEqual(['A box.']);
  });

  it('for everybody that comes too late can be opened by whoever presses for it', async () => {
    const { channel } = await connect();
    const ann = discord.user({ username: 'ann' });
    const letGo = bot.memos.hold();
    await ann.slash(channel, '/wish', {}, { until: 'ack' });
    letGo();
    await expect.poll(() => channel.messages().map(({ text }) => text)).toEqual(['A wish of ann']);
    const [message] = channel.messages();
    const bob = discord.user({ username: 'bob' });
    if (message) expect((await bob.press(message, 'Fill in the form')).modal?.title).toBe('A wish');
  });

  it('whose sender may not do it any more changes nothing and keeps the message it came from', async () => {
    const { guild, channel, mia } = await connect();
    const list = await mia.slash(channel, '/memo list');
    const form = await mia.press(list, 'Write');
    guild.member(mia, { permissions: [] });
    const heard = await mia.submit(form, { Title: 'One', Language: 'en' });
    expect(heard.text).toBe('Only this community’s moderators can do that.');
    expect(heard).toMatchObject({ ephemeral: true, updated: false });
    expect(bot.memos.submitted).toEqual([]);
    expect(list.message?.text).toBe('One memo.');
  });

  it('that fails to open for Discord’s sake says so under an id', async () => {
    const { channel, mia } = await connect();
    discord.fault('POST /interactions/*', { status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    const heard = await mia.slash(channel, '/memo add');
    expect(heard.text).toContain('logged as incident-2');
    expect(heard.ephemeral).toBe(true);
    expect(bot.log.join('')).toContain('"incident":"incident-2"');
    expect(bot.log.join('')).not.toContain(heard.interaction.token);
    expect(bot.log.join('')).not.toContain('In a few words');
  });
});
