import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createDiscordFake } from '../../src/loopback/discord/index.ts';
import { createTelegramFake } from '../../src/loopback/telegram/index.ts';
import { hasPostgres, postgresSchema } from '../store/databases.ts';
import { discordFolk, type Folk, telegramFolk } from './folk.ts';
import { startProgram } from './program.ts';
import { createStory, type Story } from './story.ts';

const withPostgres = await hasPostgres();

interface Community {
  /** Two moderators and a third one, a member; and somebody of another community. */
  max: Folk;
  nina: Folk;
  ivan: Folk;
  eve: Folk;
  stranger: Folk;
  story: Story;
  /** Stops the program, and starts it again on the same database. */
  restart(): Promise<void>;
  /** What everybody in the chat could read. */
  publicTexts(): string[];
}

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

async function keptIn(database: string): Promise<Record<string, string>> {
  if (database === 'PostgreSQL') {
    const { options, drop } = await postgresSchema();
    ended.push(drop);
    return { DATABASE_URL: options.url };
  }
  const folder = mkdtempSync(join(tmpdir(), 'parley-life-'));
  ended.push(() => rm(folder, { recursive: true }));
  return { DATA_DIR: folder };
}

async function running(environment: Record<string, string>, ready: string) {
  const clock = { now: Date.UTC(2026, 10, 23, 12) };
  const tick = () => {
    clock.now += 1000;
    return new Date(clock.now);
  };
  const boot = async () => {
    const program = startProgram({ environment, now: tick });
    await program.logged(ready);
    return program;
  };
  let program = await boot();
  ended.push(() => program.stop());
  return async () => {
    expect(await program.stop()).toBe(0);
    program = await boot();
  };
}

async function onDiscord(database: string): Promise<Community> {
  const discord = await createDiscordFake();
  ended.push(() => discord.close());
  const [home, elsewhere] = ['Peace watchers', 'Elsewhere'].map((name) => discord.guild({ name }));
  if (!home || !elsewhere) throw new Error('There are no servers.');
  const [channel, other] = [home.channel('general'), elsewhere.channel('general')];
  const connected = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  const restart = await running({ ...connected, ...(await keptIn(database)) }, 'Connected to Discord');
  const story = createStory('One entry’s life on Discord');
  const roles = [home.role('Stewards', ['ManageGuild'])];
  const moderator = (name: string) => {
    const folk = discordFolk(discord, channel, name, story);
    home.member(folk.one, { roles });
    return folk;
  };
  return {
    ...{ max: moderator('Max'), nina: moderator('Nina'), ivan: moderator('Ivan') },
    eve: discordFolk(discord, channel, 'Eve', story),
    stranger: discordFolk(discord, other, 'Stranger', story),
    story,
    restart,
    publicTexts: () => channel.messages().map(({ text }) => text),
  };
}

async function onTelegram(database: string): Promise<Community> {
  const telegram = await createTelegramFake();
  ended.push(() => telegram.close());
  const connected = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
  const restart = await running({ ...connected, ...(await keptIn(database)) }, 'Telegram is ready');
  const story = createStory('One entry’s life on Telegram');
  const [group, other] = [
    telegram.supergroup({ title: 'Peace watchers' }),
    telegram.supergroup({ title: 'Elsewhere' }),
  ];
  return {
    ...{
      max: telegramFolk(telegram, group, 'Max', story, true),
      nina: telegramFolk(telegram, group, 'Nina', story, true),
    },
    ivan: telegramFolk(telegram, group, 'Ivan', story, true),
    eve: telegramFolk(telegram, group, 'Eve', story, false),
    stranger: telegramFolk(telegram, other, 'Stranger', story, false),
    story,
    restart,
    publicTexts: () => group.botMessages.map(({ text }) => text),
  };
}

const lives = [
  { platform: 'Discord', database: 'SQLite', settle: onDiscord },
  { platform: 'Telegram', database: 'SQLite', settle: onTelegram },
  ...(withPostgres
    ? [
        { platform: 'Discord', database: 'PostgreSQL', settle: onDiscord },
        { platform: 'Telegram', database: 'PostgreSQL', settle: onTelegram },
      ]
    : []),
];

const question = 'When do the Geneva talks begin?';
const source = 'https://example.org/geneva | Talks announced | Swiss Foreign Ministry | 2026-11-20';

describe('one entry’s life', () => {
  it.each(lives)('on $platform, kept in $database', { timeout: 60_000 }, async ({ platform, database, settle }) => {
    const { max, nina, ivan, eve, stranger, story, restart, publicTexts } = await settle(database);

    story.scene('A moderator writes it');
    expect(await max.call('settings', { setting: 'approvals', value: '1' })).toContain('Saved.');
    await max.call('entry add', { question });
    const typed = { Question: question, Answer: 'On **1 December**, in Geneva.', 'As of (date)': '2026-11-20' };
    const refused = await max.fill({ ...typed, Sources: platform === 'Discord' ? ' ' : '—' });
    expect(refused).toMatch(/every text needs a source|is not a source known here/u);
    story.scene('The program is stopped, and started again');
    await restart();
    // On Discord the form opens again with what was typed; on Telegram the dialogue just goes on.
    if (platform === 'Discord') expect(await max.press('✏️ Edit')).toContain('On **1 December**, in Geneva.');
    const preview = await max.fill(platform === 'Discord' ? { Sources: source } : { ...typed, Sources: source });
    expect(preview).toContain('1 December');
    expect(preview).toContain('this is how members of Peace watchers will see it');
    expect(preview).toContain('Swiss Foreign Ministry');
    expect(await eve.call('faq', { question })).not.toContain('1 December');
    expect(await max.press('📨 Send for review')).toContain('waits for another moderator');

    story.scene('Another moderator agrees');
    await restart();
    const approve = async (who: Folk) => {
      await who.call('review');
      const shown = await who.press(question);
      await who.press('✅ Approve and publish');
      return shown;
    };
    expect(await approve(nina)).toContain('Written by Max');
    expect(await max.told()).toContain('was approved and published in Peace watchers');

    story.scene('A member asks in their own words');
    expect(await eve.call('faq', { question: 'when will talks in geneva start' })).toContain('1 December');
    expect(await stranger.call('faq', { question })).not.toContain('1 December');

    story.scene('Two change it at the same time');
    await ivan.call('entry edit', { entry: question });
    await max.call('entry edit', { entry: question });
    await max.fill({ Answer: 'On **3 December**, in Geneva.' });
    await max.press('📨 Send for review');
    expect(await approve(nina)).toMatch(/1 3|1.*3 December/su);
    const stale = await ivan.fill({ Answer: 'On 1 December, in **Lausanne**.' });
    expect(stale).toContain('Somebody else has changed this text');
    expect(stale).toContain('nothing that you typed is lost');
    expect(stale).toContain('Lausanne');
    await ivan.press('✏️ Edit again on the current text');
    await ivan.press('🗑 Discard');
    await ivan.press('Yes, discard it');

    story.scene('A member says what is wrong');
    await eve.call('faq', { question });
    await eve.press(/Report/u);
    expect(await eve.fill({ 'What is wrong': 'They begin on 2 December.' })).toMatch(/moderators/u);
    await max.call('entry edit', { entry: question });
    await max.fill({ Answer: 'On **2 December**, in Geneva.' });
    await max.press('📨 Send for review');
    await approve(nina);
    await nina.call('review');
    await nina.press(/Reports: 1/u);
    expect(await nina.press(question)).toContain('They begin on 2 December.');
    await nina.press(/^Mended|Mended$/u);
    expect(await eve.told()).toContain(question);
    expect(await eve.call('faq', { question })).toContain('2 December');

    story.scene('Its history, and an earlier text brought back');
    const seen = await eve.call('history', { entry: question });
    expect(seen).toMatch(/Last changed on 23 Nov 2026/u);
    expect(seen).not.toMatch(/Max|Nina/u);
    expect(await nina.call('history', { entry: question })).toContain('Max, approved by Nina');
    await nina.press(/(^|\. )1 · /u);
    await nina.press('↩ Restore revision 1');
    await approve(max);
    expect(await eve.call('faq', { question })).toContain('1 December');

    story.scene('It is retired');
    await max.call('entry retire', {
      entry: question,
      ...(platform === 'Discord' && { reason: 'The talks are over.' }),
    });
    if (platform === 'Telegram') await max.fill({ Reason: 'The talks are over.' });
    await nina.call('review');
    await nina.press(/Retire: /u);
    await nina.press('✅ Approve and publish');
    expect(await eve.call('faq', { question })).not.toContain('1 December');

    story.scene('What the moderators did');
    await restart();
    const log = await nina.call('audit');
    for (const deed of ['retire', 'sent', 'approved', 'Approvals: 1', 'report']) expect(log).toContain(deed);
    const open = publicTexts().join('\n');
    for (const hidden of ['Preview', 'For review', 'Lausanne', 'approved by', 'They begin on'])
      expect(open).not.toContain(hidden);
    if (database === 'SQLite') story.write(platform.toLowerCase());
  });
});
