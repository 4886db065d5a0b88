import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import { command } from '../../../src/core/command.ts';
import { createDispatcher } from '../../../src/core/dispatch.ts';
import { paragraph } from '../../../src/core/document.ts';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';
import { startBot } from './bot.ts';

/** What is counted goes up each time that somebody asks for it. */
function counting(hold: () => Promise<void>) {
  const counts = new Map<string, number>();
  const counted = (name: string, more: Partial<Answer> = {}): Answer => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const call = { command: name, args: {} };
    return { document: [paragraph(`${count} of 3`)], call, ...(count < 3 && { refreshAfterMs: 5000 }), ...more };
  };
  const about = { label: 'About', call: { command: 'wish', args: {} } };
  return [
    command({
      name: 'aloud',
      options: {},
      async run() {
        await hold();
        return counted('aloud', { buttons: [about] });
      },
    }),
    command({ name: 'whisper', options: {}, run: () => counted('whisper', { private: true, buttons: [about] }) }),
    command({
      name: 'memo list',
      audience: 'moderators',
      options: {},
      run: () => counted('memo list', { confidential: true }),
    }),
    command({
      name: 'wish',
      options: {},
      run: () => ({ document: [paragraph('Something else.')], private: true, call: { command: 'wish', args: {} } }),
    }),
  ];
}

let discord: DiscordFake;
let bot: Awaited<ReturnType<typeof startBot>>;
let guild: ReturnType<DiscordFake['guild']>;
let ann: ReturnType<DiscordFake['user']>;
/** The waits that the bot has begun; calling one ends it. */
let waits: { ms: number; end: () => void }[];
let hold: Promise<void> | undefined;
/** How often the moderators' command was asked for. */
let asked: number;

beforeEach(async () => {
  discord = await createDiscordFake();
  [waits, hold, asked] = [[], undefined, 0];
  const commands = counting(async () => hold);
  bot = await startBot(discord, {
    dispatcher: createDispatcher({
      commands,
      throttle: (_, { audience }) => {
        if (audience) asked += 1;
      },
      onFault: () => {},
      newIncidentId: () => 'incident-1',
    }),
    delay: (ms, signal) =>
      new Promise((end) => {
        waits.push({ ms, end });
        signal.addEventListener('abort', () => end());
      }),
  });
  guild = discord.guild();
  ann = discord.user({ username: 'ann' });
});
afterEach(async () => {
  await bot.bot.stop();
  await discord.close();
});

/** The time comes for which the bot waits. */
async function pass(): Promise<void> {
  await expect.poll(() => waits.length).toBe(1);
  const [wait] = waits.splice(0);
  expect(wait?.ms).toBe(5000);
  wait?.end();
}

/** Another answer of which nobody has seen anything yet changes: what was to change before has by then. */
async function anotherChanges(): Promise<void> {
  const { message } = await discord.user({ username: 'bob' }).slash(guild.channel('elsewhere'), '/aloud');
  const before = message?.text;
  await pass();
  await discord.until('the other answer to change', () => (message?.text === before ? undefined : true));
}

const edits = () => discord.requests.filter(({ method, path }) => method === 'PATCH' && path.includes('/messages/'));

describe('an answer that changes by itself', () => {
  it('changes in its place until it says that it is done', async () => {
    const channel = guild.channel('talk');
    const { message } = await ann.slash(channel, '/aloud');
    expect(message?.text).toBe('1 of 3');
    await pass();
    await expect.poll(() => message?.text).toBe('2 of 3');
    await pass();
    await expect.poll(() => message?.text).toBe('3 of 3');
    expect(channel.messages()).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('changes where only the asker sees it', async () => {
    const channel = guild.channel('talk');
    const { message, ephemeral } = await ann.slash(channel, '/whisper');
    expect(ephemeral).toBe(true);
    await pass();
    await expect.poll(() => message?.text).toBe('2 of 3');
    expect(message?.ephemeral).toBe(true);
  });

  it('changes where it came late', async () => {
    let letGo = () => {};
    hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const channel = guild.channel('talk');
    await ann.slash(channel, '/aloud', {}, { until: 'ack' });
    letGo();
    await expect.poll(() => channel.messages()[0]?.text).toBe('1 of 3');
    await pass();
    await expect.poll(() => channel.messages()[0]?.text).toBe('2 of 3');
  });

  it('gives way to what takes its place', async () => {
    const channel = guild.channel('talk');
    const heard = await ann.slash(channel, '/whisper');
    await expect.poll(() => waits.length).toBe(1);
    const { message, updated } = await ann.press(heard, 'About');
    expect(updated).toBe(true);
    await pass();
    await anotherChanges();
    expect(message?.text).toBe('Something else.');
    expect(edits()).toHaveLength(1);
  });

  it('is asked for with the rights that the asker has then', async () => {
    const channel = guild.channel('talk');
    const role = guild.role('Moderator', ['ManageGuild']);
    guild.member(ann, { roles: [role] });
    const { message } = await ann.slash(channel, '/memo list');
    await pass();
    await expect.poll(() => message?.text).toBe('2 of 3');
    guild.member(ann, { roles: [] });
    guild.permitRole(role, []);
    const { id } = guild.channel('last');
    await expect.poll(() => bot.bot.guildOf(id)).toBe(guild.id);
    await pass();
    await expect.poll(() => asked).toBe(3);
    await anotherChanges();
    expect(message?.text).toBe('2 of 3');
    expect(edits()).toHaveLength(2);
  });

  it('is left alone once its message is deleted', async () => {
    const { message } = await ann.slash(guild.channel('talk'), '/aloud');
    if (message) message.state.deleted = true;
    await pass();
    await discord.until('the edit to be refused', () => edits().find(({ status }) => status === 404));
    await bot.bot.stop();
    expect(waits).toEqual([]);
    expect(bot.log).toEqual([]);
  });

  it('is tried again after Discord’s own fault, which is logged', async () => {
    const { message } = await ann.slash(guild.channel('talk'), '/aloud');
    discord.fault('PATCH /webhooks/*', { status: 500 }, 4);
    await pass();
    await expect.poll(() => bot.log.length).toBe(1);
    expect(message?.text).toBe('1 of 3');
    await pass();
    await expect.poll(() => message?.text).toBe('3 of 3');
    expect(bot.log.join()).not.toContain('/webhooks/');
  });

  it('changes no more once the bot stops', async () => {
    const { message } = await ann.slash(guild.channel('talk'), '/aloud');
    await expect.poll(() => waits.length).toBe(1);
    const stopped = bot.bot.stop();
    await pass();
    await stopped;
    expect(message?.text).toBe('1 of 3');
  });
});
