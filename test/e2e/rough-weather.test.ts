import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordFake, type DiscordFake, type GuildPlace, type Heard } from '../../src/loopback/discord/index.ts';
import { type ChatHandle, createTelegramFake, type TelegramFake } from '../../src/loopback/telegram/index.ts';
import { discordFolk, telegramFolk } from './folk.ts';
import { startProgram } from './program.ts';
import { createStory } from './story.ts';

let discord: DiscordFake;
let telegram: TelegramFake;
let program: ReturnType<typeof startProgram>;
let folder: string;
let channel: GuildPlace;
let group: ChatHandle;
let stewards: { id: string };
let guild: ReturnType<DiscordFake['guild']>;
const story = createStory('Rough weather');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-weather-'));
  [discord, telegram] = await Promise.all([createDiscordFake(), createTelegramFake()]);
  let now = Date.UTC(2026, 10, 23, 12);
  program = startProgram({
    environment: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATA_DIR: folder,
    },
    now: () => {
      now += 5000;
      return new Date(now);
    },
  });
  guild = discord.guild({ name: 'Peace watchers' });
  guild.openCommands();
  channel = guild.channel('general');
  stewards = guild.role('Stewards', ['ManageGuild']);
  group = telegram.supergroup({ title: 'Talks' });
  await program.logged('Connected to Discord');
  await program.logged('Telegram is ready');
});
afterEach(async () => {
  await program.stop();
  await Promise.all([discord.close(), telegram.close()]);
  await rm(folder, { recursive: true });
});

const question = 'When do the Geneva talks begin?';
const typed = {
  Question: question,
  Answer: 'On 1 December, in Geneva.',
  Sources: 'https://example.org/geneva | Talks announced | Swiss Foreign Ministry | 2026-11-20',
  'As of (date)': '2026-11-20',
};

function moderator(name: string) {
  const folk = discordFolk(discord, channel, name, story);
  guild.member(folk.one, { roles: [stewards] });
  return folk;
}

/** The revisions that are kept of whatever was written. */
function kept(): { key: string; number: number; writing: string }[] {
  const db = new SqliteDatabase(join(folder, 'parley.db'), { readonly: true });
  const rows = db.prepare('select key, number, writing from revisions order by key, number').all();
  db.close();
  return rows as { key: string; number: number; writing: string }[];
}

async function previewed(who: Moderator, values: Record<string, string> = {}): Promise<Heard> {
  const { one } = who;
  const form = await one.slash(channel, '/entry add', { question });
  return await one.submit(form, { ...typed, ...values });
}

describe('a hurried moderator', () => {
  it('who presses Publish twice at once has published once', async () => {
    const max = moderator('Max');
    const { one } = max;
    const preview = await previewed(max);
    const texts = (await Promise.all([one.press(preview, '✅ Publish'), one.press(preview, '✅ Publish')])).map(
      ({ text }) => text,
    );
    expect(kept()).toHaveLength(1);
    expect(texts.filter((text) => text.includes('is published'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Something went wrong'))).toEqual([]);
  });

  it('who submits the same form twice has two drafts, of which one can be published', async () => {
    const max = moderator('Max');
    const form = await max.one.slash(channel, '/entry add', { question });
    const [first, second] = await Promise.all([max.one.submit(form, typed), max.one.submit(form, typed)]);
    expect((await max.one.press(first, '✅ Publish')).text).toContain('is published');
    expect((await max.one.press(second, '✅ Publish')).text).toContain('already leads to');
    expect(kept()).toHaveLength(1);
  });

  it('and another approve the same draft at once: it is published once', async () => {
    const [max, nina, ivan] = ['Max', 'Nina', 'Ivan'].map(moderator) as [Moderator, Moderator, Moderator];
    await max.one.slash(channel, '/settings', { setting: 'approvals', value: '1' });
    await max.one.press(await previewed(max), '📨 Send for review');
    const shown = await Promise.all(
      [nina, ivan].map(async ({ one }) => {
        const queue = await one.slash(channel, '/review');
        const menu = queue.selects[0];
        return await one.select(queue, menu?.customId ?? '', [menu?.options[0]?.value ?? '']);
      }),
    );
    const texts = (
      await Promise.all([nina, ivan].map(({ one }, i) => one.press(shown[i] as Heard, '✅ Approve and publish')))
    ).map(({ text }) => text);
    expect(kept()).toHaveLength(1);
    expect(texts.filter((text) => text.includes('is published'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Something went wrong'))).toEqual([]);
  });
});

describe('a broken network', () => {
  it.each([
    ['429', { rateLimit: { retryAfterMs: 50 } }],
    ['500', { status: 500 }],
    ['a reset connection', { reset: 'after' }],
    ['no answer', { hang: 'before' }],
  ] as const)('%s while Discord is told of it: it is published once', async (_, fault) => {
    const max = moderator('Max');
    const preview = await previewed(max);
    discord.fault('POST /interactions/*/*/callback', fault);
    void max.one.press(preview, '✅ Publish').catch(() => undefined);
    await expect.poll(() => kept().length).toBe(1);
    discord.clearFaults();
    const isStillOffered = preview.message?.buttons.some(({ label }) => label === '✅ Publish');
    if (isStillOffered)
      expect((await max.one.press(preview, '✅ Publish')).text).toContain('There is no such draft here any more');
    expect(kept()).toHaveLength(1);
    expect((await max.one.slash(channel, '/faq', { question })).text).toContain('1 December');
  });

  it.each([
    ['502', { kind: 'bad-gateway' }],
    ['429', { kind: 'error', code: 429, description: 'Too Many Requests', parameters: { retry_after: 0 } }],
    ['a reset connection', { kind: 'reset', when: 'after' }],
  ] as const)('%s while Telegram is told of it: it is published once', async (_, fault) => {
    const nina = telegramFolk(telegram, group, 'Nina', story, true);
    await nina.call('entry add', { question });
    await nina.fill(typed);
    for (const method of ['editMessageText', 'sendRichMessage', 'sendMessage']) telegram.fail(fault, { method });
    await nina.press('✅ Publish').catch(() => undefined);
    await expect.poll(() => kept().length).toBe(1);
    await telegram.settled();
    expect(kept()).toHaveLength(1);
  });

  it('an update that Telegram delivers twice publishes once', async () => {
    const nina = telegramFolk(telegram, group, 'Nina', story, true);
    await nina.call('entry add', { question });
    await nina.fill(typed);
    await nina.press('✅ Publish');
    const pressed = telegram.updates.findLast(({ update }) => 'callback_query' in update);
    telegram.redeliver(pressed?.update.update_id ?? 0);
    await telegram.settled();
    expect(kept()).toHaveLength(1);
  });

  it('a database that is locked keeps no member from an answer', async () => {
    const max = moderator('Max');
    await max.one.press(await previewed(max), '✅ Publish');
    const eve = discord.user({ username: 'eve' });
    await eve.slash(channel, '/faq', { question });
    const lock = new SqliteDatabase(join(folder, 'parley.db'));
    lock.exec('begin exclusive');
    try {
      expect((await eve.slash(channel, '/faq', { question })).text).toContain('1 December');
    } finally {
      lock.exec('rollback');
      lock.close();
    }
  });
});

describe('an attacker', () => {
  it('who has @everyone published pings nobody, on either platform', async () => {
    const max = moderator('Max');
    const preview = await previewed(max, { Answer: `@everyone @here <@&${stewards.id}> ${max.one.mention} begin.` });
    await max.one.press(preview, '✅ Publish');
    const answer = await discord.user({ username: 'eve' }).slash(channel, '/faq', { question });
    expect(answer.text).toContain('everyone');
    const all = [...channel.messages(), ...max.one.sees(channel)];
    for (const { pings } of all) expect(pings).toMatchObject({ everyone: false, users: [], roles: [] });

    const nina = telegramFolk(telegram, group, 'Nina', story, true);
    await nina.call('entry add', { question });
    await nina.fill({ ...typed, Answer: '@everyone @nina /start begin.' });
    await nina.press('✅ Publish');
    await nina.call('faq', { question });
    const shown = group.botMessages.at(-1);
    expect(shown?.text).toContain('everyone');
    expect(shown?.entities.filter(({ type }) => type === 'mention' || type === 'bot_command')).toEqual([]);
  });

  it.each([
    ['right-to-left overrides', '\u202Ebegins \u2066talks\u2069 when?'],
    ['zero-width signs', 'When\u200B do\u200D the\uFEFF ta\u2060lks begin?'],
    ['a stack of marks', `Zalgo${'\u0301'.repeat(1000)}`],
    ['homoglyphs of an entry that is there', 'Саn Ukrаine jоin NATO while it is аt wаr?'],
    ['nothing but signs', '\u200B\u2066\u202E'],
  ])('gets %s into no question as they are', async (_, odd) => {
    const max = moderator('Max');
    const answer = await previewed(max, { Question: odd.slice(0, 190) });
    const published = answer.buttons.some(({ label }) => label === '✅ Publish')
      ? (await max.one.press(answer, '✅ Publish')).text
      : answer.text;
    expect(published).not.toContain('Something went wrong');
    for (const { writing } of kept())
      expect(writing).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]|\u0301{5}/u);
  });

  it('is told plainly what is too much: 100 000 combining marks, 4000 lines, sources by the hundred', async () => {
    const nina = telegramFolk(telegram, group, 'Nina', story, true);
    await nina.call('entry add', { question });
    const { chat } = nina;
    expect(await nina.fill({ Question: question, Answer: `a${'\u0301'.repeat(100_000)}` })).toMatch(/⚠/u);
    expect(await nina.fill({ Answer: Array.from({ length: 4000 }, () => '> '.repeat(50)).join('\n') })).toMatch(/⚠/u);
    expect(await nina.fill({ Answer: `${'*_'.repeat(2000)}x` })).toMatch(/⚠/u);
    const lines = Array.from({ length: 500 }, (_, i) => `https://example.org/${i} | ${i} | X | 2026`).join('\n');
    expect(await nina.fill({ Answer: 'In December.', Sources: lines })).toMatch(/⚠/u);
    for (const one of chat.botMessages) expect(one.text.length).toBeLessThan(4200);
    expect(program.log.filter(({ level }) => level >= 50)).toEqual([]);
  });

  it('finds nothing of another community by its ids', async () => {
    const max = moderator('Max');
    const preview = await previewed(max, { Answer: 'SECRET-OF-THE-WATCHERS' });
    const ids = preview.buttons.map(({ customId }) => customId).filter((id) => id !== undefined);
    expect(ids.length).toBeGreaterThan(2);
    const elsewhere = discord.guild({ name: 'Elsewhere' });
    const other = elsewhere.channel('general');
    const eli = discord.user({ username: 'eli' });
    elsewhere.member(eli, { permissions: ['Administrator'] });
    const board = await eli.slash(other, '/topics');
    const before = JSON.stringify(kept());
    for (const id of ids) {
      const body = board.message?.state.body;
      if (body) body.components = [{ type: 1, components: [{ type: 2, style: 2, label: 'forged', custom_id: id }] }];
      const heard = await eli.press(board, 'forged');
      expect(heard.text).toContain('There is no such draft here any more');
      expect(JSON.stringify(heard.components)).not.toContain('SECRET');
    }
    expect(JSON.stringify(kept())).toBe(before);
    expect((await max.one.press(preview, '✅ Publish')).text).toContain('is published');
    for (const { text } of channel.messages()) expect(text).not.toContain('SECRET');
  });
});

type Moderator = ReturnType<typeof moderator>;
